"""
A heading within the text: what the file calls one; or a short paragraph in capitals, with no stop of a label or a sentence.

Short lines without a stop that are counted, with text after each ("1. Background"), are headings, too.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition import counters
from tei_edition.model import Piece, Span
from tei_edition.rules import Rank
from tei_edition.rules.blocks import listing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.model import Cert, Paragraph
    from tei_edition.rules.context import Context

RANK = Rank.POSITION
CLASS = "heading"
SECTION = "section"
"""The class of a heading that surely heads a section, and is no second line of a title."""

LONGEST = 100
LEAST_LETTERS = 4


def annotate(context: Context) -> Iterator[Span]:
    """Return each heading after the first paragraph."""
    source = context.source
    counted = counted_heads(context)
    told = {run.start: run.end for run in source.styles if run.style == CLASS}
    for paragraph in source.paragraphs[1:]:
        last = paragraph.number == len(source.paragraphs)
        if told.get(paragraph.start) == paragraph.end and paragraph.start not in context.labelled:
            yield _span(paragraph, "The file calls it a heading.", "high")
        elif not last and _is_shouted(source.text[paragraph.start : paragraph.end]):
            yield _span(paragraph, "It is a short line in capitals.", "medium")
        elif paragraph.start in counted:
            yield _span(paragraph, "It is a short line that is counted as others are, with text after it.", "high", SECTION)


def counted_heads(context: Context) -> frozenset[int]:
    """Return the offsets of the headings that are counted."""
    paragraphs = context.source.paragraphs
    short = [paragraph for paragraph in paragraphs[:-1] if _is_counted(context, paragraph)]
    places = {paragraph.number for paragraph in short}
    heads = [paragraph for paragraph in short if paragraph.number + 1 not in places]
    runs = counters.runs([listing.counted(context, paragraph) for paragraph in heads], apart=True)
    return frozenset(heads[place].start for family, run in runs if family not in listing.BULLETS for place in run)


def _is_counted(context: Context, paragraph: Paragraph) -> bool:
    """Tell whether *paragraph* is a short line with a counter before it, a capital after that, and no stop at its end."""
    text = context.source.text[paragraph.start : paragraph.end]
    found = listing.counted(context, paragraph) if len(text) <= LONGEST else None
    return found is not None and bool(re.match(r"\s*[^\W\d_a-z]", text[found.end - found.start :])) and not re.search(r"[.,;:?!\]]$", text)


def _is_shouted(text: str) -> bool:
    """Tell whether *text* is short and in capitals throughout."""
    letters = re.sub(r"[\W\d_]", "", text)
    return len(text) <= LONGEST and len(letters) >= LEAST_LETTERS and text.isupper() and not re.search(r"[.:,;\]]$", text)


def _span(paragraph: Paragraph, evidence: str, cert: Cert, class_: str = CLASS) -> Span:
    """Return the heading that *paragraph* is."""
    piece = Piece("head", paragraph.start, paragraph.end)
    return Span(paragraph.start, paragraph.end, "block", class_, CLASS, evidence, cert, pieces=(piece,))
