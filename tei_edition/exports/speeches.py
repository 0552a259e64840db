"""
Speeches as tables: ``speeches.csv`` (RFC 4180) and ``speeches.jsonl`` (JSON Lines), one row for each turn, both in UTF-8.

``text`` is as printed, ``source`` without the editor's words; ``words`` counts those of the text, ``supplied`` those put in.
``redactions`` counts what was withheld; ``redacted_lines`` and the two columns after it sum the lines stated for it: exactly, at most,
at least. ``person`` has ids of the TEI file. What is not stated is an empty text.

A cell of the CSV that a spreadsheet would take for a formula has an
apostrophe before it (OWASP, CSV Injection), and so has one that begins with apostrophes before such a sign: `uncell` takes it off.
"""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

from tei_edition.exports._known import rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tei_edition.edition import Edition
    from tei_edition.exports._known.document import Document

TITLE = "Speeches as CSV and JSON Lines, with their words, what was supplied and what was withheld"
FOR = "spreadsheets, pandas, R"
CHECKED = "Python's csv and json: every text is read back"

COLUMNS = tuple(rows.SPEECH)
"""The columns of the CSV, and the keys of a line of JSON."""

FORMULA = re.compile(r"'*[=+\-@\t\r]")
"""How a cell begins that a spreadsheet reads as a formula, or that looks like one made safe."""


def files(documents: Iterable[Document], _: Edition) -> Iterator[tuple[str, bytes]]:
    """Give the speeches of *documents*."""
    yield "speeches.csv", _csv([COLUMNS])
    yield "speeches.jsonl", b""
    for document in documents:
        said = list(rows.of_speeches(document))
        yield "speeches.csv", _csv(map(cell, row.values()) for row in said)
        yield "speeches.jsonl", rows.json_lines(said)


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


def _csv(rows: Iterable[Iterable[str]]) -> bytes:
    """Return *rows* as CSV."""
    stream = io.StringIO(newline="")
    csv.writer(stream, lineterminator="\r\n").writerows(rows)
    return stream.getvalue().encode()
