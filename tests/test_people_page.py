"""People on the reading page: who speaks and who is mentioned, by the names of the lists, with offices and places."""

from __future__ import annotations

from functools import cache

from lxml import html as html_parser

from tei_edition import xml
from tei_edition.outputs import html
from tei_edition.proof import prove_html
from tests.families import FAMILIES, tei

FAMILY = next(family for family in FAMILIES if family.name == "people-english")


@cache
def page() -> str:
    """Return the page of the English talk."""
    return html.render(xml.parse_bytes(tei(FAMILY), "a.xml"))


def facts(kind: str) -> list[str]:
    """Return the lines of one fact."""
    root = html_parser.document_fromstring(page())
    return [" ".join(item.text_content().split()) for item in root.findall(f".//div[@class='fact-{kind}']/dd")]


def test_speakers_have_their_names_and_what_they_were_on_the_day():
    """A speaker is called by the name of the list, once, with the office of that day; a label without a person as printed."""
    assert facts("speakers") == [
        "Edith Marlow, Secretary of Fisheries", "Abbot, Lionel, Prime Minister", "Olof Petter Lindqvist 6.1", "Mr. Vane", "Q",
    ]


def test_who_is_mentioned_is_listed_with_the_paragraphs():
    """Persons, organizations and places that the text names have links to the paragraphs that name them, each once."""
    assert facts("mentioned")[:2] == ["Joan Tarrant 1.1 2.1 7.1", "Amos Quill 2.1 3.1"]
    assert facts("organizations") == ["Harbour Board 2.1 5.1 n1", "Federation of Free Ports 6.2"]
    assert facts("places") == ["Kesten 1 1.1 2.1 6.2"]
    root = html_parser.document_fromstring(page())
    targets = [link.get("href") for link in root.findall(".//span[@class='named']/a")]
    assert targets
    assert {target for target in targets if root.find(f".//*[@id='{target[1:]}']") is None} == set()


def test_the_page_is_still_the_transcript():
    """What the page says of people is declared as generated, and every other word is the transcript's."""
    assert prove_html(FAMILY.transcript.read_text(encoding="utf-8"), page().encode()).words > 0
