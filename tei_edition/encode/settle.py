"""
Spans to a nested forest: who is where, who is cut, who is dropped. No XML is made here.

Blocks are never cut. Then atomic things are placed, then names and dates, then brackets, style last. A bracket that finds no
lawful place becomes a plain `seg`, so that its marks still stand in markup; anything else is dropped whole. Both are findings; a name
that TEI cannot hold where it stands is only not linked.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tei_edition.encode.content import ATOMIC, DATES, NAMES, STYLES, cuttable
from tei_edition.encode.forest import Conflict, Node
from tei_edition.encode.leaves import Leaf, leaves
from tei_edition.model import Finding, Piece, Source, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

RANKS = ((ATOMIC, 0), (NAMES, 1), (DATES, 1), (STYLES, 3))
BRACKETS = 2
BLOCKS = frozenset({"head", "note", "gap", "incident", "vocal", "kinesic", "pb"})
"""The elements of a bracket that make a block of the paragraph it fills."""


@dataclass(frozen=True, slots=True)
class Settled:
    """The blocks of a transcript in order, and what could not be placed."""

    leaves: tuple[Leaf, ...]
    findings: tuple[Finding, ...]


def settle(source: Source, spans: Sequence[Span]) -> Settled:
    """Return the forest that *spans* make over *source*."""
    found, findings = leaves(source, [span for span in spans if is_block(source, span)])
    chosen = {id(span) for span in spans if span.kind != "bracket" and is_block(source, span)} | {id(leaf.root.span) for leaf in found}
    starts = [leaf.root.start for leaf in found]
    for span in sorted((span for span in spans if id(span) not in chosen), key=_order):
        findings += _settle_one(source, span, found, starts)
    return Settled(tuple(found), tuple(findings))


def is_block(source: Source, span: Span) -> bool:
    """Tell whether *span* makes a block: by its kind (but not the mark of a note), or as a bracket that fills its paragraph."""
    if not span.pieces or span.kind in {"name", "date", "style"}:
        return False
    if span.kind == "note" and span.pieces[0].element != "note":
        return False
    if span.kind != "bracket":
        return span.start < span.end or span.pieces[0].element == "table"
    paragraph = source.paragraph_at(span.start)
    fills = paragraph is not None and (paragraph.start, paragraph.end) == (span.start, span.end)
    return fills and span.pieces[0].element in BLOCKS


def _order(span: Span) -> tuple[int, int, int]:
    """Return the place of *span* in the order of placing: the kind, then the outer before the inner."""
    elements = {piece.element for piece in span.pieces}
    rank = next((rank for family, rank in RANKS if elements & family), BRACKETS)
    return rank, span.start, -span.end


def _settle_one(source: Source, span: Span, found: list[Leaf], starts: list[int]) -> list[Finding]:
    """Place *span*, or what stands for it; return a finding where it could not be placed as it was."""
    first = max(bisect_right(starts, span.start) - 1, 0)
    last = max(bisect_right(starts, span.end - 1), first + 1)
    touched = found[first:last]
    if len(touched) > 1:
        touched = [leaf for leaf in touched if leaf.element != "speaker"]
    for number, pieces in enumerate(_ways(span)):
        if _insert(span, pieces, touched):
            return [] if number < 2 else [_finding(source, span)]  # noqa: PLR2004 - the second way says as much as the first
    return [_finding(source, span)] if span.pieces and span.kind != "name" else []


def _ways(span: Span) -> list[tuple[Piece, ...]]:
    """Return the pieces of *span*, and what can stand for them where they may not stand."""
    ways = [span.pieces[1:] if span.pieces and span.pieces[0].element == "head" else span.pieces]
    if span.kind == "bracket" and span.pieces:
        mark = 1 if span.end - span.start > 1 else 0
        ways.append((Piece("hi", span.start, span.end), *span.pieces))
        ways += [
            (Piece(element, span.start, span.end, attributes, mark, mark),)
            for element, attributes in (("seg", (("type", "bracketed"),)), ("hi", (("rend", "brackets"),)))
        ]
    return ways


def _insert(span: Span, pieces: tuple[Piece, ...], touched: list[Leaf]) -> bool:
    """Place *pieces* in the blocks they touch, all or none; tell whether it was done."""
    chains: dict[Piece, list[Node]] = {piece: [] for piece in pieces}
    undo = []
    try:
        for leaf in touched:
            parts = [(part, chains[piece]) for piece in pieces if (part := _part(piece, leaf, touched))]
            undo.append(leaf.forest.insert(span, parts))
    except Conflict:
        placed = False
    else:
        placed = all(_complete(piece, chain) for piece, chain in chains.items())
    if not placed:
        for step in reversed(undo):
            step()
    return placed


def _complete(piece: Piece, chain: list[Node]) -> bool:
    """Tell whether both ends of *piece* found their place; it may have grown at its start."""
    return bool(chain) and chain[0].start <= piece.start and chain[-1].end == piece.end


def _part(piece: Piece, leaf: Leaf, touched: list[Leaf]) -> Piece | None:
    """Return what of *piece* lies in *leaf*; raises `Conflict` where it may not be cut there."""
    low, high = leaf.root.inner
    start, end = max(piece.start, low), min(piece.end, high)
    if (start, end) == (piece.start, piece.end):
        return piece
    if start >= end:
        return None
    begins, ends = start == piece.start, end == piece.end
    marks_whole = piece.start + piece.open <= end or not begins, piece.end - piece.close >= start or not ends
    if not cuttable(piece.element) or not all(marks_whole) or len(touched) == 1:
        raise Conflict
    return replace(piece, start=start, end=end, open=piece.open if begins else 0, close=piece.close if ends else 0)


def _finding(source: Source, span: Span) -> Finding:
    """Return the finding for a span that had no lawful place: an error where a person decided it."""
    place = source.position(span.start)
    if span.verdict:
        return Finding(
            source.name, "decision-misplaced",
            f"{source.text[span.start : span.end][:60]!r} was decided to be {span.class_}, but TEI has no place for that here.",
            "Decide another class in decisions.toml, or take the decision out.",
            place, source.position(span.end), "error", source.line(place.line),
        )
    return Finding(
        source.name, "span-misplaced",
        f"{source.text[span.start : span.end][:60]!r} was read as {span.class_}, but TEI has no place for that here.",
        "It is kept as it is printed; decide what it means, or report the case.",
        place, source.position(span.end), "warning", source.line(place.line),
    )
