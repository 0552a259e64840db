"""
One of those who are listed as taking part, as a part of a line or a line gives them: name, office, side.

``Dr. Meili``, ``Mr. P. Drew, Under Secretary``, ``Herr Vogt (Protokoll)``, ``посол Брант``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tei_edition import languages
from tei_edition.rules.parts import SMALL, WORDS, is_role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_edition.model import Source

MOST_NAME = 8
"""How many words a name may have with its titles."""

MOST_OFFICE = 16
"""How many words an office after a name may have."""

PART = re.compile(
    r"(?P<name>[^,(;]+?)\s*(?:,\s*(?P<role>[^;]*?)|\((?P<aside>[^()]*)\)(?:\s*,\s*[^;]*?)?)?\s*(?:[;,]|(?<!\W[^\W\d_])\.)?\s*$",
)
SENTENCE = re.compile(r"[^\W\d_]{4,}\.\s")
OPENING = re.compile(r"^(?:\d{1,2}[.)]\s+|[•·–—*-]\s+)?")

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Attendee:
    """One of those listed: the whole line or part, the name in it, the words for the office (an empty range: none), and the side."""

    start: int
    end: int
    name: Range
    role: Range
    side: str = ""

    def words(self, source: Source) -> tuple[str, ...]:
        """Return the words of the name, casefolded."""
        return tuple(WORDS.findall(source.text[slice(*self.name)].casefold()))

    def printed(self, source: Source) -> str:
        """Return the name as printed, on one line."""
        return " ".join(source.text[slice(*self.name)].split())

    def surname(self, source: Source) -> str:
        """Return the last word of the name that is no initial, title or office, casefolded."""
        return surname(self.words(source))

    def office(self, source: Source) -> str:
        """Return the words of the office, casefolded, without articles."""
        words = WORDS.findall(source.text[slice(*self.role)].casefold())
        return " ".join(word for word in words if word not in languages.words("article"))


def surname(words: Sequence[str]) -> str:
    """
    Return the last of *words* that may be a surname.

    >>> surname(["mr", "p", "drew"]), surname(["волков", "м", "с"]), surname(["the", "secretary"])
    ('drew', 'волков', '')
    """
    own = [word for word in words if len(word) > 1 and word not in languages.words("title") and word not in SMALL]
    named = [word for word in own if not (is_role(word) or word in languages.words("article") | languages.words("honorific"))]
    return named[-1] if named else ""


def attendee(text: str, place: Range) -> Attendee | None:
    """Return who stands in the part of a list at *place*, if it looks like a person."""
    start, end = place
    opening = OPENING.match(text[start:end])
    match = PART.match(text[start:end], opening.end() if opening else 0)
    if match is None or len((match["role"] or "").split()) > MOST_OFFICE or SENTENCE.search(match["role"] or ""):
        return None
    first, last = match.span("name")
    words = WORDS.findall(match["name"])
    if not 0 < len(words) <= MOST_NAME or not any(word[0].isupper() or is_role(word.casefold()) for word in words):
        return None
    if any(word.islower() and word not in SMALL and not _is_told(word) for word in match["name"].split()):
        return None
    part = "aside" if match["aside"] else "role"
    role = match.span(part) if match[part] else (last, last)
    offset, before = _before(match["name"])
    several = re.match(rf"{languages.pattern('titles')}\.?\s+", match["name"], re.IGNORECASE)
    offset = several.end() if several else offset
    if before and role[0] == role[1]:
        role = first, first + before
    return Attendee(start, end, (start + first + offset, start + last), (start + role[0], start + role[1]))


def _is_told(word: str) -> bool:
    """Tell whether *word*, written small in a name, is a title or an office."""
    folded = word.casefold().rstrip(".,")
    return not folded[0].isalpha() or folded in languages.words("title") or is_role(folded) or folded in languages.words("article")


def _before(name: str) -> tuple[int, int]:
    """
    Return where the name proper begins, after an office that stands small before it, and where that ends.

    >>> _before("посол Брант"), _before("Dr. Meili")
    ((6, 5), (0, 0))
    """
    match = re.match(r"(?P<office>(?:[^\W\d_]+\s+)+?)(?=[^\W\d_])(?P<name>\S*[A-ZÀ-ÖØ-ÞА-ЯЁÁ-Ž].*)$", name)
    first = match["office"].split()[0] if match else ""
    if match is None or not match["office"].islower() or not is_role(first) or first in languages.words("honorific"):
        return 0, 0
    return match.start("name"), len(match["office"].rstrip())


def is_marked(text: str, one: Attendee) -> bool:
    """Tell whether *one* has a title, an office or initials, or an office after the name."""
    words = [word.casefold() for word in WORDS.findall(text[slice(*one.name)])]
    told = any(len(word) == 1 or word in languages.words("title") or is_role(word) for word in words)
    return told or one.role[0] < one.role[1]
