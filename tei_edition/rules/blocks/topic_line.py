"""The topic line: a short paragraph between title and first speech that opens with "About", "Betreff:", "О ..." and the like."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition import languages
from tei_edition.model import Piece, Span
from tei_edition.rules import Rank

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.rules.context import Context

RANK = Rank.FORM
CLASS = "topic-line"
AMONG = 6
LONGEST = 300


def annotate(context: Context) -> Iterator[Span]:
    """Return the topic line before the first speech."""
    source = context.source
    if not context.labelled:
        return
    opening = re.compile(languages.pattern("topic") + r"(?!\w)", re.IGNORECASE)
    first = min(context.labelled)
    for paragraph in source.paragraphs[1:AMONG]:
        if paragraph.start >= first:
            return
        match = opening.match(source.text, paragraph.start)
        if match and paragraph.end - paragraph.start <= LONGEST:
            whole = paragraph.start, paragraph.end
            evidence = f"It stands before the first speech and opens with {match[0]!r}."
            yield Span(*whole, "block", CLASS, CLASS, evidence, pieces=(Piece("argument", *whole), Piece("p", *whole)))
            return
