"""Findings that say what another one says: each mistake is told once, by the one that knows it best."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from tei_edition.positions import path_from

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from tei_edition.model import Finding


def _element(finding: Finding) -> tuple[Hashable, ...]:
    """Where a finding stands that is said by one in the same element."""
    return (finding.element,)


def _place(finding: Finding) -> tuple[Hashable, ...]:
    """Where a finding stands that is said by one at the same place."""
    return (finding.start,)


def _round(finding: Finding) -> tuple[Hashable, ...]:
    """Where a finding stands that says what is said of an element round it: in any of these."""
    path = path_from(finding.element)
    return tuple(path[:depth] for depth in range(len(path) + 1))


def _inside(finding: Finding) -> tuple[Hashable, ...]:
    """Where a finding stands that is said by one in it, or in an element in it."""
    return (path_from(finding.element),)


def _file(_finding: Finding) -> tuple[Hashable, ...]:
    """Where a finding stands that is said by one anywhere in the file."""
    return ("",)


Where = tuple["Callable[[Finding], tuple[Hashable, ...]]", "Callable[[Finding], tuple[Hashable, ...]]"]
"""Where the finding that is said stands, and where the one that says it: in one of these places."""

HERE: Where = (_element, _element)
THERE: Where = (_place, _place)
WITHIN: Where = (_inside, _round)
ANYWHERE: Where = (_file, _file)

SAID_BY: dict[str, tuple[tuple[str, ...], Where]] = {
    "date-order": (("sch-date-order",), HERE),
    "empty-element": (("sch-editorial-empty", "sch-speech-empty", "header-title"), HERE),
    "header-title": (("rng-missing",), WITHIN),
    "label-refused": (("label-misspelt",), THERE),
    "pointer-lost": (("sch-pointer",), HERE),
    "text-brackets": (("sch-bracket-in-text",), ANYWHERE),
}
"""By which codes a code is said as well, and where these stand then."""


def without_said(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Return *findings* but those that others say as well; these hold them then, as what `also` says it."""
    codes = {finding.code for finding in findings} & SAID_BY.keys()
    by = {code: _places(findings, code) for code in codes}
    said = {number: _first(finding, by[finding.code]) for number, finding in enumerate(findings) if finding.code in codes}
    also: dict[int, list[Finding]] = defaultdict(list)
    for number, other in said.items():
        if other is not None:
            also[other].append(findings[number])
    kept = ((number, finding) for number, finding in enumerate(findings) if said.get(number) is None)
    return tuple(replace(finding, also=(*finding.also, *also[number])) if number in also else finding for number, finding in kept)


def _places(findings: Sequence[Finding], code: str) -> dict[Hashable, int]:
    """Return where those of *findings* stand that may say what a finding of *code* says: by the place the number of the first."""
    codes, (_, theirs) = SAID_BY[code]
    found: dict[Hashable, int] = {}
    for number, finding in enumerate(findings):
        for place in theirs(finding) if finding.code in codes else ():
            found.setdefault(place, number)
    return found


def _first(finding: Finding, places: dict[Hashable, int]) -> int | None:
    """Return the number of the one that says what *finding* says; None where none does."""
    own, _ = SAID_BY[finding.code][1]
    return next((places[place] for place in own(finding) if place in places), None)
