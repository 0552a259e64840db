"""
References as RIS (``references.ris``): the edition as ``BOOK``, each document as ``CHAP``.

Tags are those of the specification of 2011. ``OP`` is when the document was made; ``AV`` and ``CN`` say where the original is. A value
stands on one line; lines end with carriage return and line feed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition.exports._forms.dates import parts, year
from tei_edition.exports._known.works import works

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tei_edition.edition import Edition
    from tei_edition.exports._known.document import Document
    from tei_edition.exports._known.works import Work

TITLE = "References to the edition and its documents as RIS"
FOR = "EndNote, Citavi, Mendeley, Zotero"
CHECKED = "rispy: every field is read back"

NAME = "references.ris"
BREAK = re.compile("[\\r\\n\\v\\f\\x1c-\\x1e\\x85\\u2028\\u2029]+")
"""What ends a line, for any reader."""


def files(documents: Iterable[Document], edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Give the references, one after the other."""
    yield NAME, b""
    for work in works(documents, edition):
        lines = [f"{tag}  - {line(value)}\r\n" for tag, value in reference(work) if value]
        yield NAME, "".join([*lines, "ER  - \r\n\r\n"]).encode()


def line(value: str) -> str:
    r"""
    Return *value* on one line.

    >>> line("one\r\ntwo")
    'one two'
    """
    return BREAK.sub(" ", value).strip()


def reference(work: Work) -> Iterator[tuple[str, str]]:
    """Give the tags and values of *work*; a value is empty where nothing is known."""
    of = work.container or work
    yield "TY", "CHAP" if work.container and of.title else "GEN" if work.container or work.made else "BOOK"
    yield "ID", work.key
    yield "TI", work.title
    yield from (("AU", one.sorted) for one in work.authors)
    yield from (("A2" if work.container else "ED", one.sorted) for one in of.editors)
    yield from (("A4", one.sorted) for one in work.translators)
    yield from [("T2", of.title)] if work.container else []
    yield from (("PB", of.publisher), ("CY", of.place), ("PY", year(of.date)), ("DA", _date(of.date)), ("OP", work.made))
    yield from (("LA", work.language or of.language), ("AB", work.description), ("UR", work.address), ("DO", work.doi))
    yield from (("KW", word) for word in work.keywords)
    yield from (("AV", ", ".join(part for part in (work.repository, work.collection) if part)), ("CN", work.call_number))


def _date(date: str) -> str:
    """
    Return *date* as RIS writes it: year, month and day, each followed by a stroke.

    >>> _date("2026-05"), _date("2026-05-01")
    ('2026/05//', '2026/05/01/')
    """
    known = parts(date)
    return "/".join([*(f"{part:02}" for part in known), *[""] * (4 - len(known))]) if known else ""
