"""
An error or oddity that the editor lets stand.

``a wurd [sic] stood`` is ``a <sic ana="#sic">wurd</sic> stood``: the bracket is the after-mark of the word before it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition import languages
from tei_edition.model import Piece
from tei_edition.rules import Rank
from tei_edition.rules.context import Reading

if TYPE_CHECKING:
    from tei_edition.rules.context import Bracket, Context

RANK = Rank.WORDING
TITLE = "an error or oddity of the source, let stand"
TOKEN = re.compile(r"[^\s\[\]]+(?P<blank>\s*)$")


def read(bracket: Bracket, _context: Context) -> Reading | None:
    """Read ``[sic]`` after a word."""
    token = TOKEN.search(bracket.before)
    if bracket.folded not in languages.words("sic") or not token or bracket.opens:
        return None
    start = bracket.start - len(token[0])
    close = bracket.end - bracket.start + len(token["blank"])
    piece = Piece("sic", start, bracket.end, (("ana", "#sic"),), 0, close)
    return Reading("sic", (piece,), f"It says {bracket.inner!r} of {token[0].strip()!r}.")
