"""
Cells of tables that a platform imports, so that what it reads is the text, and a spreadsheet on the way sees no formula.

A table for people has an apostrophe before what looks like a formula (`speeches.cell`); here that would become part of the text. Such a
cell begins with a blank instead, which AtoM and Omeka S strip from what they read, and which no page shows. PHP, in which these platforms
are written, reads a backslash before a quotation mark as one that escapes it (``fgetcsv``), so that a blank parts the two.
"""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

from tei_edition.exports.speeches import FORMULA

if TYPE_CHECKING:
    from collections.abc import Iterable

ESCAPE = re.compile(r'\\(?="|\Z)')
"""A backslash that PHP would read together with the quotation mark after it."""


def cell(text: str) -> str:
    """
    Return *text* as a cell.

    >>> cell(" a, b "), cell("=1+1")
    ('a, b', ' =1+1')
    """
    shown = ESCAPE.sub(lambda _: "\\ ", text.replace("\r\n", "\n").replace("\r", "\n").strip())
    return f" {shown}" if FORMULA.match(shown) else shown


def rows(*given: Iterable[str]) -> bytes:
    """Return *given* rows as CSV in UTF-8 whose lines end in line feeds."""
    stream = io.StringIO(newline="")
    csv.writer(stream, lineterminator="\n").writerows([cell(one) for one in row] for row in given)
    return stream.getvalue().encode()
