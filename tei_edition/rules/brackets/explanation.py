"""
A gloss on what stands before it: the sentence is whole without it.

``out of the country [abroad]`` is ``out of the country <supplied reason="explanation">abroad</supplied>``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition import languages
from tei_edition.rules import Rank
from tei_edition.rules.context import Reading, capitalised, last_word

if TYPE_CHECKING:
    from tei_edition.rules.context import Bracket, Context

RANK = Rank.POSITION
TITLE = "an explanation of what stands before"


def read(bracket: Bracket, _context: Context) -> Reading | None:
    """Read a bracket that says the thing before it in other words."""
    why = _why(bracket)
    if not why or bracket.whole:
        return None
    return Reading("explanation", (bracket.piece("supplied", ("reason", "explanation")),), why, "medium")


def _why(bracket: Bracket) -> str:
    """Return the evidence, or nothing."""
    gloss = re.match(languages.pattern("gloss") + r"(?!\w)", bracket.inner, re.IGNORECASE)
    if gloss:
        return f"It opens with {gloss[0]!r}."
    before = last_word(bracket.before).casefold()
    if not before:
        return ""
    if bracket.folded in languages.words("adverb") and re.match(r"\s*[.,;:!?)]", bracket.after + "."):
        return f"An adverb stands after {before!r} and before a stop: the phrase before it is complete."
    first = bracket.words[0] if bracket.words else ""
    names = capitalised(bracket.inner.strip()) or first in languages.words("determiner")
    if before in languages.words("pronoun") and before not in languages.words("determiner") and names:
        return f"The pronoun {before!r} stands before it, and it says who or what is meant."
    return ""
