"""
Lines that have the form of a page's number and nothing else: ``- 2 -``, ``Page 3``, ``[4]``, ``5``.

Whether they are one is told by the series they make (`pages`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from tei_edition import counters, languages
from tei_edition.model import BLANK, LINE_END
from tei_edition.rules.separators import is_separator

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.model import Paragraph, Source

DASH = r"(?:[-–—]|--)"
NUMBER = r"\d{1,4}"
PLAIN = {
    "dashes": rf"{DASH}\s*(?:{NUMBER}|[ivx]{{1,6}})\s*{DASH}", "bars": rf"/\s*{NUMBER}\s*/|\|\s*{NUMBER}\s*\|",
    "bare": NUMBER, "bracket": rf"\[\s*{NUMBER}\s*\]", "round": rf"\(\s*{NUMBER}\s*\)", "dash": rf"{DASH}\s*{NUMBER}",
}
"""The forms without a word, each as a pattern."""

CLEAR = frozenset({"dashes", "bars", "word"})
"""The forms that hardly anything but the number of a page has."""

LONGEST = 40
ENDED = re.compile(r"[.?!:;…][\"'”’»)\]]*$")


@dataclass(frozen=True, slots=True)
class Line:
    """
    A line that has the form of a page's number: where it stands, in what form, which number, as it is printed.

    *whole* tells whether it is a paragraph, *joins* whether a sentence goes on over it, *fed* whether a form feed follows, *under*
    whether it follows a short line that ends no sentence: a heading, or the label of who speaks.
    """

    start: int
    end: int
    form: str
    number: int
    printed: str
    whole: bool
    joins: bool
    fed: bool
    under: bool


def documents(source: Source) -> Iterator[list[Line]]:
    """Return the lines in question of each document, without those that stand beside each other: columns of numbers."""
    found: list[Line] = []
    near: Line | None = None
    for paragraph in source.paragraphs:
        if is_separator(source, paragraph):
            yield found
            found = []
        one = _line(source, paragraph.start, paragraph.end, paragraph)
        if one and near:
            found = [line for line in found if line is not near]
        else:
            found += [one] if one else _within(source, paragraph)
        near = one
    yield found


def _within(source: Source, paragraph: Paragraph) -> Iterator[Line]:
    """Return the lines in question within *paragraph*, which has several."""
    ends = [match.span() for match in LINE_END.finditer(source.text, paragraph.start, paragraph.end)]
    for (_, start), (end, _) in pairwise([(0, paragraph.start), *ends, (paragraph.end, 0)]):
        if ends and end - start <= LONGEST:
            line = source.text[start:end]
            low, high = start + len(line) - len(line.lstrip(BLANK)), start + len(line.rstrip(BLANK))
            one = _line(source, low, high, paragraph)
            if one:
                yield one


def _line(source: Source, start: int, end: int, paragraph: Paragraph) -> Line | None:
    """Return the number of a page that ``[start, end)``, a line of *paragraph* or all of it, may be."""
    text = source.text
    match = _forms().fullmatch(text, start, end) if start < end <= start + LONGEST else None
    if match is None:
        return None
    printed = re.findall(r"\d+|(?<![^\W\d_])[ivx]+(?![^\W\d_])", match[0])[0]
    form, before, after = match.lastgroup or "", text[max(start - LONGEST, 0) : start].rstrip(), text[end : end + LONGEST]
    if form not in CLEAR and before.endswith(":"):
        return None
    joins = bool(before) and not ENDED.search(before) and after.lstrip()[:1].islower()
    fed = "\f" in after[: len(after) - len(after.lstrip())]
    number = int(printed) if printed.isdigit() else counters.roman(printed)
    return Line(start, end, form, number, printed, (start, end) == (paragraph.start, paragraph.end), joins, fed, _is_under(before))


def _is_under(before: str) -> bool:
    """Tell whether *before*, the end of the text before a line, is a short line that ends no sentence."""
    line = LINE_END.split(before)[-1]
    return len(line) < LONGEST and not ENDED.search(line)


@cache
def _forms() -> re.Pattern[str]:
    """Return the pattern of the forms, each in a group of its name."""
    word = languages.pattern("page")
    plain = "|".join(f"(?P<{name}>{pattern})" for name, pattern in PLAIN.items())
    numbered = rf"(?:{word}\s*(?:{NUMBER}|[ivx]{{1,6}})(?:\s*(?:/|[^\W\d_]{{1,4}})\s*{NUMBER})?|{NUMBER}\.?\s*{word})"
    return re.compile(rf"{plain}|(?P<word>{DASH}?\s*{numbered}\s*{DASH}?)", re.IGNORECASE)
