"""
The time of day that a bracket completes: ``7:30 [a.m.]`` is one `time` with `@when`.

Only hours that are said to be before or after noon, or that have minutes and are over twelve, are stated (XML Schema, time).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition.model import Piece

if TYPE_CHECKING:
    from tei_edition.rules.bracket import Bracket

NEAR = 12
TIME = re.compile(r"(?<![\w:.])(?P<hour>[01]?\d|2[0-3])(?:[:.](?P<minute>[0-5]\d))?(?:\s*(?P<half>[ap]\.?\s?m\b\.?))?", re.IGNORECASE)
NOON = 12


def timed(bracket: Bracket) -> Piece:
    """Return the `time` that *bracket* is a part of, with its hour where the text says it; else the bracket alone."""
    text = bracket.source.text
    low, high = max(bracket.paragraph.start, bracket.start - NEAR), min(bracket.paragraph.end, bracket.end + NEAR)
    marks = {*range(bracket.start, bracket.start + bracket.open), *range(bracket.end - bracket.close, bracket.end)}
    kept = [at for at in range(low, high) if at not in marks and at not in bracket.italics.marks]
    near = "".join(text[at] for at in kept)
    for match in TIME.finditer(near):
        start, end = kept[match.start()], kept[match.end() - 1] + 1
        when, first = _when(match), min(start, bracket.start)
        if when and start < bracket.end and bracket.start < end and not re.search(r"[\[\]]", text[first : bracket.start]):
            return Piece("time", first, max(end, bracket.end), (("when", when),))
    return Piece("time", bracket.start, bracket.end)


def _when(match: re.Match[str]) -> str:
    """Return the time of day as ISO 8601 has it; nothing where the half of the day is not known."""
    hour, half = int(match["hour"]), (match["half"] or "").casefold()[:1]
    if half and not 0 < hour <= NOON:
        return ""
    if not half and not (match["minute"] and hour > NOON):
        return ""
    if half:
        hour = hour % NOON + (NOON if half == "p" else 0)
    return f"{hour:02}:{match['minute'] or '00'}:00"
