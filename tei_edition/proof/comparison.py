"""Comparing two texts, white space aside, and telling in words where they part."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tei_edition.errors import ProofError
from tei_edition.model import LINE_END, Finding, Position

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

CONTEXT = 32
"""How many characters are shown on each side of the place where two texts part."""

WHITE_SPACE = re.compile(r"\s+")

INVISIBLE = re.compile("[\\s\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\U000e0000-\U000e0fff]+")
"""White space and what else prints nothing: soft hyphens, joiners, marks of direction (Unicode, Default_Ignorable_Code_Point)."""


@dataclass(frozen=True, slots=True)
class Proof:
    """
    The words of an output are the transcript's.

    *kind* is ``tei``, ``html`` or ``pdf``; *characters* were compared, *words* of the transcript with them. *generated* are
    the kinds of what stands in the output besides, with the number of their elements, sorted; *generated_words* the same
    kinds with the number of their words.
    """

    kind: str
    characters: int
    words: int
    generated: tuple[tuple[str, int], ...] = ()
    generated_words: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True)
class Letters:
    """The characters of *text* without those that are set *aside*, and where each stands in it."""

    text: str
    letters: str
    offsets: tuple[int, ...]

    @classmethod
    def of(cls, text: str, aside: re.Pattern[str] = WHITE_SPACE) -> Letters:
        """Return the letters of *text*."""
        kept = [range(start, end) for start, end in _between(text, aside)]
        return cls(text, "".join(text[part.start : part.stop] for part in kept), tuple(i for part in kept for i in part))

    def offset(self, index: int) -> int:
        """Return where letter number *index* stands in the text; the end of the text for one past the last."""
        return self.offsets[index] if index < len(self.offsets) else len(self.text.rstrip())


def _between(text: str, aside: re.Pattern[str]) -> list[tuple[int, int]]:
    """Return the stretches of *text* between those that are *aside*."""
    edges = [0, *(edge for match in aside.finditer(text) for edge in match.span()), len(text)]
    return list(zip(edges[::2], edges[1::2], strict=True))


def compare(kind: str, transcript: Letters, output: Letters, generated: Mapping[str, int], name: str, words: Mapping[str, int]) -> Proof:
    """
    Return the proof that the letters are the same, with how much is *generated*: elements and *words* by kind.

    Raises `ProofError` at the first letter that is not the same.
    """
    if transcript.letters == output.letters:
        counted = (tuple(sorted(counts.items())) for counts in (generated, words))
        return Proof(kind, len(transcript.letters), len(transcript.text.split()), *counted)
    index = common(transcript.letters, output.letters)
    raise _failure(kind, transcript, output, index, name)


def common(one: str, other: str) -> int:
    """
    Return how many characters two texts have in common from their start.

    >>> common("transcript", "translation")
    5
    """
    return _longest(min(len(one), len(other)), lambda length: one[:length] == other[:length])


def _longest(limit: int, holds: Callable[[int], bool]) -> int:
    """Return the largest number up to *limit* for which *holds*, which it does for all smaller ones."""
    low, high = 0, limit
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if holds(middle) else (low, middle - 1)
    return low


def _failure(kind: str, transcript: Letters, output: Letters, index: int, name: str) -> ProofError:
    """Return the error that shows both texts where they part, letter number *index*."""
    offset = transcript.offset(index)
    has, shows = (_stretch(letters, index) for letters in (transcript, output))
    message = f"the {kind.upper()} does not have the transcript's words here: the transcript has {has}, the {kind.upper()} has {shows}."
    advice = "An output that was changed by hand is made again by a build; if it was not, this is a fault of the stylesheet."
    return ProofError.at(finding(transcript.text, offset, name, f"proof/{kind}", message, advice))  # type: ignore[return-value]


def _stretch(letters: Letters, index: int) -> str:
    """Return the text round letter number *index*, in quotes."""
    if index >= len(letters.letters):
        end = letters.offset(index)
        return f"“{_line(letters.text[max(0, end - CONTEXT) : end])}” and then its end"
    offset = letters.offset(index)
    start, stop = max(0, offset - CONTEXT), offset + CONTEXT
    return f"“{_line(letters.text[start:stop])}”"


def _line(text: str) -> str:
    """Return *text* in one line."""
    return WHITE_SPACE.sub(" ", text).strip()


def finding(text: str, offset: int, name: str, code: str, message: str, advice: str) -> Finding:
    """Return the finding at *offset* of *text*, the transcript called *name*."""
    starts = [0, *(match.end() for match in LINE_END.finditer(text))]
    line = bisect_right(starts, offset)
    position = Position(line, offset - starts[line - 1] + 1)
    stop = LINE_END.search(text, offset)
    excerpt = text[starts[line - 1] : stop.start() if stop else len(text)]
    return Finding(name, code, message, advice, position, excerpt=excerpt)
