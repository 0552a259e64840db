"""
From blocks of styled runs to a transcript: what the readers of all rich formats share.

A reader says what its file holds as `Block`s of `Run`s; `compose` writes them as plain text, paragraphs parted by a blank line, and
keeps styles, notes and doubts at their offsets. Notes stand at the end in the order of their marks, which are raised numbers.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from itertools import accumulate
from pathlib import PurePath
from typing import TYPE_CHECKING

from tei_edition.ingest import _decode
from tei_edition.model import BLANK, Finding, NoteMark, Original, Paragraph, Severity, Source, StyleRun

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

PLAIN: frozenset[str] = frozenset()
HEADING = "heading"
"""The style of a paragraph that the file calls a heading or a title."""

TABLE = "table"
"""The style of a paragraph that is a row of a table; one of two columns with sentences in the second may be talk, and has none."""

FEW = 4
"""How many words the second column of a table has on average at least, if it may be talk."""

DRAWN = frozenset({"underline", "strikethrough"})
"""The styles that show on a blank: a blank without one parts two words that have it; any other style goes on over a blank."""

RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
EDGE = BLANK + "\n"
PARTED = "\n\n"


@dataclass(frozen=True, slots=True)
class Remark:
    """What a person should know of a place in the file: the parts of a `Finding`."""

    code: str
    message: str
    advice: str = ""
    severity: Severity = "warning"


@dataclass(frozen=True, slots=True)
class Run:
    """Characters in the same *styles*; or the mark of the *note* of that key; or a *remark* at its place."""

    text: str = ""
    styles: frozenset[str] = PLAIN
    note: str = ""
    remark: Remark | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph; or a *table*, its rows as lines. *page*: a new page begins with it; *heading*: the file calls it one."""

    runs: tuple[Run, ...] = ()
    page: bool = False
    heading: bool = False
    table: bool = False


@dataclass
class _Text:
    """A transcript in the making."""

    labels: Mapping[str, str]
    parts: list[str] = field(default_factory=list)
    length: int = 0
    paragraphs: list[Paragraph] = field(default_factory=list)
    styles: list[StyleRun] = field(default_factory=list)
    marks: list[tuple[int, int, str]] = field(default_factory=list)
    remarks: list[tuple[int, Remark]] = field(default_factory=list)
    breaks: set[int] = field(default_factory=set)
    page: bool = False

    def put(self, text: str) -> None:
        """Append *text*."""
        if text:
            self.parts.append(text)
            self.length += len(text)

    def block(self, block: Block, number: int) -> None:
        """Append a paragraph, if anything stands in it, after what parts it from the one before; *number* counts the original's."""
        before, after = _breaks(block.runs)
        self.page |= block.page or before
        marked = [replace(run, text=self.labels[run.note]) if run.note else run for run in block.runs]
        runs = _trimmed(marked, EDGE.replace("\t", "") if block.table else EDGE)
        if any(run.text for run in runs):
            self.put((PARTED if self.parts else "") + ("\f" if self.page and self.parts else ""))
            self.page = after
            start = self.length
            self.runs(runs, number)
            self.lines(start, "".join(run.text for run in runs), table=block.table)
            if block.heading:
                self.styles.append(StyleRun(start, self.length, HEADING))
        else:
            self.runs(runs, number)

    def lines(self, start: int, text: str, *, table: bool) -> None:
        """Note the paragraph *text* that begins at *start*, and its lines; those of a table are paragraphs themselves."""
        lines = text.split("\n")
        starts = [start + offset for offset in accumulate([0, *(len(line) + 1 for line in lines[:-1])])]
        grid = table and not _is_talk(lines)
        for begin, stretch in zip(starts, lines, strict=True) if table else ((start, text),):
            if stretch:
                self.paragraphs.append(Paragraph(begin, begin + len(stretch), len(self.paragraphs) + 1))
                self.styles += [StyleRun(begin, begin + len(stretch), TABLE)] if grid else []
        self.breaks |= set() if table else set(starts[1:])

    def runs(self, runs: Sequence[Run], number: int) -> None:
        """Append *runs*, with their styles, marks and remarks."""
        placed: list[tuple[int, Run]] = []
        for run in runs:
            if run.remark:
                self.remarks.append((self.length, _numbered(run.remark, number)))
            if run.text:
                placed.append((self.length, run))
            if run.note:
                self.marks.append((self.length, self.length + len(run.text), run.note))
            self.put(run.text)
        self.styles += _styles(placed)


def compose(
    data: bytes, name: str, blocks: Sequence[Block], notes: Mapping[str, Sequence[Block]] | None = None,
    remarks: Sequence[Remark] = (), *, printed: bool = False,
) -> Source:
    """
    Return the transcript that *blocks* make, with *notes* at its end, made of the file *data* called *name*.

    *remarks* are those of the file as a whole. *printed*: lines end where they were printed, not where somebody wanted it.
    Raises `SourceError` for a character that XML cannot hold.
    """
    notes = notes or {}
    keys = list(dict.fromkeys(run.note for block in blocks for run in block.runs if run.note in notes))
    numbers = {key: str(number) for number, key in enumerate(keys, 1)}
    labels = {key: number.translate(RAISED) for key, number in numbers.items()}
    made = _Text(labels)
    for number, block in enumerate(blocks, 1):
        made.block(replace(block, runs=tuple(run for run in block.runs if not run.note or run.note in labels)), number)
    starts = {}
    for key in keys:
        made.block(_note(labels[key], notes[key]), 0)
        starts[numbers[key]] = made.paragraphs[-1].start
    made.put("\n" if made.parts else "")
    made.breaks = set() if printed else made.breaks
    missing = [key for key in notes if key not in numbers]
    made.marks = [(start, end, numbers[key]) for start, end, key in made.marks]
    return _source(made, data, name, starts, (*remarks, *_unmarked(missing)))


def _is_talk(rows: Sequence[str]) -> bool:
    """Tell whether a table may be talk set in two columns: who speaks, and what is said."""
    cells = [row.split("\t") for row in rows]
    return all(len(row) == 2 for row in cells) and sum(len(row[1].split()) for row in cells) >= FEW * len(rows)  # noqa: PLR2004


def _note(label: str, body: Sequence[Block]) -> Block:
    """Return a note as one paragraph that opens with its *label*; further paragraphs of it are further lines."""
    runs = [Run(f"{label} ")]
    for number, block in enumerate(body):
        inner = tuple(run for run in block.runs if not run.note)
        runs += [Run("\n" if number and any(run.text for run in inner) else ""), *_trimmed(inner)]
    return Block(tuple(runs))


def _unmarked(missing: Sequence[str]) -> Iterable[Remark]:
    """Return the remark on notes that no mark in the text leads to."""
    if missing:
        message = f"{len(missing)} notes have no mark in the text, and are left out."
        yield Remark("input-left-out", message, "Put their marks where they belong.")


def _source(made: _Text, data: bytes, name: str, starts: Mapping[str, int], whole: Sequence[Remark]) -> Source:
    """Return the transcript that was *made* of *data*, whose notes begin at *starts*."""
    text = "".join(made.parts)
    _decode.refuse_controls(text, name, "utf-8")
    marks = tuple(NoteMark(start, end, starts[number], number) for start, end, number in made.marks)
    source = Source(
        name, text, tuple(made.paragraphs), sha256=hashlib.sha256(text.encode()).hexdigest(), notes=marks, breaks=frozenset(made.breaks),
        styles=tuple(sorted(made.styles, key=lambda run: (run.start, -run.end, run.style))),
        original=Original(PurePath(name).name, hashlib.sha256(data).hexdigest()),
    )
    found = [Finding(name, remark.code, remark.message, remark.advice, severity=remark.severity) for remark in whole]
    return replace(source, findings=(*found, *(_finding(source, offset, remark) for offset, remark in made.remarks)))


def _finding(source: Source, offset: int, remark: Remark) -> Finding:
    """Return *remark* at its place in the transcript."""
    place = source.position(min(offset, max(len(source.text) - 1, 0)))
    return Finding(
        source.name, remark.code, remark.message, remark.advice, place, severity=remark.severity, excerpt=source.line(place.line)[:200],
    )


def _numbered(remark: Remark, number: int) -> Remark:
    """Return *remark* with the number of the original's paragraph in its words."""
    return replace(remark, message=f"paragraph {number} of the original: {remark.message}") if number else remark


def _trimmed(runs: Iterable[Run], edge: str = EDGE) -> list[Run]:
    """Return *runs* without the blanks (*edge*) at the edges of their paragraph; a tab at that of a table parts an empty cell."""
    kept = list(runs)
    numbers = range(len(kept))
    for order, strip in ((numbers, str.lstrip), (numbers[::-1], str.rstrip)):
        for at in order:
            kept[at] = replace(kept[at], text=strip(kept[at].text, edge))
            if kept[at].text:
                break
    return kept


def _breaks(runs: Iterable[Run]) -> tuple[bool, bool]:
    """Return whether a page break stands before the first and after the last character of *runs*."""
    text = "".join(run.text for run in runs)
    inner = text.strip(EDGE)
    at = text.find(inner)
    return "\f" in text[:at] or (not inner and "\f" in text), bool(inner) and "\f" in text[at + len(inner) :]


def _styles(placed: Sequence[tuple[int, Run]]) -> Iterable[StyleRun]:
    """Return a style run for each stretch of *placed* runs that share a style, without the blanks at its ends."""
    for style in sorted({style for _, run in placed for style in run.styles}):
        stretch: list[tuple[int, Run]] = []
        for at, run in placed:
            between = style not in DRAWN and bool(stretch) and not run.text.strip(" ")
            if (style in run.styles or between) and not run.note:
                stretch.append((at, run))
            else:
                yield from _stretch(stretch, style)
                stretch = []
        yield from _stretch(stretch, style)


def _stretch(stretch: Sequence[tuple[int, Run]], style: str) -> Iterable[StyleRun]:
    """Return the run in *style* that *stretch* makes, if anything but blanks stands in it."""
    text = "".join(run.text for _, run in stretch)
    inner = text.strip(EDGE)
    if inner:
        first = stretch[0][0] + len(text) - len(text.lstrip(EDGE))
        yield StyleRun(first, first + len(inner), style)
