"""
Dates as documents write them, to ISO 8601.

Only what can be read in one way is read: a month by its name, in any of the languages, or as a Roman number; a numeric date whose
order is certain (``1986-11-13``, ``13.11.1986``, ``18-10-2017``). A day that its month does not have is told, never mended. Days in
Old Style are counted on to the Gregorian day, which TEI's @when means (TEI Guidelines, att.datable.w3c).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

from tei_edition import languages

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

DAY = r"(?P<{0}>\d{{1,2}})(?:(?:st|nd|rd|th|d)(?!\w)\.?|er|º|°|-?го|\.)?"
YEAR = r"(?P<{0}>[12]\d{{3}})(?!\d)"
OF = r"(?:(?:day\s+)?of\s+|de\s+)?"
OF_YEAR = r"(?:\s*,)?\s+(?:de\s+|del\s+)?"
ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
NEAR = 24
"""How many characters before or after a date are looked at for what they say of it."""

STYLES = (10, 11, 12, 13)
"""By how many days the Julian calendar was behind the Gregorian one, 1582 to 2099."""


@dataclass(frozen=True, slots=True)
class Dated:
    """
    A date in a text: its range, and its ISO form; *when* is empty where there is no such day.

    *last* is the last day of a stretch of days whose first is *when*; *within* tells that the day meant is one of them.
    """

    start: int
    end: int
    when: str
    last: str = ""
    within: bool = False
    old_style: bool = False

    @property
    def attributes(self) -> tuple[tuple[str, str], ...]:
        """TEI's attributes for it; none where there is no such day."""
        if not self.when:
            return ()
        if not self.last:
            return (("when", self.when),)
        first, last = ("notBefore", "notAfter") if self.within else ("from", "to")
        return (first, self.when), (last, self.last)

    @property
    def period(self) -> str:
        """The date, or what its first and its last day have in common: the month, or the year."""
        if not self.last or not self.when:
            return self.when
        return self.when[:7] if self.when[:7] == self.last[:7] else self.when[:4]


def find(text: str) -> Iterator[Dated]:
    """
    Return the dates in *text*, in order.

    >>> [found.when for found in find("Vienna, 13 November 1986; le 1er mai 1950; March 3d, 1861; May 1986; 30 February 1980")]
    ['1986-11-13', '1950-05-01', '1861-03-03', '1986-05', '']
    >>> [found.attributes for found in find("the night of 12-13 November 1986")]
    [(('notBefore', '1986-11-12'), ('notAfter', '1986-11-13'))]
    """
    for match in _pattern().finditer(text):
        values = {name.rstrip("0123456789"): value for name, value in match.groupdict().items() if value}
        found = _read(match.start(), match.end(), values)
        if found:
            yield _surrounded(text, found)


def _read(start: int, end: int, values: Mapping[str, str]) -> Dated | None:
    """Return the date that the parts of a match give; nothing where the order of day and month is not certain."""
    year = int(values["year"])
    if "one" in values:
        day, month = int(values["one"]), int(values["two"])
        if min(day, month) == max(day, month) or max(day, month) > len(ROMAN):
            day, month = max(day, month), min(day, month)
            return Dated(start, end, _iso(year, month, day))
        return None
    month, first = _month(values.get("month", "")), int(values.get("day", 0))
    if "other" in values:
        day = int(values["other"])
        return Dated(start, end, _iso(year, month, day)) if day - first in STYLES else None
    if "last" in values:
        opening, closing = _iso(year, _month(values.get("since", values["month"])), first), _iso(year, month, int(values["last"]))
        return Dated(start, end, opening if opening < closing else "", closing)
    return Dated(start, end, _iso(year, month, first))


def _month(written: str) -> int:
    """Return the number of a month: by its name, its Roman or its Arabic number."""
    name = written.casefold().strip(". ")
    if name.isdigit():
        return int(name)
    if name in ROMAN:
        return ROMAN.index(name) + 1
    months = languages.months()
    return months[name] if name in months else months[name[1:]]


def _iso(year: int, month: int, day: int) -> str:
    """Return the ISO 8601 form, empty where the calendar has no such day."""
    if not day:
        return f"{year:04}-{month:02}"
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


def _surrounded(text: str, found: Dated) -> Dated:
    """Return *found* with what the words beside it say: that it is in Old Style, or a day between two."""
    before = text[max(0, found.start - NEAR) : found.start].casefold().rstrip()
    after = text[found.end : found.end + NEAR].casefold().lstrip(" ,([")
    within = any(re.search(rf"(?<!\w){re.escape(word)}(?:\s+the)?$", before) for word in languages.words("between"))
    if any(after.startswith(word) for word in languages.words("old_style")):
        return Dated(found.start, found.end, _gregorian(found.when), _gregorian(found.last), within, old_style=True)
    return Dated(found.start, found.end, found.when, found.last, within)


def _gregorian(when: str) -> str:
    """
    Return the Gregorian day of a Julian one; a month stays as it is.

    >>> _gregorian("1917-10-25")
    '1917-11-07'
    """
    if when.count("-") <= 1:
        return when
    day = date.fromisoformat(when)
    century = day.year // 100 if (day.month, day.day) >= (3, 1) else (day.year - 1) // 100
    return (day + timedelta(days=century - century // 4 - 2)).isoformat()


@cache
def _pattern() -> re.Pattern[str]:
    """Return the pattern of all forms of a date, the longer before those they begin with."""
    names = sorted(languages.months(), key=lambda name: (-len(name), name))
    month = rf"(?P<{{0}}>ב?(?:{'|'.join(map(re.escape, names))}))(?!\w)\.?"
    to = rf"(?:\s*[–—-]\s*|\s+{languages.pattern('until')}\s+)"
    day, year = DAY.format, YEAR.format
    roman = rf"(?P<month{{0}}>{'|'.join(sorted(ROMAN, key=len, reverse=True))})"
    forms = (
        rf"(?<!\w){day('day1')}\s+{month.format('since1')}{to}{day('last1')}\s+{OF}{month.format('month1')}{OF_YEAR}{year('year1')}",
        rf"(?<!\w){month.format('since2')}\s+{day('day2')}{to}{month.format('month2')}\s+{day('last2')}\s*,?\s+{year('year2')}",
        rf"(?<!\w){day('day3')}{to}{day('last3')}\s+{OF}{month.format('month3')}{OF_YEAR}{year('year3')}",
        rf"(?<!\w){month.format('month4')}\s+{day('day4')}{to}{day('last4')}\s*,?\s+{year('year4')}",
        rf"(?<![\d.])(?P<day5>\d{{1,2}})\.{to}(?P<last5>\d{{1,2}})\.\s?(?P<month5>0?[1-9]|1[0-2])\.\s?{year('year5')}",
        rf"(?<!\w)(?P<day6>\d{{1,2}})\s?/\s?(?P<other6>\d{{1,2}})\s+{OF}{month.format('month6')}{OF_YEAR}{year('year6')}",
        rf"(?<!\w){month.format('month7')}\s*,?\s+{day('day7')}\s*,?\s+{year('year7')}",
        rf"(?<!\w){day('day8')}\s+{OF}{month.format('month8')}{OF_YEAR}{year('year8')}",
        rf"(?<![\d.-]){year('year9')}-(?P<month9>0[1-9]|1[0-2])-(?P<day9>[0-3]\d)(?!\d)",
        rf"(?<![\d.])(?P<day10>\d{{1,2}})\.\s?(?P<month10>0?[1-9]|1[0-2])\.\s?{year('year10')}",
        rf"(?<![\w.])(?P<day11>\d{{1,2}})[./]\s?{roman.format('11')}[./]\s?{year('year11')}",
        rf"(?<![\d/-])(?P<one12>\d{{1,2}})(?P<sign12>[-/])(?P<two12>\d{{1,2}})(?P=sign12){year('year12')}",
        rf"(?<!\w){month.format('month13')}{OF_YEAR}{year('year13')}",
    )
    return re.compile("|".join(forms), re.IGNORECASE)
