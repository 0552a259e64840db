"""
A word that the writer dropped, and without which the sentence does not hold together.

``could not think [of] the name`` is ``could not think <supplied reason="omitted">of</supplied> the name``, where the house says that
small words were dropped by the writer; else they are put in for the sense.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition.rules import Rank, form
from tei_edition.rules.bracket import Reading
from tei_edition.rules.grammar import closed

if TYPE_CHECKING:
    from tei_edition.rules.bracket import Bracket
    from tei_edition.rules.context import Context

RANK = Rank.TOUCH
TITLE = "a word that the writer dropped"
FORM = form.plain("supplied", ("reason", "omitted"))
MOST_WORDS = 3
QUOTES = frozenset('"“”„«»‘’')


def read(bracket: Bracket, context: Context) -> Reading | None:
    """Read one to three words that only join others, or a mark of punctuation."""
    if bracket.alone or bracket.nested:
        return None
    piece = bracket.piece("supplied", ("reason", "omitted"))
    mark = bracket.inner.strip()
    if re.fullmatch(r"[^\w\s?*\[\]{}_]{1,2}", mark) and mark not in {"..", "--"}:
        return Reading("omitted", (piece,), f"It holds the mark {mark!r} alone.", rank=Rank.TOUCH)
    words = bracket.words
    if mark[:1] in QUOTES:
        return None
    if not 0 < len(words) <= MOST_WORDS or not all(closed(word, bracket.tongues) for word in words):
        return None
    evidence = "It holds nothing but words that join others, such as articles, prepositions and auxiliaries"
    if context.profile.small == "subaudible":
        piece = bracket.piece("supplied", ("reason", "subaudible"))
        return Reading("subaudible", (piece,), f"{evidence}: put in for the sense.", "medium", Rank.GRAMMAR)
    evidence += ": the writer dropped them."
    return Reading("omitted", (piece,), evidence, "medium", Rank.GRAMMAR)
