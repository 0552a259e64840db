"""
What counts paragraphs and lines: numbers, letters, Roman numbers and bullets, and the runs in which they count on.

A counter alone says nothing ("1986. That was the year"): it is believed where it counts on from one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

COUNTER = re.compile(
    r"(?P<open>\(?)(?:(?P<number>\d{1,3})|(?P<roman>[ivx]{1,5}|[IVX]{1,5})|(?P<letter>[a-zа-я]))(?P<close>[.)])(?=[ \t\xa0])",
)
SINGLE = re.compile(r"(?P<open>\(?)(?P<letter>[a-zа-я])(?P<close>[.)])(?=[ \t\xa0])")
BULLET = re.compile(r"(?P<bullet>[•·▪●◦‣*–—-])(?=[ \t\xa0])")
ROMANS = {"i": 1, "v": 5, "x": 10}
ALPHABETS = ("abcdefghijklmnopqrstuvwxyz", "абвгдежзиклмнопрстуфхцчшщэюя")


@dataclass(frozen=True, slots=True)
class Counter:
    """
    A counter: where it begins and ends, and what it counts in each family it may belong to.

    A family is the form of the counter, such as ``(a)``, ``1.`` or ``•``; the value of a bullet is 0.
    """

    start: int
    end: int
    values: Mapping[str, int]


def counter(text: str, start: int, end: int) -> Counter | None:
    """
    Return the counter with which ``text[start:end]`` opens, if it does.

    >>> counter("(i) the first", 0, 13).values
    {'(i)': 1, '(a)': 9}
    """
    bullet = BULLET.match(text, start, end)
    if bullet:
        return Counter(start, bullet.end(), {bullet["bullet"]: 0})
    values: dict[str, int] = {}
    stop = start
    for pattern in (COUNTER, SINGLE):
        match = pattern.match(text, start, end)
        if match and (match["open"] == "" or match["close"] == ")"):
            stop = match.end()
            values.update({f"{match['open']}{family}{match['close']}": value for family, value in _values(match)})
    return Counter(start, stop, values) if values else None


def _values(match: re.Match[str]) -> Iterator[tuple[str, int]]:
    """Return what a counter counts, by the first of its kind."""
    found = match.groupdict()
    if found.get("number"):
        yield "1", int(match["number"])
    elif found.get("roman"):
        yield ("i" if match["roman"].islower() else "I"), roman(match["roman"])
    else:
        yield from ((alphabet[0], alphabet.index(match["letter"]) + 1) for alphabet in ALPHABETS if match["letter"] in alphabet)


def roman(written: str) -> int:
    """
    Return the value of a Roman number of i, v and x.

    >>> roman("xiv")
    14
    """
    digits = [ROMANS[letter] for letter in written.lower()]
    return sum(-one if one < two else one for one, two in zip(digits, [*digits[1:], 0], strict=True))


def runs(counters: Sequence[Counter | None], *, apart: bool = False) -> Iterator[tuple[str, list[int]]]:
    """
    Return each run of counters that count on from one, with its family, as places among *counters*.

    *apart* allows what has no counter, or one of another family, between two of a run. Bullets run while they follow each other.
    """
    taken: set[int] = set()
    for first, found in enumerate(counters):
        for family, value in found.values.items() if found and first not in taken else ():
            run = _run(counters, first, family, apart=apart and value > 0) if value <= 1 else []
            if len(run) > 1 and not taken & set(run):
                taken |= set(run)
                yield family, run
                break


def _run(counters: Sequence[Counter | None], first: int, family: str, *, apart: bool) -> list[int]:
    """Return the places of the run of *family* that begins at *first*."""
    run = [first]
    value = (counters[first] or Counter(0, 0, {})).values.get(family, 0)
    for place in range(first + 1, len(counters)):
        found = counters[place]
        here = found.values.get(family) if found else None
        if here is not None and here == (value and value + len(run)):
            run.append(place)
        elif not apart or (here == 1 and value):
            break
    return run
