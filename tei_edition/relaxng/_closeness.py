"""Which name was probably meant: the one most like what is written, if it is like enough."""

from __future__ import annotations

from difflib import SequenceMatcher
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tei_edition.relaxng._names import Name

ENOUGH = 0.75
"""How like a name must be (`difflib`'s ratio, capitals not counted)."""


def closest(name: Name, names: Iterable[Name]) -> Name | None:
    """
    Return the one of *names* most like *name*, or None.

    >>> closest(("", "persname"), [("", "persName"), ("", "placeName")])
    ('', 'persName')
    >>> closest(("u", "p"), [("v", "p"), ("v", "q")])
    ('v', 'p')
    """
    return _closest(name, tuple(sorted(names)))


@lru_cache(maxsize=4096)
def _closest(name: Name, names: tuple[Name, ...]) -> Name | None:
    same = [each for each in names if each[1] == name[1]]
    if same:
        return same[0]
    found = word(name[1], tuple(each[1] for each in names))
    return next((each for each in names if each[1] == found), None)


@lru_cache(maxsize=4096)
def word(written: str, words: tuple[str, ...]) -> str | None:
    """
    Return the one of *words* most like *written*, or None.

    >>> word("hihg", ("high", "low")), word("x", ("y",))
    ('high', None)
    """
    small = written.lower()
    rated = [(_likeness(small, each.lower()), -number) for number, each in enumerate(words)]
    best = max(rated, default=(0.0, 0))
    return words[-best[1]] if best[0] >= ENOUGH else None


def _likeness(one: str, other: str) -> float:
    if one == other:
        return 1.0
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.real_quick_ratio() < ENOUGH or matcher.quick_ratio() < ENOUGH:
        return 0.0
    return matcher.ratio()
