"""
The blocks of a transcript: those that block rules found, and a `p` for each stretch of a paragraph that they leave.

A speaker's label runs to where the speech begins: the blank between them is the label's after-mark. A label with nothing after it
stays a paragraph, since `sp` needs content.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import TYPE_CHECKING

from tei_edition.encode.content import CONTAINERS, LABELS
from tei_edition.encode.forest import Forest, Node
from tei_edition.model import BLANK, Finding, Piece, Source, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

LINE_BLANK = BLANK + "\r\n"


@dataclass(frozen=True, slots=True, eq=False)
class Leaf:
    """A block of text with its forest; *wrappers* are the containers that its rule asked for, the outer first."""

    forest: Forest
    wrappers: tuple[Piece, ...] = ()
    class_: str = "paragraph"

    @property
    def root(self) -> Node:
        """The block's own element."""
        return self.forest.root

    @property
    def element(self) -> str:
        """The TEI name of the block."""
        return self.root.piece.element


def leaves(source: Source, spans: Iterable[Span]) -> tuple[list[Leaf], list[Finding]]:
    """Return the blocks that *spans* (those of kind block, speaker, note or a whole paragraph) make of *source*."""
    found = _covered(source, sorted(spans, key=lambda span: (span.start, -span.end)))
    return _speakers(source, found)


def plain(start: int, end: int) -> Leaf:
    """Return an ordinary paragraph."""
    return Leaf(Forest(Node(Piece("p", start, end), None)))


def _covered(source: Source, spans: list[Span]) -> list[Leaf]:
    """Return a leaf for each span and for each stretch between; of two spans that overlap, the first is kept."""
    found: list[Leaf] = []
    waiting = iter(spans)
    span = next(waiting, None)
    for paragraph in source.paragraphs:
        last = at = paragraph.start
        while at < paragraph.end:
            while span and span.start < (last if span.start == span.end else at):
                span = next(waiting, None)
            start, end = (span.start, span.end) if span else (paragraph.end, paragraph.end)
            if start > at or end > paragraph.end:
                start = min(start, paragraph.end) if end <= paragraph.end else paragraph.end
                found += _stretch(source, at, start)
                at = start
            elif span:
                found.append(_of(span))
                last, at = end, _after_blanks(source, end, paragraph.end)
                span = next(waiting, None)
        while span and span.start == span.end == paragraph.end:
            found.append(_of(span))
            span = next(waiting, None)
    return found


def _stretch(source: Source, start: int, end: int) -> list[Leaf]:
    """Return a paragraph for the text between two blocks, if there is any but blanks."""
    stop = start + len(source.text[start:end].rstrip(LINE_BLANK))
    return [plain(start, stop)] if stop > start else []


def _after_blanks(source: Source, start: int, end: int) -> int:
    """Return the first place from *start* that is not blank, at most *end*."""
    while start < end and source.text[start] in LINE_BLANK:
        start += 1
    return start


def _of(span: Span) -> Leaf:
    """Return the block of *span*: its wrappers, then its own element, then what that holds."""
    wrappers = tuple(piece for piece in span.pieces if piece.element in CONTAINERS)
    root, *inner = (piece for piece in span.pieces if piece.element not in CONTAINERS)
    forest = Forest(Node(root, span))
    forest.insert(span, [(piece, []) for piece in inner])
    return Leaf(forest, wrappers, span.class_)


def _speakers(source: Source, found: list[Leaf]) -> tuple[list[Leaf], list[Finding]]:
    """Return the leaves with each label reaching to its speech, and a finding for each label that has none."""
    result: list[Leaf] = []
    findings: list[Finding] = []
    for number, (leaf, following) in enumerate(zip_longest(found, found[1:])):
        if leaf.element != "speaker":
            result.append(_reaching(leaf, following) if following and following.wrappers == leaf.wrappers else leaf)
        elif following and (following.class_ == "paragraph" or _goes_over_page(found, number)):
            result.append(_reaching(leaf, following))
        else:
            result.append(plain(leaf.root.start, leaf.root.end))
            findings.append(_silent(source, leaf))
    return result, findings


def _goes_over_page(found: Sequence[Leaf], number: int) -> bool:
    """Tell whether a page begins after the label at *number*, and the speech after that."""
    after = found[number + 1 : number + 3]
    return [leaf.element for leaf in after] == ["pb", "p"] and after[1].class_ == "paragraph"


def _reaching(leaf: Leaf, following: Leaf) -> Leaf:
    """Return *leaf*, which reaches to the block *following* if it is a label: the blank between them is its after-mark."""
    root, start = leaf.root, following.root.start
    if leaf.element in LABELS:
        root.piece = replace(root.piece, end=start, close=start - root.piece.end)
    return leaf


def _silent(source: Source, leaf: Leaf) -> Finding:
    """Return the finding for a label with no speech."""
    place = source.position(leaf.root.start)
    label = source.text[leaf.root.start : leaf.root.end]
    return Finding(
        source.name, "speaker-silent", f"the speaker label {label!r} has nothing after it and is encoded as a paragraph.",
        "Add what was said, or take the label out.", place, source.position(leaf.root.end), "warning", source.line(place.line),
    )


