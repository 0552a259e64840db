"""The lists of documents and editions, and the facts they are made from."""

from __future__ import annotations

import pytest
from lxml import html

from tei_edition.outputs.html import DocumentFacts, Download, EditionFacts, Link, edition_facts, edition_index, facts, site_index
from tests.growth import growth
from tests.pages import rich
from tests.teidoc import document


def titles(page: str) -> list[str]:
    """Return the titles that *page* lists, in order."""
    return [link.text_content() for link in html.document_fromstring(page).xpath("//ol[@class='entries']//a[@dir='auto']")]


def test_facts_are_what_the_document_states() -> None:
    """Title, language, speakers and first words are read from the TEI; what it does not state is empty."""
    found = facts(rich(), "a")

    assert (found.name, found.title, found.language, found.direction) == ("a", "A title", "en", "ltr")
    assert (found.date, found.when, found.place) == ("", "", "")
    assert found.speakers == ("Ann Lee",)


def test_first_words_are_the_printed_ones() -> None:
    """The first words have their brackets, and no marks of notes."""
    tree = document('<div><head>H</head><p>We <supplied>are</supplied> here<ref type="noteref" target="#n">1</ref>.</p></div>')

    assert facts(tree, "a").first_words == "We [are] here."


def test_long_first_words_end_at_a_word() -> None:
    """A long beginning is cut between two words, and says that it goes on."""
    words = facts(document(f"<p>{'word ' * 100}</p>"), "a").first_words

    assert words.endswith("word…")
    assert len(words) <= 201


def test_documents_stand_by_date() -> None:
    """Documents are listed by date, those without one last, whatever order they come in."""
    documents = [DocumentFacts("c", "C"), DocumentFacts("b", "B", when="1986-11-13"), DocumentFacts("a", "A", when="1986-10")]

    assert titles(edition_index("E", documents)) == ["A", "B", "C"]


def test_a_document_is_listed_with_what_is_known_of_it() -> None:
    """An entry has date, place, speakers, first words in their language, and the files."""
    one = DocumentFacts("Отчёт: 1", "T", "May 1", "1986-05-01", "Paris", "he", "rtl", ("A", "B"), "שלום", (Download("TEI", "./a.xml", 900),))
    page = html.document_fromstring(edition_index("E", [one], Link("../index.html", "All")))
    (entry,) = page.xpath("//ol/li[.//h2]")

    assert [" ".join(part.text_content().split()) for part in entry] == ["May 1 · Paris", "T", "Speaking: A, B", "שלום", "TEI 900 bytes"]
    assert entry.xpath(".//p[@class='words']/@dir") == ["rtl"]
    assert page.xpath("//a[@class='up']/@href") == ["../index.html"]
    assert entry.xpath(".//h2/a/@href") == ["./%D0%9E%D1%82%D1%87%D1%91%D1%82%3A%201.html"]


def test_a_long_list_has_its_years() -> None:
    """A list of many years leads to each year; a short one does not."""
    many = [DocumentFacts(f"d{year}", f"T{year}", when=str(year)) for year in range(1950, 1990)]
    page = html.document_fromstring(edition_index("E", many))

    assert page.xpath("//ul[@class='years']//a/@href")[0] == "#year-1950"
    assert page.xpath("//h2[@id='year-1989']/text()") == ["1989"]
    assert not html.document_fromstring(edition_index("E", many[:3])).xpath("//ul[@class='years']")


def test_thousands_of_documents_are_listed_in_linear_time() -> None:
    """A list of eight times the documents takes some eight times the time, and has each of them."""

    def facts(count: int) -> list[DocumentFacts]:
        return [DocumentFacts(f"d{n}", f"T{n}", when=f"{1900 + n % 99}-01-01", first_words="w " * 90) for n in range(count)]

    assert edition_index("E", facts(8_000)).count('<li><p class="when">') == 8_000
    assert growth(lambda many: edition_index("E", many), facts(1_000), facts(8_000)) < 40


def test_an_empty_list_says_so() -> None:
    """An edition without documents is a page that says it."""
    assert "There are no documents yet." in edition_index("E", [])


def test_editions_are_listed_with_their_years() -> None:
    """The list of editions says how many documents each has, and of which years."""
    documents = [DocumentFacts("a", "A", when="1986-11-13"), DocumentFacts("b", "B", when="1990"), DocumentFacts("c", "C")]
    page = html.document_fromstring(site_index("All", [edition_facts("notes", "Notes", documents), EditionFacts("b", "Before", 1)]))

    assert titles(site_index("All", [EditionFacts("z", "A", 0), EditionFacts("a", "B", 1)])) == ["A", "B"]
    assert page.xpath("//p[@class='when']/bdi/text()") == ["1 document", "1986–1990 · 3 documents"]
    assert page.xpath("//h2/a/@href") == ["./b/index.html", "./notes/index.html"]


@pytest.mark.parametrize("text", ['</title><script>alert(1)</script>"', "a & b < c"])
def test_no_text_becomes_code(text: str) -> None:
    """Whatever a document says of itself, it is text in the list."""
    page = edition_index(text, [DocumentFacts("a", text, text, "1986", text, "en", "ltr", (text,), text)])

    assert html.document_fromstring(page).xpath("//script | //@onclick") == []
    assert titles(page) == [text]
