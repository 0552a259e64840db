"""Lines that end early, such as those of an address, or where the file itself says so: each but the first begins with `lb`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.model import Piece, Span
from tei_edition.paragraphs import breaks
from tei_edition.rules import Rank

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tei_edition.model import Paragraph, Source
    from tei_edition.rules.context import Context

RANK = Rank.FORM
CLASS = "line"


def annotate(context: Context) -> Iterator[Span]:
    """Return the place where each such line begins, page numbers and what follows them aside."""
    source = context.source
    numbers = context.pages
    starts = (*source.line_starts, len(source.text))
    after = {starts[source.position(page.end).line] for page in numbers.values()}
    for paragraph in source.paragraphs:
        for offset in _breaks(source, paragraph):
            if offset in numbers or offset in after:
                continue
            told = source.original and offset in source.breaks
            evidence = "The file breaks the line here." if told else "The line before ends although the next word had fitted in it."
            yield Span(offset, offset, "style", CLASS, CLASS, evidence, pieces=(Piece("lb", offset, offset),))


def _breaks(source: Source, paragraph: Paragraph) -> Sequence[int]:
    """Return the offsets in *paragraph* at which a line begins: those that the file states, or that the length of the lines shows."""
    if source.breaks:
        return sorted(offset for offset in source.breaks if paragraph.start < offset < paragraph.end)
    return breaks(source.text, paragraph)
