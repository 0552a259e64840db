"""
Ids, as RELAX NG DTD Compatibility has them: each is given once, and what refers to one has one to refer to.

An attribute is an id or refers to one where its datatype in the schema says so (``ID``, ``IDREF``, ``IDREFS``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tei_edition.relaxng.matching.faults import Fault
from tei_edition.relaxng.messages.closeness import closest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from tei_edition.relaxng.grammar.automaton import State
    from tei_edition.relaxng.grammar.names import Name
    from tei_edition.relaxng.matching.document import Node


class Ids(NamedTuple):
    """What a start tag has: the ids *given* in it, and those it refers *to*; each with the name of its attribute."""

    given: tuple[tuple[Name, str], ...]
    to: tuple[tuple[Name, str], ...]


class Seen(NamedTuple):
    """What the start tag of *node*, at *path*, has."""

    node: Node
    path: tuple[int, ...]
    ids: Ids


def faults(seen: Sequence[Seen], state: State, *, references: bool) -> Iterator[Fault]:
    """Yield each id that is given again and, with *references*, each that is referred to and not given; *state* is the start."""
    first: dict[str, Node] = {}
    for node, path, ids in seen:
        for name, value in ids.given:
            if value in first:
                yield Fault("id-twice", node, path, state, name=name, text=value, blocker=first[value])
            first.setdefault(value, node)
    for node, path, ids in seen if references else ():
        for name, value in ids.to:
            if value not in first:
                yield Fault(
                    "id-missing", node, path, state, name=name, text=value, meant=closest(("", value), [("", each) for each in first])
                )


def of_tag(state: State, attributes: Mapping[Name, str], namespaces: Mapping[str, str]) -> Ids | None:
    """Return what a start tag in *state* with these *attributes* has; None for nothing."""
    given: list[tuple[Name, str]] = []
    to: list[tuple[Name, str]] = []
    for name, value in attributes.items():
        kind = state.id_kind(name)
        if kind and state.taken(name, value, namespaces):
            (given if kind == "ID" else to).extend((name, word) for word in value.split())
    return Ids(tuple(given), tuple(to)) if given or to else None


def clash(seen: Iterable[Ids]) -> bool:
    """Tell whether an id is given twice, or one that is referred to is not given."""
    given: set[str] = set()
    count = 0
    to: set[str] = set()
    for ids in seen:
        given.update([value for _, value in ids.given])
        count += len(ids.given)
        to.update([value for _, value in ids.to])
    return len(given) < count or not to <= given
