"""
Dates as documents write them, to ISO 8601.

Only what can be read in one way is read: a month by its name, in any of the languages, or a numeric date whose order is certain
(``1986-11-13``, ``13.11.1986``). A day that its month does not have is told, never mended.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from tei_edition import languages

if TYPE_CHECKING:
    from collections.abc import Iterator

DAY = r"(?P<{0}>\d{{1,2}})(?:st|nd|rd|th|er|º|°|-?го|\.)?"
YEAR = r"(?P<{0}>[12]\d{{3}})"


@dataclass(frozen=True, slots=True)
class Dated:
    """A date in a text: its range, and its ISO form; *when* is empty where there is no such day."""

    start: int
    end: int
    when: str


def find(text: str) -> Iterator[Dated]:
    """
    Return the dates in *text*, in order.

    >>> [found.when for found in find("Vienna, 13 November 1986; le 1er mai 1950; May 1986; 30 February 1980")]
    ['1986-11-13', '1950-05-01', '1986-05', '']
    """
    for match in _pattern().finditer(text):
        values = {name.rstrip("0123456789"): value for name, value in match.groupdict().items() if value}
        month = values.get("month", "")
        number = int(month) if month.isdigit() else languages.months()[_bare(month)]
        yield Dated(match.start(), match.end(), _iso(int(values["year"]), number, int(values.get("day", 0))))


def _iso(year: int, month: int, day: int) -> str:
    """Return the ISO 8601 form, empty where the calendar has no such day."""
    if not day:
        return f"{year:04}-{month:02}"
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


def _bare(month: str) -> str:
    """Return the name of a month as the table has it: without the prefix that Hebrew writes to it."""
    name = month.casefold().rstrip(".")
    return name if name in languages.months() else name[1:]


@cache
def _pattern() -> re.Pattern[str]:
    """Return the pattern of all forms of a date."""
    names = sorted(languages.months(), key=lambda name: (-len(name), name))
    month = rf"(?P<month{{0}}>ב?(?:{'|'.join(map(re.escape, names))}))(?!\w)\.?"
    forms = (
        rf"(?<!\w){month.format(1)}\s+{DAY.format('day1')}\s*,?\s+{YEAR.format('year1')}",
        rf"(?<!\w){DAY.format('day2')}\s+(?:de\s+|of\s+)?{month.format(2)}\s*,?\s+(?:de\s+|del\s+)?{YEAR.format('year2')}",
        rf"(?<![\d.]){YEAR.format('year3')}-(?P<month3>0[1-9]|1[0-2])-(?P<day3>[0-3]\d)(?!\d)",
        rf"(?<![\d.])(?P<day4>\d{{1,2}})\.\s?(?P<month4>0?[1-9]|1[0-2])\.\s?{YEAR.format('year4')}(?!\d)",
        rf"(?<!\w){month.format(5)}\s*,?\s+(?:de\s+|del\s+)?{YEAR.format('year5')}",
    )
    return re.compile("|".join(forms), re.IGNORECASE)
