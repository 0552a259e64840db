"""
A label for the matter that a paragraph treats.

``[On human rights] We need`` is ``<milestone unit="topic"/><label type="topic">On human rights</label> We need``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition import languages
from tei_edition.model import Piece
from tei_edition.rules import Rank, form
from tei_edition.rules.bracket import Reading
from tei_edition.rules.grammar import capitalised, first_word

if TYPE_CHECKING:
    from tei_edition.rules.bracket import Bracket
    from tei_edition.rules.context import Context

RANK = Rank.OPENING
TITLE = "a label for the matter that a paragraph treats"
OPENING = re.compile(languages.pattern("topic") + r"(?!\w)", re.IGNORECASE)
MOST_WORDS = 14


def read(bracket: Bracket, _context: Context) -> Reading | None:
    """Read a bracket that opens a paragraph or a speech and is followed by a new sentence."""
    opening = OPENING.match(bracket.inner)
    within = opening and bracket.stopped and len(bracket.words) > 1
    if not (bracket.opens or within) or bracket.alone or bracket.nested:
        return None
    if not capitalised(bracket.inner) or len(bracket.words) > MOST_WORDS:
        return None
    follows = re.match(r"\s+['\"“«„]?", bracket.after)
    if not follows or not capitalised(first_word(bracket.after[follows.end() - 1 :] or " ")):
        return None
    if re.search(r"[.!?]$", bracket.inner.strip()) or (not opening and len(bracket.words) < 2):  # noqa: PLR2004 - part of a name
        return None
    milestone = Piece("milestone", bracket.start, bracket.start, (("unit", "topic"),))
    pieces = (milestone, bracket.piece("label", ("type", "topic")))
    if opening:
        evidence = f"It opens {'the paragraph ' if bracket.opens else ''}with {opening[0]!r}, and a new sentence begins after it."
        return Reading("topic", pieces, evidence, rank=Rank.OPENING if bracket.inner.strip().endswith(":") else Rank.NAME)
    return Reading("topic", pieces, "It opens the paragraph, and a new sentence begins after it.", "medium", Rank.POSITION)


def _form(bracket: Bracket, _context: Context, _given: form.Given) -> tuple[Piece, ...]:
    """Return the elements of a topic's label."""
    return Piece("milestone", bracket.start, bracket.start, (("unit", "topic"),)), bracket.piece("label", ("type", "topic"))


FORM = _form
