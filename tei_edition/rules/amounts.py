"""Amounts in words: "2 lines", "less than 1 line", "1-1/2 lines", "two words" as `@unit` with `@quantity` or `@atMost`."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from tei_edition import languages

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tei_edition.model import Attributes

UNITS = (
    ("word", "word"), ("line", "line"), ("char", "letter"), ("paragraph", "paragraph_unit"), ("page", "page_unit"),
    ("sentence", "sentence_unit"),
)
HALVES = {"½": ".5", "¼": ".25", "¾": ".75", "1/2": ".5", "1/4": ".25", "3/4": ".75"}
THOUSANDS = re.compile(r"\d{1,3}(,\d{3})+")
NONE: Mapping[str, str] = {}


@cache
def _pattern(extra: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of an amount, with the house's own *extra* words for units."""
    names = "|".join(sorted(map(re.escape, languages.numbers()), key=lambda name: (-len(name), name)))
    units = "|".join(f"(?P<{unit}>{languages.pattern(kind)})" for unit, kind in UNITS)
    house = "|".join(map(re.escape, extra))
    own = rf"|(?P<own>{house})" if house else ""
    figures = r"(?<!\d)(?<!\d[.,/])(?:\d{1,3}(?:,\d{3})+|\d+(?:[.,]\d+)?)(?!\d*/)"
    part = r"(?:1/2|1/4|3/4|[½¼¾])"
    number = rf"(?:(?P<number>{figures}|(?<!\w)(?:{names}|a)(?!\w))(?:\s?[-–]?\s?(?P<part>{part}))?|(?<![\d/])(?P<half>{part}))"
    bound = rf"(?:(?P<less>{languages.pattern('less')})|(?P<more>{languages.pattern('more')}))\s+"
    after = rf"(?P<or>\s+or\s+more|\s+{languages.pattern('more')})?"
    return re.compile(rf"(?:{bound})?{number}{after}[-\s]+(?:\w+\s+)?(?:{units}{own})(?!\w)", re.IGNORECASE)


def amount(text: str, units: Mapping[str, str] = NONE) -> Attributes:
    """
    Return the attributes of the amount in *text*, none where it states none; *units* are a house's own words, with the TEI unit of each.

    >>> amount("less than 1 line not declassified")
    (('unit', 'line'), ('atMost', '1'))
    >>> amount("1-1/2 lines")
    (('unit', 'line'), ('quantity', '1.5'))
    >>> amount("1.5 lines"), amount("1/2 line"), amount("1,500 words")
    ((('unit', 'line'), ('quantity', '1.5')), (('unit', 'line'), ('quantity', '0.5')), (('unit', 'word'), ('quantity', '1500')))
    >>> amount("2 paragraphs (16 lines) not declassified")
    (('unit', 'paragraph'), ('quantity', '2'))
    >>> amount("1 or more lines of text missing")
    (('unit', 'line'), ('atLeast', '1'))
    """
    match = _pattern(tuple(sorted(units))).search(text)
    if match is None:
        return ()
    found = match.groupdict()
    own = found.get("own")
    unit = units[own.casefold()] if own else next(name for name, _ in UNITS if found[name])
    value = f"0{HALVES[match['half']]}" if match["half"] else _number(match["number"].casefold()) + HALVES.get(match["part"] or "", "")
    bound = "atMost" if match["less"] else "atLeast" if match["more"] or match["or"] else "quantity"
    return ("unit", unit), (bound, value)


def _number(said: str) -> str:
    """
    Return the number that is *said* in figures or in a word, with a point before its fraction.

    >>> _number("007"), _number("2,5"), _number("12,000"), _number("two")
    ('7', '2.5', '12000', '2')
    """
    if said == "a":
        return "1"
    if not said[0].isdigit():
        return str(languages.numbers()[said])
    whole = said.replace(",", "") if THOUSANDS.fullmatch(said) else said.replace(",", ".")
    first, point, fraction = whole.partition(".")
    return f"{int(first)}{point}{fraction}"
