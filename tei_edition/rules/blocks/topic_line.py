"""The topic line: a short paragraph between title and first speech that opens with "About", "Betreff:", "О ..." and the like."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition import languages
from tei_edition.model import Piece, Span
from tei_edition.rules import Rank
from tei_edition.rules.blocks import fields
from tei_edition.rules.documents import documents, first_label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.rules.context import Context

RANK = Rank.FORM
CLASS = "topic-line"
AMONG = 6
LONGEST = 300


def annotate(context: Context) -> Iterator[Span]:
    """Return the topic line before the first speech of each document."""
    source = context.source
    claimed = fields.heads(context)
    opening = re.compile(languages.pattern("topic") + r"(?!\w)", re.IGNORECASE)
    for paragraphs in documents(source):
        first = first_label(paragraphs, context.labelled)
        before = [one for one in paragraphs[1:AMONG] if first and one.start < first and one.start not in claimed]
        found = next((one for one in before if opening.match(source.text, one.start) and one.end - one.start <= LONGEST), None)
        match = opening.match(source.text, found.start) if found else None
        if found and match:
            whole = found.start, found.end
            evidence = f"It stands before the first speech and opens with {match[0]!r}."
            yield Span(*whole, "block", CLASS, CLASS, evidence, pieces=(Piece("argument", *whole), Piece("p", *whole)))
