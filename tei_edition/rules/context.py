"""What a rule may look at: the source, what the edition shows, the house's profile; and a bracket in its surroundings."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from tei_edition.model import Attributes, Cert, Piece
from tei_edition.profiles import Profile
from tei_edition.rules.lexicon import Lexicon

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tei_edition.model import Paragraph, Source

WINDOW = 200
"""How many characters a rule sees on each side of a bracket."""


@dataclass(frozen=True)
class Context:
    """
    A document and what is known beside it.

    *labelled* are the offsets of the paragraphs that open with a speaker's label, *speeches* those where the speech begins after
    it; *notes* are the offsets of the footnotes, by their marks.
    """

    source: Source
    lexicon: Lexicon = field(default_factory=Lexicon)
    profile: Profile = field(default_factory=Profile)
    labelled: frozenset[int] = frozenset()
    speeches: frozenset[int] = frozenset()
    notes: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Bracket:
    """
    A pair of square brackets: ``[start, end)`` with both marks, in *paragraph*.

    *outer* is the class of the bracket round it, empty where there is none.
    """

    source: Source
    start: int
    end: int
    paragraph: Paragraph
    opens: bool
    outer: str = ""

    @cached_property
    def inner(self) -> str:
        """The characters between the marks."""
        return self.source.text[self.start + 1 : self.end - 1]

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words between the marks, casefolded, without punctuation."""
        return tuple(re.findall(r"[\w'’.-]*\w|[\w'’-]+", self.inner.casefold()))

    @cached_property
    def folded(self) -> str:
        """What stands between the marks, casefolded, single-spaced, without punctuation at its ends."""
        return " ".join(self.inner.casefold().split()).strip(" .,:;!?–—-…")

    @cached_property
    def before(self) -> str:
        """Up to `WINDOW` characters before, within the paragraph."""
        return self.source.text[max(self.paragraph.start, self.start - WINDOW) : self.start]

    @cached_property
    def after(self) -> str:
        """Up to `WINDOW` characters after, within the paragraph."""
        return self.source.text[self.end : min(self.paragraph.end, self.end + WINDOW)]

    @property
    def whole(self) -> bool:
        """Whether it fills its paragraph."""
        return (self.start, self.end) == (self.paragraph.start, self.paragraph.end)

    @property
    def nested(self) -> bool:
        """Whether another bracket stands in it."""
        return "[" in self.inner or "]" in self.inner

    def piece(self, element: str, *attributes: tuple[str, str]) -> Piece:
        """Return *element* over the bracket, whose two marks it replaces."""
        return Piece(element, self.start, self.end, attributes, 1, 1)

    def described(self, element: str, *attributes: tuple[str, str]) -> tuple[Piece, ...]:
        """Return *element* with a `desc` that holds the words between the marks."""
        return self.piece(element, *attributes), Piece("desc", self.start + 1, self.end - 1)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a rule makes of a bracket: its class, the elements, why, and how sure the rule is."""

    class_: str
    pieces: tuple[Piece, ...]
    evidence: str
    cert: Cert = "high"
    attributes: Attributes = ()


def last_word(text: str) -> str:
    """Return the word at the end of *text*, blanks aside."""
    match = re.search(r"([\w'’-]+(?:\.(?=\s*$))?)\s*$", text[-80:])
    return match[1] if match else ""


def first_word(text: str) -> str:
    """Return the word at the start of *text*, blanks aside."""
    match = re.match(r"\s*([\w'’-]+)", text[:80])
    return match[1] if match else ""


def capitalised(word: str) -> bool:
    """Tell whether *word* begins with a capital, or with a letter of a script that has none."""
    return bool(word) and word[0].isalpha() and not word[0].islower()
