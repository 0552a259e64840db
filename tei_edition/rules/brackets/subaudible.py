"""
Words understood from the context, put in by the editor so that a sentence reads: what a bracket means where nothing else is known.

``[We should] not bend`` is ``<supplied reason="subaudible">We should</supplied> not bend``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.rules import Rank
from tei_edition.rules.context import Reading

if TYPE_CHECKING:
    from tei_edition.rules.context import Bracket, Context

RANK = Rank.DEFAULT
TITLE = "words understood from the context"
LONGEST = 80
MOST_WORDS = 8


def read(bracket: Bracket, _context: Context) -> Reading | None:
    """Read a short bracket in running text."""
    words = len(bracket.words)
    if bracket.whole or not 0 < words <= MOST_WORDS or len(bracket.inner) > LONGEST:
        return None
    pieces = (bracket.piece("supplied", ("reason", "subaudible")),)
    number = "A word stands" if words == 1 else f"{words} words stand"
    evidence = f"{number} in the running text, and no wording or form names another meaning: words put in for the sense."
    return Reading("subaudible", pieces, evidence, "medium")
