"""
Whether a schema lets its documents have ids (RELAX NG DTD Compatibility, section 5): what is an id must always be one.

That is no question of RELAX NG itself: a schema that does not is correct, but the ids of a document cannot be checked by it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tei_edition.relaxng.datatypes import libraries as datatypes
from tei_edition.relaxng.grammar.names import written
from tei_edition.relaxng.grammar.patterns import Attribute, Data, Element, Pattern, Value
from tei_edition.relaxng.reading.simplify import inner

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tei_edition.relaxng.grammar.names import Name, NameClass
    from tei_edition.relaxng.reading.tree import Faults, Node

CODE = "schema-id"


def check(contents: Iterable[tuple[Element, Pattern]], places: Mapping[Pattern, Node], faults: Faults) -> None:
    """Add to *faults* what keeps the elements with these *contents* from having ids; *places* tells where patterns stand."""
    checking = _Checking(places, faults)
    for element, content in contents:
        for part in checking.leaves(content):
            checking.part(element, part)
    checking.conflicts()


@dataclass
class _Checking:
    places: Mapping[Pattern, Node]
    faults: Faults
    types: dict[tuple[Name, Name], str] = field(default_factory=dict)
    others: dict[tuple[NameClass, Attribute], None] = field(default_factory=dict)
    known: dict[Pattern, tuple[Attribute | Data | Value, ...]] = field(default_factory=dict)

    def leaves(self, pattern: Pattern) -> tuple[Attribute | Data | Value, ...]:
        """Return the attributes, data and values in *pattern*, those in elements and attributes apart."""
        todo = [pattern]
        while todo:
            part = todo[-1]
            waiting = [] if isinstance(part, Element | Attribute) else [each for each in inner(part) if each not in self.known]
            if part in self.known or not waiting:
                todo.pop()
                self.known[part] = self.known.get(part) or self._of(part)
            todo.extend(waiting)
        return self.known[pattern]

    def _of(self, pattern: Pattern) -> tuple[Attribute | Data | Value, ...]:
        if isinstance(pattern, Attribute | Data | Value):
            return (pattern,)
        if isinstance(pattern, Element):
            return ()
        return tuple(dict.fromkeys(leaf for part in inner(pattern) for leaf in self.known[part]))

    def part(self, element: Element, part: Attribute | Data | Value) -> None:
        """Look at an attribute, data or value of *element*."""
        if not isinstance(part, Attribute):
            self._bare(part)
            return
        value = part.value
        type_ = datatypes.id_type(value.library, value.type_) if isinstance(value, Data | Value) else ""
        if type_:
            self._id(element, part, type_)
            if isinstance(value, Data):
                self._excluded(value)
            return
        self.others[element.names, part] = None
        for leaf in self.leaves(value):
            if not isinstance(leaf, Attribute):
                self._bare(leaf)

    def _bare(self, leaf: Data | Value) -> None:
        """Look at data or a value that is not all of an attribute's value."""
        if datatypes.id_type(leaf.library, leaf.type_):
            message = f'the datatype "{leaf.type_}" stands for an id only as the whole value of an attribute'
            self.faults.add(self.places[leaf], CODE, message, "Take another, such as NCName, or let it stand alone.")
        if isinstance(leaf, Data):
            self._excluded(leaf)

    def _excluded(self, data: Data) -> None:
        for leaf in self.leaves(data.excluded):
            if not isinstance(leaf, Attribute):
                self._bare(leaf)

    def _id(self, element: Element, attribute: Attribute, type_: str) -> None:
        """Note that an attribute of *element* is an id, or refers to one."""
        names = attribute.names
        if names.name is None:
            message = "an attribute that is an id, or refers to one, has one name"
            self.faults.add(self.places[attribute], CODE, message, "Write an attribute for each name.")
        elif element.names.is_open:
            message = f'the attribute "{written(names.name)}" is an id in elements of any name'
            self.faults.add(self.places[attribute], CODE, message, "Name the elements, or take another datatype, such as NCName.")
        else:
            for name in element.names.names():
                if self.types.setdefault((name, names.name), type_) != type_:
                    self._conflict(name, names.name, attribute)

    def conflicts(self) -> None:
        """Add the attributes that are ids in one place and none in another."""
        ids = {attribute for _, attribute in self.types}
        for names, attribute in self.others:
            if attribute.names.name and attribute.names.name not in ids:
                continue
            for element, name in self.types:
                if element in names and name in attribute.names:
                    self._conflict(element, name, attribute)
                    break

    def _conflict(self, element: Name, attribute: Name, place: Attribute) -> None:
        message = f'the attribute "{written(attribute)}" of "{written(element)}" is of another datatype here than elsewhere'
        type_ = self.types[element, attribute]
        self.faults.add(self.places[place], CODE, message, f"There it is {type_}: let it be {type_} everywhere, or nowhere.")
