"""
The right number beside a wrong one.

``June 17 [11], 1947`` is ``June <choice><sic>17</sic><corr>11</corr></choice>, 1947``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition.model import Piece
from tei_edition.rules import Rank
from tei_edition.rules.context import Reading

if TYPE_CHECKING:
    from tei_edition.rules.context import Bracket, Context

RANK = Rank.POSITION
TITLE = "the right reading beside a wrong one"
NUMBER = re.compile(r"(?<![\w.,])\d{1,4}(?P<blank>\s+)$")


def read(bracket: Bracket, context: Context) -> Reading | None:
    """Read a number straight after another number."""
    wrong = NUMBER.search(bracket.before)
    if not wrong or not re.fullmatch(r"\d{1,4}", bracket.inner) or bracket.inner in context.notes:
        return None
    start = bracket.start - len(wrong[0])
    wrong_end = bracket.start - len(wrong["blank"])
    pieces = (
        Piece("choice", start, bracket.end),
        Piece("sic", start, wrong_end),
        Piece("corr", wrong_end, bracket.end, (), len(wrong["blank"]) + 1, 1),
    )
    evidence = f"A number stands straight after the number {wrong[0].strip()!r}: it corrects it."
    return Reading("correction", pieces, evidence, "medium")
