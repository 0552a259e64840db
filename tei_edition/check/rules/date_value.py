"""
A date in an attribute is no date: there is no such day, or it is not written year-month-day.

Programs sort and search by these attributes, and pass over what they cannot read.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from tei_edition import dates
from tei_edition.check.rules._survey import Fault, local

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.check.rules._survey import Survey

CODE = "date-value"
SEVERITY = "error"
GUIDELINES = "att.datable.w3c; section 3.6.4, Dates and Times"
WRONG = '<p>On <date when="1986-02-30">30 February</date>.</p>'
RIGHT = '<p>On <date when="1986-02-28">28 February</date>, at <time when="09:30:00">half past nine</time>.</p>'

ATTRIBUTES = ("when", "notBefore", "notAfter", "from", "to")
OF_PAGES = ("biblScope", "citedRange", "locus", "app", "span", "annotation", "witDetail", "rdg", "lem")
"""Elements whose @from and @to are pages or places in a text (att.citing, locus, att.pointing)."""

ZONE = r"(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)?"
CLOCK = r"(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?|24:00:00(?:\.0+)?"
YEAR = r"-?(?:[1-9]\d{4,}|\d{4})"
FORM = re.compile(
    rf"(?:(?P<year>{YEAR})(?:-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>0[1-9]|[12]\d|3[01])(?:T(?:{CLOCK}))?)?)?"
    rf"|--(?P<month2>0[1-9]|1[0-2])(?:-(?P<day2>0[1-9]|[12]\d|3[01]))?|---(?:0[1-9]|[12]\d|3[01])|(?:{CLOCK}))(?:{ZONE})"
    r"|-?P(?=.)(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?=.)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?|(?:[01]\d|2[0-3]):[0-5]\d"
)
"""The forms of teidata.temporal.w3c and teidata.temporal.iso's hours and minutes."""

SHORT = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
"""A day whose month or day lacks its zero."""

LEAP = 2000
"""A year that has every day of every month."""


def check(survey: Survey) -> Iterator[Fault]:
    """Yield the attributes that hold no date."""
    for element, attribute, value in survey.bearing(*ATTRIBUTES):
        if local(element) not in OF_PAGES and not is_date(value.strip()):
            meant = _meant(value)
            yield Fault(element, f"{attribute}={value!r} is no date.", _advice(meant), attribute, "value", meant)


def is_date(value: str) -> bool:
    """
    Tell whether *value* is a date, a time or a duration as TEI writes it.

    >>> is_date("1986-11-13"), is_date("1986-02-29"), is_date("13.11.1986"), is_date("--11-13"), is_date("P2D")
    (True, False, False, True, True)
    """
    found = FORM.fullmatch(value)
    if not found:
        return False
    month, day = found["month"] or found["month2"], found["day"] or found["day2"]
    return not day or _is_day(int(found["year"] or LEAP), int(month), int(day))


def _is_day(year: int, month: int, day: int) -> bool:
    """Tell whether there is that day; years before 1 and after 9999 have leap days in the same order."""
    try:
        date(year % 400 + 400, month, day)
    except ValueError:
        return False
    return True


def _meant(value: str) -> str | None:
    """
    Return the day that *value* means, where it is nothing but a date that can be read in one way.

    >>> _meant("13.11.1986"), _meant("13 November 1986"), _meant("1986-5-3"), _meant("1.2.3"), _meant("13.11.1986 or later")
    ('1986-11-13', '1986-11-13', '1986-05-03', None, None)
    """
    short = SHORT.fullmatch(value.strip())
    if short:
        padded = "-".join(part.zfill(2) for part in short.groups())
        return padded if is_date(padded) else None
    found = list(dates.find(value))
    if len(found) != 1 or (found[0].start, found[0].end) != (0, len(value.strip())) or found[0].last:
        return None
    return found[0].when or None


def _advice(meant: str | None) -> str:
    """Return what to write: the date that is *meant*, where that is certain."""
    example = f'"{meant}"' if meant else 'year-month-day, such as "1986-11-13", or less: "1986-11", "1986"'
    return f"Write {example}."
