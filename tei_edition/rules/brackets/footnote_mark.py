"""
The mark of a note that stands at the end.

``so he said.[1]`` is ``so he said.<ref type="noteref" target="#n1">1</ref>``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition.rules import Rank
from tei_edition.rules.context import Reading

if TYPE_CHECKING:
    from tei_edition.rules.context import Bracket, Context

RANK = Rank.WORDING
TITLE = "the mark of a note"


def read(bracket: Bracket, context: Context) -> Reading | None:
    """Read a number or asterisks that have their note."""
    mark = bracket.inner.strip()
    if not re.fullmatch(r"\d{1,3}|\*{1,3}", mark) or mark not in context.notes:
        return None
    at = context.notes[mark]
    if bracket.start == at:
        return Reading("footnote-mark", (bracket.piece("label", ("type", "footnote")),), f"It opens the note {mark}.")
    piece = bracket.piece("ref", ("type", "noteref"), ("target", f"#@{at}"))
    return Reading("footnote-mark", (piece,), f"The note {mark} stands at the end.")
