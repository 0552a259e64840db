"""
Words that are too many for what a sentence lacks.

A sentence in brackets by itself is a remark, and so is what names a thing and says it after a colon: ``<note type="editorial">``.
More than eight words that go on with the sentence before them explain it: ``<note type="gloss">``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition.rules import Rank
from tei_edition.rules.bracket import Reading
from tei_edition.rules.grammar import capitalised, closed, counted

if TYPE_CHECKING:
    from tei_edition.rules.bracket import Bracket
    from tei_edition.rules.context import Context

RANK = Rank.NAME
TITLE = "a remark, of which nothing else is known"
SENTENCE = re.compile(r"\w[.!?]['\"”’»]?\s*$")
NAMED = re.compile(r"\s*(?P<name>(?P<short>[^\W\d_]{3,}\.\s?)?[^\W\d_][\w'’-]*(?:\s[\w'’-]+){0,2}):\s+\S")
LEAST_WORDS = 9


def read(bracket: Bracket, _context: Context) -> Reading | None:
    """Read a bracket that is too long for words of the sentence, or that fills a paragraph or is a sentence."""
    named = NAMED.match(bracket.inner)
    if named and _names_thing(named, bracket):
        piece = bracket.piece("note", ("type", "editorial"))
        return Reading("note", (piece,), f"It names {named['name']!r}, and says it after a colon.", "medium")
    long = len(bracket.words) >= LEAST_WORDS
    sentence = SENTENCE.search(bracket.inner) and capitalised(bracket.inner) and bracket.apart_from_sentence
    if not bracket.words or not (long or bracket.alone or sentence):
        return None
    if long and not bracket.alone and not bracket.stopped:
        evidence = f"It holds {counted(len(bracket.words), 'word')}, too many for what the sentence lacks: they explain what stands before."
        return Reading("explanation", (bracket.piece("note", ("type", "gloss")),), evidence, "low", Rank.DEFAULT)
    evidence = f"It stands by itself with {counted(len(bracket.words), 'word')}, and no wording names a meaning."
    return Reading("note", (bracket.piece("note", ("type", "editorial")),), evidence, "low", Rank.DEFAULT)


def _names_thing(named: re.Match[str], bracket: Bracket) -> bool:
    """Tell whether what is *named* is a thing, its first word perhaps cut short: ``handschr. Notiz``, not ``Prof. Holm``."""
    small = named["short"] is None or named["short"].islower()
    return small and not bracket.nested and not any(closed(word, bracket.tongues) for word in named["name"].split())
