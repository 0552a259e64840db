"""The salutation of a letter: a short paragraph near the start that opens with "Dear" or "Уважаемый" and ends as an address does."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition import languages
from tei_edition.model import Piece, Span
from tei_edition.rules import Rank
from tei_edition.rules.documents import documents

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.model import Paragraph, Source
    from tei_edition.rules.context import Context

RANK = Rank.WORDING
CLASS = "salutation"
AMONG = 8
LONGEST = 90


def annotate(context: Context) -> Iterator[Span]:
    """Return the salutation of each letter."""
    for paragraphs in documents(context.source):
        found = next((one for one in paragraphs[:AMONG] if is_address(context.source, one)), None)
        if found:
            whole = found.start, found.end
            evidence = f"It stands near the start, opens with {is_address(context.source, found)!r} and ends as an address does."
            yield Span(*whole, "block", CLASS, CLASS, evidence, pieces=(Piece("opener", *whole), Piece("salute", *whole)))


def is_address(source: Source, paragraph: Paragraph) -> str:
    """Return the words by which *paragraph* addresses somebody, or nothing."""
    text = source.text[paragraph.start : paragraph.end]
    match = re.match(languages.pattern("salutation") + r"(?!\w)", text, re.IGNORECASE)
    return match[0] if match and len(text) <= LONGEST and re.search(r"[,:!،]$", text) else ""
