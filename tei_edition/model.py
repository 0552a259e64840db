"""
The model: what a transcript is and what is said of it. Frozen, and without any XML.

A `Source` is a transcript as read, never rewritten. A `Span` is a statement about a stretch of it: *from start to end this
is a sic, by this rule, because of this evidence*. A `Finding` is a fault or a doubt with its place. Offsets are counted in
code points from 0, ends are exclusive; lines and columns are counted from 1, columns in code points.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePath
from typing import Literal

Kind = Literal["block", "speaker", "bracket", "name", "date", "style", "note"]
Cert = Literal["high", "medium", "low", "unknown"]
Severity = Literal["error", "warning", "info"]
Attributes = tuple[tuple[str, str], ...]

BLANK = " \t\f"
"""The characters that are blank in a line; a no-break space is text."""

LINE_END = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place in a file: line and column from 1, the column in code points."""

    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class StyleRun:
    """A run of characters that the input set in a style such as ``italic`` or ``bold``."""

    start: int
    end: int
    style: str


@dataclass(frozen=True, slots=True)
class NoteMark:
    """The mark, at ``[start, end)``, of a note whose paragraph begins at the offset *note*; *label* is the mark in plain characters."""

    start: int
    end: int
    note: int
    label: str


@dataclass(frozen=True, slots=True)
class Original:
    """The file of another kind, such as one of a word processor, of which the transcript was made: its name and its digest."""

    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the transcript, without the blanks round it; *number* counts from 1."""

    start: int
    end: int
    number: int


@dataclass(frozen=True)
class Source:
    """
    A transcript as it was read.

    *text* holds every character of the file but a byte order mark, its line ends included; *encoding* is the name
    under which ``text.encode(encoding)``, after the *bom*, gives the bytes again; *sha256* is the digest of those bytes.

    Where the file is no plain text, the transcript was made of it: *original* says of what, *styles* and *notes* are what the
    file says of the characters, *findings* what was left out or should be looked at. *breaks* are the offsets at which lines
    begin because the file says so, *joined* those of line ends that stand for a blank.
    """

    name: str
    text: str
    paragraphs: tuple[Paragraph, ...] = ()
    encoding: str = "utf-8"
    bom: bytes = b""
    sha256: str = ""
    styles: tuple[StyleRun, ...] = ()
    notes: tuple[NoteMark, ...] = ()
    original: Original | None = None
    findings: tuple[Finding, ...] = ()
    breaks: frozenset[int] = frozenset()
    joined: frozenset[int] = frozenset()

    @property
    def file(self) -> str:
        """The name of the transcript's file, or of the one to be written where it was made of another kind of file."""
        path = PurePath(self.name)
        return f"{path.stem}.txt" if self.original else path.name

    @property
    def bytes(self) -> bytes:
        """The bytes of the transcript."""
        return self.bom + self.text.encode(self.encoding)

    @cached_property
    def line_starts(self) -> tuple[int, ...]:
        """The offset at which each line begins."""
        return (0, *(match.end() for match in LINE_END.finditer(self.text)))

    def position(self, offset: int) -> Position:
        """Return the line and column of *offset*."""
        line = bisect_right(self.line_starts, offset)
        return Position(line, offset - self.line_starts[line - 1] + 1)

    @cached_property
    def paragraph_starts(self) -> tuple[int, ...]:
        """The offset at which each paragraph begins."""
        return tuple(paragraph.start for paragraph in self.paragraphs)

    def paragraph_at(self, offset: int) -> Paragraph | None:
        """Return the paragraph that holds *offset*, if it lies in one."""
        number = bisect_right(self.paragraph_starts, offset)
        paragraph = self.paragraphs[number - 1] if number else None
        return paragraph if paragraph and offset < paragraph.end else None

    @cached_property
    def _lines(self) -> dict[int, str]:
        """The lines that were asked for: thousands of findings in one long line share it."""
        return {}

    def line(self, number: int) -> str:
        """Return line *number* (from 1), without its end."""
        if number not in self._lines:
            start = self.line_starts[number - 1]
            match = LINE_END.search(self.text, start)
            self._lines[number] = self.text[start : match.start() if match else len(self.text)]
        return self._lines[number]


@dataclass(frozen=True, slots=True)
class Piece:
    """
    An element to be, from *start* to *end*, marks included.

    *open* and *close* are the lengths of the printed marks that the markup replaces, such as the two brackets.
    """

    element: str
    start: int
    end: int
    attributes: Attributes = ()
    open: int = 0
    close: int = 0


@dataclass(frozen=True, slots=True)
class Verdict:
    """
    What a person decided of a span: by whom (*resp*, a name), *why* (a sentence), and *when* (ISO 8601; empty: not said).

    *cert* is how sure that person is, empty where not said; *match* is the attribute it is about (``@who``), empty where it is what
    the span is at all; *person* is the name given for who is meant; *was* is the class that the rules found, empty where they found
    none.
    """

    resp: str
    why: str
    when: str = ""
    cert: str = ""
    match: str = ""
    person: str = ""
    was: str = ""


@dataclass(frozen=True, slots=True)
class Span:
    """
    A rule's statement about ``[start, end)``, marks included.

    *class_* names the meaning, *rule* the rule that found it, *evidence* says why in a sentence, *cert* is the tool's own
    doubt. *pieces* are the elements it makes, which live or are dropped together. *parent* is the start of the span in
    which this one lives, where one rule's span lives in another's. *verdict* is what a person decided of it, which wins
    over the rules and ends the tool's doubt. *rival* is the class by the next strongest evidence, where the tool is not sure.
    """

    start: int
    end: int
    kind: Kind
    class_: str
    rule: str
    evidence: str
    cert: Cert = "high"
    attributes: Attributes = ()
    pieces: tuple[Piece, ...] = ()
    parent: int | None = None
    verdict: Verdict | None = None
    rival: str = ""


@dataclass(frozen=True, slots=True)
class Edit:
    """A repair in an XML file: *text* instead of what stands from *start* to *end*, indexes into its characters as UTF-8."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Origin:
    """A place in a *transcript*, from which something in a TEI file comes, and the *rule* that made it, if that is known."""

    transcript: str
    line: int
    column: int
    rule: str = ""

    def __str__(self) -> str:
        made = f", where the rule {self.rule} made it" if self.rule else ""
        return f"It comes from {self.transcript}:{self.line}:{self.column}{made}."


@dataclass(frozen=True, slots=True)
class Finding:
    """
    A fault or a doubt at its place, in words a person can act on.

    *path* is the file, *start* the place (None: the file as a whole), *end* where the stretch at fault ends (exclusive),
    *code* the rule's code, *message* what is wrong, *advice* what to do, *excerpt* the line of the file at *start*.
    *edits* mend it, where that can be done safely: all of them together. *also* are findings of other codes that say the same.
    *origin* is where in a transcript that comes from at which it stands, if it was made of one.
    """

    path: str
    code: str
    message: str
    advice: str = ""
    start: Position | None = None
    end: Position | None = None
    severity: Severity = "error"
    excerpt: str = ""
    element: str = field(default="", compare=False)
    edits: tuple[Edit, ...] = field(default=(), compare=False)
    also: tuple[Finding, ...] = field(default=(), compare=False)
    origin: Origin | None = field(default=None, compare=False)

    def __str__(self) -> str:
        place = f"{self.path}:{self.start}" if self.start else self.path
        return f"{place}: {self.message}" + (f" {self.advice}" if self.advice else "")
