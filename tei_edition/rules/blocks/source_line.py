"""The source line: a source note that is printed without brackets, as the last paragraph or with footnotes after it."""

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
CLASS = "source"


def annotate(context: Context) -> Iterator[Span]:
    """Return the paragraph at the end that opens with "Source:" and stands in no brackets."""
    source = context.source
    opening = re.compile(languages.pattern("source") + r"\s*:\s*\S", re.IGNORECASE)
    apart = frozenset(context.notes.values())
    last = next((paragraph for paragraph in reversed(source.paragraphs[1:]) if paragraph.start not in apart), None)
    match = opening.match(source.text, last.start, last.end) if last else None
    if last and match:
        whole = last.start, last.end
        evidence = f"It is the last paragraph and opens with {match[0][:-1].strip()!r}."
        yield Span(*whole, "note", CLASS, "source-line", evidence, pieces=(Piece("note", *whole, (("type", "source"),)),))
