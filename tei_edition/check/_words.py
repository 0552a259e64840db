"""The words in which a misfit says what may stand in its place."""

from __future__ import annotations

from difflib import get_close_matches
from functools import lru_cache
from typing import TYPE_CHECKING

from tei_edition.check._patterns import TEXT, Data, Element, Value, choice
from tei_edition.check._steps import leaves

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tei_edition.check._patterns import Attribute, Pattern

SHOWN = 12
"""So many names are listed before "and others"."""

CLOSE = 0.6
"""How like a name must be to be suggested (`difflib`'s ratio)."""


def root_advice(starts: Iterable[Pattern], tag: str) -> str:
    """Return what the root may be; that only the namespace is wrong, if so."""
    names = {name[1]: name[0] for part in starts if isinstance(part, Element) for name in part.names.names()}
    if tag in names:
        return f'Write xmlns="{names[tag]}" in its tag: without its namespace it is another element.'
    return suggestion(tag, names) or may("It may be", sorted(names))


def names(parts: Iterable[Pattern]) -> list[str]:
    """Return the names of the elements among *parts*, sorted, with "text" last where text may stand."""
    listed = list(parts)
    names = {name[1] for part in listed if isinstance(part, Element) for name in part.names.names()}
    return [*sorted(names), *(["text"] if TEXT in listed else [])]


def may(beginning: str, names: list[str]) -> str:
    """
    Return a sentence that lists *names* after *beginning*, the first `SHOWN` of them.

    >>> may("Here may stand", ["ab", "p"])
    'Here may stand: ab, p.'
    """
    if not names:
        return "Nothing may follow here."
    shown = ", ".join(names[:SHOWN])
    return f"{beginning}: {shown}" + (f" and {len(names) - SHOWN} others." if names[SHOWN:] else ".")


def suggestion(name: str, names: Iterable[str]) -> str:
    """Return the question whether a name much like *name* was meant."""
    listed = sorted(set(names))
    found = close(name, listed)
    return f"Did you mean {found[0]}?" if found else ""


def close(name: str, names: list[str]) -> list[str]:
    """Return the one of *names* that is most like *name*, or nothing."""
    return _close(name, tuple(names))


@lru_cache(maxsize=1024)
def _close(name: str, names: tuple[str, ...]) -> list[str]:
    return get_close_matches(name, names, 1, CLOSE) or _regardless_of_case(name, names)


def _regardless_of_case(name: str, names: Iterable[str]) -> list[str]:
    return [each for each in names if each.lower() == name.lower()]


def values(attributes: list[Attribute], value: str) -> str:
    """Return what *attributes* allow instead of *value*."""
    return values_of(choice(*(attribute.value for attribute in attributes)), value)


def values_of(pattern: Pattern, value: str) -> str:
    """Return what *pattern* allows instead of *value*."""
    words = [part.text for part in leaves(pattern) if isinstance(part, Value)]
    types = [part.type_ for part in leaves(pattern) if isinstance(part, Data)]
    if words:
        return " ".join(filter(None, (suggestion(value, words), may("It may be", sorted(set(words))))))
    return f"It must be {' or '.join(sorted({_TYPES.get(name, f'of the type {name}') for name in types}))}." if types else ""


_TYPES = {
    "anyURI": "an address, or # and an id",
    "NCName": "a name without blanks and colons that begins with a letter",
    "Name": "a name without blanks that begins with a letter",
    "ID": "a name without blanks and colons that begins with a letter",
    "IDREF": "the id of an element",
    "language": "a language such as en or ru",
    "boolean": "true or false",
    "date": "a date such as 1986-11-13",
    "gYear": "a year such as 1986",
    "gYearMonth": "a month such as 1986-11",
    "time": "a time such as 14:30:00",
    "dateTime": "a date with a time, such as 1986-11-13T14:30:00",
    "decimal": "a number",
    "double": "a number",
    "integer": "a whole number",
    "nonNegativeInteger": "a whole number from 0",
    "positiveInteger": "a whole number from 1",
    "token": "a word as TEI wants it there, without blanks",
    "string": "another text",
}
