"""
A remark of the editor or the translator on the text.

``[Translator's note: a pun.]`` is ``<note type="translator">Translator's note: a pun.</note>``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition import languages
from tei_edition.rules import Rank
from tei_edition.rules.context import Reading

if TYPE_CHECKING:
    from tei_edition.rules.context import Bracket, Context

RANK = Rank.WORDING
TITLE = "a remark of the editor or the translator"
KINDS = ("translator", "editor")
TYPES = {"translator": "translator", "editor": "editorial"}


def read(bracket: Bracket, _context: Context) -> Reading | None:
    """Read a bracket that opens with who remarks."""
    for kind in KINDS:
        match = re.match(rf"{languages.pattern(kind)}(?=\s*[:–—-]|\s*$|\s)", bracket.inner, re.IGNORECASE)
        if match and (re.match(r"\s*[:–—-]", bracket.inner[match.end() :]) or match[0] == bracket.inner.strip(" .")):
            return Reading("note", (bracket.piece("note", ("type", TYPES[kind])),), f"It opens with {match[0]!r}.")
    return None
