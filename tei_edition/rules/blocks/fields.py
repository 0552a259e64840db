"""
The fields at the head of a memorandum: ``TO: The Director``, ``SUBJECT: Plates``, ``Datum: 4. Mai 1921``.

Each is a `label` and an `item` of one list. One field alone is believed if its word is long enough to be no letter for a speaker.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from tei_edition import languages
from tei_edition.model import Piece, Span
from tei_edition.rules import Rank, attendance
from tei_edition.rules.documents import documents, first_label

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tei_edition.model import Paragraph
    from tei_edition.rules.context import Context

RANK = Rank.FORM
CLASS = "field"
DATING = "dating"
AMONG = 20
LONGEST = 300
LEAST_LETTERS = 4
"""How many letters the word of a field must have that stands alone."""

Field = tuple[int, int, int, int]
"""Where a label begins and ends, and where what it says begins and ends."""


def annotate(context: Context) -> Iterator[Span]:
    """Return the labels and the items of the fields of each document."""
    lists = frozenset(roll.head[0] for roll in attendance.rolls(context.source))
    for paragraphs in documents(context.source):
        limit = first_label(paragraphs, context.labelled)
        group: list[Field] = []
        for paragraph in paragraphs[:AMONG]:
            past = paragraph.start in lists or (limit is not None and paragraph.start >= limit)
            found = [] if past else list(_fields(context, paragraph, paragraphs))
            if not found and not (group and paragraph.start < group[-1][3]):
                yield from _group(context, group)
                group = []
            group += found
        yield from _group(context, group)


def heads(context: Context) -> frozenset[int]:
    """Return the offsets of the paragraphs that open with the word of a field."""
    return frozenset(span.start for span in annotate(context) if span.pieces[-1].element == "label")


def _group(context: Context, group: Sequence[Field]) -> Iterator[Span]:
    """Return the spans of fields that follow each other."""
    text = context.source.text
    if not group or (len(group) == 1 and len(re.sub(r"\W", "", text[group[0][0] : group[0][1]])) < LEAST_LETTERS):
        return
    whole = Piece("argument", group[0][0], group[-1][3]), Piece("list", group[0][0], group[-1][3], (("type", "fields"),))
    for start, stop, begin, end in group:
        word = text[start:stop].strip(" :\t").casefold()
        why = f"It stands at the head of the document under {word!r}."
        class_ = DATING if word in languages.words("date_field") else CLASS
        label = Piece("label", start, stop)
        yield Span(start, stop, "block", CLASS, "fields", why, pieces=(*whole, label))
        yield Span(begin, end, "block", class_, "fields", why, pieces=(*whole, Piece("item", begin, end)))


def _fields(context: Context, paragraph: Paragraph, paragraphs: Sequence[Paragraph]) -> Iterator[Field]:
    """Return the fields of *paragraph*, whose lines may each be one; a word alone has the next paragraph for what it says."""
    text = context.source.text
    if paragraph.end - paragraph.start > LONGEST:
        return
    found = [match for match in _opening().finditer(text, paragraph.start, paragraph.end) if match.end() < paragraph.end]
    if found and found[0].start() == paragraph.start:
        ends = [*(match.start() for match in found[1:]), paragraph.end]
        for match, end in zip(found, ends, strict=True):
            begin, last = match.end(), match.start() + len(text[match.start() : end].rstrip())
            if begin < last:
                yield match.start(), match.start() + len(match[0].rstrip()), begin, last
        return
    place = paragraphs.index(paragraph) + 1
    after = paragraphs[place] if place < len(paragraphs) else None
    if after and _alone().fullmatch(text, paragraph.start, paragraph.end) and _says(context, after):
        yield paragraph.start, paragraph.end, after.start, after.end


def _says(context: Context, after: Paragraph) -> bool:
    """Tell whether the paragraph *after* a word that stands alone may be what it says."""
    text = context.source.text[after.start : after.end]
    return len(text) <= LONGEST // 2 and after.start not in context.labelled and not _alone().fullmatch(text) and not _opening().match(text)


@cache
def _opening() -> re.Pattern[str]:
    """Return the pattern of the word of a field with its colon, at the head of a line."""
    return re.compile(rf"(?:(?<=[\n\r])|(?<![\s\S])|(?<=\n ))(?:{languages.pattern('field')})\s*:[ \t]*(?=\S)", re.IGNORECASE)


@cache
def _alone() -> re.Pattern[str]:
    """Return the pattern of the word of a field that stands alone: with a colon, or in capitals."""
    words = "|".join(re.escape(word.upper()) for word in sorted(languages.words("field"), key=lambda word: (-len(word), word)))
    return re.compile(rf"(?:{words})(?:\s*:)?|(?i:{languages.pattern('field')})\s*:")
