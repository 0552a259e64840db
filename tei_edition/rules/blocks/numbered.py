"""A numbered paragraph: one of several, apart or one after the other, whose numbers count on; its number stays text, and is its ``@n``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition import counters
from tei_edition.model import Piece, Span
from tei_edition.rules import Rank
from tei_edition.rules.blocks import heading
from tei_edition.rules.blocks.listing import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.rules.context import Context

RANK = Rank.POSITION
CLASS = "numbered"
FAMILIES = frozenset({"1.", "1)", "(1)"})


def annotate(context: Context) -> Iterator[Span]:
    """Return each paragraph whose number counts on from that of another."""
    paragraphs = context.source.paragraphs
    heads = heading.counted_heads(context)
    found = [None if paragraph.start in heads else counted(context, paragraph) for paragraph in paragraphs]
    for family, run in counters.runs(found, apart=True):
        for number, place in enumerate(run, 1):
            if family in FAMILIES:
                whole = paragraphs[place].start, paragraphs[place].end
                evidence = f"It is the paragraph {number} of {len(run)} that count on."
                piece = Piece("p", *whole, (("n", str(number)),))
                yield Span(*whole, "block", CLASS, CLASS, evidence, pieces=(piece,))
