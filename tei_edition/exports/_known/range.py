"""What many documents cover together: from when to when, in which languages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tei_edition.exports._known.header import Dated

DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
"""A date that can be compared: a year of our era, a month, a day."""


class Range:
    """
    The *first* and the *last* date of the documents taken in, empty while none has one, and their *languages* in their order.

    A year begins before its months and ends after them.
    """

    def __init__(self) -> None:
        self.first = ""
        self.last = ""
        self._languages: dict[str, None] = {}

    @property
    def languages(self) -> tuple[str, ...]:
        """The tags of the languages."""
        return tuple(self._languages)

    def take(self, date: Dated | None, language: str) -> None:
        """Take in a document of this *date* and *language*."""
        self._languages[language] = None
        for day in (date.first, date.last) if date else ():
            if DAY.fullmatch(day):
                self.first = min(filter(None, (self.first, day)), key=lambda one: one + "-01-01"[len(one) - 4 :])
                self.last = max(filter(None, (self.last, day)), key=lambda one: one + "-12-31"[len(one) - 4 :])
