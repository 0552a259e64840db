"""What a grammar has under a name, and which elements may hold which: for messages, and for going on after a fault."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from tei_edition.relaxng.grammar import steps
from tei_edition.relaxng.grammar.patterns import TEXT, Element

if TYPE_CHECKING:
    from tei_edition.relaxng.grammar.names import Name, NameClass
    from tei_edition.relaxng.grammar.patterns import Grammar


class _Children(NamedTuple):
    """What an element may hold: elements of these *names* or of *others*, and *text*."""

    names: frozenset[Name]
    others: tuple[NameClass, ...]
    text: bool


class Index:
    """The elements of *grammar*, by name."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar
        self._parents: dict[Name, tuple[Element, ...]] = {}
        self._known: dict[Element, _Children] = {}

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
        found = self._children(parent)
        return name in found.names or any(name in others for others in found.others)

    def holds_text(self, parent: Element) -> bool:
        """Tell whether *parent* may hold any text, somewhere."""
        return self._children(parent).text

    def _children(self, parent: Element) -> _Children:
        if parent not in self._known:
            leaves = steps.leaves(self._grammar.contents[parent.number])
            classes = [leaf.names for leaf in leaves if isinstance(leaf, Element)]
            names = frozenset(name for each in classes for name in each.names())
            self._known[parent] = _Children(names, tuple(each for each in classes if each.is_open), TEXT in leaves)
        return self._known[parent]

    def parents(self, name: Name) -> tuple[Element, ...]:
        """Return the elements that may hold an element called *name*."""
        if name not in self._parents:
            self._parents[name] = tuple(element for element in self._grammar.elements if self.holds(element, name))
        return self._parents[name]
