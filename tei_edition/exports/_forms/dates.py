"""Dates of ISO 8601 in the forms that formats of citation want: a year, a month or a day, never more than is stated."""

from __future__ import annotations

import re

DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def parts(date: str) -> list[int]:
    """
    Return year, month and day of *date*, as far as it states them; nothing where it is none of these.

    >>> parts("1986-11-13"), parts("1986"), parts("-0044"), parts("")
    ([1986, 11, 13], [1986], [], [])
    """
    match = DATE.fullmatch(date[:10] if "T" in date else date)
    return [int(part) for part in match.groups() if part] if match else []


def year(date: str) -> str:
    """Return the year of *date* in four digits; empty where it states none."""
    return date[:4] if parts(date) else ""


def is_day(date: str) -> bool:
    """Tell whether *date* is a day, and not a month or a year."""
    return len(parts(date)) == len(("year", "month", "day"))
