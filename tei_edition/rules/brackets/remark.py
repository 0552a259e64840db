"""
A whole sentence in brackets, of which nothing else is known: a remark on the record.

``[The tape ends here, and nobody noticed.]`` is ``<note type="editorial">...</note>``, at low certainty.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition.rules import Rank
from tei_edition.rules.context import Reading

if TYPE_CHECKING:
    from tei_edition.rules.context import Bracket, Context

RANK = Rank.DEFAULT
TITLE = "a remark, of which nothing else is known"
SENTENCE = re.compile(r"\w[.!?]['\"”’»]?\s*$")
LEAST_WORDS = 9


def read(bracket: Bracket, _context: Context) -> Reading | None:
    """Read a bracket that is too long for words of the sentence, or that fills a paragraph and is a sentence."""
    long = len(bracket.words) >= LEAST_WORDS
    if not (long or (bracket.whole and SENTENCE.search(bracket.inner))):
        return None
    evidence = f"It holds {len(bracket.words)} words, too many for what a sentence lacks, and no wording names a meaning."
    return Reading("note", (bracket.piece("note", ("type", "editorial")),), evidence, "low")
