"""
A bracket within another whose words are its own matter: a number in a file's title, a note in a note.

``[Source: Box 1 [2 of 2], secret.]`` keeps the inner one as ``<seg rend="brackets">[2 of 2]</seg>``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.model import Piece
from tei_edition.rules import Rank, form
from tei_edition.rules.bracket import Reading

if TYPE_CHECKING:
    from tei_edition.rules.bracket import Bracket
    from tei_edition.rules.context import Context

RANK = Rank.TOUCH
TITLE = "a bracket within another, kept as text"
FORM = form.plain("seg", ("rend", "brackets"))
EDITORS = frozenset({"source", "note", "omission", "footnote-mark", "event", "redaction"})


def read(bracket: Bracket, _context: Context) -> Reading | None:
    """Read a bracket without a wording of its own in one that holds the editor's words."""
    if not bracket.outer:
        return None
    piece = Piece("seg", bracket.start, bracket.end, (("rend", "brackets"),))
    rank = Rank.TOUCH if bracket.outer in EDITORS else Rank.POSITION
    return Reading("nested-inner", (piece,), f"It stands within a bracket read as {bracket.outer}.", "medium", rank)
