"""Which name was probably meant: the one most like what is written, if it is like enough."""

from __future__ import annotations

from difflib import SequenceMatcher
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tei_edition.relaxng.grammar.names import Name

ENOUGH = 0.75
"""How like a name must be (`difflib`'s ratio, capitals not counted)."""

AHEAD = 0.1
"""By so much the likeliest name must be more like than any other, where nobody is asked."""


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


def certain(written: str, words: Iterable[str], others: Iterable[str] = ()) -> str:
    """
    Return the one of *words* that alone can be meant by *written*: but for capitals, for ``xml:``, or by far the one most like it.

    None of the *others*, which may not be meant here, comes near.

    >>> certain("persname", ["persName", "perName"]), certain("lang", ["xml:lang", "land"]), certain("itme", ["item", "time"])
    ('persName', 'xml:lang', '')
    >>> certain("itme", ["time"], ["item"]), certain("uncelar", ["unclear"], ["clear"])
    ('', 'unclear')
    """
    known = sorted(set(words))
    for same in ([each for each in known if each.lower() == written.lower()], [each for each in known if each == f"xml:{written}"]):
        if len(same) == 1:
            return same[0]
    rated = sorted(((_likeness(written.lower(), each.lower()), each) for each in {*known, *others}), reverse=True)
    best, second = (*rated, (0.0, ""), (0.0, ""))[:2]
    return best[1] if best[1] in known and best[0] >= ENOUGH and best[0] - second[0] >= AHEAD else ""


def _likeness(one: str, other: str) -> float:
    if one == other:
        return 1.0
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.real_quick_ratio() < ENOUGH or matcher.quick_ratio() < ENOUGH:
        return 0.0
    return matcher.ratio()
