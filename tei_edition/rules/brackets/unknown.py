"""
A bracket whose meaning is not known.

``electric [cl12]and`` is ``electric <seg type="bracketed">cl12</seg>and``: kept, counted, and listed for a person to decide.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition.rules import Rank, form
from tei_edition.rules.bracket import Reading
from tei_edition.rules.brackets.subaudible import unworded

if TYPE_CHECKING:
    from tei_edition.rules.bracket import Bracket
    from tei_edition.rules.context import Context

RANK = Rank.TOUCH
TITLE = "a bracket whose meaning is not known"
FORM = form.plain("seg", ("type", "bracketed"))
CODE = re.compile(r"[a-z]{1,4}\d+[a-z]?")


def read(bracket: Bracket, _context: Context) -> Reading | None:
    """Read a bracket without a word, and a code of the typesetter's."""
    piece = bracket.piece("seg", ("type", "bracketed"))
    if CODE.fullmatch(bracket.inner) and (bracket.after[:1].isalpha() or bracket.before[-1:].isalpha()):
        return Reading("unknown", (piece,), "It holds letters and figures that are no word, and touches one.", "unknown")
    if bracket.words and unworded(bracket):
        return Reading("unknown", (piece,), "It has not the form of words of a sentence.", "unknown", Rank.LAST)
    if bracket.words:
        return None
    return Reading("unknown", (piece,), "It holds no word.", "unknown", Rank.LAST)
