"""
Letters that a word lacks.

``replace[ment]`` is ``replace<supplied reason="omitted" ana="#word-part">ment</supplied>``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition.rules import Rank, form
from tei_edition.rules.bracket import Reading
from tei_edition.rules.brackets import expansion
from tei_edition.rules.grammar import is_a
from tei_edition.rules.likeness import alike

if TYPE_CHECKING:
    from tei_edition.rules.bracket import Bracket
    from tei_edition.rules.context import Context

RANK = Rank.TOUCH
TITLE = "letters that a word lacks"
FORM = form.plain("supplied", ("reason", "omitted"), ("ana", "#word-part"))
PART = re.compile(r"[^\W\d_]+['’.-]?|[^\W\d_]?[-'’][^\W\d_]*|[.,]?\d{1,3}")


def read(bracket: Bracket, context: Context) -> Reading | None:
    """Read letters that touch a letter before or after the bracket, or figures that touch a figure."""
    inner, before, after = bracket.inner, bracket.before[-1:], bracket.after[:1]
    figures = inner[-1:].isdigit() or (before.isdigit() and is_a(inner, "ending"))
    touches = (before.isdigit() or after.isdigit()) if figures else (before.isalpha() or after.isalpha())
    if not touches or not PART.fullmatch(inner) or bracket.asked(expansion, context) or alike(bracket):
        return None
    if inner[0].isupper() and inner[1:2].islower() and inner[-1].isalpha() and after.isupper() and not before.isalpha():
        return None
    piece = bracket.piece("supplied", ("reason", "omitted"), ("ana", "#word-part"))
    return Reading("word-part", (piece,), "It touches a letter or a figure: part of a word.")
