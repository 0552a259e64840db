"""
What an editor says of the way words are set: "emphasis added", "Unterstreichung im Original", "souligné par nous".

The words are those in another style in the sentence, or the quotation, that ends at the bracket. Where the input has no styles nobody
knows which they are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tei_edition.model import Piece
from tei_edition.rules import wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.model import StyleRun
    from tei_edition.rules.bracket import Bracket
    from tei_edition.rules.context import Context

MOST_WORDS = 8
FEW = 3
STYLES = frozenset({"italic", "bold", "underline", "smallcaps"})
QUOTED = re.compile(r"(?:\"(?P<a>[^\"]*)\"|“(?P<b>[^“”]*)”|„(?P<c>[^„“”]*)[“”]|«(?P<d>[^«»]*)»|‘(?P<e>[^‘’]*)’)[.,;]?\s*$")
SENTENCE = re.compile(r"(?<=[.!?…])[\"”’»)_]*\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Emphasis:
    """What is said of an emphasis, in the words of the bracket; *added* tells that it is the editor's own."""

    words: str
    added: bool


def said(bracket: Bracket) -> Emphasis | None:
    """Return what *bracket* says of the way words are set; None where it says nothing of it."""
    found = wording.find(bracket, "emphasis", MOST_WORDS)
    added = wording.find(bracket, "emphasis_added", MOST_WORDS)
    original = wording.find(bracket, "emphasis_original", MOST_WORDS)
    if not found or not (added or original):
        return None
    if len(bracket.words) > len(f"{found.words} {(added or original or found).words}".split()) + FEW:
        return None
    if added and not original and bracket.folded == f"{added.words} {found.words}".casefold():
        return None
    negated = added is not None and original is not None and len(added.words) > len(original.words)
    return Emphasis(bracket.inner.strip(), added is not None and (original is None or negated))


def pieces(bracket: Bracket, context: Context) -> tuple[Piece, ...]:
    """Return an `emph` for each stretch in another style in the sentence or the quotation before *bracket*."""
    low = _start(bracket)
    found = sorted({(run.start, run.end) for run in _runs(context) if low <= run.start and run.end <= bracket.start})
    return tuple(Piece("emph", start, end) for start, end in _merged(found))


def _runs(context: Context) -> Iterator[StyleRun]:
    """Yield what stands in another style: what the input sets so, and what the house writes so."""
    yield from (run for run in context.source.styles if run.style in STYLES)
    yield from (run for run in context.italics.runs if run.start in context.italics.marks)


def _start(bracket: Bracket) -> int:
    """Return where the quotation or the sentence begins that ends at *bracket*."""
    before = bracket.source.text[bracket.paragraph.start : bracket.start]
    quoted = QUOTED.search(before.rstrip("_ "))
    if quoted:
        return bracket.paragraph.start + quoted.start()
    ends = [match.end() for match in SENTENCE.finditer(before.rstrip(" ."))]
    return bracket.paragraph.start + (ends[-1] if ends else 0)


def _merged(ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return *ranges* in order, those that overlap as one."""
    merged: list[tuple[int, int]] = []
    for start, end in ranges:
        if merged and start < merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged
