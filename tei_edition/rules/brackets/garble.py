"""
A garbled transmission, with or without a guess.

``[garble]`` is ``<gap reason="garbled"><desc>garble</desc></gap>``; ``[garble—hope?]`` is ``<unclear reason="garbled"
cert="low">hope</unclear>``. ``[apparent garble]`` does not say that anything is gone, only that what stands there seems to be: it is
``<note type="editorial" subtype="garble">apparent garble</note>``.
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
    size = amount(bracket.inner, context.profile.units)
    guessed = guess(bracket, "garbled")
    doubt = None if size or guessed else _doubt(bracket)
    if doubt:
        note = bracket.piece("note", ("type", "editorial"), ("subtype", "garble"))
        return Reading("garble", (note,), f"It says that what stands here is garbled, but doubts it: {doubt!r}.", rank=Rank.OPENING)
    pieces = guessed or bracket.described("gap", ("reason", "garbled"), *size)
    return Reading("garble", pieces, found.evidence, rank=Rank.OPENING)


def _doubt(bracket: Bracket) -> str:
    """Return the word by which *bracket* doubts what it says, or nothing."""
    found = wording.find(bracket, "hedge", MOST_WORDS)
    return found.words if found else ""


def guess(bracket: Bracket, reason: str, *attributes: tuple[str, str]) -> tuple[Piece, ...]:
    """Return what stands for a guess after a dash, ``[garble—hope?]``, or nothing where there is none."""
    text = bracket.source.text[bracket.start + bracket.open : bracket.end - bracket.close]
    match = GUESS.match(text)
    if not match or "[" in text:
        return ()
    said = bracket.rend(("reason", reason), ("cert", "low"), *attributes)
    opening, closing = bracket.open + len(match["head"]), bracket.close + len(match["doubt"])
    return (Piece("unclear", bracket.start, bracket.end, said, opening, closing),)
