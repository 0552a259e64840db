"""
A pointer leads nowhere: nothing in this file has the id it names.

A reader who follows it arrives at nothing, and a program that resolves it stops.
"""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from tei_edition.check.rules._pointers import pointers
from tei_edition.check.rules._survey import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.check.rules._pointers import Pointer
    from tei_edition.check.rules._survey import Survey

CODE = "pointer-lost"
SEVERITY = "error"
GUIDELINES = "section 16.1, Links; att.pointing"
WRONG = '<p xml:id="p1">See <ref target="#p2">there</ref>.</p>'
RIGHT = '<p xml:id="p1">See <ref target="#p1">here</ref> and <ref target="https://example.org/#p2">elsewhere</ref>.</p>'

FEW = 3
"""So many ids of one attribute are told one by one."""


def check(survey: Survey) -> Iterator[Fault]:
    """Yield the ids that pointers into this file look for in vain: each at its first pointer, many of one attribute together."""
    lost: dict[str, dict[str, Pointer]] = {}
    for pointer in pointers(survey):
        if not pointer.file and pointer.fragment and pointer.fragment not in survey.ids:
            lost.setdefault(pointer.attribute, {}).setdefault(pointer.fragment, pointer)
    for attribute, found in lost.items():
        if len(found) > FEW:
            yield _together(attribute, found)
        else:
            yield from (_one(survey, pointer) for pointer in found.values())


def _one(survey: Survey, pointer: Pointer) -> Fault:
    name = pointer.fragment
    close = get_close_matches(name, sorted(survey.ids), 1)
    advice = f"Did you mean {close[0]}?" if close else f'Give the element that is meant xml:id="{name}".'
    return Fault(pointer.element, f"Nothing in this file has the id {name!r}.", advice, pointer.attribute, "value")


def _together(attribute: str, found: dict[str, Pointer]) -> Fault:
    """Return one finding for all ids that *attribute* names in vain: they are likely to stand in another file."""
    first = next(iter(found.values()))
    shown = ", ".join(list(found)[:FEW])
    message = f"{len(found)} ids that @{attribute} names are nowhere in this file: {shown} and others."
    advice = "If they stand in another file, write its name before the #, or declare a prefix for it (prefixDef)."
    return Fault(first.element, message, advice, attribute, "value")
