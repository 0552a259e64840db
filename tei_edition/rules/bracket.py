"""A bracket in its surroundings, and what a rule makes of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from tei_edition.model import Attributes, Cert, Piece
from tei_edition.rules.grammar import closed, first_word, kin, last_word, tongues
from tei_edition.rules.italics import ITALIC, Italics

if TYPE_CHECKING:
    from types import ModuleType

    from tei_edition.model import Paragraph, Source
    from tei_edition.rules import Rank
    from tei_edition.rules.context import Context

WINDOW = 200
"""How many characters a rule sees on each side of a bracket."""

NEAR = 60
"""From how many characters round a bracket on its language is known by them."""

BLOCK = 2_000
"""How many characters of a document are read for its language."""

LABEL = re.compile(r"(?:[^\W\d_a-z][\w.'’-]*\s+){0,5}[^\W\d_a-z][\w.'’-]*\s*$")
SPOKEN = re.compile(r"(?:[^\W\d_a-z][\w.'’-]*\s+){0,5}[^\W\d_a-z][\w'’-]*:\s*$")
NONE = Italics()
NESTED = re.compile(r"\[[^\[\]]*\]")
TOKEN = re.compile(r"[^\s\[\]{}]+(?P<blank>\s*)$")
STOPPED = re.compile(r"[.!?…:;—][\])'\"”’»]*\s*$")


@dataclass(frozen=True)
class Bracket:
    """
    A pair of brackets: ``[start, end)`` with both marks, each of *width* characters, in *paragraph*.

    *speech* tells whether a speech begins with it; *outer* is the class of the bracket round it, empty where there is none;
    *apart* tells that its two marks stand in different paragraphs, *labelled* that it stands in a speaker's label.
    """

    source: Source
    start: int
    end: int
    paragraph: Paragraph
    speech: bool = False
    outer: str = ""
    width: int = 1
    italics: Italics = NONE
    apart: bool = False
    labelled: bool = False
    _asked: dict[str, Reading | None] = field(default_factory=dict, init=False, repr=False, compare=False)

    def asked(self, rule: ModuleType, context: Context) -> Reading | None:
        """Return what *rule* reads in it; each rule looks at a bracket once, however many others want to know what it says."""
        if rule.__name__ not in self._asked:
            self._asked[rule.__name__] = rule.read(self, context)
        return self._asked[rule.__name__]

    @cached_property
    def brace(self) -> bool:
        """Whether its marks are braces."""
        return self.source.text[self.start] == "{"

    @cached_property
    def _filled(self) -> tuple[int, int]:
        """The lengths of the marks, with those of the italics that fill the bracket."""
        raw = self.source.text[self.start + self.width : self.end - self.width]
        left, right = len(raw) - len(raw.lstrip()), len(raw) - len(raw.rstrip())
        first, last = self.start + self.width + left, self.end - self.width - right - 1
        if any(run.start == first and run.end == last + 1 for run in self.italics.runs) and first in self.italics.marks:
            return self.width + left + 1, self.width + right + 1
        return self.width, self.width

    @property
    def open(self) -> int:
        """The length of the opening mark."""
        return self._filled[0]

    @property
    def close(self) -> int:
        """The length of the closing mark."""
        return self._filled[1]

    @cached_property
    def italic(self) -> bool | None:
        """Whether it is set in italics; None where the input has none at all."""
        return self.italics.holds(self.source.text, self.start, self.end)

    def _clean(self, start: int, end: int) -> str:
        """Return the characters from *start* to *end*, without the marks of italics."""
        text = self.source.text[start:end]
        if not self.italics.marks or "_" not in text:
            return text
        return "".join(c for offset, c in enumerate(text, start) if offset not in self.italics.marks)

    @cached_property
    def inner(self) -> str:
        """The characters between the marks."""
        return self._clean(self.start + self.open, self.end - self.close)

    @cached_property
    def begin(self) -> int:
        """Where the first letter or figure stands between the marks."""
        return next((at for at, character in enumerate(self.inner) if character.isalnum()), len(self.inner))

    @cached_property
    def own(self) -> str:
        """The characters between the marks, those in brackets within it as blanks."""
        text = self.inner
        while "[" in text and (masked := NESTED.sub(lambda match: " " * len(match[0]), text)) != text:
            text = masked
        return text

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words between the marks, casefolded, without punctuation."""
        return tuple(re.findall(r"[\w'’.-]*\w|[\w'’-]+", self.inner.casefold()))

    @cached_property
    def folded(self) -> str:
        """What stands between the marks, casefolded, single-spaced, without punctuation at its ends."""
        return " ".join(self.inner.casefold().split()).strip(" .,:;!?–—-…*")

    @cached_property
    def before(self) -> str:
        """Up to `WINDOW` characters before, within the paragraph."""
        return self._clean(max(self.paragraph.start, self.start - WINDOW), self.start)

    @cached_property
    def after(self) -> str:
        """Up to `WINDOW` characters after, within the paragraph."""
        return self._clean(self.end, max(self.end, min(self.paragraph.end, self.end + WINDOW)))

    @cached_property
    def tongues(self) -> frozenset[str]:
        """The languages of the words round it, and of the words of its part of the document where those tell nothing."""
        near = f"{self.before} {self.inner} {self.after}"
        if len(near) > NEAR:
            return tongues(near)
        block = self.start // BLOCK * BLOCK
        return tongues(near, self.source.text[max(0, block - BLOCK) : block + BLOCK])

    @property
    def whole(self) -> bool:
        """Whether it fills its paragraph."""
        return (self.start, self.end) == (self.paragraph.start, self.paragraph.end)

    @cached_property
    def alone(self) -> bool:
        """Whether nothing but quotation marks and stops stands beside it in its paragraph."""
        return not self.before.strip("\"“”‘’'«» ") and not self.after.strip(".\"“”‘’'«» ")

    @cached_property
    def opens(self) -> bool:
        """Whether the paragraph, or a speech in it, begins here."""
        return self.speech or not self.before.strip("\"“‘'«( ") or self.spoken

    @cached_property
    def spoken(self) -> bool:
        """Whether a speaker's label, or what has the form of one, stands before it."""
        return self.speech or SPOKEN.fullmatch(self.before) is not None

    @cached_property
    def in_label(self) -> bool:
        """Whether it stands in a speaker's label, or in what has the form of one."""
        if self.labelled:
            return True
        return re.match(r"\s*:(?!\w)", self.after) is not None and (
            LABEL.fullmatch(self.before) is not None or SPOKEN.fullmatch(self.before) is not None
        )

    @cached_property
    def stopped(self) -> bool:
        """Whether a sentence may begin here."""
        if not self.before.strip():
            return True
        word = last_word(self.before)
        short = word.endswith(".") and len(word) > 2 and word[0].isupper() and kin(word, self.tongues, "title") and word != "No."  # noqa: PLR2004 - an initial may end a sentence
        return not short and STOPPED.search(self.before) is not None

    @cached_property
    def apart_from_sentence(self) -> bool:
        """Whether it stands between two sentences: before it one ends, after it one begins, or nothing stands there."""
        rest = self.after.lstrip(' \t\r\n."”’»)')
        return self.stopped and (not rest or not (rest[0].islower() or rest[0] in ",;"))

    @cached_property
    def wanted(self) -> bool:
        """Whether the sentence wants a word here: an article or a preposition stands before it."""
        return not self.stopped and kin(last_word(self.before), self.tongues, "determiner", "article", "preposition")

    @cached_property
    def ends_phrase(self) -> bool:
        """Whether the phrase ends here: a stop, a verb or a word that joins stands after it."""
        after = first_word(self.after)
        stop = re.match(r"\s*(?:[.,;:!?)—”\"]|$)", self.after)
        return stop is not None or closed(after, self.tongues) or re.fullmatch(r"[a-z]+ed|said|told|went|came", after) is not None

    @property
    def nested(self) -> bool:
        """Whether another bracket stands in it."""
        return "[" in self.inner or "]" in self.inner

    @cached_property
    def token(self) -> tuple[int, int] | None:
        """The range of the word before it, blanks after the word aside; None where another bracket or nothing stands there."""
        low = max(self.paragraph.start, self.start - WINDOW)
        stop = self.start - (self.start - 1 in self.italics.marks)
        match = TOKEN.search(self.source.text, low, stop)
        if match is None:
            return None
        end = stop - len(match["blank"])
        word = self.source.text[match.start() : end]
        start = end - len(word.lstrip("\"'“‘„«(¿¡"))
        return (start, end) if any(c.isalnum() for c in word) else None

    def rend(self, *attributes: tuple[str, str]) -> Attributes:
        """Return *attributes*, with `@rend` where italics fill the bracket."""
        return (*attributes, *ITALIC) if self.open > self.width else attributes

    def piece(self, element: str, *attributes: tuple[str, str]) -> Piece:
        """Return *element* over the bracket, whose two marks it replaces."""
        return Piece(element, self.start, self.end, self.rend(*attributes), self.open, self.close)

    def described(self, element: str, *attributes: tuple[str, str], desc: str = "desc") -> tuple[Piece, ...]:
        """Return *element* with a `desc` that holds the words between the marks."""
        return self.piece(element, *attributes), Piece(desc, self.start + self.open, self.end - self.close)

    def beside(
        self, element: str, right: str, *attributes: tuple[str, str], doubt: int = 0, before: tuple[int, int] | None = None,
    ) -> tuple[Piece, ...]:
        """
        Return the choice between the word before (or the range *before*) and the words in the bracket, which are *right*.

        *element* is ``sic`` or ``abbr``; *doubt* is how many characters at the end belong to the closing mark.
        """
        left = before or self.token
        if left is None:
            return ()
        start, end = left
        opening = self.start - end + self.open
        return (
            Piece("choice", start, self.end),
            Piece(element, start, end),
            Piece(right, end, self.end, self.rend(*attributes), opening, self.close + doubt),
        )


@dataclass(frozen=True, slots=True)
class Reading:
    """
    What a rule makes of a bracket: its class, the elements, why, and how sure the rule is.

    *rank* is the kind of evidence, where it is another than the rule's usual one.
    """

    class_: str
    pieces: tuple[Piece, ...]
    evidence: str
    cert: Cert = "high"
    rank: Rank | None = None
    attributes: Attributes = ()
