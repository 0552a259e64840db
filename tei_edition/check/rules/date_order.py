"""
The first day of a stretch of time comes after its last day.

One of the two is mistyped, or they have changed places.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition.check.rules._survey import Fault, local
from tei_edition.check.rules.date_value import OF_PAGES, is_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.check.rules._survey import Survey

CODE = "date-order"
SEVERITY = "error"
GUIDELINES = "att.datable.w3c; section 13.4.4, Dates and Times"
WRONG = '<p>In <date notBefore="1987" notAfter="1986">about 1986</date>.</p>'
RIGHT = '<p>In <date notBefore="1986-05" notAfter="1986-05-20">May 1986</date>.</p>'

PAIRS = (("notBefore", "notAfter"), ("from", "to"))
DAY = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")


def check(survey: Survey) -> Iterator[Fault]:
    """Yield the stretches of time that end before they begin."""
    for first, last in PAIRS:
        for element, _, end in survey.bearing(last):
            begin = element.get(first)
            if begin and local(element) not in OF_PAGES and is_after(begin.strip(), end.strip()):
                yield Fault(element, f"{first}={begin!r} comes after {last}={end!r}.", "Correct one of them.", last, "value")


def is_after(begin: str, end: str) -> bool:
    """
    Tell whether *begin* comes after *end*, as far as both are given.

    >>> is_after("1986-12", "1986"), is_after("1987", "1986-12-31")
    (False, True)
    """
    if not (DAY.fullmatch(begin) and DAY.fullmatch(end) and is_date(begin) and is_date(end)):
        return False
    length = min(len(begin), len(end))
    return begin[:length] > end[:length]
