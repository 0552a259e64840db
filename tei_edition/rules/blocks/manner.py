"""How or to whom words are said, in round brackets after a speaker's label: ``Barth: (reads) It is late``."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from tei_edition import languages
from tei_edition.model import Piece, Span
from tei_edition.rules import Rank

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.rules.context import Context

RANK = Rank.OPENING
CLASS = "manner"
LONGEST = 80


def annotate(context: Context) -> Iterator[Span]:
    """Return what stands in round brackets at the beginning of a speech, if it opens with words that say how or to whom."""
    for start in sorted(context.speeches):
        match = _opening().match(context.source.text, start, start + LONGEST)
        if match:
            evidence = f"It stands before the first word of what is said and opens with {match['how']!r}."
            piece = Piece("seg", match.start(), match.end(), (("type", "delivery"),))
            yield Span(match.start(), match.end(), "style", CLASS, CLASS, evidence, pieces=(piece,))


@cache
def _opening() -> re.Pattern[str]:
    """Return the pattern of what says how or to whom, in brackets, with a word after it in its paragraph."""
    words = f"{languages.pattern('delivery')}|{languages.pattern('addressing')}"
    return re.compile(rf"\((?P<how>{words})(?!\w)[^()\n]*\)(?=[ \t]+\S)", re.IGNORECASE)
