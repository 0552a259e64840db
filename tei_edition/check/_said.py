"""Findings that say what another one says: each mistake is told once, by the one that knows it best."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tei_edition.positions import path_from

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_edition.model import Finding

HERE, WITHIN, ANYWHERE = "in the same element", "in it or in an element in it", "in the file"
THERE = "at the same place"

SAID_BY: dict[str, tuple[tuple[str, ...], str]] = {
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
    said = {number: _said_by(finding, findings) for number, finding in enumerate(findings) if finding.code in SAID_BY}
    also = {other: tuple(findings[number] for number, by in said.items() if by == other) for other in said.values() if other is not None}
    kept = ((number, finding) for number, finding in enumerate(findings) if said.get(number) is None)
    return tuple(replace(finding, also=(*finding.also, *also[number])) if number in also else finding for number, finding in kept)


def _said_by(finding: Finding, findings: Sequence[Finding]) -> int | None:
    """Return the number of the one of *findings* that says what *finding* says; None where none does."""
    codes, where = SAID_BY[finding.code]
    return next((number for number, other in enumerate(findings) if other.code in codes and _is_there(finding, other, where)), None)


def _is_there(finding: Finding, other: Finding, where: str) -> bool:
    if where == THERE:
        return other.start == finding.start
    if where == HERE:
        return other.element == finding.element
    inside = path_from(finding.element)
    return where == ANYWHERE or path_from(other.element)[: len(inside)] == inside
