"""
The title line: the first paragraph, if it has the form of one; and the title of each further session in the same file.

A title is short and is no sentence: it does not end like one, or it holds a full date. Short lines between the title and the dateline
are parts of it. A later paragraph is a title where it holds another date and shares most of its other words with the first.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from tei_edition import dates, languages
from tei_edition.model import Piece, Span
from tei_edition.rules import Rank, attendance
from tei_edition.rules.blocks import address, dateline
from tei_edition.rules.documents import documents, is_classification

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tei_edition.model import Paragraph
    from tei_edition.rules.context import Context

RANK = Rank.FORM
CLASS = "title"
LONGEST = 250
SENTENCE = re.compile(r"[.!?…:;,]['\"”’»)\]]*$")
STOP = re.compile(r"[^\W\d_]{3,}[.!?]\s|[.!?…:;,]$")
SHARE = 0.5
SHORT = 100


def annotate(context: Context) -> Iterator[Span]:
    """Return the title of each document, and those of later sessions."""
    for paragraphs in documents(context.source):
        addressed = [start for start, _ in address.lines_of(context.source, paragraphs)]
        if paragraphs[0].start not in addressed and not dateline.heads_letter(context, paragraphs):
            yield from _titles(context, paragraphs)


def _titles(context: Context, paragraphs: Sequence[Paragraph]) -> Iterator[Span]:
    """Return the title of the document that *paragraphs* are, and those of later sessions in it."""
    if not _is_title(context, paragraphs[0]):
        return
    yield _span(paragraphs[0], "It is the first paragraph, short, and no sentence.")
    for paragraph in _under(context, paragraphs):
        piece = Piece("head", paragraph.start, paragraph.end, (("type", "sub"),))
        evidence = "It stands between the title and the dateline, short, and no sentence."
        yield Span(paragraph.start, paragraph.end, "block", "subtitle", CLASS, evidence, pieces=(piece,))
    first = _words(context, paragraphs[0])
    for paragraph in paragraphs[1:]:
        if _is_title(context, paragraph) and first and _dated(context, paragraph):
            words = _words(context, paragraph)
            if len(words & first) >= SHARE * max(len(words), len(first)):
                yield _span(paragraph, "It has a date of its own and the words of the first title.")


def _under(context: Context, paragraphs: Sequence[Paragraph]) -> Sequence[Paragraph]:
    """Return the short lines between the title and the dateline, if all of them may be parts of a title: ``Commonwealth v. Drury``."""
    line = dateline.of(context, paragraphs)
    lists = [(roll.head[0], roll.end) for roll in attendance.rolls(context.source)]
    found = [one for one in paragraphs[1:] if line and one.start < line.start]
    texts = [context.source.text[one.start : one.end] for one in found]
    short = all(len(text) <= SHORT and "\n" not in text and ":" not in text and not SENTENCE.search(text) for text in texts)
    listed = any(start <= one.start < end for one in found for start, end in lists)
    marked = any(text[0] in "([" or is_classification(context.source, one) for one, text in zip(found, texts, strict=True))
    return found if short and not (listed or marked) else ()


def _span(paragraph: Paragraph, evidence: str) -> Span:
    """Return the title that *paragraph* is."""
    piece = Piece("head", paragraph.start, paragraph.end)
    return Span(paragraph.start, paragraph.end, "block", CLASS, CLASS, evidence, pieces=(piece,))


def _is_title(context: Context, paragraph: Paragraph) -> bool:
    """Tell whether *paragraph* has the form of a title."""
    text = context.source.text[paragraph.start : paragraph.end]
    if len(text) > LONGEST or text.startswith("[") or paragraph.start in context.labelled:
        return False
    bare = _year().sub("", text)
    if bare != text and not STOP.search(bare):
        return True
    return not SENTENCE.search(text) or (_dated(context, paragraph) and not re.search(r"[.!?]\s+\S+\s+\S+\s", text))


@cache
def _year() -> re.Pattern[str]:
    """Return the pattern of a word for a year after a number at the end, whose stop ends no sentence: ``5 мая 1991 г.``."""
    return re.compile(rf"(?<=\d)\s*{languages.pattern('of_year')}$", re.IGNORECASE)


def _dated(context: Context, paragraph: Paragraph) -> bool:
    """Tell whether *paragraph* holds a full date."""
    return any(True for _ in dates.find(context.source.text[paragraph.start : paragraph.end]))


def _words(context: Context, paragraph: Paragraph) -> frozenset[str]:
    """Return the words of *paragraph*, dates and numbers aside."""
    text = context.source.text[paragraph.start : paragraph.end]
    for found in reversed(list(dates.find(text))):
        text = text[: found.start] + text[found.end :]
    return frozenset(re.findall(r"[^\W\d]{2,}", text.casefold()))
