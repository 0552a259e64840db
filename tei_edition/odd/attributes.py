"""
Which attributes an element has: its own, and those of the classes it is a member of, in whatever way it changes them.

An attribute that a class gives and nobody changes is one definition of the grammar (``att.typed.attribute.type``), shared
by all who have it; one that an element defines or changes stands in the element.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tei_edition.odd.changes import changed
from tei_edition.odd.faults import fault
from tei_edition.odd.model import T
from tei_edition.odd.patterns import EMPTY, TEXT, AttributePattern, Literal, Pattern, Ref, Wrap, alternate, repeat, sequence
from tei_edition.odd.specs import attribute

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lxml import etree

    from tei_edition.odd.model import Attribute, Schema, Specification


@dataclass(frozen=True)
class Owned:
    """An attribute with the name of the class or element whose definition it is."""

    attribute: Attribute
    owner: str


class AttributeResolver:
    """The attributes of every class and element of *schema*; *data* turns a datatype into a pattern."""

    def __init__(self, schema: Schema, data: Callable[[etree._Element], Pattern]) -> None:
        self.schema = schema
        self.data = data
        self._known: dict[str, dict[str, Owned]] = {}

    def owned(self, spec: Specification) -> dict[str, Owned]:
        """Return every attribute of *spec*, inherited ones first, by its ident."""
        if spec.ident not in self._known:
            self._known[spec.ident] = {}
            self._known[spec.ident] = self._resolve(spec)
        return self._known[spec.ident]

    def _resolve(self, spec: Specification) -> dict[str, Owned]:
        found: dict[str, Owned] = {}
        for parent in self.parents(spec):
            found = {**self.owned(parent), **found}
        own = spec.attributes
        for name, borrowed in self._borrowed(spec):
            found[name] = borrowed
        found |= {name: Owned(definition, spec.ident) for name, definition in own.defined.items()}
        for name, element in ((name, element) for name, elements in own.changed.items() for element in elements):
            found |= self._changed(found.get(name), name, element, spec.ident)
        return {name: value for name, value in found.items() if name not in own.deleted}

    def _changed(self, old: Owned | None, name: str, element: etree._Element, owner: str) -> dict[str, Owned]:
        """Return the attribute *name* as *element* changes it; one that no class gives any more begins anew, if it can."""
        if old is not None:
            return {name: Owned(changed(old.attribute, element), owner)}
        if element.find(T + "datatype") is not None:
            return {name: Owned(attribute(element), owner)}
        if next(element.getroottree().iter(T + "schemaSpec"), None) is None:
            return {}
        raise fault(element, "odd-no-attribute", f"{owner} has no attribute {name} to change.", "Check the name.")

    def _borrowed(self, spec: Specification) -> Iterator[tuple[str, Owned]]:
        """Yield the attributes that an ``attRef`` takes from a class that *spec* is not a member of."""
        for key, name in spec.attributes.borrowed:
            parent = self.schema.get("class", key)
            if parent and name in self.owned(parent):
                yield name, self.owned(parent)[name]

    def parents(self, spec: Specification) -> list[Specification]:
        """Return the attribute classes that *spec* is a member of, as far as they are in the schema."""
        found = [self.schema.get("class", key) for key in spec.classes]
        return [parent for parent in found if parent and parent.type == "atts"]

    def pattern(self, spec: Specification) -> Pattern:
        """Return the pattern of all attributes of *spec*: references to whole classes where nothing is changed."""
        left = dict(self.owned(spec))
        parts = [*self._own(spec, left)]
        for parent in self.parents(spec):
            parts.extend(self._inherited(parent, left))
        parts.extend(_reference(owned) for owned in left.values())
        return sequence(parts)

    def _own(self, spec: Specification, left: dict[str, Owned]) -> Iterator[Pattern]:
        """Yield the attributes that are *spec*'s own, taking them out of *left*."""
        own = {name: left.pop(name).attribute for name, owned in list(left.items()) if owned.owner == spec.ident}
        for names in spec.attributes.choices:
            yield alternate(self._one(own.pop(name)) for name in names if name in own)
        for name, definition in own.items():
            yield Ref(attribute_name(spec.ident, name)) if spec.kind == "class" else self._one(definition)

    def _inherited(self, parent: Specification, left: dict[str, Owned]) -> Iterator[Pattern]:
        """Yield a reference to *parent* if all it gives is in *left* unchanged, else to its parts; take them out of *left*."""
        given = self.owned(parent)
        if given and all(left.get(name) == owned for name, owned in given.items()):
            for name in given:
                del left[name]
            yield Ref(class_name(parent.ident))
            return
        for grandparent in self.parents(parent):
            yield from self._inherited(grandparent, left)

    def definition(self, spec: Specification, name: str) -> Pattern:
        """Return what ``<class>.attribute.<name>`` stands for."""
        return self._one(self.owned(spec)[name].attribute)

    def _one(self, definition: Attribute) -> Pattern:
        pattern = AttributePattern(definition.name, self._value(definition), definition.namespace, definition.description)
        return pattern if definition.usage == "req" else repeat(pattern, 0, 1)

    def _value(self, definition: Attribute) -> Pattern:
        """Return the pattern of the values of *definition*; of a closed list only its values."""
        base = TEXT if definition.datatype is None else self.data(definition.datatype)
        listed = definition.values
        if listed and listed.values and listed.type != "open":
            known = [Literal(value.ident, value.description) for value in listed.values]
            base = alternate(known if listed.type == "closed" or base == TEXT else [*known, base])
        if (definition.low, definition.high) == (1, 1):
            return base
        return Wrap("list", repeat(base, definition.low, definition.high)) if base != TEXT else TEXT


def attribute_name(owner: str, name: str) -> str:
    """Return the name of the grammar's definition of the attribute *name* of the class *owner*."""
    return f"{owner}.attribute.{name.replace(':', '.')}"


def class_name(ident: str) -> str:
    """Return the name of the grammar's definition of all attributes of the class *ident*."""
    return f"{ident}.attributes"


def _reference(owned: Owned) -> Pattern:
    return Ref(attribute_name(owned.owner, owned.attribute.ident)) if owned.owner else EMPTY
