"""The close of a letter: "Yours sincerely," with what is signed under it, and a postscript after it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition import languages
from tei_edition.model import Piece, Span
from tei_edition.rules import Rank
from tei_edition.rules.documents import documents
from tei_edition.rules.signing import is_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tei_edition.model import Paragraph
    from tei_edition.rules.context import Context

RANK = Rank.WORDING
CLASS = "closing"
LONGEST = 90
LONGEST_NAME = 60
AMONG = 8
POSTSCRIPT = re.compile(r"(?:P\.?\s?S\.?|З\.?\s?Ы\.?|נ\.?\s?ב\.?)[:.\s]")


def annotate(context: Context) -> Iterator[Span]:
    """Return the closing formula, the signature and the postscript at the end of each letter."""
    for paragraphs in documents(context.source):
        yield from _close(context, paragraphs)


def _close(context: Context, paragraphs: Sequence[Paragraph]) -> Iterator[Span]:
    """Return the close of the letter that *paragraphs* are."""
    source = context.source
    opening = re.compile(languages.pattern("closing") + r"(?!\w)", re.IGNORECASE)
    last = paragraphs[2:][-AMONG:]
    at = next((n for n, paragraph in enumerate(last) if _is_formula(context, paragraph, opening)), None)
    if at is None:
        return
    yield _span(last[at], "salute", "It stands near the end and opens with a formula of farewell.")
    for paragraph in last[at + 1 :]:
        text = source.text[paragraph.start : paragraph.end]
        if POSTSCRIPT.match(text):
            yield _span(paragraph, "p", "It stands after the close and opens with P.S.", "postscript")
        elif len(text) <= LONGEST_NAME and (not text.startswith("[") or is_name(text)) and not re.match(r"[\d*]", text):
            yield _span(paragraph, "signed", "It is a short line under the closing formula.")
        else:
            return


def _is_formula(context: Context, paragraph: Paragraph, opening: re.Pattern[str]) -> bool:
    """Tell whether *paragraph* is a closing formula."""
    text = context.source.text[paragraph.start : paragraph.end]
    return len(text) <= LONGEST and bool(opening.match(text)) and not re.search(r"[.:?]$", text)


def _span(paragraph: Paragraph, element: str, evidence: str, wrapper: str = "closer") -> Span:
    """Return the part of the close that *paragraph* is."""
    whole = paragraph.start, paragraph.end
    return Span(*whole, "block", CLASS, CLASS, evidence, pieces=(Piece(wrapper, *whole), Piece(element, *whole)))
