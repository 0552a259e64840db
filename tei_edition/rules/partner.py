"""
Where the partner of a mark that stands alone may belong: a guess for the person who mends the transcript, never acted on.

A parenthesis that has no partner itself was meant for the bracket; a mark that opens its paragraph closes where that ends; else the
sentence is taken for what the editor added.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition.rules.pairs import CLOSING

if TYPE_CHECKING:
    from tei_edition.model import Source

SENTENCE = re.compile(r"[.!?…]+[\"”’»)]*(?=\s|$)")
MARK = re.compile(r"[\[\]]")
REACH = 1_000
SHOWN = 4
ROUND = {"(": ")", "{": "}"}


def guess(source: Source, offset: int) -> int | None:
    """Return the offset before which the partner of the mark at *offset* may belong; None where nothing near says so."""
    paragraph = source.paragraph_at(offset)
    if paragraph is None:
        return None
    low, high = max(paragraph.start, offset - REACH), min(paragraph.end, offset + REACH)
    if source.text[offset] in CLOSING:
        at = offset + 1 + _ahead(source.text[offset + 1 : high], opens=offset == paragraph.start)
        return at if at < high or high == paragraph.end else None
    at = low + _back(source.text[low:offset], closes=offset + 1 == paragraph.end)
    return at if at > low or low == paragraph.start else None


def _ahead(after: str, *, opens: bool) -> int:
    """Return where in the text *after* an opening mark its partner may belong."""
    wrong = _unmatched(after)
    if wrong is not None:
        return wrong
    other = MARK.search(after)
    within = after[: other.start()] if other else after
    stop = None if opens else SENTENCE.search(within)
    return stop.end() if stop else len(within.rstrip())


def _back(before: str, *, closes: bool) -> int:
    """Return where in the text *before* a closing mark its partner may belong."""
    ends = [match.end() for match in SENTENCE.finditer(before)]
    other = [match.end() for match in MARK.finditer(before)]
    ends = [] if closes else [end for end in ends if before[end:].strip()]
    low = max([*ends[-1:], *other[-1:], 0])
    return low + len(before[low:]) - len(before[low:].lstrip())


def _unmatched(text: str) -> int | None:
    """
    Return where *text* has a closing parenthesis without an opening one; None where it has none.

    >>> _unmatched("Sections (or Parts) III) follow"), _unmatched("a (b) c")
    (23, None)
    """
    depth = 0
    for at, letter in enumerate(text):
        depth += (letter in ROUND) - (letter in ROUND.values())
        if depth < 0:
            return at
    return None


def where(source: Source, offset: int) -> str:
    """Return in words where the partner of the mark at *offset* may belong; nothing where nothing can be said."""
    at = guess(source, offset)
    if at is None:
        return ""
    place = source.position(at)
    side = source.text[offset] in CLOSING
    words = (source.text[offset + 1 : at] if side else source.text[at:offset]).split()
    shown = " ".join(words[-SHOWN:] if side else words[:SHOWN])
    return f", perhaps at {place.line}:{place.column} {'after' if side else 'before'} {shown!r}" if shown else ""
