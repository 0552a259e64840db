"""
Words that could not be read, with their number.

``[two words illegible]`` is ``<gap reason="illegible" unit="word" quantity="2"><desc>two words illegible</desc></gap>``; ``[???]``
counts three.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.model import Piece
from tei_edition.rules import Rank, form, wording
from tei_edition.rules.amounts import amount
from tei_edition.rules.bracket import Reading
from tei_edition.rules.brackets.conjecture import counts

if TYPE_CHECKING:
    from tei_edition.rules.bracket import Bracket
    from tei_edition.rules.context import Context

RANK = Rank.OPENING
TITLE = "unread or unheard words with their number"
MOST_WORDS = 8


def read(bracket: Bracket, context: Context) -> Reading | None:
    """Read a statement of how much is illegible, and marks that count words."""
    number = counts(bracket)
    if number:
        size = (("unit", "word"), ("quantity", str(number)))
        inner = bracket.start + bracket.width, bracket.end - bracket.width
        gap = Piece("gap", bracket.start, bracket.end, (("reason", "illegible"), *size), bracket.width, bracket.width)
        return Reading("unread-count", (gap, Piece("desc", *inner)), f"It holds {number} marks, one for each word.", rank=Rank.OPENING)
    amounts = amount(bracket.inner, context.profile.units)
    for reason in ("illegible", "inaudible"):
        found = wording.find(bracket, reason, MOST_WORDS)
        if found and amounts:
            pieces = bracket.described("gap", ("reason", reason), *amounts)
            return Reading("unread-count", pieces, f"It says {found.words!r} and how much.", rank=found.rank)
    return None


def _form(bracket: Bracket, context: Context, given: form.Given) -> tuple[Piece, ...]:
    """Return the gap with the number that is given or stated."""
    size = amount(bracket.inner, context.profile.units)
    if not size and not form.SIZES & dict(given.attributes).keys():
        raise form.Lacking('the number of the words in it, or attributes = { quantity = "2" }')
    return bracket.described("gap", ("reason", "illegible"), *(size or (("unit", "word"),)))


FORM = _form
