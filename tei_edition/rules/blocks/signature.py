"""
The signature under a document that is no letter: ``[signed]`` with the name under it, ``(signed) E. Holm``, ``gez. Meili``.

The name may stand in brackets: ``(signed) [E. Holm]``. So is a name in brackets that ends a document: ``[E. Holm]``.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from tei_edition import languages
from tei_edition.model import Piece, Span
from tei_edition.rules import Rank
from tei_edition.rules.documents import documents
from tei_edition.rules.signing import signatures

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tei_edition.model import Paragraph
    from tei_edition.rules.context import Context

RANK = Rank.POSITION
CLASS = "signature"
AMONG = 6
LONGEST = 80
LONGEST_NAME = 60


def annotate(context: Context) -> Iterator[Span]:
    """Return the signature at the end of each document, and the lines under it."""
    names = signatures(context.source)
    for paragraphs in documents(context.source):
        last = [one for one in paragraphs[1:][-AMONG:] if one.start not in context.labelled and one.start not in context.notes.values()]
        place = next((number for number, one in enumerate(last) if _signs(context, one)), None)
        if place is None:
            yield from _names(context, last, names)
            continue
        yield _span(last[place], "It stands near the end and opens with words for a signature.")
        for paragraph in last[place + 1 :]:
            if not (_is_name(context, paragraph) or paragraph.start in names):
                break
            yield _span(paragraph, "It is a short line under a signature.")


def _names(context: Context, last: Sequence[Paragraph], names: frozenset[int]) -> Iterator[Span]:
    """Return those of the *last* paragraphs that are *names* in brackets, with the lines under them."""
    under = False
    for paragraph in last:
        if paragraph.start in names:
            under = True
            yield _span(paragraph, "A name in brackets fills the last paragraph of the text.")
        elif under and _is_name(context, paragraph):
            yield _span(paragraph, "It is a short line under a signature.")
        else:
            under = False


def _signs(context: Context, paragraph: Paragraph) -> bool:
    """Tell whether *paragraph* is a signature: short, and it opens with a word for one."""
    return paragraph.end - paragraph.start <= LONGEST and _opening().match(context.source.text, paragraph.start, paragraph.end) is not None


def _is_name(context: Context, paragraph: Paragraph) -> bool:
    """Tell whether *paragraph* may be a line of a signature: a name, an office, a place."""
    text = context.source.text[paragraph.start : paragraph.end]
    sentence = re.search(r"[^\W\d_]{4,}\.$", text)
    return len(text) <= LONGEST_NAME and not sentence and not re.match(r"[\[\d*=¹²³]", text) and text[:1].isupper()


def _span(paragraph: Paragraph, why: str) -> Span:
    """Return the line of a signature that *paragraph* is."""
    whole = paragraph.start, paragraph.end
    return Span(*whole, "block", CLASS, CLASS, why, pieces=(Piece("closer", *whole), Piece("signed", *whole)))


@cache
def _opening() -> re.Pattern[str]:
    """Return the pattern of words for a signature: in brackets, or with a colon, or before a name."""
    words = languages.pattern("signing")
    name = r"\[?[^\W\d_a-z]"
    return re.compile(rf"[\[(]\s*(?i:{words})\s*[\])](?=\s*$|\s+{name})|(?i:{words})(?:\s*:\s*|\s+)(?={name})", re.MULTILINE)
