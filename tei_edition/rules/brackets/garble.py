"""
A garbled transmission, with or without a guess.

``[garble]`` is ``<gap reason="garbled"><desc>garble</desc></gap>``; ``[garble—hope?]`` is ``<unclear reason="garbled"
cert="low">hope</unclear>``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition.model import Piece
from tei_edition.rules import Rank, form, wording
from tei_edition.rules.amounts import amount
from tei_edition.rules.bracket import Reading

if TYPE_CHECKING:
    from tei_edition.rules.bracket import Bracket
    from tei_edition.rules.context import Context

RANK = Rank.OPENING
TITLE = "words garbled in transmission"
FORM = form.described("gap", ("reason", "garbled"), sized=True)
MOST_WORDS = 9
GUESS = re.compile(r"(?P<head>[^—–:?-]*\s?[—–:-]+\s*)(?P<guess>[^?]+?)(?P<doubt>\s*\??\s*)$")


def read(bracket: Bracket, context: Context) -> Reading | None:
    """Read a short statement that words are garbled."""
    found = wording.find(bracket, "garbled", MOST_WORDS)
    if not found:
        return None
    pieces = guess(bracket, "garbled") or bracket.described(
        "gap", ("reason", "garbled"), *amount(bracket.inner, context.profile.units),
    )
    return Reading("garble", pieces, found.evidence, rank=Rank.OPENING)


def guess(bracket: Bracket, reason: str, *attributes: tuple[str, str]) -> tuple[Piece, ...]:
    """Return what stands for a guess after a dash, ``[garble—hope?]``, or nothing where there is none."""
    text = bracket.source.text[bracket.start + bracket.open : bracket.end - bracket.close]
    match = GUESS.match(text)
    if not match or "[" in text:
        return ()
    said = bracket.rend(("reason", reason), ("cert", "low"), *attributes)
    opening, closing = bracket.open + len(match["head"]), bracket.close + len(match["doubt"])
    return (Piece("unclear", bracket.start, bracket.end, said, opening, closing),)
