"""
The attribute gives one day, the words of the date another.

One of the two is a slip. Nothing is said of dates in another calendar, nor where the words give only part of a date.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition import dates
from tei_edition.check.rules._survey import Fault, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from tei_edition.check.rules._survey import Survey

CODE = "date-words"
SEVERITY = "warning"
GUIDELINES = "section 3.6.4, Dates and Times"
WRONG = '<p>On <date when="1986-11-30">13 November 1986</date>.</p>'
RIGHT = '<p>On <date when="1986-11-13">13 November 1986</date>, <date when="1986-11-14">the day after</date>.</p>'

WHOLE = re.compile(r"\d{4}-\d\d-\d\d")
OTHER = ("calendar", "datingMethod", "when-custom", "notBefore", "notAfter", "from", "to")


def check(survey: Survey) -> Iterator[Fault]:
    """Yield the dates whose words give another day than their attribute."""
    for element, _, value in survey.bearing("when"):
        said = _said(element) if WHOLE.fullmatch(value) and not any(element.get(name) for name in OTHER) else None
        if said and said != value:
            message = f"when={value!r} is not the day the words give, {words(element)!r}."
            yield Fault(element, message, f"If the words are right, write {said!r}.", "when", "value")


def _said(element: etree._Element) -> str | None:
    """Return the day that the words of *element* give, if they give one and nothing but it."""
    text = words(element)
    found = [one for one in dates.find(text) if WHOLE.fullmatch(one.when)]
    if len(found) != 1 or found[0].last or found[0].old_style or re.search(r"\d", text[: found[0].start] + text[found[0].end :]):
        return None
    return found[0].when
