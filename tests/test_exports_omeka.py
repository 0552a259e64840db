"""Tables for both kinds of Omeka: their heads, their values, their files, and texts that stay texts."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from tei_edition import export
from tei_edition.edition import Edition
from tei_edition.errors import SettingsError, UsageError
from tei_edition.exports._known.document import Document
from tests import php_csv
from tests.described import HOSTILE, KNOWN, TITLE_ONLY, hostile, kept, made, tree

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

BOTH = ("omeka-s", "omeka-classic")
SEPARATOR = {"omeka-s": "|", "omeka-classic": "^^"}
RARE = replace(KNOWN, export_settings={platform: {"separator": "¶¶", "media": "pdf xml"} for platform in BOTH})

TERMS = (
    "abstract accessRights accrualMethod accrualPeriodicity accrualPolicy alternative audience available bibliographicCitation conformsTo "
    "contributor coverage created creator date dateAccepted dateCopyrighted dateSubmitted description educationLevel extent format hasFormat "
    "hasPart hasVersion identifier instructionalMethod isFormatOf isPartOf isReferencedBy isReplacedBy isRequiredBy issued isVersionOf language "
    "license mediator medium modified provenance publisher references relation replaces requires rights rightsHolder source spatial subject "
    "tableOfContents temporal title type valid"
)
"""The properties of DCMI Metadata Terms, which Omeka S has."""

ELEMENTS = "Contributor Coverage Creator Date Description Format Identifier Language Publisher Relation Rights Source Subject Title Type"
"""The elements of Dublin Core, which Omeka Classic has."""


def table(platform: str, documents: Iterable[Document], edition: Edition = KNOWN, file: str = "items.csv") -> list[dict[str, str]]:
    """Return the rows that Omeka reads."""
    return php_csv.read(made(platform, documents, edition)[file])


def test_heads_are_terms_that_omeka_s_maps() -> None:
    """Every column is a term of Dublin Core, but for the set and the media, which are mapped by hand."""
    for file, rest in (("items.csv", {"item set", "media"}), ("item-sets.csv", set())):
        heads = made("omeka-s", [])[file].decode().splitlines()[0].split(",")
        assert {head for head in heads if head not in {f"dcterms:{term}" for term in TERMS.split()}} == rest
        assert len(set(heads)) == len(heads)


def test_heads_are_elements_that_omeka_classic_maps() -> None:
    """Every column is an element of Dublin Core, but for tags, files and collection; no two have one name, which the plugin refuses."""
    heads = made("omeka-classic", [])["items.csv"].decode().splitlines()[0].split(",")

    assert {head for head in heads if head not in {f"Dublin Core:{element}" for element in ELEMENTS.split()}} == {"tags", "file", "collection"}
    assert len(set(heads)) == len(heads)


def test_the_edition_is_an_item_set() -> None:
    """The set says what the settings state, and each item names it."""
    (row,) = table("omeka-s", [], file="item-sets.csv")

    assert row == {
        "dcterms:title": "Harbour Talks", "dcterms:alternative": "", "dcterms:description": "Talks of the board, 1921 to 1923.", "dcterms:contributor": "Doe, Jane|John Roe",
        "dcterms:publisher": "Harbour Archive", "dcterms:issued": "2026-05-01", "dcterms:subject": "harbours|piers",
        "dcterms:source": "Harbour Archive, Fond 2, Opis 1", "dcterms:identifier": "https://doi.org/10.1234/abcd|https://example.org/talks/",
        "dcterms:license": "https://creativecommons.org/licenses/by/4.0/", "dcterms:rights": "CC BY 4.0",
    }
    assert table("omeka-s", [Document("board", tree())])[0]["item set"] == "Harbour Talks"


def test_a_document_says_what_it_states_in_omeka_s() -> None:
    """Terms hold what the header states; there is no media where no file was built."""
    (row,) = table("omeka-s", [Document("board", tree(language="ru", date='<date from="1921-05" to="1922"/>'))])

    assert {head.removeprefix("dcterms:"): value for head, value in row.items() if value} == {
        "title": "Meeting of the Harbour Board", "creator": "Holm, Ann", "contributor": "Olga Sand|Doe, Jane|John Roe",
        "publisher": "Harbour Archive", "created": "1921-05/1922", "issued": "2026-05-01", "description": "On the pier.",
        "subject": "piers|Орлов, Юрий Фёдорович|Ann Lee|Harbour Board", "spatial": "Wexford", "language": "ru", "type": "Text",
        "identifier": "board|https://example.org/talks/board.html", "source": "Harbour Archive, Fond 2, Box 3", "isPartOf": "Harbour Talks",
        "license": "https://creativecommons.org/licenses/by/4.0/", "rights": "CC BY 4.0", "item set": "Harbour Talks",
    }


def test_a_document_says_what_it_states_in_omeka_classic() -> None:
    """Elements hold what the header states, tags the topics and keywords."""
    (row,) = table("omeka-classic", [Document("board", tree())])

    assert {head.removeprefix("Dublin Core:"): value for head, value in row.items() if value} == {
        "Title": "Meeting of the Harbour Board", "Subject": "piers^^Орлов, Юрий Фёдорович^^Ann Lee^^Harbour Board", "Description": "On the pier.",
        "Creator": "Holm, Ann", "Source": "Harbour Archive, Fond 2, Box 3", "Publisher": "Harbour Archive", "Date": "1921-05-04",
        "Contributor": "Olga Sand^^Doe, Jane^^John Roe", "Rights": "CC BY 4.0^^https://creativecommons.org/licenses/by/4.0/",
        "Relation": "Harbour Talks", "Language": "en", "Type": "Text", "Identifier": "board^^https://example.org/talks/board.html",
        "Coverage": "Wexford", "tags": "piers", "collection": "Harbour Talks",
    }


@pytest.mark.parametrize(("platform", "head"), [("omeka-s", "media"), ("omeka-classic", "file")])
def test_files_that_were_built_are_taken_along_by_their_addresses(platform: str, head: str, tmp_path: Path) -> None:
    """The PDF where nothing else is asked for, each file that is asked for and there, and none where the edition has no address."""
    path = tmp_path / "board.xml"
    for suffix in (".pdf", ".xml"):
        path.with_suffix(suffix).write_bytes(b"x")
    document = Document("board", tree(), path)
    more = replace(KNOWN, export_settings={platform: {"media": "pdf xml txt"}})

    assert table(platform, [document])[0][head] == "https://example.org/talks/board.pdf"
    assert table(platform, [document], more)[0][head].split(SEPARATOR[platform]) == [
        "https://example.org/talks/board.pdf", "https://example.org/talks/board.xml",
    ]
    assert table(platform, [document], TITLE_ONLY)[0][head] == ""


@pytest.mark.parametrize("platform", BOTH)
def test_nothing_is_said_that_is_not_stated(platform: str) -> None:
    """Of an edition of which only the title is known, and a bare document, there are these and that it is a text."""
    bare = etree.fromstring('<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body><p>Yes.</p></body></text></TEI>')
    (row,) = table(platform, [Document("bare", etree.ElementTree(bare))], TITLE_ONLY)

    assert sorted({value for value in row.values() if value}) == ["Harbour Talks", "Text", "bare"]


@pytest.mark.parametrize("platform", BOTH)
def test_a_hostile_text_is_only_text_in_php_and_in_python(platform: str) -> None:
    """Every title is read as it is, but for a blank between a backslash and a quotation mark; no cell is a formula in a spreadsheet."""
    data = made(platform, hostile(), RARE)["items.csv"]
    rows = list(csv.DictReader(io.StringIO(data.decode(), newline="")))
    title = next(iter(rows[0]))

    assert [row[title].replace("\\ ", "\\") for row in php_csv.read(data)] == [text.replace("\\ ", "\\") for text in HOSTILE]
    assert [value for row in rows for value in row.values() if value.startswith(("=", "+", "-", "@", "\t", "\r"))] == []


@pytest.mark.parametrize("platform", BOTH)
def test_a_value_that_holds_the_separator_is_refused(platform: str) -> None:
    """The value is shown, and the key that gives another separator."""
    with pytest.raises(SettingsError, match=rf"parts values by .* stands in .a.*b. itself.*under \[export.{platform}\]"):
        made(platform, hostile())


@pytest.mark.parametrize("platform", BOTH)
@pytest.mark.parametrize(("key", "value"), [("separator", "a"), ("separator", '"'), ("separator", ","), ("media", "docx"), ("media", "")])
def test_a_setting_that_cannot_be_is_refused(platform: str, key: str, value: str, tmp_path: Path) -> None:
    """A separator is no letter and no sign of the table, a file one that is built."""
    (tmp_path / "a.xml").write_bytes(etree.tostring(tree()))

    with pytest.raises(UsageError, match=f"{key} must be one"):
        export(platform, [tmp_path / "a.xml"], tmp_path / "out", TITLE_ONLY, {key: value})


@pytest.mark.parametrize("platform", BOTH)
def test_a_title_is_asked_for(platform: str) -> None:
    """An edition without a title cannot be a set or a collection."""
    with pytest.raises(SettingsError, match=f'the export {platform} needs "title"'):
        made(platform, [], Edition())


@pytest.mark.parametrize("platform", BOTH)
def test_the_same_bytes_each_time(platform: str) -> None:
    """Two tables of one edition are the same."""
    assert made(platform, hostile(), RARE) == made(platform, hostile(), RARE)


@pytest.mark.parametrize("platform", BOTH)
def test_no_document_is_kept(platform: str) -> None:
    """Of 300 documents none is alive while the next is described."""
    assert kept(platform) <= 1
