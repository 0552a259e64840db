"""
Who speaks, supplied by the editor: a whole label, or a part of one.

``[Barth:] Yes.`` is ``<speaker><supplied>Barth:</supplied></speaker>``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition.rules import Rank, form
from tei_edition.rules.bracket import Reading
from tei_edition.rules.grammar import capitalised, is_a, kin

if TYPE_CHECKING:
    from tei_edition.rules.bracket import Bracket
    from tei_edition.rules.context import Context

RANK = Rank.OPENING
TITLE = "a speaker's label or a part of it"
FORM = form.plain("supplied", ("ana", "#speaker"))
MOST_WORDS = 7


def read(bracket: Bracket, _context: Context) -> Reading | None:
    """Read what stands in a speaker's label, and a name with its colon at the start of a paragraph."""
    if bracket.labelled or bracket.in_label:
        piece = bracket.piece("supplied", ("ana", "#speaker"))
        return Reading("speaker", (piece,), "It stands in a speaker's label.", rank=Rank.AMOUNT)
    inner = bracket.inner.strip()
    first = re.split(r"[\s:,]", inner, maxsplit=1)[0]
    colon = inner.endswith(":") or re.match(r"\s*:", bracket.after)
    if bracket.before.strip("_ ") or not colon or len(bracket.words) > MOST_WORDS or not capitalised(inner) or bracket.nested:
        return None
    sentences = re.search(r"[.!?]\s+\w", re.sub(r"\b\w{1,3}\.", "", inner))
    if is_a(first, "unspoken", "topic", "signature") or kin(first, bracket.tongues, "preposition") or inner[0].isdigit() or sentences:
        return None
    piece = bracket.piece("supplied", ("ana", "#speaker"))
    return Reading("speaker", (piece,), "It opens the paragraph with a name and a colon.")
