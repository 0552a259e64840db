"""
What was withheld: an amount, or what it was, with how it was withheld.

``[2 lines not declassified]`` is ``<gap reason="redacted" unit="line" quantity="2"><desc>2 lines not declassified</desc></gap>``.
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

RANK = Rank.AMOUNT
TITLE = "text withheld"
LONGEST = 120


def read(bracket: Bracket, _context: Context) -> Reading | None:
    """Read a statement that text was not released."""
    match = re.search(rf"(?<!\w){languages.pattern('redacted')}(?!\w)", bracket.inner, re.IGNORECASE)
    if not match or len(bracket.inner) > LONGEST:
        return None
    size = amount(bracket.inner)
    pieces = bracket.described("gap", ("reason", "redacted"), *size)
    return Reading("redaction", pieces, f"It says {match[0]!r}" + (" and how much." if size else "."))
