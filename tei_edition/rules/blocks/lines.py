"""Lines that end early in a hard-wrapped transcript, such as those of an address: each but the first begins with `lb`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.model import Piece, Span
from tei_edition.paragraphs import breaks
from tei_edition.rules import Rank

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.rules.context import Context

RANK = Rank.FORM
CLASS = "line"


def annotate(context: Context) -> Iterator[Span]:
    """Return the place where each such line begins."""
    for paragraph in context.source.paragraphs:
        for offset in breaks(context.source.text, paragraph):
            evidence = "The line before ends although the next word had fitted in it."
            yield Span(offset, offset, "style", CLASS, CLASS, evidence, pieces=(Piece("lb", offset, offset),))
