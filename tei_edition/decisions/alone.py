"""What marks become that a person decides to be no bracket, or to have no partner: a `seg` round each, so that no lone mark is text."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tei_edition.model import Piece, Span

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tei_edition.model import Attributes

NO_BRACKET = "no-bracket"
"""The class of marks that are ordinary characters."""

CHARACTERS: Attributes = (("type", "characters"), ("rend", "brackets"))
"""The attributes of the `seg` of such a mark."""

ALONE: Mapping[str, Attributes] = {"original": (("rend", "brackets"),), "unbalanced": (("type", "unbalanced"),)}
"""What a mark without a partner can be, and the attributes of its `seg`."""


def characters(span: Span) -> Span:
    """Return the span that tells that the marks of the bracket *span*, or its one mark, are ordinary characters."""
    width = max((piece.open for piece in span.pieces if piece.open and piece.close), default=1)
    places = {(span.start, span.start + width), (span.end - width, span.end)}
    pieces = tuple(Piece("seg", *place, CHARACTERS) for place in sorted(places))
    return Span(span.start, span.end, "style", NO_BRACKET, "", "", pieces=pieces)


def alone(span: Span, class_: str) -> Span | None:
    """Return the mark without a partner that *span* is, as one of *class_*; None where that class needs two marks."""
    attributes = ALONE.get(class_)
    if attributes is None:
        return None
    return replace(span, class_=class_, pieces=(replace(span.pieces[0], attributes=attributes),))
