"""A heading within the text: what the file calls one; or a short paragraph in capitals, with no stop of a label or a sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition.model import Piece, Span
from tei_edition.rules import Rank

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.model import Cert, Paragraph
    from tei_edition.rules.context import Context

RANK = Rank.POSITION
CLASS = "heading"
LONGEST = 100
LEAST_LETTERS = 4


def annotate(context: Context) -> Iterator[Span]:
    """Return each heading after the first paragraph."""
    source = context.source
    told = {run.start: run.end for run in source.styles if run.style == CLASS}
    for paragraph in source.paragraphs[1:]:
        last = paragraph.number == len(source.paragraphs)
        if told.get(paragraph.start) == paragraph.end and paragraph.start not in context.labelled:
            yield _span(paragraph, "The file calls it a heading.", "high")
        elif not last and _is_shouted(source.text[paragraph.start : paragraph.end]):
            yield _span(paragraph, "It is a short line in capitals.", "medium")


def _is_shouted(text: str) -> bool:
    """Tell whether *text* is short and in capitals throughout."""
    letters = re.sub(r"[\W\d_]", "", text)
    return len(text) <= LONGEST and len(letters) >= LEAST_LETTERS and text.isupper() and not re.search(r"[.:,;\]]$", text)


def _span(paragraph: Paragraph, evidence: str, cert: Cert) -> Span:
    """Return the heading that *paragraph* is."""
    piece = Piece("head", paragraph.start, paragraph.end)
    return Span(paragraph.start, paragraph.end, "block", CLASS, CLASS, evidence, cert, pieces=(piece,))
