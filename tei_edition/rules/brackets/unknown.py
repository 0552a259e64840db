"""
A bracket that no rule reads: its text and marks are kept, and it is listed.

``[ ]`` is ``<seg type="bracketed"> </seg>``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.rules import Rank
from tei_edition.rules.context import Reading

if TYPE_CHECKING:
    from tei_edition.rules.context import Bracket, Context

RANK = Rank.DEFAULT
TITLE = "a bracket whose meaning is not known"


def read(bracket: Bracket, _context: Context) -> Reading | None:
    """Read a bracket without a word."""
    if bracket.words:
        return None
    return Reading("unknown", (bracket.piece("seg", ("type", "bracketed")),), "It holds no word.", "unknown")


