"""
Anchors: how a quotation with the words round it finds its place, whatever was changed elsewhere.

A run of white space counts as one blank, so that another wrapping of the lines changes nothing; nothing else is normalized.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tei_edition.model import Source

BLANKS = re.compile(r"\s+")
LEAST = 24
"""How many characters of context are written on each side at least, where there are so many."""

MOST = 4000
Range = tuple[int, int]


def flat(text: str) -> str:
    r"""
    Return *text* with each run of white space as one blank.

    >>> flat("he\n  said")
    'he said'
    """
    return BLANKS.sub(" ", text)


@dataclass(frozen=True)
class Flat:
    """The text of a transcript with each run of white space as one blank, and where each of its offsets is in that."""

    source: Source

    @cached_property
    def text(self) -> str:
        """The text with each run of white space as one blank."""
        return flat(self.source.text)

    @cached_property
    def _runs(self) -> tuple[list[int], list[int]]:
        """Where each run of white space ends, and how many characters are lost up to there."""
        runs = [match.span() for match in BLANKS.finditer(self.source.text)]
        return [end for _, end in runs], list(accumulate(end - start - 1 for start, end in runs))

    def at(self, offset: int) -> int:
        """Return the place in the flat text of *offset* in the source."""
        ends, lost = self._runs
        number = bisect_right(ends, offset)
        return offset - (lost[number - 1] if number else 0)

    def quoted(self, place: Range) -> str:
        """Return the characters of *place*, each run of white space as one blank."""
        return flat(self.source.text[slice(*place)])

    def holds(self, place: Range, before: str, after: str) -> bool:
        """Tell whether the words *before* and *after* stand round *place*, blanks at their ends aside."""
        left, right = flat(before).strip(), flat(after).strip()
        start, end = self.at(place[0]), self.at(place[1])
        found_left = self.text[max(0, start - len(left) - 1) : start].rstrip()
        found_right = self.text[end : end + len(right) + 1].lstrip()
        return found_left.endswith(left) and found_right.startswith(right)

    def round(self, place: Range, size: int, within: Range | None = None) -> tuple[str, str]:
        """Return about *size* characters before and after *place*, no word cut, and none but those *within* a range of the source."""
        start, end = self.at(place[0]), self.at(place[1])
        low, high = (self.at(within[0]), self.at(within[1])) if within else (0, len(self.text))
        first, last = max(low, start - size), min(high, end + size)
        first = self.text.rfind(" ", low, first + 1) + 1 or low if first > low else low
        last = self.text.find(" ", last, high) if last < high else high
        return self.text[first:start], self.text[end : last if last >= 0 else high]


def context(text: Flat, place: Range, rivals: Iterable[Range]) -> tuple[str, str] | None:
    """
    Return the words before and after *place* that tell it from *rivals*, the places with the same quotation.

    They are those of its paragraph, if these are enough, so that the paragraph can be moved. None where `MOST` characters do not
    tell the places apart.
    """
    paragraph = text.source.paragraph_at(place[0])
    own = (paragraph.start, max(paragraph.end, place[1])) if paragraph else None
    left = [rival for rival in rivals if rival != place]
    for within in (own, None):
        size = LEAST
        while size <= MOST:
            before, after = (words.strip() for words in text.round(place, size, within))
            left = [rival for rival in left if text.holds(rival, before, after)]
            if not left:
                return before, after
            size *= 2
    return None
