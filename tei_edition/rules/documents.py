"""
The documents of one transcript, which a line of five or more equals signs parts, and where each begins.

Marks of classification that stand above a title are no title.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from tei_edition import languages
from tei_edition.rules.pages import pages
from tei_edition.rules.separators import is_separator

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_edition.model import Paragraph, Source

LONGEST_MARK = 60
MOST_WORDS = 7


@lru_cache(maxsize=4)
def documents(source: Source) -> tuple[tuple[Paragraph, ...], ...]:
    """Return the paragraphs of each document of *source*, without what parts them, page numbers and the marks above titles."""
    found: list[list[Paragraph]] = [[]]
    numbers = pages(source)
    for paragraph in source.paragraphs:
        if is_separator(source, paragraph):
            found.append([])
        elif paragraph.start in numbers:
            continue
        elif found[-1] or not is_classification(source, paragraph):
            found[-1].append(paragraph)
    return tuple(tuple(paragraphs) for paragraphs in found if paragraphs)


def is_classification(source: Source, paragraph: Paragraph) -> bool:
    """Tell whether *paragraph* says who may read the document, and nothing else: ``TOP SECRET/SENSITIVE``, ``Streng geheim``."""
    text = source.text[paragraph.start : paragraph.end]
    if len(text) > LONGEST_MARK or len(text.split()) > MOST_WORDS or re.search(r"[.,:;!?]$", text):
        return False
    match = _classified().match(text)
    return match is not None and (text.isupper() or match.end() == len(text))


@cache
def _classified() -> re.Pattern[str]:
    """Return the pattern of the words of classification, perhaps in brackets."""
    return re.compile(rf"\(?{languages.pattern('classified')}(?!\w)\)?", re.IGNORECASE)


def first_label(paragraphs: Sequence[Paragraph], labelled: frozenset[int]) -> int | None:
    """Return the offset of the first of *paragraphs* that opens with a label."""
    return next((paragraph.start for paragraph in paragraphs if paragraph.start in labelled), None)
