"""
A short form that is declared for what follows.

``Johnson [hereafter LBJ]`` is ``Johnson <note type="alias">hereafter LBJ</note>``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.rules import Rank, form, wording
from tei_edition.rules.bracket import Reading

if TYPE_CHECKING:
    from tei_edition.rules.bracket import Bracket
    from tei_edition.rules.context import Context

RANK = Rank.OPENING
TITLE = "a short form that is declared for what follows"
FORM = form.plain("note", ("type", "alias"))
MOST_WORDS = 12


def read(bracket: Bracket, _context: Context) -> Reading | None:
    """Read a bracket that opens with "hereafter" or the like."""
    found = wording.opening(bracket, "alias", MOST_WORDS)
    if not found or len(bracket.words) < 2:  # noqa: PLR2004 - the short form itself
        return None
    return Reading("alias", (bracket.piece("note", ("type", "alias")),), found.evidence)
