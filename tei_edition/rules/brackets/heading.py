"""
The heading of a part that the editor names.

``[Enclosure]`` in a paragraph by itself is ``<head><supplied ana="#heading">Enclosure</supplied></head>`` of a new division.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition.model import Piece
from tei_edition.rules import Rank, form, wording
from tei_edition.rules.bracket import Reading
from tei_edition.rules.grammar import capitalised, finite, personal

if TYPE_CHECKING:
    from tei_edition.rules.bracket import Bracket
    from tei_edition.rules.context import Context

RANK = Rank.POSITION
TITLE = "the heading of a part"
MOST_WORDS = 12


def read(bracket: Bracket, _context: Context) -> Reading | None:
    """Read a bracket that fills its paragraph with a few words that are no sentence."""
    inner = bracket.inner.strip()
    if not bracket.alone or not capitalised(inner) or not 0 < len(bracket.words) <= MOST_WORDS or re.search(r"[.?!:,;]$", inner):
        return None
    found = wording.opening(bracket, "heading", MOST_WORDS)
    if finite(inner, bracket.tongues) or personal(inner, bracket.tongues):
        return None
    head = Piece("head", bracket.start, bracket.end)
    pieces = (head, bracket.piece("supplied", ("ana", "#heading"))) if bracket.whole else (bracket.piece("supplied", ("ana", "#heading")),)
    if found:
        return Reading("heading", pieces, f"It fills its paragraph and opens with {found.words!r}.", rank=Rank.FORM)
    return Reading("heading", pieces, "It fills its paragraph with a few words that are no sentence.", "medium")


def _form(bracket: Bracket, _context: Context, _given: form.Given) -> tuple[Piece, ...]:
    """Return the elements of a heading: `head` too where it fills its paragraph."""
    head = (Piece("head", bracket.start, bracket.end),) if bracket.whole else ()
    return (*head, bracket.piece("supplied", ("ana", "#heading")))


FORM = _form
