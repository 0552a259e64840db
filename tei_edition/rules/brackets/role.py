"""
A title or an office added before a name, or what an office is of.

``[General] MacArthur`` and ``[Soviet] Ambassador`` are ``<roleName><supplied>General</supplied></roleName> MacArthur`` and
``<roleName><supplied>Soviet</supplied> Ambassador</roleName>``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition import languages
from tei_edition.model import Piece
from tei_edition.rules import Rank
from tei_edition.rules.context import Reading, capitalised

if TYPE_CHECKING:
    from tei_edition.rules.context import Bracket, Context

RANK = Rank.NAME
TITLE = "a title or an office that the source leaves out"
NEXT = re.compile(r"[ \t\r\n]([^\W\d_][\w'’-]*)")
MOST_WORDS = 4


def read(bracket: Bracket, _context: Context) -> Reading | None:
    """Read an office before a name, or a word before an office."""
    match = NEXT.match(bracket.after)
    words = bracket.words
    if bracket.whole or bracket.nested or not match or not 0 < len(words) <= MOST_WORDS or not capitalised(bracket.inner):
        return None
    office = languages.words("office") | languages.words("title")
    if words[-1].strip(".") in office and match[1][0].isupper() and match[1].casefold() not in languages.words("function"):
        pieces = (Piece("roleName", bracket.start, bracket.end), bracket.piece("supplied"))
        return Reading("role", pieces, f"It holds the office {bracket.inner!r}, and a name stands after it.")
    if match[1].casefold() in languages.words("office") and match[1][0].isupper() and len(words) == 1:
        pieces = (Piece("roleName", bracket.start, bracket.end + match.end()), bracket.piece("supplied"))
        return Reading("role", pieces, f"The office {match[1]!r} stands after it, and it says of what.", "medium")
    return None
