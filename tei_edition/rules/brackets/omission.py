"""
Text that the editor left out: dots alone, or "Here follows ...".

``[Here follows a list.]`` is ``<gap reason="editorial"><desc>Here follows a list.</desc></gap>``.
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
TITLE = "text that the editor left out"
DOTS = re.compile(r"\s*(?:\.\s*){2,}|\s*…\s*")


def read(bracket: Bracket, context: Context) -> Reading | None:
    """Read dots alone (where the profile says so), and a statement of what was left out."""
    if DOTS.fullmatch(bracket.inner):
        if context.profile.dots != "omission":
            return None
        return Reading("omission", bracket.described("gap", ("reason", "editorial")), "It holds dots alone.")
    match = re.match(languages.pattern("omission") + r"(?!\w)", bracket.inner, re.IGNORECASE)
    if not match:
        return None
    return Reading("omission", bracket.described("gap", ("reason", "editorial")), f"It opens with {match[0]!r}.")
