"""
A pointer leads nowhere: nothing in this file has the id it names.

A reader who follows it arrives at nothing, and a program that resolves it stops. Where no pointer of a kind finds its id here,
as every ``ref`` of a name, the ids are likely to stand in another file: that is told once, as a warning.
"""

from __future__ import annotations

import re
from collections import defaultdict
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from tei_edition.check.rules._pointers import pointers
from tei_edition.check.rules._survey import Fault, local

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tei_edition.check.rules._pointers import Pointer
    from tei_edition.check.rules._survey import Survey

CODE = "pointer-lost"
SEVERITY = "error"
GUIDELINES = "section 16.1, Links; att.pointing"
WRONG = '<p xml:id="p1">See <ref target="#p2">there</ref>.</p>'
RIGHT = '<p xml:id="p1">See <ref target="#p1">here</ref> and <ref target="https://example.org/#p2">elsewhere</ref>.</p>'

FEW = 3
"""So many ids are named, where many are told together."""

MANY = 10
"""More ids than this of one kind of pointer are told together."""

CLOSE = 0.75
"""An id that is so much like another (`difflib`) may be that misspelt."""

SHORTEST = 3
"""An id with fewer characters is no ending by which another is known."""


def check(survey: Survey) -> Iterator[Fault]:
    """Yield the ids that pointers into this file look for in vain: each at its first pointer, or those of a kind together."""
    kinds: dict[tuple[str, str], list[Pointer]] = defaultdict(list)
    for pointer in pointers(survey):
        if not pointer.file and pointer.fragment:
            kinds[local(pointer.element), pointer.attribute].append(pointer)
    for found in kinds.values():
        lost = {one.fragment: one for one in reversed(found) if one.fragment not in survey.ids}
        first = [one for one in found if lost.get(one.fragment) is one]
        if len(first) > 1 and len(first) == len({one.fragment for one in found}):
            yield _elsewhere(first)
        elif len(first) > MANY:
            yield _together(first)
        else:
            yield from (_one(survey, pointer) for pointer in first)


def _one(survey: Survey, pointer: Pointer) -> Fault:
    name = pointer.fragment
    meant = near(name, survey.ids)
    add = f'Give the element that is meant xml:id="{name}"; if it stands in another file, write that file\'s name before the #.'
    advice = f"Did you mean {meant}?" if meant else add
    return Fault(pointer.element, f"Nothing in this file has the id {name!r}.", advice, pointer.attribute, "value")


def _elsewhere(lost: Sequence[Pointer]) -> Fault:
    """Return one finding for all ids that a kind of pointer names: they are likely to stand in another file."""
    first = lost[0]
    message = f"None of the {len(lost)} ids that {_kind(first)} names is in this file: {_some(lost)}."
    advice = "If they stand in another file, write its name before the #, or declare a prefix for it (prefixDef)."
    return Fault(first.element, message, advice, first.attribute, "value", severity="warning")


def _together(lost: Sequence[Pointer]) -> Fault:
    first = lost[0]
    message = f"{len(lost)} ids that {_kind(first)} names are nowhere in this file: {_some(lost)}."
    return Fault(first.element, message, "Correct them, or give the elements that are meant these ids.", first.attribute, "value")


def _kind(pointer: Pointer) -> str:
    return f"@{pointer.attribute} of <{local(pointer.element)}>"


def _some(lost: Sequence[Pointer]) -> str:
    names = [one.fragment for one in lost]
    return ", ".join(names[:FEW]) + (" and others" if len(names) > FEW else "")


def near(name: str, ids: Iterable[str]) -> str:
    """
    Return the one of *ids* that may be meant by *name*: much like it and with the same numbers, or an ending of it.

    >>> near("webber", ["weber", "p1"]), near("fn_n02", ["n02", "n03"]), near("p_PHQ1", ["p_PJ1"]), near("d3fn2", ["d58fn2"])
    ('weber', 'n02', '', '')
    """
    numbers = re.findall(r"\d+", name)
    rated = [(_likeness(name, one), one) for one in sorted(ids) if re.findall(r"\d+", one) == numbers]
    return max(rated, default=(0.0, ""))[1] if rated and max(rated)[0] >= CLOSE else ""


def _likeness(name: str, other: str) -> float:
    if len(other) >= SHORTEST and name.endswith(other):
        return 1.0
    return SequenceMatcher(None, name.lower(), other.lower(), autojunk=False).ratio()
