"""
Dots that the source has itself.

``[...]`` is ``<ellipsis><metamark function="ellipsis">...</metamark></ellipsis>`` where the house prints no dots of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.model import Piece
from tei_edition.rules import Rank, form
from tei_edition.rules.bracket import Reading
from tei_edition.rules.brackets.lost_letters import SEVERAL

if TYPE_CHECKING:
    from tei_edition.rules.bracket import Bracket
    from tei_edition.rules.context import Context

RANK = Rank.OPENING
TITLE = "dots that the source has itself"


def read(bracket: Bracket, context: Context) -> Reading | None:
    """Read dots alone, where the profile says that dots are the source's."""
    if context.profile.dots != "ellipsis" or not SEVERAL.fullmatch(bracket.inner):
        return None
    metamark = Piece("metamark", bracket.start + bracket.open, bracket.end - bracket.close, (("function", "ellipsis"),))
    evidence = "It holds dots alone, and this house's dots are the source's."
    return Reading("ellipsis", (bracket.piece("ellipsis"), metamark), evidence, "medium")


def _form(bracket: Bracket, _context: Context, _given: form.Given) -> tuple[Piece, ...]:
    """Return the elements of the source's own dots."""
    return bracket.piece("ellipsis"), Piece("metamark", *form.words(bracket), (("function", "ellipsis"),))


FORM = _form
