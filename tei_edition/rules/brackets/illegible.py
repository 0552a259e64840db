"""
Words that could not be read or heard.

``like a [inaudible]`` is ``like a <gap reason="inaudible"><desc>inaudible</desc></gap>``; talk that was heard but not understood,
``[unclear exchange]``, is `vocal`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.rules import Rank, form, wording
from tei_edition.rules.amounts import amount
from tei_edition.rules.bracket import Reading
from tei_edition.rules.brackets.conjecture import unread
from tei_edition.rules.brackets.garble import guess

if TYPE_CHECKING:
    from tei_edition.rules.bracket import Bracket
    from tei_edition.rules.context import Context

RANK = Rank.OPENING
TITLE = "words that could not be read or heard"
FORM = form.described("gap", ("reason", "illegible"))
MOST_WORDS = 8
KINDS = ("illegible", "inaudible")


def read(bracket: Bracket, context: Context) -> Reading | None:
    """Read a short statement that something is illegible or inaudible, and a question mark that stands for a word."""
    for reason in KINDS:
        found = wording.find(bracket, reason, MOST_WORDS)
        if found and not amount(bracket.inner, context.profile.units):
            talk = wording.find(bracket, "talk", MOST_WORDS)
            told = bracket.described("vocal") if talk else bracket.described("gap", ("reason", reason))
            pieces = guess(bracket, reason, ("ana", "#illegible")) or told
            return Reading("illegible", pieces, found.evidence, rank=found.rank)
    if bracket.inner.strip() == "?" and bracket.token is None:
        return Reading("illegible", bracket.described("gap", ("reason", "illegible")), "A question mark stands for a word.", "medium")
    if unread(bracket):
        why = "It holds a question mark with dots or dashes and no word: something that was not read."
        return Reading("illegible", bracket.described("gap", ("reason", "illegible")), why, "medium")
    return None
