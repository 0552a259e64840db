"""
Words understood from the context: put in for the sense.

``the 15 minute TV [spot] that I did`` is ``the 15 minute TV <supplied reason="subaudible">spot</supplied> that I did``. What plain
brackets are where nothing else is known is the house's to say; its profile can name another reason.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition.rules import Rank, form
from tei_edition.rules.bracket import Reading

if TYPE_CHECKING:
    from tei_edition.rules.bracket import Bracket
    from tei_edition.rules.context import Context

RANK = Rank.LAST
TITLE = "words understood from the context"
FORM = form.plain("supplied", ("reason", "subaudible"))
FORMS = {
    "subaudible": ("subaudible", "supplied", (("reason", "subaudible"),)),
    "omitted": ("omitted", "supplied", (("reason", "omitted"),)),
    "lost": ("restored", "supplied", (("reason", "lost"),)),
    "conjecture": ("conjecture", "unclear", (("cert", "low"), ("ana", "#conjecture"))),
    "surplus": ("surplus", "surplus", ()),
}


UNWORDED = re.compile(r"[#=<>|\\^~@{}]|://")
QUOTED = re.compile(r"\s*(?:\"[^\"]+\"|“[^”]+”|„[^“”]+[“”]|«[^»]+»|‘[^’]+’)[.,]?\s*")


def read(bracket: Bracket, context: Context) -> Reading | None:
    """Read what nothing stronger reads, by what the house's plain brackets are."""
    if not bracket.words or bracket.brace or context.profile.plain in {"lost", "surplus"}:
        return None
    if unworded(bracket):
        return None
    class_, element, attributes = FORMS[context.profile.plain]
    words = len(bracket.words)
    number = "A word stands" if words == 1 else f"{words} words stand"
    evidence = f"{number} in the running text, and no wording or form names another meaning: words put in for the sense."
    return Reading(class_, (bracket.piece(element, *attributes),), evidence, "medium")


def unworded(bracket: Bracket) -> bool:
    """Tell whether *bracket* has not the form of words of a sentence: it holds signs of another writing, or only a quotation."""
    return QUOTED.fullmatch(bracket.inner) is not None or UNWORDED.search(bracket.inner) is not None
