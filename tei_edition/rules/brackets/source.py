"""
The source note: a whole paragraph that opens with "Source:".

``[Source: Archive of X.]`` is ``<note type="source">Source: Archive of X.</note>``, outside any speech.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition import languages
from tei_edition.rules import Rank
from tei_edition.rules.context import Reading

if TYPE_CHECKING:
    from tei_edition.rules.context import Bracket, Context

RANK = Rank.FORM
TITLE = "where the text comes from"
OPENING = re.compile(languages.pattern("source") + r"\s*:", re.IGNORECASE)


def read(bracket: Bracket, _context: Context) -> Reading | None:
    """Read a bracket that fills its paragraph and says where the text comes from."""
    match = OPENING.match(bracket.inner)
    if not bracket.whole or not match:
        return None
    evidence = f"It fills its paragraph and opens with {match[0]!r}."
    return Reading("source", (bracket.piece("note", ("type", "source")),), evidence)
