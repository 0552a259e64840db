"""
Text taken out by the publisher or a sanitizer.

``[name deleted]`` is ``<gap reason="redacted" ana="#deletion"><desc>name deleted</desc></gap>``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.rules import Rank, form, wording
from tei_edition.rules.amounts import amount
from tei_edition.rules.bracket import Reading
from tei_edition.rules.grammar import is_a
from tei_edition.rules.withheld import ana

if TYPE_CHECKING:
    from tei_edition.model import Attributes, Piece
    from tei_edition.rules.bracket import Bracket
    from tei_edition.rules.context import Context

RANK = Rank.FORM
TITLE = "text taken out by the publisher"
MOST_WORDS = 10


def read(bracket: Bracket, context: Context) -> Reading | None:
    """Read a short statement that something was deleted."""
    found = wording.find(bracket, "deleted", MOST_WORDS)
    told = found and any(is_a(word, "being") for word in bracket.inner[: found.end].split())
    other = wording.find(bracket, "withheld", MOST_WORDS) or any(wording.opening(bracket, kind) for kind in ("gloss", "source"))
    if not found or told or other:
        return None
    size = amount(bracket.inner, context.profile.units)
    return Reading("deletion", _pieces(bracket, size), f"It says {found.words!r}" + (" and how much." if size else "."))


def _pieces(bracket: Bracket, size: Attributes) -> tuple[Piece, ...]:
    """Return the elements of what is deleted: how much, and what it was."""
    return bracket.described("gap", ("reason", "redacted"), *ana(bracket.inner, "#deletion"), *size)


def _form(bracket: Bracket, context: Context, _given: form.Given) -> tuple[Piece, ...]:
    """Return the elements of text deleted, with the amount that its words state."""
    return _pieces(bracket, amount(bracket.inner, context.profile.units))


FORM = _form
