"""
A page or a leaf of the source.

``[p. 3]`` is ``<pb n="3"/>``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition import languages
from tei_edition.model import Piece
from tei_edition.rules import Rank
from tei_edition.rules.bracket import Reading

if TYPE_CHECKING:
    from tei_edition.rules.bracket import Bracket
    from tei_edition.rules.context import Context

RANK = Rank.FORM
TITLE = "the beginning of a page or a leaf"
PAGE = re.compile(rf"[/|]?\s*{languages.pattern('page')}\s*(?P<n>\d+\s?[rvab]?|[ivxlc]+)", re.IGNORECASE)


def read(bracket: Bracket, _context: Context) -> Reading | None:
    """Read a word for page or leaf with its number."""
    match = PAGE.fullmatch(bracket.inner.strip(" /|"))
    if not match or bracket.whole:
        return None
    number = ("n", match["n"].replace(" ", ""))
    piece = Piece("pb", bracket.start, bracket.end, (number,), bracket.end - bracket.start, 0)
    return Reading("page", (piece,), f"It holds {match[0]!r}: a page and its number.")
