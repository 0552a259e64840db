"""
What stands on the paper at a signature: signed, sealed, initialled.

``[signed]`` is ``<note type="mark">signed</note>``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition import languages
from tei_edition.rules import Rank
from tei_edition.rules.context import Reading

if TYPE_CHECKING:
    from tei_edition.rules.context import Bracket, Context

RANK = Rank.WORDING
TITLE = "a signature, a seal or a stamp"


def read(bracket: Bracket, _context: Context) -> Reading | None:
    """Read a word for a signature or a seal."""
    if bracket.folded not in {word.strip(".") for word in languages.words("signature")}:
        return None
    return Reading("signature-mark", (bracket.piece("note", ("type", "mark")),), f"It says {bracket.inner!r}.")
