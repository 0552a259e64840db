"""
A label for the matter at the start of a paragraph.

``[On human rights] We need`` is ``<milestone unit="topic"/><label type="topic">On human rights</label> We need``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition import languages
from tei_edition.model import Piece
from tei_edition.rules import Rank
from tei_edition.rules.context import Reading, capitalised, first_word

if TYPE_CHECKING:
    from tei_edition.rules.context import Bracket, Context

RANK = Rank.POSITION
TITLE = "a label for the matter that a paragraph treats"
OPENING = re.compile(languages.pattern("topic") + r"(?!\w)", re.IGNORECASE)


def read(bracket: Bracket, _context: Context) -> Reading | None:
    """Read a bracket that opens a paragraph or a speech and is followed by a new sentence."""
    if not bracket.opens or bracket.whole or bracket.nested or not capitalised(bracket.inner):
        return None
    follows = re.match(r"\s+['\"“«„]?", bracket.after)
    if not follows or not capitalised(first_word(bracket.after[follows.end() - 1 :] or " ")):
        return None
    opening = OPENING.match(bracket.inner)
    if not opening and len(bracket.words) < 2:  # noqa: PLR2004 - one word before a capital is part of a name
        return None
    milestone = Piece("milestone", bracket.start, bracket.start, (("unit", "topic"),))
    evidence = "It opens the paragraph, and a new sentence begins after it."
    if opening:
        evidence = f"It opens the paragraph with {opening[0]!r}, and a new sentence begins after it."
    return Reading("topic", (milestone, bracket.piece("label", ("type", "topic"))), evidence, "high" if opening else "medium")
