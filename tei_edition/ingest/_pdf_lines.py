"""The lines of a PDF's pages: where each stands, and the characters in it by their fonts."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tei_edition.ingest._rich import PLAIN, Run

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ITALIC = re.compile("ital|obli|slanted", re.IGNORECASE)
BOLD = re.compile("bold|black|heavy|demi(?!l)", re.IGNORECASE)
SMALL_CAPITALS = re.compile(r"small-?caps|[-,]sc\b|caps", re.IGNORECASE)
SMALLER = 0.85
"""How small, beside the others of its line, a raised character is at most."""

RAISED = 0.2
"""By what part of their height a raised character stands over the others, at least."""


@dataclass(frozen=True)
class Line:
    """A line: its edges in points from the left and from the bottom of the page, the number of its *box*, the *size* of its type."""

    runs: tuple[Run, ...]
    left: float
    right: float
    bottom: float
    top: float
    box: int
    size: float

    @property
    def text(self) -> str:
        """The characters of the line."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True)
class Page:
    """The lines of a page in the order in which they are read, and its height."""

    number: int
    height: float
    lines: tuple[Line, ...]


def page(layout: Any, number: int) -> Page:
    """Return the page that the *layout* of pdfminer shows."""
    lines = []
    for box, element in enumerate(_boxes(layout)):
        for line in element:
            characters = [one for one in line if hasattr(one, "get_text")] if hasattr(line, "__iter__") else []
            made = _line(line, characters, box)
            if made.text.strip():
                lines.append(made)
    return Page(number, layout.height, tuple(lines))


def _boxes(container: Any) -> Iterator[Any]:
    """Yield the boxes of text in *container*, those in its figures too."""
    for element in container:
        if hasattr(element, "get_text"):
            yield element
        elif hasattr(element, "__iter__"):
            yield from _boxes(element)


def _line(line: Any, characters: Sequence[Any], box: int) -> Line:
    """Return a line of characters."""
    sizes = Counter(round(one.size, 1) for one in characters if hasattr(one, "size") and one.get_text().strip())
    size = min(sizes, key=lambda value: (-sizes[value], value), default=0.0)
    bases = Counter(round(one.y0, 1) for one in characters if hasattr(one, "size") and round(one.size, 1) == size)
    base = min(bases, key=lambda value: (-bases[value], value), default=line.y0)
    runs: list[Run] = []
    for number, one in enumerate(characters):
        near = characters[max(number - 1, 0) : number + 2]
        if hasattr(one, "fontname"):
            runs.append(Run(one.get_text(), _styles(one, size, base)))
        elif not any(hasattr(other, "fontname") and other.get_text().isspace() for other in near):
            runs.append(Run(one.get_text(), runs[-1].styles if runs else PLAIN))
    while runs and not runs[-1].text.strip():
        runs.pop()
    return Line(tuple(runs), line.x0, line.x1, line.y0, line.y1, box, size)


def _styles(character: Any, size: float, base: float) -> frozenset[str]:
    """Return the styles of a character, by the name of its font, and by its height in a line of that *size* and *base*."""
    font = character.fontname.rpartition("+")[2]
    named = (("italic", ITALIC), ("bold", BOLD), ("smallcaps", SMALL_CAPITALS))
    found = {style for style, pattern in named if pattern.search(font)}
    if character.size < SMALLER * size and character.y0 > base + RAISED * size:
        found.add("superscript")
    return frozenset(found)
