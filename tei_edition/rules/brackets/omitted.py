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
from tei_edition.rules.grammar import closed, is_a, last_word

if TYPE_CHECKING:
    from tei_edition.rules.bracket import Bracket
    from tei_edition.rules.context import Context

RANK = Rank.TOUCH
TITLE = "a word that the writer dropped"
FORM = form.plain("supplied", ("reason", "omitted"))
MOST_WORDS = 3
REPEATS = "It repeats after a conjunction what stands before it, which need not be said twice."
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
    joining = 0 < len(words) <= MOST_WORDS and all(closed(word, bracket.tongues) for word in words)
    if not joining or mark[:1] in QUOTES:
        return None
    evidence = "It holds nothing but words that join others, such as articles, prepositions and auxiliaries"
    repeats = _repeats(bracket)
    if repeats or context.profile.small == "subaudible":
        piece = bracket.piece("supplied", ("reason", "subaudible"))
        why = REPEATS if repeats else f"{evidence}: put in for the sense."
        return Reading("subaudible", (piece,), why, "medium", Rank.GRAMMAR)
    return Reading("omitted", (piece,), f"{evidence}: the writer dropped them.", "medium", Rank.GRAMMAR)


def _repeats(bracket: Bracket) -> bool:
    """Tell whether *bracket* stands after a conjunction and holds words that the sentence has before it."""
    sentence = re.split(r"[.!?]\s", bracket.before)[-1].casefold()
    earlier = re.findall(r"[\w'’-]+", sentence)[:-1]
    return is_a(last_word(bracket.before), "joining") and all(word in earlier for word in bracket.words) and not all(
        is_a(word, "article") for word in bracket.words
    )
