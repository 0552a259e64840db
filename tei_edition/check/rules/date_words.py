"""
The attribute gives one day, the words of the date another.

One of the two is a slip. Nothing is said of dates in another calendar, nor where the words give only part of a date.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from tei_edition import dates
from tei_edition.check.rules._survey import LANG, Fault, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

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
    language = next((value for _, _, value in survey.bearing(LANG)), "")
    for element, _, value in survey.bearing("when"):
        whole = WHOLE.fullmatch(value) and not any(element.get(name) for name in OTHER)
        said = _said(element) if whole and not _agree(words(element), value, language) else None
        if said and said != value:
            message = f"when={value!r} is not the day the words give, {words(element)!r}."
            yield Fault(element, message, f"If the words are right, write {said!r}.", "when", "value")


def _agree(text: str, value: str, code: str) -> bool:
    """
    Tell at a glance whether *text*, in the language *code*, gives the day *value*: most dates do, and all forms take long to load.

    >>> _agree("Thursday, 13 November 1986", "1986-11-13", "en-US"), _agree("13 Nov. 1986", "1986-11-30", "en")
    (True, False)
    """
    year, month, day = map(int, value.split("-"))
    named = re.findall(r"[^\W\d_]+", text.casefold())
    return sorted(map(int, re.findall(r"\d+", text))) == [day, year] and _months(code).get(month) in named


@cache
def _months(code: str) -> Mapping[int, str]:
    """Return the names of the months in the language *code*, casefolded; none where the CLDR does not know it."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - only where a date is written in words

    try:
        return {number: name.casefold() for number, name in Locale.parse(code, sep="-").months["format"]["wide"].items()}
    except (UnknownLocaleError, ValueError):
        return {}


def _said(element: etree._Element) -> str | None:
    """Return the day that the words of *element* give, if they give one and nothing but it."""
    text = words(element)
    found = [one for one in dates.find(text) if WHOLE.fullmatch(one.when)]
    if len(found) != 1 or found[0].last or found[0].old_style or re.search(r"\d", text[: found[0].start] + text[found[0].end :]):
        return None
    return found[0].when
