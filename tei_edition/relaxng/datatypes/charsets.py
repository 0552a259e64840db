"""Sets of characters as the regular expressions of XML Schema name them (part 2, appendix F.1)."""

from __future__ import annotations

import unicodedata
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from tei_edition.relaxng.datatypes.lexical import compiled

if TYPE_CHECKING:
    from collections.abc import Callable

    Charset = Callable[[str], bool]
    """Tells whether a character is in the set."""

CATEGORIES = frozenset(
    {
        *("L", "Lu", "Ll", "Lt", "Lm", "Lo", "M", "Mn", "Mc", "Me", "N", "Nd", "Nl", "No", "P", "Pc", "Pd", "Ps", "Pe", "Pi", "Pf"),
        *("Po", "Z", "Zs", "Zl", "Zp", "S", "Sm", "Sc", "Sk", "So", "C", "Cc", "Cf", "Co", "Cn"),
    }
)


def single(character: str) -> Charset:
    """Return the set of one character."""
    return lambda other: other == character


def between(low: str, high: str) -> Charset:
    """Return the set of the characters from *low* to *high*."""
    return lambda other: low <= other <= high


def union(sets: list[Charset]) -> Charset:
    """Return the set of what is in one of *sets*."""
    return sets[0] if len(sets) == 1 else lambda other: any(each(other) for each in sets)


def without(chars: Charset, excluded: Charset) -> Charset:
    """Return the set of what is in *chars*, but not in *excluded*."""
    return lambda other: chars(other) and not excluded(other)


def inverse(chars: Charset) -> Charset:
    """Return the set of what is not in *chars*."""
    return lambda other: not chars(other)


def anything(character: str) -> bool:
    """Tell whether a dot stands for *character*."""
    return character not in "\n\r"


@cache
def named(name: str) -> Charset | None:
    """Return the set of a category, or of a block whose name begins with ``Is``; None if there is none."""
    if name in CATEGORIES:
        return lambda other: unicodedata.category(other).startswith(name)
    block = blocks().get(name.removeprefix("Is")) if name.startswith("Is") else None
    return between(*block) if block else None


@cache
def blocks() -> dict[str, tuple[str, str]]:
    """Return the first and last character of each block of Unicode by its name, without blanks."""
    lines = Path(__file__).with_name("blocks.txt").read_text("ascii").splitlines()
    return {name: (chr(int(low, 16)), chr(int(high, 16))) for low, high, name in map(str.split, lines)}


def _initial(character: str) -> bool:
    return bool(compiled("[:INITIAL]").match(character))


def _further(character: str) -> bool:
    return bool(compiled("[:FURTHER]").match(character))


def _word(character: str) -> bool:
    return unicodedata.category(character)[0] not in "PZC"


def _digit(character: str) -> bool:
    return unicodedata.category(character) == "Nd"


def _blank(character: str) -> bool:
    return character in " \t\n\r"


KINDS: dict[str, Charset] = {"s": _blank, "i": _initial, "c": _further, "d": _digit, "w": _word}
"""What ``\\s``, ``\\i``, ``\\c``, ``\\d`` and ``\\w`` stand for; the capital letter is for all others."""
