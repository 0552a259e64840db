"""Descriptions for AtoM: its columns, its rules for rows and values, and texts that stay texts."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from tei_edition import check, export
from tei_edition.conversion import convert_bytes
from tei_edition.edition import Document as Settings
from tei_edition.edition import Edition
from tei_edition.encode import serialize
from tei_edition.errors import SettingsError, UsageError
from tei_edition.exports._known.document import Document
from tests import php_csv
from tests.described import HOSTILE, KNOWN, TITLE_ONLY, hostile, kept, made, tree

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

TEMPLATE = (
    "legacyId,parentId,qubitParentSlug,accessionNumber,identifier,title,levelOfDescription,extentAndMedium,repository,archivalHistory,acquisition,"
    "scopeAndContent,appraisal,accruals,arrangement,accessConditions,reproductionConditions,language,script,languageNote,physicalCharacteristics,"
    "findingAids,locationOfOriginals,locationOfCopies,relatedUnitsOfDescription,publicationNote,digitalObjectPath,digitalObjectURI,generalNote,"
    "subjectAccessPoints,placeAccessPoints,nameAccessPoints,genreAccessPoints,descriptionIdentifier,institutionIdentifier,rules,descriptionStatus,"
    "levelOfDetail,revisionHistory,languageOfDescription,scriptOfDescription,sources,archivistNote,publicationStatus,physicalObjectName,"
    "physicalObjectLocation,physicalObjectType,alternativeIdentifiers,alternativeIdentifierLabels,eventDates,eventTypes,eventStartDates,"
    "eventEndDates,eventActors,eventActorHistories,culture"
)
"""The columns that AtoM documents for ISAD(G), in its order."""

TRANSLATED = {"title", "extentAndMedium", "archivalHistory", "acquisition", "scopeAndContent", "locationOfOriginals", "reproductionConditions"}
EVENTS = ("eventTypes", "eventDates", "eventStartDates", "eventEndDates", "eventActors")
LEAST = Edition(title="Talks", export_settings={"atom": {"culture": "fr"}})


def table(documents: Iterable[Document], edition: Edition = KNOWN) -> list[dict[str, str]]:
    """Return the rows that AtoM reads."""
    return php_csv.read(made("atom", documents, edition)["descriptions.csv"])


def titled(*titles: tuple[str, str], language: str = "en") -> etree._ElementTree:
    """Return a document with these *titles*, pairs of a language and words."""
    found = tree(language=language)
    statement = found.find(".//{*}titleStmt")
    assert statement is not None
    statement.remove(statement[0])
    for place, (tag, words) in enumerate(titles):
        title = etree.Element("{http://www.tei-c.org/ns/1.0}title", {"{http://www.w3.org/XML/1998/namespace}lang": tag} if tag else {})
        title.text = words
        statement.insert(place, title)
    return found


def test_columns_are_those_of_the_template_in_its_order() -> None:
    """Every column is one that AtoM documents, in the order of its template, and the file is as AtoM wants it."""
    data = made("atom", [])["descriptions.csv"]
    heads = data.decode().splitlines()[0].split(",")

    assert [column for column in TEMPLATE.split(",") if column in heads] == heads
    assert b"\r" not in data
    assert not data.startswith("\ufeff".encode())


def test_the_edition_is_above_its_documents() -> None:
    """The first row has no parent, each further one has it as its own, under identifiers that no other row has."""
    first, *rows = table([Document(name, tree(name)) for name in "abc"])

    assert (first["title"], first["parentId"], first["legacyId"], first["levelOfDescription"]) == ("Harbour Talks", "", "edition", "Collection")
    assert [(row["parentId"], row["legacyId"], row["levelOfDescription"]) for row in rows] == [("edition", f"edition/{n}", "Item") for n in "abc"]


def test_an_edition_in_a_folder_bears_its_name(tmp_path: Path) -> None:
    """Two editions in one AtoM do not share their identifiers."""
    assert table([], replace(KNOWN, folder=tmp_path / "talks"))[0]["legacyId"] == "talks"


def test_the_edition_says_what_it_states() -> None:
    """Scope, use, originals, publication, subjects, identifiers and editors are those of the settings, dates those of the documents."""
    first = table([Document("a", tree(date='<date when="1923"/>')), Document("b", tree())])[0]

    assert {key: value for key, value in first.items() if value} == {
        "legacyId": "edition", "title": "Harbour Talks", "levelOfDescription": "Collection", "scopeAndContent": "Talks of the board, 1921 to 1923.",
        "reproductionConditions": "CC BY 4.0, https://creativecommons.org/licenses/by/4.0/", "language": "en", "script": "Latn",
        "locationOfOriginals": "Harbour Archive, Fond 2, Opis 1", "publicationNote": "Harbour Archive, Wexford, 2026-05-01",
        "subjectAccessPoints": "harbours|piers", "alternativeIdentifiers": "10.1234/abcd", "alternativeIdentifierLabels": "DOI",
        "eventDates": "1921-05-04 – 1923|NULL", "eventTypes": "Creation|Creation", "eventStartDates": "1921-05-04|NULL",
        "eventEndDates": "1923|NULL", "eventActors": "Doe, Jane|John Roe", "culture": "en",
    }


def test_a_document_says_what_it_states() -> None:
    """Dates, languages, access points, originals and the address are those of the header."""
    row = table([Document("board", tree(language="ru", date='<date from="1921-05" to="1922">spring</date>'))])[1]

    assert {key: value for key, value in row.items() if value} == {
        "legacyId": "edition/board", "parentId": "edition", "identifier": "board", "title": "Meeting of the Harbour Board",
        "levelOfDescription": "Item", "scopeAndContent": "On the pier.", "language": "ru", "script": "Cyrl",
        "locationOfOriginals": "Harbour Archive, Fond 2, Box 3", "digitalObjectURI": "https://example.org/talks/board.html",
        "subjectAccessPoints": "piers", "placeAccessPoints": "Wexford",
        "nameAccessPoints": "Орлов, Юрий Фёдорович|Ann Lee|Harbour Board|Olga Sand",
        "eventDates": "spring", "eventTypes": "Creation", "eventStartDates": "1921-05", "eventEndDates": "1922", "eventActors": "Holm, Ann", "culture": "en",
    }


def test_the_printed_edition_is_the_digital_object_where_there_is_one(tmp_path: Path) -> None:
    """The address is that of the PDF, which was built, and none where the edition has none."""
    path = tmp_path / "board.xml"
    path.with_suffix(".pdf").write_bytes(b"%PDF")

    assert table([Document("board", tree(), path)])[1]["digitalObjectURI"] == "https://example.org/talks/board.pdf"
    assert table([Document("board", tree(), path)], LEAST)[1]["digitalObjectURI"] == ""


def test_a_title_in_another_language_is_a_second_row_of_that_culture() -> None:
    """The translation stands right below, with the same identifier, another culture, and nothing that AtoM cannot translate."""
    document = titled(("en", "Meeting"), ("ru", "Заседание"), ("", "subtitle"), ("yue", "會議"), ("en", "Again"))
    abstract = document.find(".//{*}abstract")
    assert abstract is not None
    other = etree.fromstring('<abstract xmlns="http://www.tei-c.org/ns/1.0" xml:lang="ru"><p>О причале.</p></abstract>')
    abstract.addnext(other)
    rows = table([Document("a", document), Document("b", tree("b"))])[1:]

    assert [(row["legacyId"], row["culture"], row["title"], row["scopeAndContent"]) for row in rows] == [
        ("edition/a", "en", "Meeting", "On the pier."), ("edition/a", "ru", "Заседание", "О причале."),
        ("edition/b", "en", "Meeting of the Harbour Board", "On the pier."),
    ]
    assert {key for key, value in rows[1].items() if value} - TRANSLATED == {"legacyId", "culture"}


def test_titles_of_the_settings_become_rows() -> None:
    """What ``titles`` of a document says is in its TEI, which is valid, and from there in AtoM."""
    settings = {"a.txt": Settings(titles={"ru": "Заседание", "de": "Sitzung"})}
    tei = convert_bytes(b"Meeting of the Board\n\nIt was late.\n", Edition(title="T", language="en", documents=settings), "a.txt").tree

    assert check.check_bytes(serialize(tei), "a.xml") == ()
    assert [(row["culture"], row["title"]) for row in table([Document("a", tei)])[1:]] == [
        ("en", "Meeting of the Board"), ("de", "Sitzung"), ("ru", "Заседание"),
    ]


def test_an_edition_has_rows_for_its_titles_in_other_languages() -> None:
    """They stand below its own row, but for a language that AtoM cannot have and the one that is its own."""
    titles = {"ru": "Беседы", "de": "Gespräche", "yue": "會議", "en": "Talks"}
    rows = table([Document("a", tree())], replace(KNOWN, titles=titles))

    assert [(row["legacyId"], row["culture"], row["title"]) for row in rows[:3]] == [
        ("edition", "en", "Harbour Talks"), ("edition", "de", "Gespräche"), ("edition", "ru", "Беседы"),
    ]
    assert rows[3]["legacyId"] == "edition/a"
    assert {key for row in rows[1:3] for key, value in row.items() if value} == {"legacyId", "title", "culture"}


@pytest.mark.parametrize(
    ("titles", "said"),
    [
        ([("", "X")], [("fr", "X")]), ([("yue", "X"), ("und", "Y")], [("fr", "X")]), ([("de", "X")], [("fr", "X")]),
        ([("ru", "Заседание"), ("fr", "Séance")], [("fr", "Séance"), ("ru", "Заседание")]),
        ([("ru", "Заседание"), ("de", "Sitzung")], [("fr", "Заседание"), ("de", "Sitzung")]), ([], [("fr", "a")]),
    ],
)
def test_the_first_row_is_in_the_language_of_the_descriptions(titles: list[tuple[str, str]], said: list[tuple[str, str]]) -> None:
    """It has the title in that language where there is one, else the first; each other language has its own row, if AtoM can have it."""
    assert [(row["culture"], row["title"]) for row in table([Document("a", titled(*titles))], LEAST)[1:]] == said


def test_an_abstract_is_in_the_language_of_the_descriptions() -> None:
    """What the editor says of a document in another language is the description's, unless it says that it is in another itself."""
    document = titled(("ru", "Заседание"), ("fr", "Séance"))
    document.getroot().set("{http://www.w3.org/XML/1998/namespace}lang", "ru")

    assert [row["scopeAndContent"] for row in table([Document("a", document)], LEAST)[1:]] == ["On the pier.", ""]


def test_a_language_without_a_code_is_named() -> None:
    """AtoM has two letters for a language; what has none is said in words."""
    row = table([Document("a", tree(language="grc"))])[1]

    assert (row["language"], row["languageNote"]) == ("", "Ancient Greek")


@pytest.mark.parametrize("date", ["", "<date>Spring</date>", '<date notBefore="1921"/>'])
def test_events_have_as_many_values_in_each_column(date: str) -> None:
    """Types, dates and actors of events go together, with NULL where one has none."""
    row = table([Document("a", tree(date=date))])[1]

    assert len({row[column].count("|") for column in EVENTS}) == 1
    assert all(row[column] for column in EVENTS)


def test_a_document_without_date_and_author_has_no_event() -> None:
    """Nothing is said of a creation of which nothing is known."""
    bare = etree.fromstring('<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body><p>Yes.</p></body></text></TEI>')
    row = table([Document("bare", etree.ElementTree(bare))], LEAST)[1]

    assert {key: value for key, value in row.items() if value} == {
        "legacyId": "edition/bare", "parentId": "edition", "identifier": "bare", "title": "bare", "levelOfDescription": "Item", "culture": "fr",
    }


def test_a_hostile_text_is_only_text_in_php_and_in_python() -> None:
    """AtoM reads every title as it is, but for a blank between a backslash and a quotation mark; no cell is a formula in a spreadsheet."""
    data = made("atom", hostile())["descriptions.csv"]
    rows = list(csv.DictReader(io.StringIO(data.decode(), newline="")))

    assert [row["title"].replace("\\ ", "\\") for row in php_csv.read(data)[1:]] == [text.replace("\\ ", "\\") for text in HOSTILE]
    assert [{key: value.strip() for key, value in row.items()} for row in rows] == [
        {key: value.strip() for key, value in row.items()} for row in php_csv.read(data)
    ]
    assert [value for row in rows for value in row.values() if value.startswith(("=", "+", "-", "@", "\t", "\r"))] == []


def test_a_value_that_holds_the_sign_between_values_stays_one() -> None:
    """A name with a vertical line in it is one name."""
    row = table([Document("a", tree(person="Lee | Son", term="a|b"))])[1]

    assert (row["subjectAccessPoints"], row["nameAccessPoints"].split("|")[1]) == ("a｜b", "Lee ｜ Son")


def test_everything_that_is_missing_is_told_at_once() -> None:
    """Of an edition of which only the title is known the culture is asked for; of none at all the title too."""
    for edition, keys in ((TITLE_ONLY, ["export.atom.culture"]), (Edition(), ["title", "export.atom.culture"])):
        with pytest.raises(SettingsError) as caught:
            made("atom", [], edition)
        assert [finding.message.split('"')[1] for finding in caught.value.findings] == keys


@pytest.mark.parametrize("culture", ["english", "EN", "e", "en-GB"])
def test_a_culture_that_atom_does_not_know_is_refused(tmp_path: Path, culture: str) -> None:
    """A culture has two small letters, and a country at most."""
    (tmp_path / "a.xml").write_bytes(etree.tostring(tree()))

    with pytest.raises(UsageError, match="culture must be a language of AtoM"):
        export("atom", [tmp_path / "a.xml"], tmp_path / "out", TITLE_ONLY, {"culture": culture})


def test_the_same_bytes_each_time() -> None:
    """Two tables of one edition are the same."""
    assert made("atom", hostile()) == made("atom", hostile())


def test_no_document_is_kept() -> None:
    """Of 300 documents none is alive while the next is described."""
    assert kept("atom") <= 1
