"""A table: lines that stand together and are parted by tabs into as many cells."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition.model import LINE_END, Attributes, Piece, Span
from tei_edition.rules import Rank

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tei_edition.model import Source
    from tei_edition.rules.context import Context

RANK = Rank.POSITION
CLASS = "table"
LABEL = (("role", "label"),)
FEWEST = 2
"""How many lines and columns a table has at least."""

Row = tuple[int, int]


def annotate(context: Context) -> Iterator[Span]:
    """Return the cells of each table."""
    source = context.source
    group: list[Row] = []
    for row in _lines(context):
        if group and (row is None or len(source.text[group[-1][1] : row[0]].splitlines()) != 1):
            yield from _table(source, group)
            group = []
        if row:
            group.append(row)
    yield from _table(source, group)


def _lines(context: Context) -> Iterator[Row | None]:
    """Return each line of the paragraphs that tabs part and nobody speaks, and nothing for each other paragraph."""
    for paragraph in context.source.paragraphs:
        starts = [paragraph.start, *(match.end() for match in LINE_END.finditer(context.source.text, paragraph.start, paragraph.end))]
        ends = [*(match.start() for match in LINE_END.finditer(context.source.text, paragraph.start, paragraph.end)), paragraph.end]
        rows = list(zip(starts, ends, strict=True))
        if paragraph.start not in context.labelled and all("\t" in context.source.text[start:end] for start, end in rows):
            yield from rows
        else:
            yield None


def _table(source: Source, rows: Sequence[Row]) -> Iterator[Span]:
    """Return the cells of *rows*, if they are two or more with as many cells."""
    texts = [source.text[start:end] for start, end in rows]
    widths = {text.count("\t") + 1 for text in texts}
    if len(rows) < FEWEST or len(widths) > 1:
        return
    whole = Piece("table", rows[0][0], rows[-1][1])
    evidence = f"It is a cell of {widths.pop()} in one of {len(rows)} lines that tabs part alike."
    for number, (start, end) in enumerate(rows):
        role: Attributes = LABEL if not number and _is_headed(texts) else ()
        for cell in _cells(source.text, start, end):
            yield Span(*cell, "block", CLASS, CLASS, evidence, pieces=(whole, Piece("row", start, end, role), Piece("cell", *cell)))


def _cells(text: str, start: int, end: int) -> Iterator[Row]:
    r"""
    Return where the cells of a line begin and end, without the blanks round their words.

    >>> list(_cells("a\t b c\t", 0, 7))
    [(0, 1), (3, 6), (7, 7)]
    """
    for match in re.finditer(r"[^\t]*(?:\t|$)", text[start:end]):
        inner = match[0].removesuffix("\t")
        first = start + match.start()
        if not match[0] and match.start() and text[first - 1] != "\t":
            return
        left = len(inner) - len(inner.lstrip(" ")) if inner.strip(" ") else 0
        yield first + left, first + (len(inner.rstrip(" ")) or 0)


def _is_headed(rows: Sequence[str]) -> bool:
    """Tell whether the first of *rows* names the columns: it has no digit, and each other has."""
    return not re.search(r"\d", rows[0]) and all(re.search(r"\d", row) for row in rows[1:])
