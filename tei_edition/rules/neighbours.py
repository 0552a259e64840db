"""
Whether a single word that is a listed name stands for itself, or is a part of another name: "Raisa Gorbachev", "Vienna Convention".

A word beside it with a capital is another name's, unless it is a title, an office, a small word, or opens a sentence. German writes all
nouns with capitals: there a word that this edition uses with an article is none of a name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tei_edition import languages
from tei_edition.rules.name_forms import TOKEN, fold
from tei_edition.rules.parts import is_role

if TYPE_CHECKING:
    from tei_edition.rules.lexicon import Lexicon

REACH = 60
TOUCHING = re.compile(r"[ \t\xa0'’‐‑-]|\r\n|\n|\r")
BEFORE = re.compile(r"(?P<word>(?:[^\W_]|[\u0300-\u036f])+)(?P<gap>\.?(?:[ \t\xa0'’‐‑-]|\r\n|\n|\r))$")
OPENS = re.compile(r"(?:^|[.!?…:;]['\"”’)\]]*\s+|[\n\r(\[“\"«„—–])$")


@dataclass(frozen=True, slots=True)
class Neighbours:
    """
    The words beside a name, and what is known of words: those at *known* are names by themselves, by where they begin.

    *letters* are single letters that are titles, as printed.
    """

    text: str
    start: int
    end: int
    lexicon: Lexicon
    known: frozenset[int] = frozenset()
    german: bool = False
    letters: frozenset[str] = frozenset()

    def free(self, low: int, high: int) -> bool:
        """Tell whether the name at ``[start, end)`` of the paragraph ``[low, high)`` is no part of another name."""
        return not self._before(low) and not self._after(high)

    def _before(self, low: int) -> bool:
        """Tell whether a part of another name stands before."""
        head = self.text[max(low, self.start - REACH) : self.start]
        match = BEFORE.search(head)
        if match is None:
            return False
        word, at = match["word"], self.start - len(head) + match.start()
        if not word[0].isupper() or at in self.known:
            return False
        if match["gap"].startswith("."):
            return len(word) == 1 and word not in self.letters
        if self._is_common(word):
            return False
        opening = OPENS.search(self.text[max(low, at - 4) : at])
        return not (opening and self._begins(fold(word)))

    def _begins(self, word: str) -> bool:
        """Tell whether *word* (folded) opens a sentence as any word does: it is written small elsewhere, and is no name."""
        return word in languages.words("adverb") or (self.lexicon.small.get(word, 0) > 0 and not self.lexicon.names.get(word))

    def after_lady(self, low: int) -> bool:
        """Tell whether a lady's title stands before: the surname after it may be her husband's."""
        match = BEFORE.search(self.text[max(low, self.start - REACH) : self.start])
        return match is not None and fold(match["word"]) in languages.words("lady")

    def _after(self, high: int) -> bool:
        """Tell whether a part of another name stands after; German has nouns there, and compounds with a hyphen."""
        gap = TOUCHING.match(self.text, self.end, high)
        if gap and self.german and gap[0].isspace():
            return False
        match = TOKEN.match(self.text, gap.end(), high) if gap else None
        if match is None or not match[0][0].isupper() or match.start() in self.known:
            return False
        return not self._is_common(match[0])

    def _is_common(self, word: str) -> bool:
        """Tell whether *word* is a title, an office or a small word, which may stand beside a name."""
        folded = fold(word)
        if folded in languages.words("title") or is_role(folded) or self.lexicon.begins_sentences(folded):
            return True
        return self.german and (self.lexicon.things.get(folded, 0) > 0 or self.lexicon.is_small(folded))
