"""The line that parts two documents in one transcript: five or more equals signs, a `trailer` of the first of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.model import Piece, Span
from tei_edition.rules import Rank
from tei_edition.rules.separators import is_separator

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.rules.context import Context

RANK = Rank.FORM
CLASS = "separator"


def annotate(context: Context) -> Iterator[Span]:
    """Return each line that parts two documents."""
    for paragraph in context.source.paragraphs:
        if is_separator(context.source, paragraph):
            piece = Piece("trailer", paragraph.start, paragraph.end, (("rend", "rule"),))
            yield Span(paragraph.start, paragraph.end, "block", CLASS, CLASS, "It is a line of equals signs.", pieces=(piece,))
