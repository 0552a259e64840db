"""
Where the text comes from.

``[Source: Archive of X.]`` in a paragraph by itself is ``<note type="source">Source: Archive of X.</note>``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition import languages
from tei_edition.rules import Rank, form
from tei_edition.rules.bracket import Reading

if TYPE_CHECKING:
    from tei_edition.rules.bracket import Bracket
    from tei_edition.rules.context import Context

RANK = Rank.FORM
TITLE = "where the text comes from"
FORM = form.plain("note", ("type", "source"))
OPENING = re.compile(r"[\s_]*" + languages.pattern("source") + r"\s*:", re.IGNORECASE)


def read(bracket: Bracket, _context: Context) -> Reading | None:
    """Read a bracket that fills its paragraph and says where the text comes from."""
    match = OPENING.match(bracket.inner)
    if not bracket.alone or not match or bracket.apart:
        return None
    evidence = f"It fills its paragraph and opens with {match[0]!r}."
    return Reading("source", (bracket.piece("note", ("type", "source")),), evidence)
