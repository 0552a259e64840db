"""A heading within the text: a short paragraph in capitals throughout, with no stop of a label or a sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition.model import Piece, Span
from tei_edition.rules import Rank

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.rules.context import Context

RANK = Rank.POSITION
CLASS = "heading"
LONGEST = 100
LEAST_LETTERS = 4


def annotate(context: Context) -> Iterator[Span]:
    """Return each heading after the first paragraph."""
    source = context.source
    for paragraph in source.paragraphs[1:-1]:
        text = source.text[paragraph.start : paragraph.end]
        letters = re.sub(r"[\W\d_]", "", text)
        if len(text) <= LONGEST and len(letters) >= LEAST_LETTERS and text.isupper() and not re.search(r"[.:,;\]]$", text):
            evidence = "It is a short line in capitals."
            piece = Piece("head", paragraph.start, paragraph.end)
            yield Span(paragraph.start, paragraph.end, "block", CLASS, CLASS, evidence, "medium", pieces=(piece,))
