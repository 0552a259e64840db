"""
Words in the margin.

``[in margin: agreed]`` is ``<add place="margin">agreed</add>``; ``[[left margin]]`` is ``<note type="mark" place="margin">``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition.model import Piece
from tei_edition.rules import Rank, form, wording
from tei_edition.rules.bracket import Reading

if TYPE_CHECKING:
    from tei_edition.rules.bracket import Bracket
    from tei_edition.rules.context import Context

RANK = Rank.FORM
TITLE = "words in the margin"
FORM = form.plain("add", ("place", "margin"))
PLACE = ("place", "margin")
ASTERISKS = re.compile(r"\*\s*(?P<text>[^*]*[^*\s])\s*\*")


def read(bracket: Bracket, _context: Context) -> Reading | None:
    """Read a bracket that opens with a place beside the text, or words between asterisks."""
    text = bracket.source.text[bracket.start + bracket.open : bracket.end - bracket.close]
    starred = ASTERISKS.fullmatch(text)
    if starred:
        opening, closing = bracket.open + starred.start("text"), bracket.close + len(text) - starred.end("text")
        piece = Piece("add", bracket.start, bracket.end, bracket.rend(PLACE), opening, closing)
        return Reading("margin", (piece,), "Its words stand between asterisks.")
    found = wording.opening(bracket, "margin")
    if not found:
        return None
    rest = re.match(r"\s*[:,—–-]\s*(?=\S)", text[found.end :])
    if rest and "_" not in text:
        piece = Piece("add", bracket.start, bracket.end, bracket.rend(PLACE), bracket.open + found.end + rest.end(), bracket.close)
        return Reading("margin", (piece,), found.evidence)
    return Reading("margin", (bracket.piece("note", ("type", "mark"), PLACE),), found.evidence)
