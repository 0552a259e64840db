"""
A list: paragraphs that follow each other and open with counters that count on from one, or with the same bullet.

The counter is the `label` of its `item`, as printed. Numbered paragraphs are no list: the list follows a colon, or its items end as
parts of one sentence do, are short, or have bullets or letters.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from tei_edition import counters
from tei_edition.model import Piece, Span
from tei_edition.rules import Rank

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tei_edition.counters import Counter
    from tei_edition.model import Paragraph
    from tei_edition.rules.context import Context

RANK = Rank.FORM
CLASS = "list"
SHORT = 120
BULLETS = frozenset("•·▪●◦‣")
PART = re.compile(r"(?:[;,]|[;,]\s+(?:and|or|und|oder|et|ou|e|o|y|и|или|a|nebo|en|of))$")


def annotate(context: Context) -> Iterator[Span]:
    """Return the label and the item of each paragraph of each list."""
    source = context.source
    found = [counted(context, paragraph) for paragraph in source.paragraphs]
    for family, run in counters.runs(found):
        items = [source.paragraphs[place] for place in run]
        why = _why(context, family, items)
        if why:
            whole = Piece("list", items[0].start, items[-1].end)
            for place in run:
                yield from _item(context, whole, source.paragraphs[place], found[place], why)


def counted(context: Context, paragraph: Paragraph) -> Counter | None:
    """Return the counter that opens *paragraph*, if it is no speaker's label, no footnote and no page's number."""
    if paragraph.start in context.labelled or paragraph.start in context.pages or paragraph.start in context.notes.values():
        return None
    return counters.counter(context.source.text, paragraph.start, paragraph.end)


def _why(context: Context, family: str, items: Sequence[Paragraph]) -> str:
    """Return the evidence that *items* are those of a list, or nothing."""
    source = context.source
    texts = [source.text[item.start : item.end] for item in items]
    before = source.paragraphs[items[0].number - 2] if items[0].number > 1 else None
    if before and source.text[before.start : before.end].endswith(":"):
        return "It follows a colon and counts on."
    if family in BULLETS:
        return "It opens with the same bullet as its neighbours."
    if all(PART.search(text) for text in texts[:-1]):
        return "It counts on, and ends as a part of a sentence does."
    tight = all(_tight(source.text[one.end : two.start]) for one, two in pairwise(items))
    if tight and all(len(text) <= SHORT for text in texts):
        return "It is a short line that counts on."
    return ""


def _tight(gap: str) -> bool:
    """Tell whether *gap* is a single line end."""
    return len(gap.splitlines()) == 1


def _item(context: Context, whole: Piece, paragraph: Paragraph, found: Counter | None, why: str) -> Iterator[Span]:
    """Return the label and the item of *paragraph*."""
    start = found.end if found else paragraph.start
    while context.source.text[start].isspace():
        start += 1
    label = Piece("label", paragraph.start, found.end if found else start)
    yield Span(label.start, label.end, "block", CLASS, CLASS, why, pieces=(whole, label))
    yield Span(start, paragraph.end, "block", CLASS, CLASS, why, pieces=(whole, Piece("item", start, paragraph.end)))
