"""People on the reading page: who speaks and who is mentioned, by the names of the lists, with offices and places."""

from __future__ import annotations

import datetime as dt
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from lxml import html as html_parser
from pdfminer.high_level import extract_text

from tei_edition import annotate, serialize, xml
from tei_edition.building import build
from tei_edition.encode import encode
from tei_edition.ingest.txt import read
from tei_edition.outputs import html, pdf
from tei_edition.proof import prove_html, prove_pdf
from tei_edition.rules.spelling import latin
from tests.families import FAMILIES, Family, tei

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
        "Edith Marlow, Secretary of Fisheries speaks: 1 3 5", "Abbot, Lionel, Prime Minister, born 1 May 1920, Kesten speaks: 2 6",
        "Olof Petter Lindqvist speaks: 4 named: 6.1", "Mr. Vane speaks: 7", "Q",
    ]


def test_who_is_mentioned_is_listed_with_the_paragraphs():
    """Persons, organizations and places that the text names have links to the paragraphs that name them, each once."""
    assert facts("mentioned")[:2] == ["Joan Tarrant named: 1.1 2.1 7.1", "Amos Quill named: 2.1 3.1"]
    assert facts("organizations") == ["Harbour Board named: 2.1 5.1 n1", "Federation of Free Ports named: 6.2"]
    assert facts("places") == ["Kesten named: 1 1.1 2.1 6.2"]
    root = html_parser.document_fromstring(page())
    targets = [link.get("href") for link in root.findall(".//span[@class='named']/a")]
    assert targets
    assert {target for target in targets if root.find(f".//*[@id='{target[1:]}']") is None} == set()


def test_the_page_is_still_the_transcript():
    """What the page says of people is declared as generated, and every other word is the transcript's."""
    proof = prove_html(FAMILY.transcript.read_text(encoding="utf-8"), page().encode())
    assert proof.words > 0
    assert dict(proof.generated)["person"] > 10


def box(label: str, family: Family = FAMILY) -> list[str]:
    """Return the lines of the box that the button at the first name printed as *label* opens."""
    root = html_parser.document_fromstring(html.render(xml.parse_bytes(tei(family), "a.xml")))
    named = next(one for one in root.iterfind(".//article//*") if one.find("button") is not None and " ".join(one.text_content().split()) == label)
    (opened,) = root.findall(f".//div[@id='{named.find('button').get('popovertarget')}']")
    assert opened.get("popover") == "auto"
    return [" ".join(line.text_content().split()) for line in opened.findall("p")]


def test_a_button_at_a_label_says_who_it_is():
    """The box at a speaker's label has the name of the list, the office of the day, life dates and identifiers as given, and the index."""
    assert box("The Prime Minister:") == [
        "Abbot, Lionel", "Prime Minister", "born 1 May 1920, Kesten", "register A-17", "Certainty of the encoding: medium",
        "'The Prime Minister': on 1982-05-03 Abbot, Lionel (#abbot, lists.xml) was Prime Minister, and nobody else who is listed held such an office.",
        "All places in this document",
    ]


def test_a_button_at_a_mention_says_who_or_what_it_is():
    """So has the box at a name in the text, with the doubt of that place; who is no more than the words say has none."""
    assert box("JT") == ["Joan Tarrant", "All places in this document"]
    assert box("HB") == ["Harbour Board", "Also: HB", "All places in this document"]
    offices = next(family for family in FAMILIES if family.name == "people-offices")
    assert box("Prime Minister", offices)[:3] == ["Rufus Hale", "Prime Minister", "Certainty of the encoding: medium"]
    root = html_parser.document_fromstring(page())
    (vane,) = [one for one in root.iterfind(".//article//*[@class='speaker']") if one.text_content() == "Mr. Vane:"]
    assert vane.find("button") is None


def test_boxes_are_opened_by_their_buttons_and_lead_to_the_index():
    """Every button opens a box that is there, every box is opened, and its link leads to an entry of the index."""
    root = html_parser.document_fromstring(page())
    boxes = {one.get("id") for one in root.findall(".//div[@data-generated='person']")}
    assert {one.get("popovertarget") for one in root.findall(".//button[@class='who']")} == boxes != set()
    targets = {one.get("href") for one in root.findall(".//p[@class='onward']/a")}
    assert {one for one in targets if not root.findall(f".//dd[@id='{one[1:]}']")} == set()


def test_only_what_is_an_address_is_a_link():
    """An identifier leads to the web where it is given as an address, and nowhere else."""
    given = {"https://example.org/p/1": True, "VIAF 12": False, "javascript:alert(1)": False, "10.1234/x": False}
    for number, (value, is_link) in enumerate(given.items()):
        tree = xml.parse_bytes(tei(FAMILY).replace(b"A-17", value.encode()), "a.xml")
        root = html_parser.document_fromstring(html.render(tree))
        assert (root.find(f".//div[@data-generated='person']//a[@href='{value}']") is not None) is is_link, number


def test_the_printed_edition_has_an_index_with_pages():
    """After the text stand persons, bodies and places with the pages on which they speak or are named; the proof knows these lists as made."""
    turns = "".join(f"Marlow: {'The harbour is full of ships. ' * 40}\n\nVane: I do not see it.\n\n" for _ in range(6))
    text = f"Talk of May 5, 1982\n\nVane: Where is Quill?\n\n{turns}Vane: In Kesten, with [Amos] Quill.\n"
    edition = FAMILY.edition
    root = encode(annotate([read(text.encode(), "a.txt")], edition)[0], edition).tree
    data = pdf.render(root, attachment=serialize(root), attachment_name="a.xml", timestamp=dt.datetime(2020, 1, 1, tzinfo=dt.UTC))
    generated = dict(prove_pdf(text, data).generated)
    printed = " ".join(extract_text(BytesIO(data)).replace("\ufb01", "fi").split())

    assert (generated["index"], generated["heading of the index"], generated["colophon"]) == (2, 2, 1)
    assert "Quill, Amos named: 1, 3" in printed, printed
    assert "Marlow, Edith Secretary of Fisheries; speaks: 1, 2" in printed
    assert "Kesten named: 3" in printed


@pytest.fixture(scope="module")
def built(tmp_path_factory) -> Path:
    """An edition of two documents that share a list of persons, built."""
    home = tmp_path_factory.mktemp("index")
    source = home / "editions" / "talks" / "source"
    source.mkdir(parents=True)
    (source.parent / "edition.toml").write_text('title = "Talks"\nlanguage = "en"\n', encoding="utf-8")
    (source.parent / "authorities").mkdir()
    (source.parent / "authorities" / "lists.xml").write_bytes(FAMILY.golden(".authorities.xml").read_bytes())
    (source / "a.txt").write_bytes(FAMILY.transcript.read_bytes())
    (source / "names.txt").write_text("Talk of May 5, 1982\n\nMarlow: Where is Quill?\n\nVane: In Kesten.\n\nMarlow: No.\n", encoding="utf-8")
    build(home / "editions", home / "build")
    return home / "build" / "talks"


def test_an_edition_has_an_index_of_all_its_documents(built):
    """Each entry stands once, by its surname, with its documents, its turns and its paragraphs; every link arrives."""
    root = html_parser.document_fromstring((built / "names.html").read_bytes())
    listed = {one.get("id"): " ".join(" ".join(one.itertext()).split()) for one in root.findall(".//dl/div")}
    names = [one.text for one in root.findall(".//bdi[@class='called']")]

    assert listed["name.marlow"] == (
        "Marlow, Edith Secretary of Fisheries (from 1 February 1981 to 1984) Memorandum of Conversation, May 3, 1982 speaks: 1 3 5"
        " Talk of May 5, 1982 speaks: 1 3"
    )
    assert listed["name.kesten"] == "Kesten Memorandum of Conversation, May 3, 1982 named: 1 1.1 2.1 6.2 Talk of May 5, 1982 named: 2.1"
    persons = names[: names.index("Federation of Free Ports")]
    assert persons == sorted(persons, key=latin)
    pages = {path.name: html_parser.document_fromstring(path.read_bytes()) for path in built.glob("*.html")}
    for link in root.findall(".//dd//a"):
        file, _, id_ = link.get("href").removeprefix("./").partition("#")
        assert pages[file].find(f".//*[@id='{id_}']") is not None


def test_the_documents_and_their_list_lead_to_the_index(built):
    """A box says where else somebody is found, the list of documents leads to the index, and no document takes its address."""
    page_ = html_parser.document_fromstring((built / "a.html").read_bytes())
    index = html_parser.document_fromstring((built / "names.html").read_bytes())
    targets = {one.get("href") for one in page_.findall(".//p[@class='onward']/a") if one.get("href")[0] != "#"}
    assert {one for one in targets if index.find(f".//*[@id='{one.partition('#')[2]}']") is None} == set() != targets
    assert 'href="./names.html"' in (built / "index.html").read_text(encoding="utf-8")
    assert (built / "names.txt.html").exists()
