"""Whether the words in a bracket are like the word before it, so that they can only correct it."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from tei_edition import languages
from tei_edition.rules.grammar import acronym, closed, is_a, last_word

if TYPE_CHECKING:
    from tei_edition.rules.bracket import Bracket

LEAST = 0.66
SHORT = 3
VOWELS = frozenset("aeiouyäöü")
DROPPED = 0.85
ORDINAL = re.compile(r"\d[\d,]*(?:\.\d+)?(?:st|nd|rd|th)?")


def alike(bracket: Bracket) -> str:
    """Return the evidence that *bracket* is another form of the word before it, or nothing."""
    inner, word = bracket.inner.strip(" ?."), last_word(bracket.before).strip(".")
    same = inner.casefold() == word.casefold()
    touches = bracket.after[:1].isalpha() and inner.islower() and bracket.before[-1:].isspace()
    if touches or bracket.token is None or not inner or not word or " " in inner or same or ORDINAL.fullmatch(inner):
        return ""
    ratio = SequenceMatcher(None, word.casefold(), inner.casefold(), autojunk=False).ratio()
    if len(inner) > SHORT and len(word) > SHORT and ratio >= LEAST and word[0].isupper() == inner[0].isupper():
        return f"It is like {word!r}, the word before it."
    one = _one_letter(bracket, word, inner)
    if one:
        return one
    short = len(inner) == len(word) <= SHORT and ratio >= 0.5  # noqa: PLR2004 - one letter of two
    perfect = inner.casefold() == "had" and not re.match(r"\s+(?:\w+e[dn]|to)\b", bracket.after)
    if not perfect and any(is_a(inner, kind) and is_a(word, kind) for kind in ("being", "having", "modal")):
        return f"Two forms of one verb cannot follow each other: it corrects {word!r}."
    prepositions = is_a(inner, "preposition") and is_a(word, "preposition") and closed(word, bracket.tongues)
    if short and (prepositions or (acronym(inner) and acronym(word))):
        return f"It differs from {word!r} before it in one letter."
    return ""


def _one_letter(bracket: Bracket, word: str, inner: str) -> str:
    """Return the evidence that *inner* is *word* with a letter more or another vowel, and that *word* is no word, or nothing."""
    if closed(word, bracket.tongues) or len(word) != SHORT or not (word.islower() and inner.islower()):
        return ""
    ratio = SequenceMatcher(None, word, inner, autojunk=False).ratio()
    if len(inner) == SHORT + 1 and ratio > DROPPED:
        return f"It is {word!r}, the word before it, with one letter more."
    letters = [pair for pair in zip(word, inner, strict=False) if pair[0] != pair[1]]
    vowel = len(inner) == SHORT and len(letters) == 1 and set(letters[0]) <= VOWELS
    return f"It differs from {word!r} before it in one vowel." if vowel and closed(inner, bracket.tongues) else ""


def number(text: str) -> str:
    """
    Return the number that *text* ends with, in figures or words, or nothing.

    >>> [number(text) for text in ("on July 9th", "February twenty-second ", "the 80th", "some day")]
    ['9th', 'twenty-second', '80th', '']
    """
    match = re.search(r"(?<![\w.])(?P<n>\d[\d,]*(?:st|nd|rd|th|er)?|[\w-]+)\s*$", text)
    if match is None:
        return ""
    word = match["n"].casefold()
    named = re.fullmatch(rf"(?:{'|'.join(_tens())})(?:-\w+)?(?:st|nd|rd|th)?", word) or word in languages.numbers()
    return match["n"] if word[0].isdigit() or named else ""


def _tens() -> tuple[str, ...]:
    """Return the numbers that others are made with."""
    return tuple(sorted(languages.words("tens")))
