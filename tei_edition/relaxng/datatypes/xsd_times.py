"""Dates, times and durations of XML Schema (part 2, second edition, sections 3.2.6 to 3.2.14)."""

from __future__ import annotations

import decimal
import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

EXACT = decimal.Context(prec=decimal.MAX_PREC, Emax=decimal.MAX_EMAX, Emin=decimal.MIN_EMIN)
ZONE = r"(?P<zone>Z|[+-](?:(?:0[0-9]|1[0-3]):[0-5][0-9]|14:00))?"
YEAR = r"(?P<year>-?(?:[1-9][0-9]{4,3999}|[0-9]{4}))"
MONTH = "(?P<month>0[1-9]|1[0-2])"
DAY = "(?P<day>0[1-9]|[12][0-9]|3[01])"
TIME = (
    r"(?:(?P<hour>[01][0-9]|2[0-3]):(?P<minute>[0-5][0-9]):(?P<second>[0-5][0-9])(?P<fraction>\.[0-9]+)?"
    r"|(?P<midnight>24:00:00(?:\.0+)?))"
)
FORMS = {
    "dateTime": f"{YEAR}-{MONTH}-{DAY}T{TIME}",
    "time": TIME,
    "date": f"{YEAR}-{MONTH}-{DAY}",
    "gYearMonth": f"{YEAR}-{MONTH}",
    "gYear": YEAR,
    "gMonthDay": f"--{MONTH}-{DAY}",
    "gDay": f"---{DAY}",
    "gMonth": f"--{MONTH}",
}
"""How each is written, without its zone."""

DURATION = re.compile(
    r"(?P<sign>-?)P(?=.)(?:(?P<years>[0-9]{1,999})Y)?(?:(?P<months>[0-9]{1,999})M)?(?:(?P<days>[0-9]{1,999})D)?"
    r"(?:T(?=.)(?:(?P<hours>[0-9]{1,999})H)?(?:(?P<minutes>[0-9]{1,999})M)?(?:(?P<seconds>[0-9]{1,999}(?:\.[0-9]{1,999})?)S)?)?"
)
STARTS = ((1696, 9), (1697, 2), (1903, 3), (1903, 7))
"""The months from which two durations are measured out to compare them (section 3.2.6.2)."""

DAY_LENGTH = 86400
FEBRUARY = 2
LEAP_YEAR = 1972
"""The year of a date that has none."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A date or time: *seconds* since a fixed day, in UTC if *zoned*."""

    seconds: Decimal
    zoned: bool


@dataclass(frozen=True, slots=True)
class Duration:
    """A duration in *months* and *seconds*."""

    months: Decimal
    seconds: Decimal


def moments(type_: str) -> Callable[[str], Moment | None]:
    """Return a function that reads a date or time of *type_*; what is none is None."""
    form = re.compile(FORMS[type_] + ZONE)

    def read(text: str) -> Moment | None:
        match = form.fullmatch(text)
        return _moment(match.groupdict()) if match else None

    return read


def _moment(parts: dict[str, str | None]) -> Moment | None:
    year, month, day = (int(parts.get(name) or default) for name, default in (("year", LEAP_YEAR), ("month", 1), ("day", 1)))
    if year == 0 or day > _length(year, month):
        return None
    days = _days(year + (year < 0), month, day)
    seconds = 60 * (60 * int(parts.get("hour") or 0) + int(parts.get("minute") or 0)) + int(parts.get("second") or 0)
    if parts.get("midnight") and parts.get("year"):
        days += 1
    whole = days * DAY_LENGTH + seconds - _zone(parts["zone"])
    return Moment(EXACT.add(Decimal(whole), Decimal(parts.get("fraction") or 0)), zoned=parts["zone"] is not None)


def _length(year: int, month: int) -> int:
    """Return how many days a month has; the year before 1 is -1, and it is a leap year as the one four years after it."""
    if month != FEBRUARY:
        return 30 if month in {4, 6, 9, 11} else 31
    year += year < 0
    return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28


def _days(year: int, month: int, day: int) -> int:
    """Return the days from a fixed day to a day of the Gregorian calendar; the year before 1 is 0."""
    year, month = (year - 1, month + 9) if month <= FEBRUARY else (year, month - 3)
    return year * 365 + year // 4 - year // 100 + year // 400 + (153 * month + 2) // 5 + day - 1


def _zone(zone: str | None) -> int:
    """Return how many seconds local time is before UTC."""
    if zone in {None, "Z"}:
        return 0
    assert zone is not None
    seconds = 60 * (60 * int(zone[1:3]) + int(zone[4:]))
    return -seconds if zone[0] == "-" else seconds


def compare_moments(one: Moment, other: Moment) -> int | None:
    """Return -1, 0 or 1 where *one* is before, at or after *other*; None where without zone it cannot be told."""
    if one.zoned == other.zoned:
        return _sign(one.seconds, other.seconds)
    widest = Decimal(14 * 60 * 60) if one.zoned else -Decimal(14 * 60 * 60)
    early = _sign(one.seconds, EXACT.subtract(other.seconds, widest))
    late = _sign(one.seconds, EXACT.add(other.seconds, widest))
    return early if early == late and early else None


def duration(text: str) -> Duration | None:
    """Return the duration that *text* writes; what is none is None."""
    match = DURATION.fullmatch(text)
    if not match:
        return None
    years, months, days, hours, minutes, seconds = (Decimal(part or 0) for part in match.groups()[1:])
    months = EXACT.add(EXACT.multiply(years, Decimal(12)), months)
    for part, length in ((days, DAY_LENGTH), (hours, 3600), (minutes, 60)):
        seconds = EXACT.add(seconds, EXACT.multiply(part, Decimal(length)))
    return Duration(EXACT.minus(months), EXACT.minus(seconds)) if match["sign"] else Duration(months, seconds)


def compare_durations(one: Duration, other: Duration) -> int | None:
    """Return -1, 0 or 1 where *one* is shorter than, as long as or longer than *other*; None where it depends on the month."""
    found = {_sign(_end(start, one), _end(start, other)) for start in STARTS}
    return found.pop() if len(found) == 1 else None


def _end(start: tuple[int, int], length: Duration) -> Decimal:
    years, month = divmod(start[1] - 1 + int(length.months), 12)
    return EXACT.add(Decimal(_days(start[0] + years, month + 1, 1) * DAY_LENGTH), length.seconds)


def _sign(one: Decimal, other: Decimal) -> int:
    return (one > other) - (one < other)
