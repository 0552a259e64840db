"""
A statement that words are lacking in the source, which nobody left out.

``his [omission in the source text] attract`` is ``<gap reason="lost"><desc>omission in the source text</desc></gap>``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.rules import Rank, form, wording
from tei_edition.rules.amounts import amount
from tei_edition.rules.bracket import Reading
from tei_edition.rules.brackets.garble import guess

if TYPE_CHECKING:
    from tei_edition.rules.bracket import Bracket
    from tei_edition.rules.context import Context

RANK = Rank.OPENING
TITLE = "words that are lacking in the source"
FORM = form.described("gap", ("reason", "lost"), sized=True)
MOST_WORDS = 14
FEW = 3
COMMON = frozenset({"lost", "lacking"})
"""Words that say so only in a few words: "page lost"."""


def read(bracket: Bracket, context: Context) -> Reading | None:
    """Read a short statement that words are missing."""
    doubted = bracket.inner.rstrip().endswith("?")
    found = wording.find(bracket, "missing", MOST_WORDS) or (wording.find(bracket, "omission", MOST_WORDS) if doubted else None)
    few = 1 < len(bracket.words) <= FEW or wording.find(bracket, "record", FEW * 2)
    if not found or (found.words.casefold() in COMMON and not few):
        return None
    size = amount(bracket.inner, context.profile.units)
    pieces = guess(bracket, "lost") or bracket.described("gap", ("reason", "lost"), *size)
    return Reading("missing", pieces, found.evidence, rank=Rank.OPENING)
