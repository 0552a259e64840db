"""
Who took part: a `list` of type ``participants`` (or ``absent``) with its heading, the name and the office of each.

The names are spans of their own and point at the persons of the header, and so do the labels of those who speak.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.model import Piece, Span
from tei_edition.rules import Rank, attendance
from tei_edition.rules.blocks.speaker import person_id

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.rules.attendance import Roll
    from tei_edition.rules.attendee import Attendee
    from tei_edition.rules.context import Context

RANK = Rank.FORM
CLASS = "participants"
NAMED = {"participants": "participant", "absent": "absentee"}
"""The class of a name in a list, by the type of the list."""

EVIDENCE = "It stands in a list that opens with {!r}."


def annotate(context: Context) -> Iterator[Span]:
    """Return the headings, the items, the names and the offices of each list."""
    source = context.source
    for roll in attendance.rolls(source):
        if any(roll.head[0] <= start < roll.end for start in context.labelled):
            continue
        why = EVIDENCE.format(source.text[slice(*roll.head)].strip(" :"))
        heads = sorted({roll.head, *roll.sides})
        parts = sorted([*((start, end, "head") for start, end in heads), *((one.start, one.end, "item") for one in roll.attendees)])
        whole = Piece("list", roll.head[0], roll.end, (("type", roll.type),))
        for start, end, element in parts:
            if element == "head" and start in {side for side, _ in roll.sides} and not _opens(start, roll):
                whole = Piece("list", start, roll.end, (("type", roll.type),))
            yield Span(start, end, "block", CLASS, CLASS, why, pieces=(whole, Piece(element, start, end)))
        for attendee in roll.attendees:
            yield from _named(context, attendee, NAMED[roll.type], why)


def _opens(start: int, roll: Roll) -> bool:
    """Tell whether the heading at *start* follows that of the whole list, with nobody between."""
    return all(one.start > start for one in roll.attendees)


def _named(context: Context, attendee: Attendee, class_: str, why: str) -> Iterator[Span]:
    """Return the name, a span of *class_*, and the office of *attendee*."""
    start, end = attendee.name
    ref = (("ref", f"#{person_id(attendee.printed(context.source))}"),)
    yield Span(start, end, "name", class_, CLASS, why, attributes=ref, pieces=(Piece("persName", start, end, ref),))
    if attendee.role[0] < attendee.role[1]:
        yield Span(*attendee.role, "name", "office", CLASS, why, pieces=(Piece("roleName", *attendee.role),))
