"""The entries of lists of persons, places and organizations: their names and their dates (TEI Guidelines, chapter 13)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.check.rules._survey import TEI, words
from tei_edition.check.rules.date_order import is_after

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

NAMES = {"person": "persName", "place": "placeName", "org": "orgName"}
"""The elements of entries, and the element of their names."""

FIRST, LAST = ("when", "from", "notBefore"), ("when", "to", "notAfter")
"""The attributes that tell the earliest and the latest day, the surest first."""


def names(entry: etree._Element, sort: str) -> Iterator[str]:
    """Yield the names of *entry*, in the order of the file."""
    return (text for name in entry.iterchildren(TEI + NAMES[sort]) if (text := words(name)))


def day(element: etree._Element | None, attributes: tuple[str, ...]) -> str:
    """Return the day that the first of *attributes* gives; nothing where there is none."""
    return "" if element is None else next((str(element.get(name)).strip() for name in attributes if element.get(name)), "")


def follows(begin: str, end: str) -> bool:
    """Tell whether *begin* comes after *end*; not where one of them is not known."""
    return bool(begin and end) and is_after(begin, end)
