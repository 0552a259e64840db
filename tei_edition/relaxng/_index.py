"""What a grammar has under a name, and which elements may hold which: for messages, and for going on after a fault."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from tei_edition.relaxng import _steps as steps
from tei_edition.relaxng._patterns import Element

if TYPE_CHECKING:
    from tei_edition.relaxng._names import Name
    from tei_edition.relaxng._patterns import Grammar, Pattern


class Index:
    """The elements of *grammar*, by name."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar
        self._parents: dict[Name, tuple[Element, ...]] = {}
        self._children: dict[Element, frozenset[Pattern]] = {}

    @cached_property
    def by_name(self) -> dict[Name, tuple[Element, ...]]:
        """The elements of each name that is written out."""
        found: dict[Name, list[Element]] = {}
        for element in self._grammar.elements:
            for name in element.names.names():
                found.setdefault(name, []).append(element)
        return {name: tuple(elements) for name, elements in found.items()}

    def holds(self, parent: Element, name: Name) -> bool:
        """Tell whether *parent* may hold an element called *name*, somewhere."""
        return any(isinstance(part, Element) and name in part.names for part in self.children(parent))

    def children(self, parent: Element) -> frozenset[Pattern]:
        """Return what stands in the content of *parent* that is no combination."""
        if parent not in self._children:
            self._children[parent] = frozenset(steps.leaves(self._grammar.contents[parent.number]))
        return self._children[parent]

    def parents(self, name: Name) -> tuple[Element, ...]:
        """Return the elements that may hold an element called *name*."""
        if name not in self._parents:
            self._parents[name] = tuple(element for element in self._grammar.elements if self.holds(element, name))
        return self._parents[name]
