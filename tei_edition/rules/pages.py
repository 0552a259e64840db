"""
The numbers of pages that stand on lines of their own: ``- 2 -``, ``Page 3``, ``[4]``, ``5``.

A number alone says little, a series much: the lines of one form are believed where their numbers go up through the document, close to
each other and with text between. Forms that other things have as well, such as a bare number, count sections too; they need a
sentence that goes on over the line, or a series that does not begin with one.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from tei_edition.model import Finding
from tei_edition.rules.page_lines import CLEAR, Line, documents

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from tei_edition.model import Source

STEP = 3
"""By how much a number may exceed the one before it: pages may be missing."""

SERIES = 3
"""How many lines make a series in a form that other things have as well."""

FOOT = 400
"""How many characters before the line with the number 1 show that it stands at the foot of its page."""



@dataclass(frozen=True, slots=True)
class Page:
    """
    A line that is taken for a page's number: *n* is the number of the page that begins there, empty where it is not printed.

    It is *sure* in a series, and *clear* if it has a form that hardly anything else has.
    """

    start: int
    end: int
    n: str
    why: str
    sure: bool
    clear: bool


@lru_cache(maxsize=4)
def pages(source: Source) -> Mapping[int, Page]:
    """Return the lines of *source* that are numbers of pages, by their offsets, and those in doubt that have a clear form."""
    return {page.start: page for page in _all(source) if page.sure or page.clear}


@lru_cache(maxsize=4)
def loose(source: Source) -> Mapping[int, Page]:
    """Return the paragraphs of *source* that are a number and nothing else, by their offsets, but those that `pages` knows."""
    return {page.start: page for page in _all(source) if not (page.sure or page.clear)}


def _all(source: Source) -> Iterator[Page]:
    """Return the lines of *source* that may be numbers of pages."""
    return (page for lines in documents(source) for page in _read(lines))


def without(source: Source) -> Source:
    """Return *source* as if the paragraphs that are page numbers were not there, so that who speaks before and after are neighbours."""
    numbers = pages(source)
    kept = [paragraph for paragraph in source.paragraphs if paragraph.start not in numbers]
    if len(kept) == len(source.paragraphs):
        return source
    return replace(source, paragraphs=tuple(replace(paragraph, number=number) for number, paragraph in enumerate(kept, 1)))


def doubtful(source: Source, starts: Collection[int]) -> Iterator[Finding]:
    """Return a finding for each line, of those at *starts*, that is taken for a page's number although it counts on with no others."""
    known = {**loose(source), **pages(source)}
    for start in sorted(starts):
        page = known.get(start)
        if page and not page.sure:
            place, written = source.position(start), source.text[page.start : page.end]
            yield Finding(
                source.name, "page-doubtful", f"{written!r} looks like the number of a page, and is nobody's words; no series shows it.",
                "If it is no page number, put it in the paragraph it belongs to.",
                place, source.position(page.end), "info", source.line(place.line)[:200],
            )


def _read(lines: Sequence[Line]) -> Iterator[Page]:
    """Return what *lines*, those of one document, are: the numbers of pages in series, and in doubt what else has a clear form."""
    forms = sorted({line.form for line in lines})
    found = [one for one in (_series([line for line in lines if line.form == form]) for form in forms) if _is_sure(one)]
    longest = max(found, key=len, default=[])
    known = {line.start for one in found for line in one}
    others = [line for line in lines if line.start not in known]
    fitting = [line for line in others if _fits(line, longest)]
    for series in (sorted([*one, *(fitting if one is longest else ())], key=lambda line: line.start) for one in found):
        yield from _numbered(series)
    for line in others:
        if line not in fitting and line.whole:
            why = "It has the form of a page's number, but no series shows it."
            yield Page(line.start, line.end, line.printed, why, sure=False, clear=line.form in CLEAR)


def _numbered(series: Sequence[Line]) -> Iterator[Page]:
    """Return the pages that a *series* numbers, at their heads or at their feet."""
    foot = _at_foot(series)
    where = "at the foot of its page" if foot else "at the head of its page"
    others = f"its number goes on with those of {len(series) - 1} other lines" if len(series) > 1 else "a sentence goes on over it"
    why = f"It stands {where}, and {others}."
    for line, after in zip(series, [*series[1:], None], strict=True):
        n = line.printed if not foot else after.printed if after else ""
        yield Page(line.start, line.end, n, why, sure=True, clear=line.form in CLEAR)


def _fits(line: Line, series: Sequence[Line]) -> bool:
    """Tell whether the number of *line*, in another form, lies between those of the *series* before and after it, and near the former."""
    place = bisect_left(series, line.start, key=lambda one: one.start)
    before = series[place - 1].number if place else line.number
    return before < line.number <= before + STEP and (place == len(series) or line.number < series[place].number)


def _is_sure(series: Sequence[Line]) -> bool:
    """Tell whether *series* numbers pages: it is long enough for its form, or a sentence goes on over one of its lines."""
    clear, goes_on = any(line.form in CLEAR for line in series), any(line.joins or line.fed for line in series)
    if clear or goes_on:
        return len(series) > 1 or (clear and goes_on)
    return len(series) >= SERIES and series[0].number > 1 and not any(line.under for line in series)


def _at_foot(series: Sequence[Line]) -> bool:
    """Tell whether the numbers stand at the foot of their pages: a page break follows, or much stands before the number 1."""
    return sum(line.fed for line in series) * 2 > len(series) or (series[0].number == 1 and series[0].start > FOOT)


def _series(lines: Sequence[Line]) -> list[Line]:
    """Return the longest run of *lines* whose numbers go up, each by `STEP` at most."""
    longest: dict[int, tuple[int, Line]] = {}
    before: dict[int, Line | None] = {}
    last: tuple[int, Line] | None = None
    for line in lines:
        near = [longest[number] for number in range(line.number - STEP, line.number) if number in longest]
        length, previous = max(near, key=lambda one: one[0]) if near else (0, None)
        before[line.start] = previous
        if length + 1 > longest.get(line.number, (0, line))[0]:
            longest[line.number] = length + 1, line
        last = max(last or (0, line), (length + 1, line), key=lambda one: one[0])
    run = [last[1]] if last else []
    while run and (previous := before[run[-1].start]):
        run.append(previous)
    return run[::-1]
