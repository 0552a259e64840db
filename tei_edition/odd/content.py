"""Content models and datatypes of an ODD, turned into patterns. TEI Guidelines, section *Content Models*."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tei_edition.odd.faults import fault
from tei_edition.odd.model import TEI
from tei_edition.odd.patterns import (
    EMPTY,
    NOT_ALLOWED,
    TEXT,
    AnyElement,
    Data,
    Literal,
    Pattern,
    Ref,
    alternate,
    repeat,
    sequence,
)
from tei_edition.odd.specs import counts, description, listed_values, local, required

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml import etree

    from tei_edition.odd.model import Schema, Specification

EXAMPLES = "http://www.tei-c.org/ns/Examples"


class ContentReader:
    """Reads the content models of *schema*; *impossible* are elements that can never be valid, so nothing may need them."""

    def __init__(self, schema: Schema, impossible: frozenset[str] = frozenset()) -> None:
        self.schema = schema
        self.impossible = impossible
        self._members: dict[str, tuple[str, ...]] = {}
        self._readers: dict[str, Callable[[etree._Element], Pattern]] = {
            "content": self._sequence,
            "sequence": self._sequence,
            "alternate": self._alternate,
            "elementRef": self._element,
            "classRef": self._class,
            "macroRef": self._macro,
            "dataRef": self.data,
            "valList": _values,
            "anyElement": _any_element,
        }

    def of(self, spec: Specification) -> Pattern:
        """Return the pattern of the content of *spec*."""
        return EMPTY if spec.content is None else self.read(spec.content)

    def read(self, element: etree._Element) -> Pattern:
        """Return the pattern that *element* of a content model means, its counts included."""
        kind = local(element)
        if kind in {"textNode", "empty"}:
            return TEXT if kind == "textNode" else EMPTY
        if kind not in self._readers:
            raise fault(element, "odd-content", f"{kind} is not understood in a content model.", "Write it with TEI's elements.")
        low, high = counts(element)
        return repeat(self._readers[kind](element), low, high)

    def data(self, element: etree._Element) -> Pattern:
        """Return the pattern of a datatype: of ``dataRef``, or of another element that may stand in its place."""
        if local(element) != "dataRef":
            return self.read(element)
        if element.get("name"):
            return Data(required(element, "name"), _facets(element))
        key = required(element, "key")
        found = self.schema.get("data", key)
        if found is None:
            raise fault(element, "odd-datatype", f"There is no datatype {key} in the schema.", "Include its module.")
        return _narrowed(element, self.of(found)) if _facets(element) else Ref(key)

    def _sequence(self, element: etree._Element) -> Pattern:
        return sequence(self.read(child) for child in element if local(child))

    def _alternate(self, element: etree._Element) -> Pattern:
        return alternate(self.read(child) for child in element if local(child))

    def _element(self, element: etree._Element) -> Pattern:
        return self._reference(required(element, "key"))

    def _reference(self, key: str) -> Pattern:
        there = self.schema.get("element", key) and key not in self.impossible
        return Ref(key) if there else NOT_ALLOWED

    def _macro(self, element: etree._Element) -> Pattern:
        key = required(element, "key")
        found = self.schema.get("macro", key)
        return Ref(key) if found and self.of(found) != NOT_ALLOWED else NOT_ALLOWED

    def _class(self, element: etree._Element) -> Pattern:
        """Return the members of a class, as ``expand`` wants them."""
        key, expand = required(element, "key"), element.get("expand", "alternate")
        wanted, unwanted = element.get("include"), element.get("except", "").split()
        members = [name for name in self.members(key) if name not in unwanted and (wanted is None or name in wanted.split())]
        if expand.startswith("sequence"):
            return sequence(_expanded(Ref(name), expand.removeprefix("sequence")) for name in members)
        if members and wanted is None and not unwanted:
            return Ref(key)
        return alternate(Ref(name) for name in members)

    def members(self, key: str) -> tuple[str, ...]:
        """Return the elements of the class *key*, those of the classes in it included, in the order of the source."""
        if key not in self._members:
            self._members[key] = ()
            self._members[key] = tuple(dict.fromkeys(name for spec in self._direct(key) for name in self._elements(spec)))
        return self._members[key]

    def of_class(self, spec: Specification) -> Pattern:
        """Return what the definition of the model class *spec* stands for: its elements, and classes that have some."""
        return alternate(Ref(member.ident) for member in self._direct(spec.ident) if self._elements(member))

    def _direct(self, key: str) -> list[Specification]:
        return [spec for spec in self.schema.specifications.values() if key in spec.classes] if self.schema.get("class", key) else []

    def _elements(self, spec: Specification) -> tuple[str, ...]:
        if spec.kind == "class":
            return self.members(spec.ident)
        return (spec.ident,) if spec.ident not in self.impossible else ()


def _expanded(part: Pattern, how: str) -> Pattern:
    """Return *part* of a class written as a sequence: once, ``Optional``, ``Repeatable`` or ``OptionalRepeatable``."""
    return repeat(part, 0 if how.startswith("Optional") else 1, None if how.endswith("Repeatable") else 1)


def _values(element: etree._Element) -> Pattern:
    return alternate(Literal(item.get("ident", ""), description(item)) for item in listed_values(element))


def _any_element(element: etree._Element) -> Pattern:
    """Return any element; by default none of the TEI's and no ``egXML``."""
    default = "" if element.get("require") else f"{TEI} teix:egXML"
    excepted = element.get("except", default).split()
    return AnyElement(tuple(element.get("require", "").split()), tuple(_name(element, name) for name in excepted))


def _name(element: etree._Element, name: str) -> tuple[str, str]:
    """Return namespace and local name of *name*: a namespace (no local name), or a name with a prefix."""
    prefix, colon, rest = name.partition(":")
    if not colon or rest.startswith("/") or prefix in {"http", "https", "urn"}:
        return name, ""
    return (EXAMPLES if prefix == "teix" else str(element.nsmap.get(prefix, TEI))), rest


def _facets(element: etree._Element) -> tuple[tuple[str, str], ...]:
    pattern = element.get("restriction")
    facets = [(facet.get("name", ""), facet.get("value", "")) for facet in element if local(facet) == "dataFacet"]
    return tuple([("pattern", pattern)] if pattern else []) + tuple(facets)


def _narrowed(element: etree._Element, base: Pattern) -> Pattern:
    """Return the datatype *base* with the facets of *element* too."""
    if not isinstance(base, Data):
        raise fault(element, "odd-facet", "This datatype is not a single one, so it takes no facet.", "Define a datatype instead.")
    return replace(base, facets=base.facets + _facets(element))
