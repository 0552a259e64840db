"""
Italics in plain text: ``_so_``, where the profile says that the transcript writes them.

Underscores for blanks to fill in (``____``) and within a word (``file_name``) are no italics.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tei_edition.model import Piece, Span, StyleRun

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tei_edition.model import Source
    from tei_edition.profiles import Profile

RUN = re.compile(r"(?<![\w_])_(?=[^\s_])[^_]*?[^\s_]_(?!_)(?:(?!\w)|(?<=\W_))|(?<=\w)_(?=[^\w\s])[^_\n]*?[^\s_]_(?![\w_])")
ITALIC = (("rend", "italic"),)


@dataclass(frozen=True)
class Italics:
    """
    The italic runs of a document, and the offsets of the underscores that mark them; *known* is false where it has none at all.

    *letters* are the offsets of its italic letters.
    """

    runs: tuple[StyleRun, ...] = ()
    marks: frozenset[int] = frozenset()
    letters: frozenset[int] = field(default=frozenset(), repr=False)

    @property
    def known(self) -> bool:
        """Whether the input tells italic from roman."""
        return bool(self.runs)

    def holds(self, text: str, start: int, end: int) -> bool | None:
        """Return whether over half of the letters between *start* and *end* are italic; None where the input does not tell."""
        if not self.known:
            return None
        letters = [offset for offset in range(start, end) if text[offset].isalnum()]
        return sum(offset in self.letters for offset in letters) * 2 > len(letters)


def find(source: Source, profile: Profile) -> Italics:
    """Return the italics of *source*: its style runs and, where *profile* says so, what stands between underscores."""
    styled = [run for run in source.styles if run.style == "italic"]
    written = []
    if profile.italic_mark:
        for paragraph in source.paragraphs:
            written += [StyleRun(*match.span(), "italic") for match in RUN.finditer(source.text, paragraph.start, paragraph.end)]
    marks = frozenset(offset for run in written for offset in (run.start, run.end - 1))
    runs = sorted([*styled, *written], key=lambda run: run.start)
    letters = frozenset(offset for run in runs for offset in range(run.start, run.end) if source.text[offset].isalnum())
    return Italics(tuple(runs), marks, letters)


def spans(italics: Italics, brackets: Iterable[Span]) -> Iterator[Span]:
    """
    Return a style span for each run between underscores, but where it fills a bracket, whose element then bears the style.

    The runs that the input itself sets in italics are those of the module `styles`.
    """
    filled = [(span.start, span.end) for span in brackets if any(ITALIC[0] in piece.attributes for piece in span.pieces)]
    starts = [start for start, _ in filled]
    for run in italics.runs:
        at = bisect_right(starts, run.start) - 1
        if run.start not in italics.marks or (at >= 0 and run.end <= filled[at][1]):
            continue
        piece = Piece("hi", run.start, run.end, ITALIC, 1, 1)
        evidence = "It stands between underscores: italics."
        yield Span(run.start, run.end, "style", "italic", "italics", evidence, attributes=ITALIC, pieces=(piece,))
