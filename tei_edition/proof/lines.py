"""
Runs of text and their logical order.

Typst writes the stretches of a line in logical order, but what is inside a stretch of right-to-left text in the order in
which it stands on the page, from left to right: its glyphs (which it often marks as ``ReversedChars``), and its parts where they
come from several fonts. Both are turned round here.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

NEAR = 0.5
"""How far apart, in points, two base lines may be and still be one."""

LINE = 10.0
"""How far apart, in points, the parts of one letter may be."""

LEFTWARD = frozenset({"R", "AL"})
RIGHTWARD = frozenset({"L", "EN", "AN"})


@dataclass(frozen=True, slots=True)
class Run:
    """
    A stretch of text as the page has it.

    *glyphs* are the characters of each glyph from left to right, or from right to left where *turned*; it begins at
    (*x*, *y*) of page number *page*, in points.
    """

    glyphs: tuple[str, ...]
    turned: bool
    page: int
    x: float
    y: float

    @classmethod
    def shown(cls, glyphs: Sequence[str], page: int, x: float, y: float, *, turned: bool) -> Run:
        """Return the run of *glyphs* given from left to right; letters of right-to-left scripts tell as well that it is *turned*."""
        turned = turned or any(bidirectional(glyph) & LEFTWARD for glyph in glyphs)
        return cls(tuple(reversed(glyphs) if turned else glyphs), turned, page, x, y)

    @property
    def neutral(self) -> bool:
        """Whether its characters take the direction of their neighbours."""
        return not self.turned and not any(bidirectional(glyph) & RIGHTWARD for glyph in self.glyphs)


Block = tuple[Run, bool]
"""A run and whether its block is written from right to left."""


def bidirectional(characters: str) -> set[str]:
    """Return the classes of *characters* in the bidirectional algorithm (UAX #9)."""
    return {unicodedata.bidirectional(character) for character in characters}


def logical(runs: Sequence[Block]) -> Iterator[str]:
    """Yield the characters of *runs* in logical order; each run says whether its block is written from right to left."""
    group: list[Run] = []
    for run, leftward in _once(runs):
        joins = run.turned or (run.neutral and (leftward or bool(group)))
        if group and not (joins and _continues(group[-1], run)):
            yield from _turned(group)
            group = []
        if joins and (run.turned or leftward or group):
            group.append(run)
        else:
            yield from run.glyphs
    yield from _turned(group)


def _once(runs: Sequence[Block]) -> Iterator[Block]:
    """
    Yield *runs* without those that only repeat a neighbour's character.

    A letter and its combining mark, set at different heights, are two runs; Typst gives both characters to each of them.
    """
    for number, (run, leftward) in enumerate(runs):
        near = (runs[number + 1] if run.turned else runs[number - 1])[0] if 0 < number + run.turned < len(runs) else None
        if not (near and _repeats(run, near)):
            yield run, leftward


def _repeats(run: Run, near: Run) -> bool:
    """Return whether *run* is a combining mark of the last letter of *near*, at another height of the line."""
    letter = run.glyphs[0]
    return (
        len(run.glyphs) == 1
        and near.glyphs[-1:] == run.glyphs
        and any(unicodedata.category(character).startswith("M") for character in letter)
        and run.page == near.page
        and abs(run.y - near.y) < LINE
    )


def _continues(run: Run, following: Run) -> bool:
    """Return whether *following* stands to the right of *run*, in its line."""
    return run.page == following.page and abs(run.y - following.y) < NEAR and following.x > run.x


def _turned(group: list[Run]) -> Iterator[str]:
    """
    Yield the glyphs of runs that stand beside each other, the rightmost run first.

    Neutral runs after the last right-to-left one belong to the left-to-right text that follows, and stay where they are.
    """
    end = max((number for number, run in enumerate(group, 1) if run.turned), default=0)
    for run in (*reversed(group[:end]), *group[end:]):
        yield from run.glyphs
