"""
A place that the source leaves empty.

``on [date left blank]`` is ``on <space><desc>date left blank</desc></space>``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.model import Piece
from tei_edition.rules import Rank, form, wording
from tei_edition.rules.amounts import amount
from tei_edition.rules.bracket import Reading
from tei_edition.rules.brackets.conjecture import counts
from tei_edition.rules.grammar import kin, last_word

if TYPE_CHECKING:
    from tei_edition.rules.bracket import Bracket
    from tei_edition.rules.context import Context

RANK = Rank.OPENING
TITLE = "a place that the source leaves empty"
FORM = form.described("space", sized=True)
MOST_WORDS = 5


def read(bracket: Bracket, context: Context) -> Reading | None:
    """Read a statement that something is blank, and brackets with nothing in them."""
    if not bracket.inner.strip(" _\t") and not counts(bracket):
        mark = Piece("space", bracket.start, bracket.end, (), bracket.end - bracket.start, 0)
        return Reading("blank", (mark,), "There is nothing in it.")
    found = wording.find(bracket, "blank", MOST_WORDS)
    if not found or not (found.opens or found.end >= len(bracket.inner.rstrip(" ."))):
        return None
    one = found.words.casefold() == bracket.folded and " " not in found.words
    if one and kin(last_word(bracket.before), bracket.tongues, "determiner", "article") and not bracket.ends_phrase:
        return None
    size = amount(bracket.inner, context.profile.units)
    return Reading("blank", bracket.described("space", *size), found.evidence, rank=found.rank)
