"""
Words that are struck out in the source.

``[struck out: not]`` is ``<del>not</del>``; ``[3 words struck out]`` is ``<del><gap unit="word"
quantity="3"><desc>...</desc></gap></del>``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition.model import Piece
from tei_edition.rules import Rank, form, wording
from tei_edition.rules.amounts import amount
from tei_edition.rules.bracket import Reading

if TYPE_CHECKING:
    from tei_edition.rules.bracket import Bracket
    from tei_edition.rules.context import Context

RANK = Rank.OPENING
TITLE = "words struck out in the source"
FORM = form.plain("del")
MOST_WORDS = 30


def read(bracket: Bracket, context: Context) -> Reading | None:
    """Read words that are said to be struck out, and a statement how many are."""
    found = wording.find(bracket, "struck", MOST_WORDS)
    text = bracket.source.text[bracket.start + bracket.open : bracket.end - bracket.close]
    if not found or "[" in text:
        return None
    rest = re.match(r"\s*:\s*(?=\S)", text[found.end :]) if found.opens else None
    if rest and text == bracket.inner:
        opening = bracket.open + found.end + rest.end()
        piece = Piece("del", bracket.start, bracket.end, bracket.rend(), opening, bracket.close)
        return Reading("struck", (piece,), found.evidence, rank=found.rank)
    size = amount(bracket.inner, context.profile.units)
    if not size and len(bracket.words) > len(found.words.split()) + 3:
        return None
    inner = bracket.start + bracket.open, bracket.end - bracket.close
    pieces = (bracket.piece("del"), Piece("gap", *inner, (("reason", "illegible"), *size)), Piece("desc", *inner))
    return Reading("struck", pieces, found.evidence, rank=found.rank)
