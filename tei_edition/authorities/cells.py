"""
Tables for spreadsheets and OpenRefine: CSV (RFC 4180) in UTF-8, in which no cell is a formula.

A cell that a spreadsheet would run as a formula (it begins with ``=``, ``+``, ``-``, ``@``, a tab or a line end) gets an apostrophe before
it, which is taken away when the table comes back; so does one that begins with an apostrophe before such a sign.
"""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tei_edition.errors import SettingsError
from tei_edition.model import Finding, Position

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

CODE = "people-table"
FORMULA = re.compile(r"'*[=+\-@\t\r\n]")
DELIMITERS = (",", ";", "\t")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a table: the *number* of the line in the file at which it ends, and its cells by the names of the columns."""

    number: int
    cells: Mapping[str, str]

    def fault(self, path: str, column: str, columns: Sequence[str], message: str, advice: str) -> Finding:
        """Return a finding at the cell in *column*, whose number among *columns* is the finding's column."""
        place = Position(self.number, columns.index(column) + 1 if column in columns else 1)
        return Finding(path, CODE, message, advice, place, excerpt=",".join(self.cells.values())[:200])


def guarded(value: str) -> str:
    """
    Return *value* as a cell that no spreadsheet runs.

    >>> guarded("=1+1"), guarded("'-x"), guarded("O'Neill")
    ("'=1+1", "''-x", "O'Neill")
    """
    return f"'{value}" if FORMULA.match(value) else value


def plain(cell: str) -> str:
    """
    Return the value of a *cell*: the inverse of `guarded`.

    >>> plain("'=1+1"), plain("''-x"), plain("'tis")
    ('=1+1', "'-x", "'tis")
    """
    return cell[1:] if cell.startswith("'") and FORMULA.match(cell) else cell


def write(columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> str:
    """Return the table with *rows* under *columns*."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([guarded(row.get(column, "")) for column in columns] for row in rows)
    return out.getvalue()


def read(data: bytes, path: str, needed: Sequence[str]) -> tuple[Line, ...]:
    """
    Return the lines of the table in *data*, the bytes of the file at *path*: UTF-8, parted by commas, semicolons or tabs.

    Raises `SettingsError` where it is not UTF-8 or no table, has lines of another length, or lacks one of the columns *needed*.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - (data.rfind(b"\n", 0, error.start) + 1) + 1
        said = "this table is not in UTF-8."
        raise SettingsError.at(Finding(path, CODE, said, "Export it again as UTF-8.", Position(line, column))) from None
    first = text.split("\n", 1)[0]
    delimiter = max(DELIMITERS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        rows = [(reader.line_num, row) for row in reader]
    except csv.Error as error:
        said = f"this is no table of comma-separated values: {error}."
        raise SettingsError.at(Finding(path, CODE, said, "Export it again.", Position(max(reader.line_num, 1), 1))) from None
    return _lines(rows, path, needed)


def _lines(rows: Sequence[tuple[int, list[str]]], path: str, needed: Sequence[str]) -> tuple[Line, ...]:
    """Return *rows*, of which the first names the columns, as lines."""
    names = [name.strip() for name in rows[0][1]] if rows else []
    lacking = [name for name in needed if name not in names]
    if lacking:
        said = f"the table has no column {', '.join(lacking)}."
        raise SettingsError.at(Finding(path, CODE, said, f"Keep the columns of the export: {', '.join(needed)}.", Position(1, 1)))
    for number, row in rows[1:]:
        if row and len(row) != len(names):
            said = f"this line has {len(row)} cells, and the first {len(names)}."
            raise SettingsError.at(Finding(path, CODE, said, "Export the table again.", Position(number, 1)))
    return tuple(Line(number, dict(zip(names, map(plain, row), strict=True))) for number, row in rows[1:] if any(row))
