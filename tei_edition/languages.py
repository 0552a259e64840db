"""
The words by which the rules know a form, one language a file in ``languages/``.

A transcript may hold several languages (the editor's and the document's), so the words of all are looked up together, without regard
to case. Names of months come from the Unicode CLDR by way of Babel.
"""

from __future__ import annotations

import tomllib
from functools import cache
from typing import TYPE_CHECKING

from babel.dates import get_day_names, get_month_names

from tei_edition.alternatives import alternatives
from tei_edition.resources import PACKAGE

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER = PACKAGE / "languages"
MONTHS_ONLY = ("hu",)
"""Languages whose months are known beside those that have a file."""


@cache
def codes() -> tuple[str, ...]:
    """Return the codes of the languages that have a file, in order."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.toml")))


@cache
def _file(code: str) -> dict[str, list[str]]:
    """Return the words of each kind in the language *code*, as its file has them."""
    return tomllib.loads((FOLDER / f"{code}.toml").read_text(encoding="utf-8"))


@cache
def _all() -> dict[str, tuple[str, ...]]:
    """Return the words of each kind, of all languages."""
    found: dict[str, list[str]] = {}
    for code in codes():
        for kind, words in _file(code).items():
            found.setdefault(kind, []).extend(word.casefold() for word in words)
    return {kind: tuple(words) for kind, words in found.items()}


@cache
def words(kind: str) -> frozenset[str]:
    """
    Return the words of *kind* in every language, casefolded.

    >>> {"source", "quelle", "источник"} <= words("source")
    True
    """
    return frozenset(_all()[kind])


@cache
def words_of(code: str, kind: str) -> frozenset[str]:
    """Return the words of *kind* in the language *code*, casefolded; none where its file has none."""
    return frozenset(word.casefold() for word in _file(code).get(kind, ()))


@cache
def pattern(kind: str) -> str:
    """Return a regular expression (to be compiled with IGNORECASE) for the words of *kind*, of which the longest that fits is found."""
    return alternatives(words(kind))


@cache
def numbers() -> dict[str, int]:
    """Return the small numbers by their names in every language: ``{"two": 2, "zwei": 2}``."""
    found: dict[str, int] = {}
    for code in codes():
        found.update((name.casefold(), number) for number, name in enumerate(_file(code)["number"]))
    return found


@cache
def months() -> dict[str, int]:
    """
    Return the number of each month by its names, casefolded and without a point.

    >>> [months()[name] for name in ("november", "ноября", "ноябре", "února", "únoru", "février", "nov")]
    [11, 11, 11, 2, 2, 2, 11]
    """
    found: dict[str, int] = {}
    for code in (*codes(), *MONTHS_ONLY):
        for width in ("wide", "abbreviated"):
            for context in ("format", "stand-alone"):
                for number, name in get_month_names(width, context, code).items():
                    found.setdefault(name.casefold().rstrip("."), number)
    for code in codes():
        for number, name in get_month_names("wide", "format", code).items():
            found.update((form, number) for form in _cases(code, name.casefold()) if form not in found)
    found.update({"sept": 9})
    return {name: number for name, number in found.items() if not name.isdigit()}


def _cases(code: str, name: str) -> Iterator[str]:
    """Return the other cases of the month whose genitive is *name*, by the endings that the language's file gives for it."""
    for rule in words_of(code, "month_case"):
        ending, _, others = rule.partition(":")
        if name.endswith(ending):
            yield from (f"{name.removesuffix(ending)}{other}" for other in others.split())


@cache
def weekdays() -> frozenset[str]:
    """
    Return the names of the days of the week in every language, casefolded.

    >>> {"monday", "montag", "lundi"} <= weekdays()
    True
    """
    every = (
        get_day_names("wide", context, code).values() for code in (*codes(), *MONTHS_ONLY) for context in ("format", "stand-alone")
    )
    return frozenset(name.casefold() for names in every for name in names)
