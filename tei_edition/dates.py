"""
Dates as documents write them, to ISO 8601.

Only what can be read in one way is read: a month by its name, in any of the languages, or as a Roman number; a numeric date whose
order is certain (``1986-11-13``, ``13.11.1986``, ``18-10-2017``). A day that its month does not have is told, never mended. Days in
Old Style are counted on to the Gregorian day, which TEI's @when means (TEI Guidelines, att.datable.w3c). What a document itself is not
sure of (EDTF: ``1920~``, ``1920?``, ``../1919-05-05``) has the bounds that it states, and no others.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

from tei_edition import languages
from tei_edition.date_forms import ARTICLE, ROMAN, pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

NEAR = 24
"""How many characters before or after a date are looked at for what they say of it."""

BOUNDS = (("earlier", "notAfter"), ("later", "notBefore"))
"""Which words before a date say on which side of it the day lies."""

YEAR_ALONE = re.compile(r"(?<!\d)[12]\d{3}(?!\d)")
BEFORE_YEAR, AFTER_YEAR = 90, 16
"""How many characters a date may have before and after its year."""

STYLES = (10, 11, 12, 13)
"""By how many days the Julian calendar was behind the Gregorian one, 1582 to 2099."""

JULIAN, GREGORIAN = "#calendar-julian", "#calendar-gregorian"


@dataclass(frozen=True, slots=True)
class Dated:
    """
    A date in a text: its range, and its ISO form; *when* is empty where there is no such day.

    *last* is the last day of a stretch of days whose first is *when*; *within* tells that the day meant is one of them. *bound* tells
    that it lies before (``notAfter``) or after (``notBefore``) the day *when*, or that a stretch begins with it (``from``). *doubt* is
    the document's own. *calendar* names those in which the day is printed, where it says so.
    """

    start: int
    end: int
    when: str
    last: str = ""
    within: bool = False
    bound: str = ""
    doubt: bool = False
    calendar: str = ""

    @property
    def old_style(self) -> bool:
        """Whether it is printed in Old Style alone."""
        return self.calendar == JULIAN

    @property
    def attributes(self) -> tuple[tuple[str, str], ...]:
        """TEI's attributes for it; none where there is no such day."""
        if not self.when:
            return ()
        found = [(self.bound or "when", self.when)]
        if self.last:
            first, last = ("notBefore", "notAfter") if self.within else ("from", "to")
            found = [(first, self.when), (last, self.last)]
        return (*found, *((("calendar", self.calendar),) if self.calendar else ()), *((("cert", "low"),) if self.doubt else ()))

    @property
    def period(self) -> str:
        """The date, or what its first and its last day have in common: the month, or the year; nothing where only one bound is known."""
        if self.bound or not self.last or not self.when:
            return "" if self.bound else self.when
        shared = next((self.when[:size] for size in (7, 4) if self.when[:size] == self.last[:size] and len(self.when) >= size), "")
        return shared or self.when[:4]


def find(text: str) -> Iterator[Dated]:
    """
    Return the dates in *text*, in order.

    >>> [found.when for found in find("Vienna, 13 November 1986; le 1er mai 1950; March 3d, 1861; May 1986; 30 February 1980")]
    ['1986-11-13', '1950-05-01', '1861-03-03', '1986-05', '']
    >>> [found.attributes for found in find("the night of 12-13 November 1986; c. 1920; before 5 May 1919")][0]
    (('notBefore', '1986-11-12'), ('notAfter', '1986-11-13'))
    >>> [found.attributes for found in find("the night of 12-13 November 1986; c. 1920; before 5 May 1919")][1:]
    [(('when', '1920'), ('cert', 'low')), (('notAfter', '1919-05-05'),)]
    """
    for match in (match for start, end in _windows(text) for match in pattern().finditer(text, start, end)):
        values = {name.rstrip("0123456789"): value for name, value in match.groupdict().items() if value}
        found = _read(match.start(), match.end(), values)
        surrounded = _surrounded(text, found, values) if found else None
        if surrounded:
            yield surrounded


def _windows(text: str) -> Iterator[tuple[int, int]]:
    """Return the stretches of *text* round its years, without which nothing is a date."""
    start, end = 0, 0
    for match in YEAR_ALONE.finditer(text):
        if match.start() - BEFORE_YEAR > end:
            if end:
                yield start, end
            start = match.start() - BEFORE_YEAR
        end = match.end() + AFTER_YEAR
    if end:
        yield max(start, 0), end


def _read(start: int, end: int, values: Mapping[str, str]) -> Dated | None:
    """Return the date that the parts of a match give; nothing where the order of day and month is not certain."""
    if "year" not in values or "season" in values:
        return _years(start, end, values)
    if "one" in values:
        return _in_either_order(start, end, values)
    year, month, first = int(values["year"]), _month(values.get("month", "")), int(values.get("day", 0))
    if "day" in values and not first:
        return Dated(start, end, "")
    if "other" in values:
        return _in_two_styles(Dated(start, end, _iso(year, month, int(values["other"])), calendar=f"{JULIAN} {GREGORIAN}"), first)
    if "last" in values or "since" in values:
        begun = int(values.get("begun", year))
        opening = _iso(begun, _month(values.get("since", values["month"])), first)
        closing = _iso(year, month, int(values.get("last", 0)))
        return Dated(start, end, opening if opening < closing else "", closing)
    return Dated(start, end, _iso(year, month, first))


def _in_either_order(start: int, end: int, values: Mapping[str, str]) -> Dated | None:
    """Return the date whose day and month are numbers, if it is certain which is which."""
    one, two = sorted((int(values["one"]), int(values["two"])))
    return Dated(start, end, _iso(int(values["year"]), one, two)) if one == two or two > len(ROMAN) else None


def _years(start: int, end: int, values: Mapping[str, str]) -> Dated:
    """Return the date that names no month: a year, a winter over two years, or ten years."""
    if "decade" in values:
        return Dated(start, end, values["decade"], f"{values['decade'][:3]}9", within=True)
    year = values.get("year", values.get("alone", ""))
    close = values.get("close", "")
    last = f"{year[: 4 - len(close)]}{close}"
    return Dated(start, end, year if not close or year < last else "", last if close else "", within=bool(close))


def _in_two_styles(found: Dated, elder: int) -> Dated | None:
    """Return *found*, a day in New Style, if the day *elder* is the same one in Old Style; nothing where it is no such day."""
    behind = [(date.fromisoformat(found.when) - timedelta(days=days)).day for days in STYLES] if found.when else [elder]
    return found if elder in behind else None


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


def _surrounded(text: str, found: Dated, values: Mapping[str, str]) -> Dated | None:
    """Return *found* with what the words beside it say; nothing for a mere year of which they say nothing."""
    before = text[max(0, found.start - NEAR) : found.start].casefold().rstrip(" \t[(")
    after = re.sub(rf"^\s*{languages.pattern('of_year')}", "", text[found.end : found.end + NEAR].casefold()).lstrip(" ,([")
    told = replace(found, within=found.within or _says(before, "between"), doubt=_says(before, "circa") or after.startswith("?"))
    if not found.last:
        told = replace(told, bound=_bound(before))
    if _says(before, "night_before") and len(found.when) == len("1986-11-13") and not found.last:
        eve = (date.fromisoformat(found.when) - timedelta(days=1)).isoformat()
        told = replace(told, when=eve, last=found.when, within=True, bound="")
    if "alone" in values and not (told.doubt or told.bound):
        return None
    return _styled(told, after)


def _bound(before: str) -> str:
    """Return on which side of a date the day lies, by the words *before* it; "not before" is more than "before"."""
    found = [(match.start(), bound) for kind, bound in BOUNDS if (match := _ending(kind).search(before))]
    return min(found)[1] if found else ""


def _says(before: str, kind: str) -> bool:
    """Tell whether the words *before* a date end with one of *kind*, and perhaps an article."""
    return _ending(kind).search(before) is not None


@cache
def _ending(kind: str) -> re.Pattern[str]:
    """Return the pattern of the words of *kind* at the end of a text, perhaps with an article."""
    return re.compile(rf"(?<!\w){languages.pattern(kind)}\s*{ARTICLE}$", re.IGNORECASE)


def _styled(found: Dated, after: str) -> Dated:
    """Return *found* in the calendar that the words *after* it name; a day in Old Style is counted on."""
    if any(after.startswith(word) for word in languages.words("old_style")):
        return replace(found, when=_gregorian(found.when), last=_gregorian(found.last), calendar=JULIAN)
    if any(after.startswith(word) for word in languages.words("new_style")):
        return replace(found, calendar=GREGORIAN)
    return found


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
