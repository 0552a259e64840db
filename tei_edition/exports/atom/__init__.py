"""
Descriptions for AtoM (Access to Memory 2.8): ``descriptions.csv``, in the columns of its ISAD(G) template, for Import > CSV.

The edition is the first row, its documents stand below it. ``legacyId`` is the name of the edition's folder, with the document's name
after it, so that a later import finds the same descriptions again; ``identifier`` is the document's name. Authors and note-takers, and
the editors of the edition, are actors of a creation, with the date. Names of persons are as lists have them. The digital object is the
printed edition, else the reading page, where ``address`` says where these are.

``culture`` of ``[export.atom]``, the language of the descriptions, must be stated; AtoM would take English. A title in another language
too (``titles`` in ``edition.toml``, in TEI a ``title`` with ``xml:lang``) becomes a second row of that culture with the same ``legacyId``,
with that title and, of a document, an ``abstract`` in that language. A document whose own title is in another language has in its first
row the title in the language of the descriptions, where there is one.

AtoM writes a language as ISO 639-1: one that has no such code is named in ``languageNote``. Several values of a cell are parted by ``|``;
within a value that becomes ``｜``. A value that a spreadsheet would read as a formula has a blank before it, which AtoM strips from titles
and texts. ``level`` is ``Collection`` and ``document-level`` is ``Item`` where they are not stated.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.exports._forms.cells import rows
from tei_edition.exports._forms.kinds import form
from tei_edition.exports._forms.spool import Spool
from tei_edition.exports._known import addresses, people
from tei_edition.exports._known.header import NOTETAKER, TRANSLATOR, header
from tei_edition.exports._known.languages import language
from tei_edition.exports._known.needed import stated as found
from tei_edition.exports._known.range import Range
from tei_edition.exports._known.wanted import wanted
from tei_edition.exports.atom.isad import COLUMNS, Row, cultures, events, joined, languages, listed
from tei_edition.fields import TEXT, Field

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tei_edition.edition import Edition
    from tei_edition.exports._known.document import Document
    from tei_edition.exports._known.header import Header

TITLE = "Archival descriptions as CSV in the ISAD(G) template, the edition and its documents below it"
FOR = "AtoM (Access to Memory)"
CHECKED = "not checked by the platform: its documented columns and rules are tested"

FILE = "descriptions.csv"
MAKERS = ("author", NOTETAKER)
CULTURE = form("language of AtoM", "[a-z]{2}(_[A-Z]{2})?", 'must be a language of AtoM, such as "en", "fr" or "pt_BR"')

SETTINGS = (
    Field("culture", CULTURE, "language of the descriptions (ISO 639-1)", '"en"'),
    Field("identifier", TEXT, "reference code of the edition", '"F1"'),
    Field("parent-slug", TEXT, "slug of the description in AtoM below which the edition goes", '"harbour-archive-fonds"'),
    Field("repository", TEXT, "institution in AtoM that holds the edition", '"National Security Archive"'),
    Field("extent", TEXT, "how much the edition is, in words", '"120 documents"'),
    Field("level", TEXT, "level of the edition (Collection where it is not stated)", '"Collection"'),
    Field("document-level", TEXT, "level of a document (Item where it is not stated)", '"Item"'),
)

ASKED = {
    "title": "a description has a title",
    "export.atom.culture": "AtoM would take English for the language of a description that does not say it",
}


def files(documents: Iterable[Document], edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Give the descriptions of *edition* and *documents*."""
    wanted(edition, "atom", ASKED)
    within = Range()
    with Spool() as spool:
        for document in documents:
            stated = header(document.tree)
            within.take(stated.date, document.facts.language)
            spool.put(_csv(*_described(document, stated, edition)))
        yield FILE, rows(COLUMNS) + _csv(_whole(edition, within), *_translated(edition))
        for piece in spool.pieces():
            yield FILE, piece


def _csv(*given: Row) -> bytes:
    """Return rows with the columns that they have."""
    return rows(*([row.get(column, "") for column in COLUMNS] for row in given))


def _whole(edition: Edition, within: Range) -> Row:
    """Return the row of the edition."""
    identifiers = sorted(edition.identifiers.items())
    return {
        "legacyId": _root(edition), "qubitParentSlug": _setting(edition, "parent-slug"), "identifier": _setting(edition, "identifier"),
        "title": edition.title, "levelOfDescription": _setting(edition, "level") or "Collection",
        "extentAndMedium": _setting(edition, "extent"), "repository": _setting(edition, "repository"),
        "scopeAndContent": edition.description, "reproductionConditions": _licence(edition), **languages(*within.languages),
        "locationOfOriginals": listed(edition.repository, edition.collection, edition.call_number),
        "publicationNote": listed(edition.publisher, edition.place, edition.date), "subjectAccessPoints": joined(edition.keywords),
        "alternativeIdentifiers": joined(value for _, value in identifiers),
        "alternativeIdentifierLabels": joined(kind for kind, _ in identifiers),
        **events(" – ".join(dict.fromkeys(filter(None, (within.first, within.last)))), within.first, within.last, edition.editors),
        "culture": _setting(edition, "culture"),
    }


def _translated(edition: Edition) -> Iterator[Row]:
    """Give a row of the edition for each other language of its title that AtoM can have."""
    known = {one.short: title for tag, title in edition.titles.items() if (one := language(tag)) and one.short}
    for culture in sorted(known.keys() - {_setting(edition, "culture")}):
        yield {"legacyId": _root(edition), "title": known[culture], "culture": culture}


def _described(document: Document, stated: Header, edition: Edition) -> Iterator[Row]:
    """Give the row of *document*, whose header is *stated*, and those of the other languages of its title."""
    date, page = stated.date, addresses.page(document, stated, edition)
    (culture, title, abstract), *translations = cultures(stated, document.name, _setting(edition, "culture"))
    legacy = f"{_root(edition)}/{document.name}"
    makers = (*stated.authors, *(name for act in MAKERS for name in stated.who(act)))
    names = (*(one.listed for one in stated.people), *(one.name for one in stated.organizations))
    translators = (people.name(name).sorted for name in stated.who(TRANSLATOR))
    yield {
        "legacyId": legacy, "parentId": _root(edition), "identifier": document.name, "title": title,
        "levelOfDescription": _setting(edition, "document-level") or "Item", "scopeAndContent": abstract,
        **languages(document.facts.language),
        "locationOfOriginals": listed(stated.repository, stated.collection, stated.call_number),
        "digitalObjectURI": addresses.file(document, page, ".pdf") or page, "subjectAccessPoints": joined(stated.terms),
        "placeAccessPoints": joined(one.name for one in stated.places), "nameAccessPoints": joined((*names, *translators)),
        **(events(date.words, date.first, date.last, makers) if date else events("", "", "", makers)), "culture": culture,
    }
    for culture, title, abstract in translations:
        yield {"legacyId": legacy, "title": title, "scopeAndContent": abstract, "culture": culture}


def _licence(edition: Edition) -> str:
    """Return the licence in words, with its address."""
    licence = edition.licence
    return listed(licence.text, licence.target) if licence else ""


def _root(edition: Edition) -> str:
    """Return the `legacyId` of the edition."""
    return edition.name or "edition"


def _setting(edition: Edition, key: str) -> str:
    """Return what the edition says of *key* for AtoM."""
    return str(found(edition, f"export.atom.{key}"))
