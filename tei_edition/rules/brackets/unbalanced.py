"""
A bracket without a partner: an error of the transcript.

It is kept as text, ``<seg type="unbalanced">[</seg>``, and reported with its line and column. A person can decide that it is the source's
own, ``<seg rend="brackets">[</seg>``, or no bracket at all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.rules import Rank, form

if TYPE_CHECKING:
    from tei_edition.model import Piece
    from tei_edition.rules.bracket import Bracket, Reading
    from tei_edition.rules.context import Context

RANK = Rank.LAST
TITLE = "a bracket without a partner, kept as text"


def read(_bracket: Bracket, _context: Context) -> Reading | None:
    """Read no pair: a lone mark is found when brackets are paired."""
    return None


def _form(_bracket: Bracket, _context: Context, _given: form.Given) -> tuple[Piece, ...]:
    """Refuse a pair of marks: only a mark alone has no partner."""
    raise form.Lacking("a mark alone, and there are two")


FORM = _form
