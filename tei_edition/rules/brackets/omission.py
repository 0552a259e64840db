"""
Text that the editor left out: dots alone, "Here follows ...", or "[etc.]".

``[Here follows a list.]`` is ``<gap reason="editorial"><desc>Here follows a list.</desc></gap>``; unrelated matter is
``reason="irrelevant"``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition.rules import Rank, form, wording
from tei_edition.rules.amounts import amount
from tei_edition.rules.bracket import Reading
from tei_edition.rules.brackets.lost_letters import SEVERAL

if TYPE_CHECKING:
    from tei_edition.rules.bracket import Bracket
    from tei_edition.rules.context import Context

RANK = Rank.FORM
TITLE = "text that the editor left out"
FORM = form.described("gap", ("reason", "editorial"), sized=True)
FEW = 8


def read(bracket: Bracket, context: Context) -> Reading | None:
    """Read dots alone (where the profile says so), "etc." alone, and a statement of what was left out."""
    if SEVERAL.fullmatch(bracket.inner):
        if context.profile.dots != "omission":
            return None
        pieces = bracket.described("gap", ("reason", "editorial"))
        return Reading("omission", pieces, "It holds dots alone.", rank=Rank.OPENING)
    rest = wording.opening(bracket, "etc", 2)
    if rest:
        pieces = bracket.described("gap", ("reason", "editorial"))
        return Reading("omission", pieces, f"{rest.words!r} stands for the rest.", rank=Rank.OPENING)
    found = wording.opening(bracket, "omission", 200) or _remainder(bracket)
    found = found or wording.find(bracket, "omission", FEW if not bracket.alone else 60)
    doubted = bracket.inner.rstrip().endswith("?")
    if not found or doubted or wording.find(bracket, "missing", 14) or (not found.opens and wording.opening(bracket, "pointer")):
        return None
    introduced = bracket.before.rstrip().endswith(":") and len(bracket.words) <= FEW // 2
    if found.words.casefold() == "not printed" and not (bracket.alone or introduced):
        return None
    reason = "irrelevant" if wording.find(bracket, "unrelated", 200) else "editorial"
    rank = Rank.FORM if found.opens and bracket.alone else found.rank
    pieces = bracket.described("gap", ("reason", reason), *amount(bracket.inner[:60], context.profile.units))
    return Reading("omission", pieces, found.evidence, rank=rank)


def _remainder(bracket: Bracket) -> wording.Found | None:
    """Return the words with which a sentence of its own opens that says what the rest of the record is about; None where it has none."""
    found = wording.opening(bracket, "remainder", 60)
    return found if found and bracket.apart_from_sentence and re.search(r"[.!]\s*$", bracket.inner) else None
