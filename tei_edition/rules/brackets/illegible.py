"""
Words that could not be read or heard, with or without their number.

``[two words illegible]`` is ``<gap reason="illegible" unit="word" quantity="2"><desc>two words illegible</desc></gap>``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition import languages
from tei_edition.rules import Rank
from tei_edition.rules.amounts import amount
from tei_edition.rules.context import Reading

if TYPE_CHECKING:
    from tei_edition.rules.context import Bracket, Context

RANK = Rank.WORDING
TITLE = "words that could not be read or heard"
MOST_WORDS = 7
KINDS = (("illegible", "illegible"), ("inaudible", "inaudible"))


def read(bracket: Bracket, _context: Context) -> Reading | None:
    """Read a short statement that something is illegible or inaudible."""
    if not 0 < len(bracket.words) <= MOST_WORDS:
        return None
    for kind, reason in KINDS:
        match = re.search(rf"(?<!\w){languages.pattern(kind)}(?!\w)", bracket.inner, re.IGNORECASE)
        if match:
            size = amount(bracket.inner)
            class_ = "unread-count" if size else "illegible"
            pieces = bracket.described("gap", ("reason", reason), *size)
            return Reading(class_, pieces, f"It says {match[0]!r}" + (" and how much." if size else "."))
    return None
