"""
The number of a page on a line of its own, ``- 2 -``, ``Page 3``, ``4``: ``<pb n="2"/>``, whose printed form an instruction keeps.

The turn or the paragraph that it interrupts goes on after it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.model import Piece, Span
from tei_edition.rules import Rank
from tei_edition.rules.pages import loose

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.model import Kind
    from tei_edition.rules.context import Context
    from tei_edition.rules.pages import Page

RANK = Rank.FORM
CLASS = "page"
LONG = 4
"""From how many digits on a lone number is a year or a sum."""


def annotate(context: Context) -> Iterator[Span]:
    """Return each line that is a page's number; one in brackets is a bracket's."""
    source = context.source
    whole = {(paragraph.start, paragraph.end) for paragraph in source.paragraphs}
    for page in (*context.pages.values(), *_interrupting(context)):
        if source.text[page.start] != "[":
            kind: Kind = "block" if (page.start, page.end) in whole else "style"
            piece = Piece("pb", page.start, page.end, (("n", page.n),) if page.n else (), page.end - page.start)
            yield Span(page.start, page.end, kind, CLASS, CLASS, page.why, "high" if page.sure else "low", pieces=(piece,))


def _interrupting(context: Context) -> Iterator[Page]:
    """Return the numbers alone in their paragraphs in a talk: nobody's words, but right after a label on a line of its own."""
    source = context.source
    first = min(context.labelled, default=len(source.text))
    for page in loose(source).values():
        paragraph = source.paragraph_at(page.start)
        if paragraph and page.start > first and len(page.n) < LONG and source.text[page.start] != "[":
            before = source.paragraphs[paragraph.number - 2]
            if before.start not in context.labelled or any(before.start <= start < before.end for start in context.speeches):
                yield page
