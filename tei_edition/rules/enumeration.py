"""Numbers and letters that count paragraphs and look like initials: Roman ones, or A, B, C in a row."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tei_edition.rules.labels import Label

SPEAKING = 3
"""How often a letter opens a paragraph before it is believed to be somebody's although its neighbour in the alphabet is there."""

LONG = 3
"""From how many letters on a Roman number is nothing else."""

UNITS = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
TENS = ("", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx", "xc")
ROMANS = tuple(ten + unit for ten in TENS for unit in UNITS)


def counts(label: Label, seen: Mapping[str, int]) -> bool:
    """Tell whether *label* counts: what comes before or after it in the count is among the labels *seen*, or it can be nothing else."""
    key = label.words[0]
    if len(key) > 1 and key in ROMANS and label.name.startswith(key.upper()):
        return len(key) >= LONG or _beside(key, seen)
    if label.stop != "." or len(label.key) > 1:
        return False
    if key in ROMANS and _beside(key, seen) and seen.get(key, 0) < SPEAKING:
        return True
    near = sum(chr(ord(key) + step) in seen for step in (-2, -1, 1, 2))
    return near > 1 or (near > 0 and seen.get(key, 0) < SPEAKING)


def _beside(key: str, seen: Mapping[str, int]) -> bool:
    """Tell whether a neighbour of the Roman number *key* is among *seen*."""
    at = ROMANS.index(key)
    return any(ROMANS[near] in seen for near in (at - 1, at + 1) if 0 < near < len(ROMANS))
