"""
The dateline: a short paragraph near the start that holds little but a place and a date ("Washington, July 27, 1970").

So is one that says where and when a meeting was held.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from tei_edition import dates, languages
from tei_edition.model import Piece, Span
from tei_edition.rules import Rank
from tei_edition.rules.blocks import fields, salutation
from tei_edition.rules.documents import documents, first_label

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tei_edition.model import Paragraph
    from tei_edition.rules.context import Context

RANK = Rank.FORM
CLASS = "dateline"
AMONG = 5
LONGEST = 120
LONGEST_BEFORE = 250
"""How long a paragraph before it may be: a title or a summary, no body of text."""

MOST_WORDS = 6
WORD = re.compile(r"[^\W\d_]{2,}")
SENTENCE = re.compile(r"\w{3,}[.!?](?:\s+[^\W\d_]|$)")
"""The end of a sentence."""


def annotate(context: Context) -> Iterator[Span]:
    """Return the dateline among the first paragraphs: a date, perhaps with the hours, and few other words."""
    for paragraphs in documents(context.source):
        paragraph = of(context, paragraphs)
        if paragraph:
            whole = paragraph.start, paragraph.end
            evidence = "It stands near the start and holds a date and little else, or says when a meeting was held."
            yield Span(*whole, "block", CLASS, CLASS, evidence, pieces=(Piece("opener", *whole), Piece("dateline", *whole)))


def of(context: Context, paragraphs: Sequence[Paragraph]) -> Paragraph | None:
    """Return the dateline of the document that *paragraphs* are, fields aside."""
    claimed = fields.heads(context)
    return _dateline(context, [one for one in paragraphs if one.start not in claimed])


def _dateline(context: Context, paragraphs: Sequence[Paragraph]) -> Paragraph | None:
    """Return the dateline of the document that *paragraphs* are."""
    for paragraph in paragraphs[0 if heads_letter(context, paragraphs) else 1 : AMONG]:
        if paragraph.start in context.labelled or paragraph.end - paragraph.start > LONGEST_BEFORE:
            return None
        if _is_dateline(context, paragraph):
            return paragraph
    return None


def heads_letter(context: Context, paragraphs: Sequence[Paragraph]) -> bool:
    """Tell whether the first paragraph is the dateline of a letter: no title, as the address follows at once."""
    first = paragraphs[:1] if not first_label(paragraphs, context.labelled) else ()
    near = paragraphs[1:8]
    return bool(first) and _is_dateline(context, first[0]) and any(salutation.is_address(context.source, one) for one in near)


def _is_dateline(context: Context, paragraph: Paragraph) -> bool:
    """Tell whether *paragraph* holds a date and little else."""
    text = context.source.text[paragraph.start : paragraph.end]
    found = next(dates.find(text), None) if len(text) <= LONGEST else None
    rest = text[: found.start] + text[found.end :] if found else ""
    held = found is not None and _held().search(rest) is not None and not SENTENCE.search(text)
    return found is not None and (held or len(WORD.findall(rest)) <= MOST_WORDS)


@cache
def _held() -> re.Pattern[str]:
    """Return the pattern of words that say where and when a meeting was held."""
    return re.compile(rf"(?<!\w){languages.pattern('held')}(?!\w)", re.IGNORECASE)
