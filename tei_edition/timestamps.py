"""
The rule on time: a technical timestamp that a format demands, taken from what is given and never from a clock.

PDF/A, EPUB, BagIt, OAI and zip entries want a time. It is the environment's ``SOURCE_DATE_EPOCH``
(https://reproducible-builds.org/specs/source-date-epoch/), else the ``date`` of ``edition.toml``, else the last
``revisionDesc/change/@when`` of the TEI file, else 1980-01-01. It never becomes a fact of the edition.
"""

from __future__ import annotations

import datetime as dt
import os
import re
from typing import TYPE_CHECKING

from tei_edition.errors import UsageError

if TYPE_CHECKING:
    from lxml import etree

    from tei_edition.edition import Edition

EPOCH = dt.datetime(1980, 1, 1, tzinfo=dt.UTC)
"""The time where nothing is known: the earliest that a zip file can hold."""

VARIABLE = "SOURCE_DATE_EPOCH"
_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T.*)?")
_WHEN = "string((//*[local-name()='revisionDesc']//*[local-name()='change'][@when])[last()]/@when)"


def timestamp(edition: Edition | None = None, tree: etree._ElementTree | None = None) -> dt.datetime:
    """
    Return the time to stamp, in UTC: see the head of this module.

    *edition* and *tree* are what is at hand of them. Raises `UsageError` for a ``SOURCE_DATE_EPOCH`` that is no number
    of seconds.
    """
    stated = os.environ.get(VARIABLE)
    if stated:
        return _seconds(stated)
    for date in (edition.date if edition else "", str(tree.xpath(_WHEN)) if tree is not None else ""):
        if day := _day(date):
            return day
    return EPOCH


def _seconds(stated: str) -> dt.datetime:
    """Return the time of a number of seconds since 1970."""
    try:
        return dt.datetime.fromtimestamp(int(stated), dt.UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise UsageError(f"{VARIABLE} is {stated!r}; it must be a number of seconds since 1970, or not be set") from error


def _day(date: str) -> dt.datetime | None:
    """Return the first moment of a year, a month or a day of ISO 8601; None where it is none of them."""
    match = _DAY.fullmatch(date.strip())
    if not match:
        return None
    try:
        return dt.datetime(int(match[1]), int(match[2] or 1), int(match[3] or 1), tzinfo=dt.UTC)
    except ValueError:
        return None
