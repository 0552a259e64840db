"""
Brackets and words that are the document's own.

``[2 of 2]`` in a file's title is ``<seg rend="brackets">[2 of 2]</seg>``: the brackets stay text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition.model import Piece
from tei_edition.rules import Rank, form, wording
from tei_edition.rules.bracket import Reading
from tei_edition.rules.grammar import capitalised, finite, personal

if TYPE_CHECKING:
    from tei_edition.model import Cert
    from tei_edition.rules.bracket import Bracket
    from tei_edition.rules.context import Context

RANK = Rank.FORM
TITLE = "brackets of the document itself"
FORM = form.plain("seg", ("rend", "brackets"))
PART = re.compile(r"\d{1,3}\s+of\s+\d{1,3}|\d{1,3}/\d{1,3}")
SAID = re.compile(r"\W*\(\s*(?:square\s+)?brackets?\s+(?:are\s+)?in\s+(?:the\s+)?(?:source|original)", re.IGNORECASE)
FILED = re.compile(r"(?:^|\W)ibid\.,?\s+$", re.IGNORECASE)
LEAST = 3


def read(bracket: Bracket, context: Context) -> Reading | None:
    """Read the number of a file, a box to tick, a sentence of its own, and brackets that are said to be the source's."""
    why, cert, rank = _why(bracket, context)
    if not why:
        return None
    piece = Piece("seg", bracket.start, bracket.end, (("rend", "brackets"),))
    return Reading("original", (piece,), why, cert, rank)


def _why(bracket: Bracket, context: Context) -> tuple[str, Cert, Rank]:
    """Return the evidence, how sure it is and its kind; the evidence is empty where there is none."""
    inner = bracket.inner.strip()
    if FILED.search(bracket.before) and capitalised(inner):
        return "It stands where the title of a file stands.", "medium", Rank.FORM
    if SAID.match(bracket.after):
        return "The text after it says that the brackets are the source's.", "high", Rank.FORM
    again = wording.opening(bracket, "repeated", LEAST)
    if again and len(bracket.words) > 1 and not bracket.stopped:
        return f"It opens with {again.words!r}, as cables insist on a word.", "medium", Rank.OPENING
    if PART.fullmatch(inner) and not bracket.outer:
        return "It counts the parts of a file.", "high", Rank.FORM
    if _box(bracket):
        return f"{inner!r} is a box to tick.", "medium", Rank.POSITION
    return _sentence(bracket, context)


def _box(bracket: Bracket) -> bool:
    """Tell whether *bracket* is a box to tick."""
    box = wording.opening(bracket, "approval", LEAST)
    whole = box is not None and capitalised(bracket.inner.strip()) and box.words.casefold() == bracket.folded
    return whole and (bracket.opens or not bracket.after.strip())


def _sentence(bracket: Bracket, context: Context) -> tuple[str, Cert, Rank]:
    """Return the evidence that a sentence in brackets is the document's own."""
    inner = bracket.inner.strip()
    sentence = bracket.apart_from_sentence and capitalised(inner) and len(bracket.words) >= LEAST
    said = finite(inner, bracket.tongues) or personal(inner, bracket.tongues) or re.search(r"[.!?]$", inner)
    if context.profile.sentence == "original" and sentence and said:
        return "It is a sentence of its own, and no wording says that an editor speaks.", "low", Rank.GRAMMAR
    return "", "low", RANK
