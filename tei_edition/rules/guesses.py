"""
Completed names that were read by their form alone, and that the lists know better.

``[West] Kesten`` looks like forename and surname, ``[West] Kesten Bay`` like some name; where either is a listed place, the bracket is a
part of its name.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tei_edition.rules import mentions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_edition.model import Piece, Span
    from tei_edition.rules.context import Context
    from tei_edition.rules.mentions import Mention


def settled(context: Context, spans: Sequence[Span]) -> list[Span]:
    """Return *spans*, in which a guessed name that the lists know otherwise is a bracket within that name."""
    guessed = {id(span): piece for span in spans if (piece := _guess(span))}
    if not guessed or not context.authorities.entries:
        return list(spans)
    limits = mentions.borders([span for span in spans if id(span) not in guessed])
    places = {paragraph.start: paragraph for piece in guessed.values() if (paragraph := context.source.paragraph_at(piece.start))}
    found = list(mentions.mentions(context, limits, [places[start] for start in sorted(places)]))
    return [_part(span) if id(span) in guessed and _covered(guessed[id(span)], found) else span for span in spans]


def _guess(span: Span) -> Piece | None:
    """Return the name that *span*, a bracket, was taken to complete; None where it is none, or a person decided it."""
    if span.kind != "bracket" or span.class_ != "name" or span.verdict:
        return None
    return next((piece for piece in span.pieces if piece.element in {"persName", "name"}), None)


def _covered(piece: Piece, found: Sequence[Mention]) -> bool:
    """Tell whether a listed name covers *piece*: another sort of name than a person's, where that is what it was taken for."""
    return any(
        one.found.start <= piece.start and piece.end <= one.found.end
        for one in found if piece.element == "name" or one.entries[0].sort != "person"
    )


def _part(span: Span) -> Span:
    """Return *span* as a part of a name, and no more."""
    supplied = tuple(
        replace(piece, attributes=(*piece.attributes, ("ana", "#name"))) for piece in span.pieces if piece.element == "supplied"
    )
    return replace(span, pieces=supplied, evidence=f"{span.evidence} The authority files list the whole as a name.")
