"""Collecting blocks from a tree: characters flow into a paragraph until a block begins or ends."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from tei_edition.ingest._rich import PLAIN, Block, Remark, Run

WHITE = re.compile(r"[ \t\r\n\f]+")
"""What is blank in HTML and OpenDocument, where any number of blanks is one."""


@dataclass
class Flow:
    """
    The blocks collected so far, and the paragraph that is open.

    *label* is what is printed before the next paragraph, as the number of a list item; *in_row*: a table's cells are collected, in
    which a paragraph's end is a blank.
    """

    blocks: list[Block] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    label: str = ""
    page: bool = False
    in_row: bool = False

    @property
    def last(self) -> str:
        """The last character of the open paragraph; a line end where it has none."""
        return next((run.text[-1:] or "x" for run in reversed(self.runs) if run.text or run.note), "\n")

    def put(self, run: Run) -> None:
        """Append a run as it is."""
        if self.label and (run.text.strip() or run.note):
            self.runs.append(Run(self.label))
            self.label = ""
        self.runs.append(run)

    def flow(self, text: str, styles: frozenset[str] = PLAIN) -> None:
        """Append characters of which any number of blanks is one, and none at the beginning of a line."""
        text = WHITE.sub(" ", text)
        if text.startswith(" ") and self.last in " \n\t":
            text = text[1:]
        if text:
            self.put(Run(text, styles))

    def line(self) -> None:
        """End a line within the paragraph."""
        self.strip()
        self.put(Run(" " if self.in_row else "\n"))

    def strip(self) -> None:
        """Take away a blank at the end of the line."""
        for number in reversed(range(len(self.runs))):
            if self.runs[number].text or self.runs[number].note:
                self.runs[number] = replace(self.runs[number], text=self.runs[number].text.rstrip(" "))
                break

    def remark(self, code: str, message: str, advice: str = "", *, grave: bool = True) -> None:
        """Note what a person should know of this place; *grave*: as a warning."""
        self.runs.append(Run(remark=Remark(code, message, advice, "warning" if grave else "info")))

    def end(self, *, heading: bool = False, table: bool = False) -> None:
        """End the paragraph that is open, if any; within a table's row it is parted by a blank from the next."""
        if self.in_row:
            self.flow(" ")
        elif self.runs or self.page:
            self.blocks.append(Block(tuple(self.runs), self.page, heading, table))
            self.runs, self.page = [], False

    def break_page(self) -> None:
        """Begin a new page with the next paragraph."""
        self.end()
        self.page = True
