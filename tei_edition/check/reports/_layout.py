"""How a line of a file and the mark under its characters are laid out on a screen of equally wide cells."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tei_edition.model import Finding

WIDTH = 100
"""The widest excerpt, in cells of the screen."""

TAB = "    "
ELLIPSIS = "…"
ZERO_WIDTH = {"Mn", "Me", "Cf"}
ISOLATE = "\u2066{}\u2069"
"""Left-to-right isolate: a terminal that reorders Arabic and Hebrew is kept from moving the excerpt's ends about."""

COLOURS = {"error": "31", "warning": "33", "info": "36", "dim": "2", "bold": "1"}


def painted(text: str, name: str, *, colour: bool) -> str:
    """Return *text* in the colour called *name*, if *colour*."""
    return f"\x1b[{COLOURS[name]}m{text}\x1b[0m" if colour and text else text


def cell(character: str) -> tuple[str, int]:
    r"""
    Return what is shown for *character* and how many cells wide that is.

    >>> cell("漢"), cell("\t"), cell("\u0301")[1], cell("\x1b")
    (('漢', 2), ('    ', 4), 0, ('�', 1))
    """
    if character == "\t":
        return TAB, len(TAB)
    category = unicodedata.category(character)
    if category in {"Cc", "Cs", "Zl", "Zp"} or character in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069":
        return "\ufffd", 1
    if category in ZERO_WIDTH:
        return character, 0
    return character, 2 if unicodedata.east_asian_width(character) in "WF" else 1


def excerpt(finding: Finding) -> tuple[str, str]:
    """
    Return the line at *finding* and, to stand under it, carets under the very characters at fault.

    A long line is cut round the place. Where the stretch at fault goes on in the next line, the carets go to the end of
    this one.
    """
    if not finding.start or not finding.excerpt:
        return "", ""
    line, first = finding.excerpt, finding.start.column - 1
    last = finding.end.column - 1 if finding.end and finding.end.line == finding.start.line else len(line)
    last = max(first + 1, last if finding.end else first + 1)
    begin, end = _window(line, first, min(last, first + WIDTH // 2))
    shown, before, marked = _cells(line, (begin, first)), _width(line[begin:first]), _width(line[first : min(last, end)])
    text = shown[0] + _cells(line, (first, end))[0]
    left, right = ELLIPSIS if begin else "", ELLIPSIS if end < len(line) else ""
    return left + text + right, " " * (len(left) + before) + "^" * max(marked, 1)


def _cells(line: str, stretch: tuple[int, int]) -> tuple[str, int]:
    cells = [cell(character) for character in line[slice(*stretch)]]
    return "".join(text for text, _ in cells), sum(width for _, width in cells)


def _width(text: str) -> int:
    return sum(cell(character)[1] for character in text)


def _window(line: str, first: int, last: int) -> tuple[int, int]:
    """Return begin and end of what is shown of *line*: the whole of it, or `WIDTH` cells round *first* to *last*."""
    near = line[max(0, first - WIDTH) : last + WIDTH]
    if len(line) <= len(near) and _width(line) <= WIDTH:
        return 0, len(line)
    begin, end, room = first, last, WIDTH - _width(line[first:last])
    while room > 0 and (begin > 0 or end < len(line)):
        if begin > 0 and (first - begin <= end - last or end >= len(line)):
            begin -= 1
            room -= cell(line[begin])[1]
        else:
            room -= cell(line[end])[1]
            end += 1
    while 0 < begin < first and cell(line[begin])[1] == 0:
        begin += 1
    return begin, end
