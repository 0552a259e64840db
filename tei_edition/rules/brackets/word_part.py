"""
Letters supplied within a word.

``s[ich]`` is ``s<supplied reason="omitted" ana="#word-part">ich</supplied>``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition.rules import Rank
from tei_edition.rules.context import Reading

if TYPE_CHECKING:
    from tei_edition.rules.context import Bracket, Context

RANK = Rank.TOUCH
TITLE = "letters that a word lacks"


def read(bracket: Bracket, _context: Context) -> Reading | None:
    """Read letters that touch a letter before or after the bracket."""
    before, after = bracket.before[-1:], bracket.after[:1]
    touches = before.isalpha() or after.isalpha()
    if not touches or not re.fullmatch(r"[^\W\d_]+['’.-]?", bracket.inner):
        return None
    piece = bracket.piece("supplied", ("reason", "omitted"), ("ana", "#word-part"))
    return Reading("word-part", (piece,), "It holds letters and touches a letter: part of a word.")
