"""Findings for text that was decoded wrongly before it came here: each with the likely right reading, none repaired."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.model import Finding
from tei_edition.mojibake import places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.model import Source

MOST = 10
"""How many places are told one by one."""

ADVICE = "See in which encoding the original is: state it (--encoding), or correct the words there. Nothing was changed."


def find(source: Source) -> Iterator[Finding]:
    """Yield a finding for each place in *source* that was decoded wrongly, and for each character that was lost."""
    found = places(source.text)
    for start, word, right in found[:MOST]:
        yield _finding(source, start, word, right)
    if len(found) > MOST:
        start, word, _ = found[MOST]
        yield _finding(source, start, word, "", f"and {len(found) - MOST} more such places, from {word[:30]!r} on.")


def _finding(source: Source, start: int, word: str, right: str, message: str = "") -> Finding:
    """Return the finding for *word*, which was likely *right*."""
    place, end = source.position(start), source.position(start + len(word))
    said = f"{word!r} was likely {right!r}, and was decoded wrongly." if right else "a character was lost here (U+FFFD stands for it)."
    return Finding(source.name, "mojibake", message or said, ADVICE, place, end, "warning", source.line(place.line)[:200])
