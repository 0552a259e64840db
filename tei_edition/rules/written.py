"""
How words are written in a text: capitalised within a sentence, after an article, small, or with a point after them.

From this names are told from words, and abbreviations from both.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from tei_edition import languages

WORD = re.compile(r"[^\W\d_][\w'’-]*")
OPENING = re.compile(r"(?:^|[.!?:…]['\"”’)\]]*\s+|[\n\r(\[“\"«„]\s*)$")


@dataclass(frozen=True, slots=True)
class Words:
    """
    How often words, casefolded, are written in which way.

    *names* are capitalised within a sentence, *things* those of them after an article, *small* written small, *pointed* have a point
    after them and *plain* none, of those with a capital.
    """

    names: Counter[str] = field(default_factory=Counter)
    things: Counter[str] = field(default_factory=Counter)
    small: Counter[str] = field(default_factory=Counter)
    pointed: Counter[str] = field(default_factory=Counter)
    plain: Counter[str] = field(default_factory=Counter)

    def add(self, other: Words) -> None:
        """Count the words of *other* too."""
        for mine, others in zip(self._all(), other._all(), strict=True):
            mine.update(others)

    def _all(self) -> tuple[Counter[str], ...]:
        """Return the counts, in order."""
        return self.names, self.things, self.small, self.pointed, self.plain


def count(text: str, place: tuple[int, int], words: Words, head: int) -> None:
    """Count the words of one paragraph by the way they are written; its *head* may be a label, which tells of no names and points."""
    before, begun = "", False
    start, end = place
    articles, titles = languages.words("article"), languages.words("title")
    for match in WORD.finditer(text, start, end):
        word = match[0]
        folded = word.casefold()
        if word[0].islower():
            words.small[folded] += 1
        elif word[0].isupper():
            if not text.startswith(".", match.end(), end):
                words.plain[folded] += 1
            elif match.start() >= head:
                words.pointed[folded] += 1
            opening = OPENING.search(text[max(start, match.start() - 4) : match.start()])
            if begun and (not opening or before in titles):
                words.names[folded] += 1
                words.things[folded] += before in articles
        begun = match.start() >= head
        before = folded
