"""
Speeches as tables: ``speeches.csv`` (RFC 4180) and ``speeches.jsonl`` (JSON Lines), one row for each turn, both in UTF-8.

*text* is as printed, *source* without the editor's words. A cell of the CSV that a spreadsheet would take for a formula has an
apostrophe before it (OWASP, CSV Injection), and so has one that begins with apostrophes before such a sign: `uncell` takes it off.
"""

from __future__ import annotations

import csv
import io
import json
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tei_edition.edition import Edition
    from tei_edition.exports._document import Document, Speech

TITLE = "Speeches as CSV and JSON Lines, with their words, what was supplied and what was withheld"
FOR = "spreadsheets, pandas, R"
CHECKED = "Python's csv and json: every text is read back"

COLUMNS = (
    "document", "id", "order", "date", "speaker", "person", "words", "supplied", "redactions",
    "redacted_lines", "redacted_lines_at_most", "redacted_lines_at_least", "text", "source",
)
"""The columns of the CSV, and the keys of a line of JSON."""

FORMULA = re.compile(r"'*[=+\-@\t\r]")
"""How a cell begins that a spreadsheet reads as a formula, or that looks like one made safe."""


def files(documents: Iterable[Document], _: Edition) -> Iterator[tuple[str, bytes]]:
    """Give the speeches of *documents*."""
    yield "speeches.csv", _csv([COLUMNS])
    yield "speeches.jsonl", b""
    for document in documents:
        rows = [_row(document, speech) for speech in document.speeches]
        yield "speeches.csv", _csv(map(cell, row.values()) for row in rows)
        yield "speeches.jsonl", "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()


def cell(value: str | float) -> str:
    """
    Return *value* as a cell that no spreadsheet takes for a formula.

    >>> cell("=1+1"), cell("'tis"), cell(2.0)
    ("'=1+1", "'tis", '2.0')
    """
    shown = str(value)
    return f"'{shown}" if FORMULA.match(shown) else shown


def uncell(shown: str) -> str:
    """
    Return the text of which `cell` made *shown*.

    >>> [uncell(cell(text)) for text in ("=1", "'=1", "'tis", "")]
    ['=1', "'=1", "'tis", '']
    """
    return shown[1:] if shown.startswith("'") and FORMULA.match(shown) else shown


def _row(document: Document, speech: Speech) -> dict[str, Any]:
    """Return the row of one speech, by the names of the columns."""
    said = (
        document.name, speech.id, speech.order, document.facts.when, speech.speaker, speech.person, speech.words,
        speech.supplied, speech.redactions, *speech.lines, speech.text, speech.source,
    )
    return dict(zip(COLUMNS, said, strict=True))


def _csv(rows: Iterable[Iterable[str]]) -> bytes:
    """Return *rows* as CSV."""
    stream = io.StringIO(newline="")
    csv.writer(stream, lineterminator="\r\n").writerows(rows)
    return stream.getvalue().encode()
