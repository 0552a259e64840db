"""Amounts in words: "2 lines", "less than 1 line", "1-1/2 lines", "two words" as `@unit` with `@quantity` or `@atMost`."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from tei_edition import languages

if TYPE_CHECKING:
    from tei_edition.model import Attributes

UNITS = (("word", "word"), ("line", "line"), ("letter", "character"))
HALVES = {"½": ".5", "¼": ".25", "¾": ".75", "1/2": ".5", "1/4": ".25", "3/4": ".75"}


@cache
def _pattern() -> re.Pattern[str]:
    """Return the pattern of an amount."""
    names = "|".join(sorted(map(re.escape, languages.numbers()), key=lambda name: (-len(name), name)))
    units = "|".join(f"(?P<{kind}>{languages.pattern(kind)})" for kind, _ in UNITS)
    number = rf"(?P<number>\d+|(?<!\w)(?:{names}))(?:[-–\s]?(?P<part>1/2|1/4|3/4|[½¼¾]))?"
    return re.compile(rf"(?P<less>less\s+than\s+)?{number}[-\s]+(?:\w+\s+)?(?:{units})(?!\w)", re.IGNORECASE)


def amount(text: str) -> Attributes:
    """
    Return the attributes of the amount in *text*, none where it states none.

    >>> amount("less than 1 line not declassified")
    (('unit', 'line'), ('atMost', '1'))
    >>> amount("1-1/2 lines")
    (('unit', 'line'), ('quantity', '1.5'))
    """
    match = _pattern().search(text)
    if match is None:
        return ()
    unit = next(name for kind, name in UNITS if match[kind])
    number = match["number"].casefold()
    value = number if number.isdigit() else str(languages.numbers()[number])
    value = str(int(value)) + HALVES.get(match["part"] or "", "")
    return ("unit", unit), ("atMost" if match["less"] else "quantity", value)
