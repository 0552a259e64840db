"""What is known of a pattern, as far as the restrictions of the specification (section 7) ask: gathered from its parts upwards."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntFlag, auto
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.relaxng.grammar.names import NameClass
    from tei_edition.relaxng.reading.tree import Node


class Has(IntFlag):
    """What stands in a pattern, not counting what stands in an element or attribute in it."""

    NOTHING = 0
    ATTRIBUTE = auto()
    ELEMENT = auto()
    TEXT = auto()
    LIST = auto()
    GROUP = auto()
    INTERLEAVE = auto()
    REPETITION = auto()
    EMPTY = auto()
    DATA = auto()
    ATTRIBUTE_IN_GROUP = auto()
    ATTRIBUTE_IN_INTERLEAVE = auto()


WORDS = {
    Has.ATTRIBUTE: "an attribute",
    Has.ELEMENT: "an element",
    Has.TEXT: "text",
    Has.LIST: "a list",
    Has.GROUP: "a group",
    Has.INTERLEAVE: "an interleave",
    Has.REPETITION: "a repetition",
    Has.EMPTY: "empty",
    Has.DATA: "a value",
}

IN_ATTRIBUTE = Has.ELEMENT | Has.ATTRIBUTE
IN_LIST = Has.LIST | Has.ELEMENT | Has.ATTRIBUTE | Has.TEXT | Has.INTERLEAVE
IN_EXCEPT = Has.ATTRIBUTE | Has.ELEMENT | Has.TEXT | Has.LIST | Has.GROUP | Has.INTERLEAVE | Has.REPETITION | Has.EMPTY
IN_START = (IN_EXCEPT & ~Has.ELEMENT) | Has.DATA
"""What may not stand in each (section 7.1)."""

EMPTY, COMPLEX, DATA = 0, 1, 2
"""The types of content (section 7.2), the greater one the wider."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A restriction that is broken at *node*."""

    node: Node
    message: str
    advice: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """
    What is known of a pattern.

    *content* is its type of content, *has* what stands in it; *attributes* are the classes of its attributes, the elements in
    it *elements*; *unrepeated* are the attributes of any name that no repetition holds; *faults* are the restrictions broken, *mixed* those
    that are none in a list: values beside each other.
    """

    has: Has = Has.NOTHING
    content: int = EMPTY
    attributes: frozenset[NameClass] = frozenset()
    parts: tuple[Facts, ...] = ()
    element: NameClass | None = None
    unrepeated: tuple[Node, ...] = ()
    mixed: tuple[Fault, ...] = ()
    faults: tuple[Fault, ...] = ()

    def elements(self) -> Iterator[NameClass]:
        """Yield the classes of names of the elements in it."""
        todo, seen = [self], set()
        while todo:
            facts = todo.pop()
            if id(facts) in seen or not facts.has & Has.ELEMENT:
                continue
            seen.add(id(facts))
            if facts.element is not None:
                yield facts.element
            todo.extend(reversed(facts.parts))


def named(has: Has) -> str:
    """
    Return what *has* holds in words.

    >>> named(Has.TEXT | Has.LIST)
    'text or a list'
    """
    return " or ".join(word for flag, word in WORDS.items() if flag & has)


def overlap(one: NameClass, other: NameClass) -> bool:
    """
    Tell whether a name is in both classes.

    It is enough to try the names written out in either, a name of no namespace that is written out, and one that is in none.
    """
    if one.name:
        return one.name in other
    if other.name:
        return other.name in one
    return any(name in one and name in other for name in (*_samples(one), *_samples(other)))


def _samples(names: NameClass) -> Iterator[tuple[str, str]]:
    """Yield names for which *names* may differ from any other class."""
    if names.options:
        for option in names.options:
            yield from _samples(option)
    elif names.name:
        yield names.name
    else:
        yield ("\0" if names.namespace is None else names.namespace), "\0"
        for excluded in names.excluded:
            yield from _samples(excluded)
