"""
The missing part of a name beside the part that is written.

``[Yuri] Orlov`` is ``<persName><forename><supplied>Yuri</supplied></forename> <surname>Orlov</surname></persName>``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition import languages
from tei_edition.model import Piece
from tei_edition.rules import Rank
from tei_edition.rules.blocks.speaker import person_id
from tei_edition.rules.context import Reading, capitalised

if TYPE_CHECKING:
    from tei_edition.rules.context import Bracket, Context

RANK = Rank.NAME
TITLE = "a part of a name that the source leaves out"
MOST_WORDS = 3
NEXT = re.compile(r"[ \t\r\n]([^\W\d_][\w'’-]+)(?![\w.]*\w)")


def read(bracket: Bracket, _context: Context) -> Reading | None:
    """Read a bracket of names before a name."""
    match = NEXT.match(bracket.after)
    if bracket.whole or bracket.nested or not match or not _is_name(match[1]):
        return None
    given = bracket.inner.split()
    if not 0 < len(given) <= MOST_WORDS or not all(_is_name(word) for word in given):
        return None
    surname = match[1].removesuffix("'s").removesuffix("’s")
    start, end = bracket.end + 1, bracket.end + 1 + len(surname)
    pieces = (
        Piece("persName", bracket.start, end, (("ref", f"#{person_id(f'{bracket.inner} {surname}')}"),)),
        Piece("forename", bracket.start, bracket.end),
        bracket.piece("supplied"),
        Piece("surname", start, end),
    )
    evidence = f"It holds nothing but capitalised names, and the name {surname!r} stands after it."
    return Reading("name", pieces, evidence, "medium")


def _is_name(word: str) -> bool:
    """Tell whether *word* looks like a name, and is no word that begins a sentence or names an office."""
    folded = word.casefold().strip(".")
    kinds = ("function", "adverb", "office", "unspoken", "topic", "event")
    return (
        capitalised(word)
        and word[:1].isupper()
        and re.fullmatch(r"[\w'’-]+\.?", word) is not None
        and not (word.isupper() and len(word) > 1 and not word.endswith("."))
        and not any(folded in languages.words(kind) for kind in kinds)
        and folded not in languages.months()
    )
