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

if TYPE_CHECKING:
    from tei_edition.rules.bracket import Bracket
    from tei_edition.rules.context import Context

RANK = Rank.FORM
TITLE = "text taken out by the publisher"
FORM = form.described("gap", ("reason", "redacted"), ("ana", "#deletion"), sized=True)
MOST_WORDS = 10


def read(bracket: Bracket, context: Context) -> Reading | None:
    """Read a short statement that something was deleted."""
    found = wording.find(bracket, "deleted", MOST_WORDS)
    told = found and any(is_a(word, "being") for word in bracket.inner[: found.end].split())
    other = wording.find(bracket, "withheld", MOST_WORDS) or any(wording.opening(bracket, kind) for kind in ("gloss", "source"))
    if not found or told or other:
        return None
    size = amount(bracket.inner, context.profile.units)
    pieces = bracket.described("gap", ("reason", "redacted"), ("ana", "#deletion"), *size)
    return Reading("deletion", pieces, f"It says {found.words!r}" + (" and how much." if size else "."))
