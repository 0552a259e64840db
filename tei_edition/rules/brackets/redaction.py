"""
Text withheld, with its amount where that is said.

``[less than 1 line not declassified]`` is ``<gap reason="redacted" unit="line" atMost="1"><desc>...</desc></gap>``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition.rules import Rank, form, wording
from tei_edition.rules.amounts import amount
from tei_edition.rules.bracket import Reading
from tei_edition.rules.brackets.source import OPENING
from tei_edition.rules.withheld import ana, codes

if TYPE_CHECKING:
    from tei_edition.model import Attributes, Piece
    from tei_edition.rules.bracket import Bracket
    from tei_edition.rules.context import Context

RANK = Rank.FORM
TITLE = "text withheld"
MOST_WORDS = 20
NOT = re.compile(r"(?<!\w)(?:not|never)(?:\s+(?:yet|been|be))*\s+de-?cl\w{4,}", re.IGNORECASE)
MOST_CODED = 6


def read(bracket: Bracket, context: Context) -> Reading | None:
    """Read a statement that text was not released."""
    if not 0 < len(bracket.words) <= MOST_WORDS or OPENING.match(bracket.inner) or wording.opening(bracket, "omission"):
        return None
    coded = codes(bracket.own) if len(bracket.words) <= MOST_CODED and not bracket.after[:1].isalpha() else ()
    found = NOT.search(bracket.own)
    withheld = wording.find(bracket, "withheld", MOST_WORDS)
    if not found and not withheld and not coded:
        return None
    words = found[0] if found else withheld.words if withheld else coded[0].name
    size = amount(bracket.inner, context.profile.units)
    return Reading("redaction", _pieces(bracket, size), f"It says {words!r}" + (" and how much." if size else "."))


def _pieces(bracket: Bracket, size: Attributes) -> tuple[Piece, ...]:
    """Return the elements of what is withheld: how much, what it was, and under which code."""
    return bracket.described("gap", ("reason", "redacted"), *ana(bracket.inner), *size)


def _form(bracket: Bracket, context: Context, _given: form.Given) -> tuple[Piece, ...]:
    """Return the elements of text withheld, with the amount that its words state."""
    return _pieces(bracket, amount(bracket.inner, context.profile.units))


FORM = _form
