"""
A bracket that opens in one paragraph and closes in another.

It is ``<seg type="bracketed" next="#...">`` in the first and ``<seg type="bracketed" prev="#...">`` in the last.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.rules import Rank, form
from tei_edition.rules.bracket import Reading

if TYPE_CHECKING:
    from tei_edition.rules.bracket import Bracket
    from tei_edition.rules.context import Context

RANK = Rank.FORM
TITLE = "a bracket over several paragraphs"
FORM = form.plain("seg", ("type", "bracketed"))


def read(bracket: Bracket, _context: Context) -> Reading | None:
    """Read a bracket whose marks stand in different paragraphs."""
    if not bracket.apart:
        return None
    evidence = "It opens in one paragraph and closes in another."
    return Reading("multi-paragraph", (bracket.piece("seg", ("type", "bracketed")),), evidence, "medium")
