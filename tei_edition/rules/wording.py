"""Fixed words in a bracket, by the language files."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from tei_edition import languages
from tei_edition.rules import Rank

if TYPE_CHECKING:
    from tei_edition.rules.bracket import Bracket


@dataclass(frozen=True, slots=True)
class Found:
    """Fixed words that were found: as they stand there, where they end in the bracket, and whether it opens with them."""

    words: str
    end: int
    opens: bool

    @property
    def rank(self) -> Rank:
        """The kind of evidence that they are."""
        return Rank.OPENING if self.opens else Rank.WORDING

    @property
    def evidence(self) -> str:
        """A sentence that says so."""
        return f"It {'opens with' if self.opens else 'says'} {self.words!r}."


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    """Return the pattern of the words of *kind* as whole words."""
    return re.compile(rf"(?<![\w-]){languages.pattern(kind)}(?![\w-])", re.IGNORECASE)


def find(bracket: Bracket, kind: str, most: int = 12) -> Found | None:
    """Return the words of *kind* in *bracket*, if it holds some and no more than *most* words."""
    if not 0 < len(bracket.words) <= most:
        return None
    match = _pattern(kind).search(bracket.own)
    if match is None:
        return None
    opens = not re.search(r"\w", bracket.inner[: match.start()])
    return Found(" ".join(match[0].split()), match.end(), opens)


def opening(bracket: Bracket, kind: str, most: int = 10_000) -> Found | None:
    """Return the words of *kind* with which *bracket* opens, if it does and holds no more than *most* words."""
    if not 0 < len(bracket.words) <= most:
        return None
    match = _pattern(kind).match(bracket.inner, bracket.begin)
    return Found(" ".join(match[0].split()), match.end(), opens=True) if match else None
