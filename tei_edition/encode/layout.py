"""What of a transcript is layout, not text: line ends, and the blanks before, between and after its blocks."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from tei_edition.encode.content import LABELS
from tei_edition.model import LINE_END

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_edition.encode.leaves import Leaf
    from tei_edition.model import Source

NEWLINE = "\n"
ENCODING = "utf-8"


@dataclass(frozen=True, slots=True)
class Layout:
    r"""
    The layout that is the rule in a transcript.

    *newline* is the line end that each ``\\n`` of the TEI stands for, *between* what parts two blocks, *start* and *end* what
    stands before the first and after the last; *bom* is the byte order mark in hexadecimal.
    """

    newline: str = NEWLINE
    between: str = NEWLINE * 2
    start: str = ""
    end: str = NEWLINE
    encoding: str = ENCODING
    bom: str = ""

    def values(self) -> dict[str, str]:
        """Return what differs from the usual."""
        usual = {"newline": NEWLINE, "between": self.newline * 2, "start": "", "end": self.newline, "encoding": ENCODING, "bom": ""}
        return {name: getattr(self, name) for name in usual if getattr(self, name) != usual[name]}


def of(source: Source, leaves: Sequence[Leaf]) -> Layout:
    """Return the layout of *source*, whose blocks are *leaves*."""
    newline = _commonest(LINE_END.findall(source.text), NEWLINE)
    gaps = [source.text[one.root.end : two.root.start] for one, two in pairwise(leaves) if one.element not in LABELS]
    return Layout(
        newline=newline,
        between=_commonest(gaps, newline * 2),
        start=source.text[: leaves[0].root.start] if leaves else source.text,
        end=source.text[leaves[-1].root.end :] if leaves else "",
        encoding=source.encoding,
        bom=source.bom.hex(),
    )


def read(values: dict[str, str]) -> Layout:
    """Return the layout that an instruction's *values* state."""
    newline = values.get("newline", NEWLINE)
    return Layout(
        newline,
        values.get("between", newline * 2),
        values.get("start", ""),
        values.get("end", newline),
        values.get("encoding", ENCODING),
        values.get("bom", ""),
    )


def _commonest(found: list[str], usual: str) -> str:
    """Return the commonest of *found*; of equals the usual one, else the first in order; the usual one if none is found twice."""
    counts = Counter(found)
    common = min(counts, key=lambda value: (-counts[value], value != usual, value), default=usual)
    return common if counts[common] > 1 else usual
