"""
A title or an office that the source leaves out, or whose office it is.

``[Soviet] Ambassador`` is ``<roleName><supplied>Soviet</supplied> Ambassador</roleName>``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition.model import Piece
from tei_edition.rules import Rank, form
from tei_edition.rules.bracket import Reading
from tei_edition.rules.grammar import capitalised, closed, is_a, last_word, proper
from tei_edition.rules.parts import is_role

if TYPE_CHECKING:
    from tei_edition.rules.bracket import Bracket
    from tei_edition.rules.context import Context

RANK = Rank.NAME
TITLE = "a title or an office that the source leaves out"
FORM = form.plain("supplied", round_it="roleName")
NEXT = re.compile(r"\s(?P<names>[^\W\d_a-z][\w'’-]*(?:\s+[^\W\d_a-z][\w'’-]*){0,2})")
MOST_WORDS = 8
FEW = 3
LONG = 9


def read(bracket: Bracket, _context: Context) -> Reading | None:
    """Read an office before a name, whose office it is before an office, or the rest of an office after its first word."""
    match = NEXT.match(bracket.after)
    words = re.findall(r"[\w'’-]+\.?", bracket.inner)
    if bracket.alone or bracket.nested or not match or not 0 < len(words) <= MOST_WORDS:
        return None
    names = match["names"].split()
    if proper(names[0], bracket.tongues) and _held(words):
        pieces = (Piece("roleName", bracket.start, bracket.end), bracket.piece("supplied"))
        return Reading("role", pieces, f"It holds an office, {bracket.inner!r}, and the name {names[0]!r} stands after it.")
    office = next((at for at, name in enumerate(names) if is_a(name, "office")), None)
    if office is not None and capitalised(bracket.inner) and len(words) <= FEW and all(proper(word, bracket.tongues) for word in words):
        end = bracket.end + [name.end() for name in re.finditer(r"[\w'’-]+", bracket.after)][office]
        pieces = (Piece("roleName", bracket.start, end), bracket.piece("supplied"))
        return Reading("role", pieces, f"The office {names[office]!r} stands after it, and it says of what.", "medium")
    if is_a(last_word(bracket.before), "office") and is_a(words[0], "preposition") and proper(names[0], bracket.tongues):
        piece = bracket.piece("supplied", ("ana", "#role"))
        return Reading("role", (piece,), f"The office {last_word(bracket.before)!r} stands before it, and it says of what.", "medium")
    return None


def _held(words: list[str]) -> bool:
    """Tell whether *words* name an office, with or without a part of a name after it."""
    small = len(words) <= FEW and is_a(words[0], "office") and all(is_a(word, "office") or closed(word) for word in words)
    known = [word for word in words if len(word.strip(".")) > 1 and (is_a(word, "office", "title") or _compound(word))]
    other = len(words) > 1 and is_a(words[0], "pronoun", "conjunction") and not is_a(words[0], "article")
    return (capitalised(words[0]) or small) and bool(known) and not other


def _compound(word: str) -> bool:
    """Tell whether *word* is a long one that ends with an office: "Finanzminister"."""
    return len(word) > LONG and capitalised(word) and is_role(word.casefold())
