"""Writing a grammar as RELAX NG in XML syntax, the same bytes every time."""

from __future__ import annotations

from functools import singledispatchmethod
from typing import TYPE_CHECKING

from lxml import etree

from tei_edition.odd.grammar import ElementPattern
from tei_edition.odd.patterns import AnyElement, AttributePattern, Data, Group, Literal, Plain, Ref, Wrap

if TYPE_CHECKING:
    from tei_edition.odd.grammar import Definition, Grammar

RNG = "http://relaxng.org/ns/structure/1.0"
R = f"{{{RNG}}}"
ANNOTATIONS = "http://relaxng.org/ns/compatibility/annotations/1.0"
DATATYPES = "http://www.w3.org/2001/XMLSchema-datatypes"
ANY = "anyElement"


def write_rng(grammar: Grammar, namespace: str, comment: str) -> bytes:
    """Return *grammar* as a RELAX NG file for elements in *namespace*, with *comment* before its root."""
    writer = Writer(namespace)
    writer.write(grammar)
    etree.indent(writer.root, space=" ")
    body = etree.tostring(writer.root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<!-- {comment} -->\n{body}\n'.encode()


class Writer:
    """Puts patterns below elements of the tree it builds."""

    def __init__(self, namespace: str) -> None:
        self.root = etree.fromstring(f'<grammar xmlns="{RNG}" xmlns:a="{ANNOTATIONS}"/>')
        self.root.set("ns", namespace)
        self.root.set("datatypeLibrary", DATATYPES)
        self._any: dict[AnyElement, str] = {}

    def write(self, grammar: Grammar) -> None:
        """Write the whole of *grammar*."""
        self._put(grammar.start, etree.SubElement(self.root, R + "start"))
        for name, definition in grammar.definitions.items():
            self._put(definition, etree.SubElement(self.root, R + "define", name=name))
        for number, pattern in enumerate(tuple(self._any), start=1):
            self._define_any(pattern, f"{ANY}.{number}")

    @singledispatchmethod
    def _put(self, pattern: Definition, parent: etree._Element) -> None:
        raise TypeError(pattern, parent)

    @_put.register
    def _plain(self, pattern: Plain, parent: etree._Element) -> None:
        etree.SubElement(parent, R + pattern.name)

    @_put.register
    def _ref(self, pattern: Ref, parent: etree._Element) -> None:
        etree.SubElement(parent, R + "ref", name=pattern.name)

    @_put.register
    def _data(self, pattern: Data, parent: etree._Element) -> None:
        data = etree.SubElement(parent, R + "data", type=pattern.type)
        for name, value in pattern.facets:
            etree.SubElement(data, R + "param", name=name).text = value

    @_put.register
    def _literal(self, pattern: Literal, parent: etree._Element) -> None:
        etree.SubElement(parent, R + "value").text = pattern.value
        self._document(pattern.description, parent)

    @_put.register
    def _group(self, pattern: Group, parent: etree._Element) -> None:
        group = etree.SubElement(parent, R + pattern.name)
        for part in pattern.parts:
            self._put(part, group)

    @_put.register
    def _wrap(self, pattern: Wrap, parent: etree._Element) -> None:
        self._put(pattern.part, etree.SubElement(parent, R + pattern.name))

    @_put.register
    def _attribute(self, pattern: AttributePattern, parent: etree._Element) -> None:
        attribute = etree.SubElement(parent, R + "attribute", name=pattern.name)
        if pattern.namespace:
            attribute.set("ns", pattern.namespace)
        self._document(pattern.description, attribute)
        self._put(pattern.value, attribute)

    @_put.register
    def _element(self, pattern: ElementPattern, parent: etree._Element) -> None:
        element = etree.SubElement(parent, R + "element", name=pattern.name)
        if pattern.namespace:
            element.set("ns", pattern.namespace)
        self._document(pattern.description, element)
        for part in (pattern.content, pattern.attributes):
            if part != Plain("empty") or part is pattern.content:
                self._put(part, element)

    @_put.register
    def _any_element(self, pattern: AnyElement, parent: etree._Element) -> None:
        name = self._any.setdefault(pattern, f"{ANY}.{len(self._any) + 1}")
        etree.SubElement(parent, R + "ref", name=name)

    def _define_any(self, pattern: AnyElement, name: str) -> None:
        """Write the definition of an element that may hold anything."""
        element = etree.SubElement(etree.SubElement(self.root, R + "define", name=name), R + "element")
        _name_class(pattern, element)
        anything = etree.SubElement(element, R + "zeroOrMore")
        etree.SubElement(etree.SubElement(anything, R + "attribute"), R + "anyName")
        inside = etree.SubElement(etree.SubElement(element, R + "zeroOrMore"), R + "choice")
        etree.SubElement(inside, R + "text")
        etree.SubElement(inside, R + "ref", name=name)

    def _document(self, description: str, parent: etree._Element) -> None:
        """Say what the ODD says of this, for editors that show it."""
        if description:
            etree.SubElement(parent, f"{{{ANNOTATIONS}}}documentation").text = description


def _name_class(pattern: AnyElement, element: etree._Element) -> None:
    """Write which names an `AnyElement` may have."""
    if pattern.require:
        names = etree.SubElement(element, R + "choice")
        for namespace in pattern.require:
            etree.SubElement(names, R + "nsName", ns=namespace)
        return
    names = etree.SubElement(element, R + "anyName")
    if not pattern.excepted:
        return
    excepted = etree.SubElement(names, R + "except")
    for namespace, name in pattern.excepted:
        if name:
            etree.SubElement(excepted, R + "name", ns=namespace).text = name
        else:
            etree.SubElement(excepted, R + "nsName", ns=namespace)
