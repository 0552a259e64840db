"""The mark that says who may read a document: ``TOP SECRET``, ``Совершенно секретно``; a `seg` in the opener."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.model import Piece, Span
from tei_edition.rules import Rank
from tei_edition.rules.documents import is_classification

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.rules.context import Context

RANK = Rank.FORM
CLASS = "classification"
AMONG = 12


def annotate(context: Context) -> Iterator[Span]:
    """Return the marks among the first paragraphs."""
    for paragraph in context.source.paragraphs[:AMONG]:
        if is_classification(context.source, paragraph) and paragraph.start not in context.labelled:
            whole = paragraph.start, paragraph.end
            pieces = (Piece("opener", *whole), Piece("seg", *whole, (("type", CLASS),)))
            yield Span(*whole, "block", CLASS, CLASS, "It says who may read the document, and nothing else.", pieces=pieces)
