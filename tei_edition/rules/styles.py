"""
Styles that the input sets, such as italics and small capitals: `hi rend`, or `@rend` on a bracket's element that a style fills.

A style run knows nothing of labels and brackets; it is cut where one begins or ends within it, so that each part nests.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import replace
from itertools import pairwise
from operator import attrgetter
from typing import TYPE_CHECKING

from tei_edition.model import BLANK, Piece, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tei_edition.model import Source, StyleRun

SHOWN = ("italic", "bold", "underline", "smallcaps", "superscript", "subscript", "strikethrough")
"""The styles that become `@rend`, in the order in which it names them; the stylesheets know them."""

EDGE = BLANK + "\r\n"
START = attrgetter("start")
Range = tuple[int, int]


def annotate(source: Source, brackets: Sequence[Span], labels: Sequence[Span]) -> tuple[list[Span], list[Span]]:
    """
    Return *brackets* with `@rend` on those that a style fills, and a span for each other stretch in a style.

    *labels* are the speakers' labels.
    """
    runs = sorted((run for run in source.styles if run.style in SHOWN), key=START)
    if not runs:
        return list(brackets), []
    filled = [_filled(source, span, runs) for span in brackets]
    borne = {run for _, taken in filled for run in taken}
    free = [run for run in runs if run not in borne]
    borders = sorted((piece for span in brackets for piece in span.pieces), key=START)
    ranges: dict[Range, set[str]] = defaultdict(set)
    for run, crossed in _crossed(free, borders):
        for part in _parts(source, run, crossed, labels):
            ranges[part].add(run.style)
    return [span for span, _ in filled], [_span(part, names) for part, names in sorted(ranges.items())]


def _filled(source: Source, span: Span, runs: Sequence[StyleRun]) -> tuple[Span, list[StyleRun]]:
    """Return *span* with `@rend` where runs within its marks fill it, and those runs; *runs* are in order."""
    piece = next((piece for piece in span.pieces if piece.open and piece.close), None)
    if piece is None or any(name == "rend" for name, _ in piece.attributes):
        return span, []
    start, end = _inner(source, piece.start + piece.open, piece.end - piece.close)
    near = runs[bisect_left(runs, piece.start, key=START) : bisect_right(runs, start, key=START)]
    taken = [run for run in near if end <= run.end <= piece.end] if start < end else []
    if not taken:
        return span, []
    styled = replace(piece, attributes=(*piece.attributes, ("rend", _rend({run.style for run in taken}))))
    return replace(span, pieces=tuple(styled if one is piece else one for one in span.pieces)), taken


def _crossed(runs: Sequence[StyleRun], borders: Sequence[Piece]) -> Iterator[tuple[StyleRun, list[Piece]]]:
    """Return each of *runs* with those of *borders* that it may cross; both are in order."""
    around: list[Piece] = []
    at = 0
    for run in runs:
        while at < len(borders) and borders[at].start <= run.start:
            around.append(borders[at])
            at += 1
        around = [piece for piece in around if piece.end > run.start]
        within = borders[at : bisect_left(borders, run.end, lo=at, key=START)]
        yield run, [piece for piece in (*around, *within) if not (run.start <= piece.start and piece.end <= run.end)]


def _parts(source: Source, run: StyleRun, crossed: Iterable[Piece], labels: Sequence[Span]) -> Iterator[Range]:
    """Return the parts of *run* between the marks of the pieces that it crosses, and within or after a label."""
    marks: set[int] = set()
    cuts = {run.start, run.end}
    for piece in crossed:
        low, high = piece.start + piece.open, piece.end - piece.close
        marks |= {*range(piece.start, low), *range(high, piece.end)}
        cuts |= {piece.start, low, high, piece.end}
    at = bisect_right(labels, run.start, key=START) - 1
    for label in labels[max(at, 0) : at + 2]:
        cuts |= {label.start, label.end}
    for start, end in pairwise(sorted(cut for cut in cuts if run.start <= cut <= run.end)):
        first, last = _inner(source, start, end)
        if first < last and first not in marks:
            yield first, last


def _inner(source: Source, start: int, end: int) -> Range:
    """Return the range without the blanks at its ends."""
    text = source.text[start:end]
    return start + len(text) - len(text.lstrip(EDGE)), start + len(text.rstrip(EDGE))


def _rend(names: Iterable[str]) -> str:
    """
    Return the value of `@rend` for styles.

    >>> _rend({"bold", "italic"})
    'italic bold'
    """
    return " ".join(sorted(names, key=SHOWN.index))


def _span(part: Range, names: Iterable[str]) -> Span:
    """Return the span of a stretch in the styles *names*."""
    rend = _rend(names)
    attributes = (("rend", rend),)
    pieces = (Piece("hi", *part, attributes),)
    return Span(*part, "style", rend.replace(" ", "-"), "styles", "The input sets it so.", attributes=attributes, pieces=pieces)
