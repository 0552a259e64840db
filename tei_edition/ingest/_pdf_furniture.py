"""
Running heads, running feet and page numbers of a PDF: lines at the edge of pages that come again.

They are left out of the transcript, since they would stand within sentences, and each is told with its pages.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from tei_edition.ingest._rich import Remark

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tei_edition.ingest._pdf_lines import Line, Page

EDGE = 2
"""How many lines at the top and at the bottom of a page may be furniture."""

MARGIN = 0.15
"""Within what part of the page's height from its edge furniture stands."""

OFTEN, SHARE = 3, 0.4
"""On how many pages, and on what share of them, words must come again to be furniture: left and right pages may differ."""

NUMBER = re.compile(r"\W*(?:[^\W\d]{1,6}\W*)?(?:\d+|[ivxlc]+)(?:\W+(?:[^\W\d]{1,6}\W+)?\d+)?\W*", re.IGNORECASE)
DIGITS = re.compile(r"\d+")
LONGEST = 120

Found = list[tuple["Page", "Line"]]


def find(pages: Sequence[Page]) -> tuple[frozenset[int], tuple[Remark, ...]]:
    """Return the identities of the lines of *pages* that are furniture, and a remark for each kind of it."""
    at: dict[tuple[bool, str], Found] = defaultdict(list)
    for page in pages:
        for top, line in _edges(page):
            at[top, DIGITS.sub("#", " ".join(line.text.split()))].append((page, line))
    kept = [(top, found) for (top, form), all_ in at.items() for found in _kinds(form, all_, len(pages))]
    lines = frozenset(id(line) for _, found in kept for _, line in found)
    return lines, tuple(_remark(found, top=top) for top, found in kept)


def _edges(page: Page) -> Iterator[tuple[bool, Line]]:
    """Yield the lines at the top and at the bottom of *page*, with whether at the top."""
    lines = sorted((line for line in page.lines if len(line.text) <= LONGEST), key=lambda line: line.top)
    yield from ((False, line) for line in lines[:EDGE] if line.top < MARGIN * page.height)
    yield from ((True, line) for line in lines[-EDGE:] if line.bottom > (1 - MARGIN) * page.height)


def _kinds(form: str, found: Found, pages: int) -> list[Found]:
    """Return of what has one *form* what comes on enough pages: with a number that grows with the pages, or with the same words."""
    least = 2 if NUMBER.fullmatch(form.replace("#", "1")) else OFTEN
    if _counts(found) and _often(found, least, pages):
        return [found]
    same: dict[str, Found] = defaultdict(list)
    for page, line in found:
        same[line.text].append((page, line))
    return [one for one in same.values() if _often(one, OFTEN, pages)]


def _often(found: Found, least: int, pages: int) -> bool:
    """Tell whether a line comes on enough of the *pages*."""
    numbers = {page.number for page, _ in found}
    return len(numbers) >= least and len(numbers) >= SHARE * pages


def _counts(found: Found) -> bool:
    """Tell whether one of the numbers in lines of one form grows with their pages."""
    rows = [[int(number) - page.number for number in DIGITS.findall(line.text)] for page, line in found]
    return any(len(set(column)) == 1 for column in zip(*rows, strict=True))


def _remark(found: Found, *, top: bool) -> Remark:
    """Return what to say of a line that comes again."""
    first, last = found[0][0].number, found[-1][0].number
    text = " ".join(found[0][1].text.split())
    where = "top" if top else "bottom"
    message = f"the line {text!r} at the {where} of {len(found)} pages ({first} to {last}) is a running line and is left out."
    return Remark("input-left-out", message, "If it belongs to the text, write the transcript as plain text, with it.", "info")
