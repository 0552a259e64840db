"""The address over a letter: the short lines right before the salutation, an `address` in the opener."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition import dates
from tei_edition.model import Piece, Span
from tei_edition.rules import Rank
from tei_edition.rules.blocks import salutation
from tei_edition.rules.documents import documents

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tei_edition.model import Paragraph, Source
    from tei_edition.rules.context import Context

RANK = Rank.FORM
CLASS = "address"
LONGEST = 60
FEWEST = 2


def annotate(context: Context) -> Iterator[Span]:
    """Return the lines of the address of each letter."""
    for paragraphs in documents(context.source):
        lines = lines_of(context.source, paragraphs)
        whole = lines[0][0] if lines else 0, lines[-1][1] if lines else 0
        for start, end in lines:
            pieces = (Piece("opener", *whole), Piece("address", *whole), Piece("addrLine", start, end))
            yield Span(start, end, "block", CLASS, CLASS, "It is one of the short lines right before the salutation.", pieces=pieces)


def lines_of(source: Source, paragraphs: Sequence[Paragraph]) -> list[tuple[int, int]]:
    """Return the lines of the address of the letter that *paragraphs* are, if it has two or more."""
    greeting = next((n for n, one in enumerate(paragraphs[: salutation.AMONG]) if salutation.is_address(source, one)), 0)
    block: list[Paragraph] = []
    for paragraph in reversed(paragraphs[:greeting]):
        if block and len(source.text[paragraph.end : block[0].start].splitlines()) != 1:
            break
        block.insert(0, paragraph)
    lines = [line for paragraph in block for line in _lines(source, paragraph)]
    return lines if len(lines) >= FEWEST and all(_is_line(source.text[start:end]) for start, end in lines) else []


def _lines(source: Source, paragraph: Paragraph) -> Iterator[tuple[int, int]]:
    """Return the lines of *paragraph*."""
    for match in re.finditer(r"[^\n\r]+", source.text[paragraph.start : paragraph.end]):
        left = len(match[0]) - len(match[0].lstrip())
        yield paragraph.start + match.start() + left, paragraph.start + match.start() + len(match[0].rstrip())


def _is_line(text: str) -> bool:
    """Tell whether *text* may be a line of an address: short, no sentence, no date."""
    sentence = re.search(r"[^\W\d_]{5,}[.:!?]$", text)
    return bool(text) and len(text) <= LONGEST and not sentence and next(dates.find(text), None) is None
