"""Where at the head of a paragraph a label may stop: at a point, a colon, a tab, a dash, the end of the line or of a style."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition import languages

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST = 110
"""How many characters a label may have."""

MARKS = {"(": ")", "[": "]"}
STOP = re.compile(r"[.:：\t\n\r()\[\]!?;\"“”«»„]|(?<=\s)–|(?<=\s)-(?=\s)|—|--")


NONE = "none"
"""The stop of a letter for question or answer that has none: ``Q Where were you?``."""

LETTER = re.compile(r"([^\W\d_])(?:[ \t]*\([^()\n\r]{1,40}\))?(?=([ \t]+)[\"“«„(\[]*([^\W\d_]))")

STYLE = "style"
"""The stop of a label that has none in print, but is set in another style than what follows."""


def stops(text: str, start: int, end: int, styled: int = 0) -> Iterator[tuple[str, int, int]]:
    """
    Return each stop that a label may have: its kind, where the label's words end, and where the stop ends.

    *styled* is where the style ends in which the paragraph begins.
    """
    yield from _unmarked(text, start, end, styled)
    limit = min(end, start + LONGEST)
    opened: list[tuple[str, int]] = []
    for match in STOP.finditer(text, start, limit):
        mark, at = match[0], match.start()
        if mark in MARKS:
            opened.append((mark, at))
        elif mark in MARKS.values():
            if not opened or MARKS[opened.pop()[0]] != mark:
                return
        elif opened:
            if mark in ":：" and opened == [("[", start)] and text.startswith("]", at + 1):
                yield ":", at, _past(text, at + 2, end)
                return
        elif mark == ".":
            yield ".", at, at + 1
        else:
            yield from _last(text, mark, at, end)
            return
    if end <= limit and not opened:
        yield "", end, end


def _unmarked(text: str, start: int, end: int, styled: int) -> Iterator[tuple[str, int, int]]:
    """Return the stops that print no mark: the end of a style, and that of a letter for question or answer."""
    if start < styled < end and text[styled - 1].isalpha() and text[styled].isspace():
        yield STYLE, styled, styled
    letter = LETTER.match(text, start, end)
    if letter and _asks(*letter.groups()):
        yield NONE, letter.end(), letter.end()


def _asks(letter: str, blanks: str, first: str) -> bool:
    """Tell whether *letter* may stand for question or answer, with *blanks* and a word that begins with *first* after it."""
    known = any(letter.casefold() in pair.split() for pair in languages.words("questioning"))
    word = letter.casefold() in languages.words("function") and len(blanks) == 1
    return known and letter.isupper() and first.isupper() and not word


def _past(text: str, at: int, end: int) -> int:
    """Return the place after a point that stands at *at*, as in ``[Barth:].``."""
    return at + 1 if text.startswith(".", at, end) else at


def _last(text: str, mark: str, at: int, end: int) -> Iterator[tuple[str, int, int]]:
    """Return the stop that ends the search: a colon, a tab, a dash or the end of the line."""
    if mark in ":：":
        close = at + 1 + text.startswith("]", at + 1, end)
        if close >= end or text[close].isspace() or mark == "：" or text[close] in "[—–":
            yield ":", at, close
    elif mark == "\t":
        yield "\t", at, at
    elif mark in {"–", "—", "-", "--"}:
        after = at + len(mark)
        if after < end and (text[after].isspace() or mark == "—"):
            yield "–", at, after
    elif mark in "\n\r":
        yield "", at, at
