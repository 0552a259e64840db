"""Dates in the lines where a document says when it was made: its title and its dateline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition import dates
from tei_edition.model import Finding, Piece, Source, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def annotate(source: Source, blocks: Iterable[Span]) -> Iterator[Span]:
    """Return the dates in those of *blocks* that are titles or datelines."""
    for block, found in _found(source, blocks):
        if found.when:
            start, end = block.start + found.start, block.start + found.end
            piece = Piece("date", start, end, found.attributes)
            when = (("when", found.period),)
            yield Span(start, end, "date", "date", "dated", _why(source.text[start:end], found), attributes=when, pieces=(piece,))


def _why(written: str, found: dates.Dated) -> str:
    """Return the sentence that says how a date was read."""
    if found.old_style:
        return f"{written!r} is in Old Style: the Gregorian day is {found.when}."
    if found.last:
        kind = "a day between two" if found.within else "a stretch of days"
        return f"{written!r} is {kind}: {found.when} and {found.last}."
    return f"{written!r} can be read in one way only."


def impossible(source: Source, blocks: Iterable[Span]) -> Iterator[Finding]:
    """Return a finding for each date of those blocks that no calendar has."""
    for block, found in _found(source, blocks):
        if not found.when:
            place = source.position(block.start + found.start)
            written = source.text[block.start + found.start : block.start + found.end]
            yield Finding(
                source.name, "date-impossible", f"there is no such day as {written!r}.",
                "Correct the transcript, or give the date in edition.toml.",
                place, source.position(block.start + found.end), "warning", source.line(place.line),
            )


def _found(source: Source, blocks: Iterable[Span]) -> Iterator[tuple[Span, dates.Dated]]:
    """Return each date with the block it stands in."""
    for block in blocks:
        if block.class_ in {"title", "dateline"}:
            for found in dates.find(source.text[block.start : block.end]):
                yield block, found
