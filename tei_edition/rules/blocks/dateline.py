"""The dateline: a short paragraph near the start that holds little but a place and a date ("Washington, July 27, 1970")."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition import dates
from tei_edition.model import Piece, Span
from tei_edition.rules import Rank

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.rules.context import Context

RANK = Rank.FORM
CLASS = "dateline"
AMONG = 5
LONGEST = 120
LONGEST_BEFORE = 250
"""How long a paragraph before it may be: a title or a summary, no body of text."""

MOST_WORDS = 6
WORD = re.compile(r"[^\W\d_]{2,}")


def annotate(context: Context) -> Iterator[Span]:
    """Return the dateline among the first paragraphs: a date, perhaps with the hours, and few other words."""
    source = context.source
    for paragraph in source.paragraphs[1:AMONG]:
        text = source.text[paragraph.start : paragraph.end]
        if paragraph.start in context.labelled or len(text) > LONGEST_BEFORE:
            return
        found = next(dates.find(text), None) if len(text) <= LONGEST else None
        rest = text[: found.start] + text[found.end :] if found else ""
        if found and len(WORD.findall(rest)) <= MOST_WORDS:
            whole = paragraph.start, paragraph.end
            evidence = "It stands near the start and holds a date and little else."
            yield Span(*whole, "block", CLASS, CLASS, evidence, pieces=(Piece("opener", *whole), Piece("dateline", *whole)))
            return
