"""
Runs of text and their logical order.

Typst writes the stretches of a line in logical order, but what is inside a stretch of right-to-left text in the order in
which it stands on the page, from left to right: its glyphs (which it often marks as ``ReversedChars``), and its parts where they
come from several fonts. Both are turned round here.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LINE = 10.0
"""How far apart in height, in points, two parts of one line may be."""

SAME = 0.001
"""How far apart, in points, two heights are that are the same but for rounding."""

LEFTWARD = frozenset({"R", "AL"})
RIGHTWARD = frozenset({"L", "EN", "AN"})


@dataclass(frozen=True, slots=True)
class Run:
    """
    A stretch of text as the page has it.

    *glyphs* are the characters of each glyph from left to right, or from right to left where *turned*; it begins at
    (*x*, *y*) of page number *page*, in points, and is set in *font*. *divided*: a part of its letters, left
    out here, stands between it and the run before.
    """

    glyphs: tuple[str, ...]
    turned: bool
    page: int
    x: float
    y: float
    font: str
    divided: bool = False

    @classmethod
    def shown(cls, glyphs: Sequence[str], page: int, start: tuple[float, float], font: str, *, turned: bool) -> Run:
        """Return the run of *glyphs* given from left to right; letters of right-to-left scripts tell as well that it is *turned*."""
        turned = turned or any(bidirectional(glyph) & LEFTWARD for glyph in glyphs)
        return cls(tuple(reversed(glyphs) if turned else glyphs), turned, page, *start, font)

    @property
    def neutral(self) -> bool:
        """Whether its characters take the direction of their neighbours."""
        return not self.turned and not any(bidirectional(glyph) & RIGHTWARD for glyph in self.glyphs)

    @property
    def has_brackets(self) -> bool:
        """Whether it has brackets, which in left-to-right text have its direction whatever they enclose (UAX #9, N0)."""
        return any(unicodedata.mirrored(character) for glyph in self.glyphs for character in glyph)


Block = tuple[Run, bool]
"""A run and whether its block is written from right to left."""


def bidirectional(characters: str) -> set[str]:
    """Return the classes of *characters* in the bidirectional algorithm (UAX #9)."""
    return {unicodedata.bidirectional(character) for character in characters}


def logical(runs: Sequence[Block]) -> Iterator[str]:
    """Yield the characters of *runs* in logical order."""
    group: list[Block] = []
    before: Run | None = None
    for run, leftward in _once(runs):
        joins = run.turned or (run.neutral and (leftward or (bool(group) and not run.has_brackets)))
        if group and not (joins and _continues(group[-1][0], run)):
            yield from _turned(group, before)
            before, group = group[-1][0], []
        if joins and (run.turned or leftward or group):
            group.append((run, leftward))
        else:
            yield from run.glyphs
            before = run
    yield from _turned(group, before)


def _once(runs: Sequence[Block]) -> Iterator[Block]:
    """
    Yield *runs* without those that only repeat a neighbour's character.

    A letter and its combining mark, set at different heights, are two runs; Typst gives both characters to each of them.
    """
    divided = False
    for number, (run, leftward) in enumerate(runs):
        near = (runs[number + 1] if run.turned else runs[number - 1])[0] if 0 < number + run.turned < len(runs) else None
        if near and _repeats(run, near):
            divided = True
        else:
            yield replace(run, divided=divided), leftward
            divided = False


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
    """
    Return whether *following* stands to the right of *run* in its line, as another part of the same stretch.

    Parts of one stretch differ in font or height; two stretches may have both in common.
    """
    is_other_part = following.divided or run.font != following.font or abs(run.y - following.y) > SAME
    return _in_line(run, following) and following.x > run.x and is_other_part


def _turned(group: list[Block], before: Run | None) -> Iterator[str]:
    """
    Yield the glyphs of runs that stand beside each other, the rightmost run first.

    In a block written from left to right, neutral runs to the right of the last right-to-left one belong to what follows
    and stay where they are, unless the run *before* the group is further to the right still.
    """
    end = max((number for number, (run, _) in enumerate(group, 1) if run.turned), default=0)
    if end and (group[-1][1] or (before and _in_line(before, group[-1][0]) and before.x > group[-1][0].x)):
        end = len(group)
    for run, _ in (*reversed(group[:end]), *group[end:]):
        yield from run.glyphs


def _in_line(run: Run, other: Run) -> bool:
    """Return whether two runs stand in one line."""
    return run.page == other.page and abs(run.y - other.y) < LINE
