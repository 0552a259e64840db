"""
What an editor says is right: "should read Wexford", "but probably Wexford", "recte Wexford", "vermutlich: Wexford".

The words that lead up to the right ones are the editor's; where one of them is a word of doubt, the right ones are a guess. Without such
words what stands after a sign is taken for right only where it is like the wrong word.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from typing import TYPE_CHECKING

from tei_edition import languages
from tei_edition.model import Piece
from tei_edition.rules.bracket import WINDOW
from tei_edition.rules.grammar import capitalised, closed, is_a

if TYPE_CHECKING:
    from tei_edition.model import Attributes
    from tei_edition.rules.bracket import Bracket

LIKE = 0.5
ALIKE = 0.66
MOST = 5
RIGHT = re.compile(r"(?P<words>[^\s.,;:!?\[\]]*\w(?:[^;:!?\[\]]*\w)?['’.]?)(?P<rest>\W*)")
QUOTES = "\"'“”‘’„«»‹›"


@dataclass(frozen=True, slots=True)
class Stated:
    """
    The right words, from *start* to *end* (offsets in the source), for the wrong ones at *wrong*.

    *doubted* tells whether the editor only thinks so.
    """

    wrong: tuple[int, int]
    start: int
    end: int
    doubted: bool

    def pieces(self, bracket: Bracket) -> tuple[Piece, ...]:
        """Return the choice between wrong and right; what stands before and after the right words is their mark."""
        at = self.wrong[1]
        corr = Piece("corr", at, bracket.end, bracket.rend(*self._cert), self.start - at, bracket.end - self.end)
        return Piece("choice", self.wrong[0], bracket.end), Piece("sic", *self.wrong), corr

    def noted(self, bracket: Bracket, note: Attributes, *attributes: tuple[str, str]) -> tuple[Piece, ...]:
        """Return the choice with *attributes*, in which what stands before the right words is a *note* on the wrong ones."""
        led = bracket.source.text[bracket.start + bracket.open : self.start]
        close = len(led) - len(re.sub(r"\W+$", "", led))
        return (
            Piece("choice", self.wrong[0], bracket.end, attributes), Piece("sic", self.wrong[0], self.start),
            Piece("note", bracket.start, self.start, note, bracket.open, close),
            Piece("corr", self.start, bracket.end, bracket.rend(*self._cert), 0, bracket.end - self.end),
        )

    @property
    def _cert(self) -> Attributes:
        """How sure the editor is, where that is said."""
        return (("cert", "low"),) if self.doubted else ()


@cache
def _leading() -> re.Pattern[str]:
    """Return the pattern of the words that lead up to what is right."""
    joins = rf"(?:(?:{languages.pattern('joining')})(?!\w)\W+)?"
    hedges = rf"(?:(?P<doubt>{languages.pattern('hedge')})(?!\w)\W+)?"
    says = rf"(?:(?P<says>{languages.pattern('recte')}|{languages.pattern('meant')}|{languages.pattern('namely')})(?!\w)\W+)?"
    stands = rf"(?:(?P<for>{languages.pattern('instead')})(?!\w)\W+)?"
    return re.compile(rf"\W*{joins}{hedges}{says}{stands}(?:(?P<later>{languages.pattern('hedge')})(?!\w)\W+)?", re.IGNORECASE)


def stated(bracket: Bracket, at: int, about: tuple[int, int] | None) -> Stated | None:
    """
    Return what *bracket* states as right from the place *at* in its words; None where it states nothing.

    *about* is the range of the wrong word, the last one before the bracket if nobody says another.
    """
    text = bracket.source.text[bracket.start + bracket.open : bracket.end - bracket.close]
    led = _leading().match(text, at)
    if about is None or led is None or text != bracket.inner:
        return None
    quote = len(text[led.end() :]) - len(text[led.end() :].lstrip(QUOTES))
    right = RIGHT.fullmatch(text, led.end() + quote)
    if right is None or len(right["words"].split()) > MOST or "." in right["words"][:-1]:
        return None
    words = right["words"].rstrip(".") if led.end() else right["words"]
    wrong = _phrase(bracket, words) or about
    plain = led["says"] and is_a(led["says"], "recte_or_word") and ":" not in led[0]
    said = led["says"] and not plain and not closed(words.split()[0], bracket.tongues)
    if not said and not _fits(bracket.source.text[slice(*wrong)], words, bracket):
        return None
    start = bracket.start + bracket.open + right.start("words")
    doubted = bool(led["doubt"] or led["later"]) or "?" in right["rest"]
    return Stated(wrong, start, start + len(words), doubted)


def _fits(wrong: str, right: str, bracket: Bracket) -> bool:
    """Tell whether *right* may stand for *wrong*: it is like it, or a number or a name as that is."""
    if closed(right.split(maxsplit=1)[0], bracket.tongues) and not closed(wrong, bracket.tongues):
        return False
    like = SequenceMatcher(None, wrong.casefold(), right.casefold(), autojunk=False).ratio() >= LIKE
    return wrong.casefold() != right.casefold() and (like or (wrong[:1].isdigit() and right[:1].isdigit()) or (
        capitalised(wrong) and capitalised(right)
    ))


def _phrase(bracket: Bracket, words: str) -> tuple[int, int] | None:
    """Return the range of as many words before *bracket* as *words* are, if they are several and like each other."""
    count = len(words.split())
    before = bracket.source.text[max(bracket.paragraph.start, bracket.start - WINDOW) : bracket.start]
    match = re.search(rf"(?:[^\s\[\]]+\s+){{{count}}}$", before) if count > 1 else None
    if match is None or SequenceMatcher(None, match[0].strip().casefold(), words.casefold(), autojunk=False).ratio() < ALIKE:
        return None
    start = bracket.start - len(match[0])
    return start, start + len(match[0].rstrip())
