"""
A part of a date that the source leaves out.

``[November] 6th`` is ``<supplied ana="#date-place">November</supplied> 6th``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition import languages
from tei_edition.rules import Rank
from tei_edition.rules.context import Reading, last_word

if TYPE_CHECKING:
    from tei_edition.rules.context import Bracket, Context

RANK = Rank.NAME
TITLE = "a part of a date that the source leaves out"
YEAR = re.compile(r"[12]\d{3}")


def read(bracket: Bracket, _context: Context) -> Reading | None:
    """Read the name of a month beside a day, or a year after a month or a day."""
    month = any(word.strip(".") in languages.months() for word in bracket.words)
    day = re.match(r"\s*\d{1,2}(?!\d)", bracket.after) or re.search(r"(?<!\d)\d{1,2}\.?\s*$", bracket.before)
    before = last_word(bracket.before).strip(".,").casefold()
    year = YEAR.fullmatch(bracket.folded) and (before in languages.months() or re.fullmatch(r"\d{1,2}(?:st|nd|rd|th)?", before))
    if bracket.whole or bracket.nested or not ((month and day) or year):
        return None
    evidence = "It holds a year, and a day or a month stands before it." if year else "It holds a month, and a day stands beside it."
    return Reading("date-place", (bracket.piece("supplied", ("ana", "#date-place")),), evidence)
