"""Dates in the lines where a document says when it was made: its title and its dateline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition import dates
from tei_edition.model import Finding, Piece, Source, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

DATING = frozenset({"title", "dateline", "dating"})
"""The blocks that say when a document was made."""


def annotate(source: Source, blocks: Iterable[Span]) -> Iterator[Span]:
    """Return the dates in those of *blocks* that are titles or datelines."""
    for block, found in _found(source, blocks):
        if found.when:
            start, end = block.start + found.start, block.start + found.end
            piece = Piece("date", start, end, found.attributes)
            when = (("when", found.period),) if found.period else tuple(one for one in found.attributes if one[0] != "calendar")
            yield Span(start, end, "date", "date", "dated", _why(source.text[start:end], found), attributes=when, pieces=(piece,))


def _why(written: str, found: dates.Dated) -> str:
    """Return the sentence that says how a date was read."""
    if " " in found.calendar:
        return f"{written!r} gives the same day in Old Style and in New Style: {found.when}."
    if found.doubt:
        return f"The document itself is not sure of {written!r}."
    if found.bound:
        side = "before" if found.bound == "notAfter" else "after"
        return f"The words before {written!r} say that the day lies {side} it."
    if found.old_style:
        return f"{written!r} is in Old Style: the Gregorian day is {found.when}."
    if found.last:
        kind = "a day between two" if found.within else "a stretch of days"
        return f"{written!r} is {kind}: {found.when} and {found.last}."
    return f"{written!r} can be read in one way only."


def impossible(source: Source, blocks: Iterable[Span]) -> Iterator[Finding]:
    """Return a finding for each date that no calendar has: a warning where it says when the document was made."""
    dating = [(block.start, block.end) for block in blocks if block.class_ in DATING]
    for found in dates.find(source.text):
        if not found.when:
            place = source.position(found.start)
            written = source.text[found.start : found.end]
            within = any(start <= found.start < end for start, end in dating)
            yield Finding(
                source.name, "date-impossible", f"there is no such day as {written!r}.",
                "Correct the transcript, or give the date in edition.toml." if within else "See whether it is a slip of the transcript.",
                place, source.position(found.end), "warning" if within else "info", source.line(place.line)[:200],
            )


def _found(source: Source, blocks: Iterable[Span]) -> Iterator[tuple[Span, dates.Dated]]:
    """Return each date with the block it stands in."""
    for block in blocks:
        if block.class_ in DATING:
            for found in dates.find(source.text[block.start : block.end]):
                yield block, found
