"""
The date that a bracket completes: ``[November] 6th, 1952`` is one `date` with `@when`, though its marks stand within.

A day is stated only where the text has its month and day; its year only where that stands beside them. A month and a day without a
year are ``--11-06`` (Guidelines, section 13.4.1; XML Schema, gMonthDay).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition import dates, languages
from tei_edition.model import Piece

if TYPE_CHECKING:
    from tei_edition.rules.bracket import Bracket

NEAR = 24
"""How many characters of a date may stand on each side of the bracket."""

DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])"
MONTH = r"(?P<month>[^\W\d_]{3,})"
FORMS = (
    re.compile(rf"(?<![\w.]){DAY}(?:st|nd|rd|th|\.|er)?(?:\s+(?:of|de|di))?\s+{MONTH}"),
    re.compile(rf"(?<![\w.]){MONTH}\.?\s+{DAY}(?:st|nd|rd|th)?(?!\d)"),
)
"""The day before the month, and after it."""


def completed(bracket: Bracket) -> Piece:
    """Return the `date` that *bracket* is a part of: all of it, with its day, where the text says so; else the bracket alone."""
    text, low = bracket.source.text, max(bracket.paragraph.start, bracket.start - NEAR)
    high = min(bracket.paragraph.end, bracket.end + NEAR)
    kept = [at for at in range(low, high) if at not in bracket.italics.marks and not _mark(bracket, at)]
    near = "".join(text[at] for at in kept)
    inner = [number for number, at in enumerate(kept) if bracket.start <= at < bracket.end]
    found = _full(near) or _named(near)
    alone = Piece("date", bracket.start, bracket.end)
    if not found or not inner or not (found[0] <= inner[0] and inner[-1] < found[1]):
        return alone
    start, end = kept[found[0]], kept[found[1] - 1] + 1
    whole = min(start, bracket.start), max(end, bracket.end)
    other = re.search(r"[\[\]]", text[whole[0] : bracket.start] + text[bracket.end : whole[1]])
    return alone if other else Piece("date", *whole, (("when", found[2]),))


def _mark(bracket: Bracket, at: int) -> bool:
    """Tell whether the character *at* belongs to the marks of *bracket*."""
    return bracket.start <= at < bracket.start + bracket.open or bracket.end - bracket.close <= at < bracket.end


def _full(near: str) -> tuple[int, int, str] | None:
    """Return where *near* has a whole date, and its ISO form."""
    for found in dates.find(near):
        if found.when and found.attributes == (("when", found.when),):
            return found.start, found.end, found.when
    return None


def _named(near: str) -> tuple[int, int, str] | None:
    """Return where *near* has a month and a day without a year, and its ISO form."""
    for match in (match for shape in FORMS for match in shape.finditer(near)):
        month = languages.months().get(match["month"].casefold())
        if month:
            return *match.span(), f"--{month:02}-{int(match['day']):02}"
    return None
