"""
A reading the editor doubts.

``[for?]`` is ``<unclear cert="low">for</unclear>``, or `supplied` where the profile's house restores; the mark says the doubt.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition.model import Piece
from tei_edition.rules import Rank
from tei_edition.rules.context import Reading

if TYPE_CHECKING:
    from tei_edition.rules.context import Bracket, Context

RANK = Rank.TOUCH
TITLE = "a reading that the editor doubts"
MOST_WORDS = 6
TOKEN = re.compile(r"[^\s\[\]]+(?P<blank>\s*)$")


def read(bracket: Bracket, context: Context) -> Reading | None:
    """Read a few words that end in a question mark, or a question mark alone after a word."""
    inner = bracket.inner.rstrip()
    if bracket.whole or bracket.nested or not inner.endswith("?") or len(bracket.words) > MOST_WORDS:
        return None
    cert = ("cert", "low")
    if inner.strip("? "):
        doubt = len(bracket.inner) - len(inner.rstrip("? "))
        piece = Piece(context.profile.conjecture, bracket.start, bracket.end, (cert, ("ana", "#conjecture")), 1, 1 + doubt)
        return Reading("conjecture", (piece,), "It ends in a question mark.")
    token = TOKEN.search(bracket.before)
    if not token:
        return None
    close = bracket.end - bracket.start + len(token["blank"])
    piece = Piece("unclear", bracket.start - len(token[0]), bracket.end, (cert, ("ana", "#conjecture")), 0, close)
    return Reading("conjecture", (piece,), f"A question mark alone stands after {token[0].strip()!r}.")
