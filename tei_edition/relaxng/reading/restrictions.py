"""The restrictions on schemas in their simple form (section 7 of the specification)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.relaxng.grammar.names import written
from tei_edition.relaxng.reading import facts as facts_
from tei_edition.relaxng.reading.facts import Facts, Fault, Has

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tei_edition.relaxng.grammar.names import NameClass
    from tei_edition.relaxng.reading.tree import Node

MIXED = "a value of a datatype cannot stand beside elements, text or other values"
MIXED_ADVICE = "Only attributes may stand beside it; several values in one text are a list."


def start(node: Node, facts: Facts) -> Iterator[Fault]:
    """Yield what is wrong with a start (7.1.5)."""
    yield from content(facts)
    ill = facts.has & facts_.IN_START
    if ill:
        yield Fault(node, f"a document cannot be {facts_.named(ill)}", "The start is an element, or a choice of elements.")


def content(facts: Facts) -> Iterator[Fault]:
    """Yield what is wrong with the content of an element (7.3)."""
    yield from facts.faults
    yield from facts.mixed
    for node in facts.unrepeated:
        yield Fault(node, "an attribute of any name must be repeated", "Put it into a <zeroOrMore> or <oneOrMore>.")


def attribute(node: Node, names: NameClass, facts: Facts) -> Facts:
    """Return the facts of an attribute whose value has *facts* (7.1.1)."""
    faults = [*facts.faults, *facts.mixed]
    ill = facts.has & facts_.IN_ATTRIBUTE
    if ill:
        faults.append(Fault(node, f"an attribute cannot hold {facts_.named(ill)}", "Its value is text, data or a list."))
    return Facts(
        Has.ATTRIBUTE,
        attributes=frozenset({names}),
        unrepeated=(node,) if names.is_open else (),
        faults=tuple(faults),
    )


def data(node: Node, facts: Facts) -> Facts:
    """Return the facts of a ``data`` that excludes what has *facts* (7.1.4)."""
    ill = facts.has & facts_.IN_EXCEPT
    found = (Fault(node, f"what a datatype excludes cannot hold {facts_.named(ill)}", "It holds data and values."),) if ill else ()
    return Facts(Has.DATA, facts_.DATA, faults=facts.faults + found)


def in_list(node: Node, facts: Facts) -> Facts:
    """Return the facts of a ``list`` of what has *facts* (7.1.3)."""
    ill = facts.has & facts_.IN_LIST
    found = (Fault(node, f"a list cannot hold {facts_.named(ill)}", "It holds data and values."),) if ill else ()
    return Facts(Has.LIST, facts_.DATA, faults=facts.faults + found)


def repeated(node: Node, facts: Facts) -> Facts:
    """Return the facts of a ``oneOrMore`` of what has *facts* (7.1.2)."""
    faults = list(facts.faults)
    if facts.has & (Has.ATTRIBUTE_IN_GROUP | Has.ATTRIBUTE_IN_INTERLEAVE):
        message = "a group or interleave with an attribute cannot be repeated"
        faults.append(Fault(node, message, "An element has an attribute once only: take the attribute out of the repetition."))
    mixed = list(facts.mixed)
    if facts.content == facts_.DATA:
        mixed.append(Fault(node, "a value cannot be repeated outside of a list", "Put the repetition into a <list>."))
    has = facts.has | Has.REPETITION
    return Facts(has, facts.content, facts.attributes, (facts,), mixed=tuple(mixed), faults=tuple(faults))


def choice(parts: list[Facts]) -> Facts:
    """Return the facts of a choice of *parts*."""
    if len(parts) == 1:
        return parts[0]
    return _union(parts, Has.NOTHING)


def together(kind: str, parts: list[tuple[Facts, Node]]) -> Facts:
    """Return the facts of a group or interleave (*kind*) of *parts*, two or more (7.2 to 7.4)."""
    faults = list(_twice(parts))
    has = Has.GROUP
    if kind == "interleave":
        has = Has.INTERLEAVE
        faults.extend(_interleaved(parts))
    if any(facts.has & Has.ATTRIBUTE for facts, _ in parts):
        has |= Has.ATTRIBUTE_IN_GROUP if kind == "group" else Has.ATTRIBUTE_IN_INTERLEAVE
    return _union([facts for facts, _ in parts], has, tuple(_ungroupable(parts)), tuple(faults))


def _union(parts: list[Facts], has: Has, mixed: tuple[Fault, ...] = (), faults: tuple[Fault, ...] = ()) -> Facts:
    content = facts_.EMPTY
    for facts in parts:
        has |= facts.has
        content = max(content, facts.content)
    attributes = frozenset().union(*(facts.attributes for facts in parts if facts.attributes))
    unrepeated = tuple(node for facts in parts for node in facts.unrepeated)
    mixed = (*(fault for facts in parts for fault in facts.mixed), *mixed)
    faults = (*(fault for facts in parts for fault in facts.faults), *faults)
    return Facts(has, content, attributes, tuple(parts), unrepeated=unrepeated, mixed=mixed, faults=faults)


def _ungroupable(parts: list[tuple[Facts, Node]]) -> Iterator[Fault]:
    before = facts_.EMPTY
    for facts, node in parts:
        if facts_.DATA in {before, facts.content} and facts_.EMPTY not in {before, facts.content}:
            yield Fault(node, MIXED, MIXED_ADVICE)
            return
        before = max(before, facts.content)


def _twice(parts: list[tuple[Facts, Node]]) -> Iterator[Fault]:
    seen: set[NameClass] = set()
    for facts, node in parts:
        if facts.attributes:
            for names in sorted(_common(seen, facts.attributes), key=_shown):
                yield Fault(node, f"the attribute {_shown(names)} is there twice", "An element has an attribute once only.")
            seen |= facts.attributes


def _common(ones: set[NameClass], others: frozenset[NameClass]) -> set[NameClass]:
    """Return those of *others* of which *ones* have a name."""
    found = set(others & ones)
    wide = [names for names in ones if not names.name]
    for other in others - found:
        if any(facts_.overlap(one, other) for one in (wide if other.name else ones)):
            found.add(other)
    return found


def _interleaved(parts: list[tuple[Facts, Node]]) -> Iterator[Fault]:
    """Yield what two of *parts* of an interleave have both (7.4)."""
    text = False
    seen: set[NameClass] = set()
    for facts, node in parts:
        if facts.has & Has.TEXT:
            if text:
                yield Fault(node, "text stands in two parts of an interleave", "Let it stand in one of them, or use <mixed> once.")
            text = True
        if facts.has & Has.ELEMENT:
            elements = frozenset(facts.elements())
            for names in sorted(_common(seen, elements), key=_shown):
                message = f"the element {_shown(names)} stands in two parts of an interleave"
                yield Fault(node, message, "Which of them it belongs to could not be told: let it stand in one.")
            seen |= elements


def _shown(names: NameClass) -> str:
    shown: Iterable[str] = sorted(written(name) for name in names.names())
    return " or ".join(f'"{name}"' for name in shown) or "of any name"
