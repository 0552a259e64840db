"""
Words taken from another witness.

``[from the draft: and peace]`` is ``<supplied reason="parallel" source="#witness-from-the-draft">and peace</supplied>``; the header
lists the witness as it is named.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition import ncname
from tei_edition.model import Piece
from tei_edition.rules import Rank, form, wording
from tei_edition.rules.bracket import Reading

if TYPE_CHECKING:
    from tei_edition.rules.bracket import Bracket
    from tei_edition.rules.context import Context

RANK = Rank.OPENING
TITLE = "words taken from another witness"
ID = "witness-"
"""How the id of a witness begins, which the header lists."""

FORM = form.plain("supplied", ("reason", "parallel"))


def read(bracket: Bracket, _context: Context) -> Reading | None:
    """Read a bracket that opens with the witness and a colon."""
    found = wording.opening(bracket, "witness")
    text = bracket.source.text[bracket.start + bracket.open : bracket.end - bracket.close]
    rest = re.match(r"[^:\[\]]{0,40}:\s*(?=\S)", text[found.end :]) if found else None
    if not found or not rest or text != bracket.inner:
        return None
    opening = bracket.open + found.end + rest.end()
    named = text[: found.end + rest[0].index(":")]
    attributes = bracket.rend(("reason", "parallel"), ("source", f"#{ID}{ncname.slug(named)}"))
    return Reading("witness", (Piece("supplied", bracket.start, bracket.end, attributes, opening, bracket.close),), found.evidence)
