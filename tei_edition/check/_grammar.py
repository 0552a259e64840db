"""Reading a RELAX NG grammar (XML syntax, one file) into patterns, so that a finding can say what was expected."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import TYPE_CHECKING

from lxml import etree

from tei_edition.check import _patterns as patterns
from tei_edition.check import _steps as steps
from tei_edition.check._patterns import EMPTY, NOTHING, TEXT, Attribute, Data, Element, Name, NameClass, Value, Words

if TYPE_CHECKING:
    from collections.abc import Callable

    from tei_edition.check._patterns import Pattern

RNG = "{http://relaxng.org/ns/structure/1.0}"
XML = "http://www.w3.org/XML/1998/namespace"
UNREAD = ("include", "externalRef", "parentRef")


class UnreadableGrammarError(Exception):
    """The grammar uses what is not read here: several files, or grammars in grammars."""


@dataclass(frozen=True)
class Grammar:
    """The grammar in *root*, an element of RELAX NG."""

    root: etree._Element
    _contents: dict[Element, Pattern] = field(default_factory=dict)
    _named: dict[str, Pattern] = field(default_factory=dict)

    @classmethod
    def of(cls, tree: etree._ElementTree) -> Grammar:
        """Return the grammar of *tree*. Raises `UnreadableGrammarError`."""
        root = tree.getroot()
        if next(root.iter(*(RNG + name for name in UNREAD)), None) is not None or len(list(root.iter(RNG + "grammar"))) > 1:
            raise UnreadableGrammarError
        return cls(root)

    @cached_property
    def start(self) -> Pattern:
        """What a document may be."""
        if self.root.tag != RNG + "grammar":
            return self._pattern(self.root)
        return self._combined(self._definitions.get("", []))

    @cached_property
    def _definitions(self) -> dict[str, list[etree._Element]]:
        """The definitions by name; the start under the empty name."""
        found: dict[str, list[etree._Element]] = {}
        for node in self.root.iter(RNG + "define", RNG + "start"):
            found.setdefault(node.get("name", ""), []).append(node)
        return found

    @cached_property
    def element_names(self) -> frozenset[str]:
        """The local names of all elements of the grammar."""
        return frozenset(name[1] for names in self._declared for name in names.names())

    @cached_property
    def _declared(self) -> dict[NameClass, etree._Element]:
        return {_names(node, inherit=True): node for node in self.root.iter(RNG + "element")}

    @cached_property
    def _by_name(self) -> dict[Name, list[etree._Element]]:
        found: dict[Name, list[etree._Element]] = {}
        for node in self.root.iter(RNG + "element"):
            for name in _names(node, inherit=True).names():
                found.setdefault(name, []).append(node)
        return found

    def declared(self, name: Name) -> tuple[Element, ...]:
        """Return the element called *name*, wherever it may stand; nothing where there are several or none."""
        nodes = self._by_name.get(name, [])
        return (self._element(nodes[0]),) if len(nodes) == 1 else ()

    def parents(self, name: Name) -> list[str]:
        """Return the local names, sorted, of the elements that may hold an element called *name*."""
        if name not in self._parents:
            self._parents[name] = self._found_parents(name)
        return self._parents[name]

    @cached_property
    def _parents(self) -> dict[Name, list[str]]:
        return {}

    def _found_parents(self, name: Name) -> list[str]:
        found: set[str] = set()
        for names, node in self._declared.items():
            inside = steps.leaves(self._content(self._element(node)))
            if any(isinstance(part, Element) and name in part.names for part in inside):
                found.update(each[1] for each in names.names())
        return sorted(found)

    def content(self, elements: tuple[Element, ...]) -> Pattern:
        """Return what *elements* may hold, attributes included: what one of them may hold."""
        return patterns.choice(*map(self._content, elements))

    def _content(self, element: Element) -> Pattern:
        if element not in self._contents:
            assert element.node is not None
            self._contents[element] = self._group(_parts(element.node, named=True))
        return self._contents[element]

    def _reference(self, name: str) -> Pattern:
        if name not in self._named:
            self._named[name] = self._combined(self._definitions.get(name, []))
        return self._named[name]

    def _combined(self, nodes: list[etree._Element]) -> Pattern:
        if not nodes:
            return NOTHING
        found = [self._group(_parts(node)) for node in nodes]
        if any(node.get("combine") == "interleave" for node in nodes):
            return _folded(patterns.interleave, found)
        return patterns.choice(*found)

    def _group(self, nodes: list[etree._Element]) -> Pattern:
        return _folded(patterns.group, [self._pattern(node) for node in nodes])

    def _pattern(self, node: etree._Element) -> Pattern:
        kind = etree.QName(node).localname
        if kind == "element":
            return self._element(node)
        if kind == "attribute":
            parts = _parts(node, named=True)
            return Attribute(names=_names(node, inherit=False), value=self._group(parts) if parts else TEXT)
        if kind == "ref":
            return self._reference(node.get("name", ""))
        if kind in _LEAVES:
            return _LEAVES[kind](node)
        return self._combination(kind, [self._pattern(part) for part in _parts(node)])

    def _combination(self, kind: str, parts: list[Pattern]) -> Pattern:
        if kind == "choice":
            return patterns.choice(*parts)
        if kind == "interleave":
            return _folded(patterns.interleave, parts)
        inner = _folded(patterns.group, parts)
        if kind == "list":
            return Words(inner=inner)
        if kind == "mixed":
            return patterns.interleave(inner, TEXT)
        if kind in {"oneOrMore", "zeroOrMore"}:
            inner = patterns.one_or_more(inner)
        return patterns.choice(inner, EMPTY) if kind in {"optional", "zeroOrMore"} else inner

    @cached_property
    def _elements(self) -> dict[etree._Element, Element]:
        return {}

    def _element(self, node: etree._Element) -> Element:
        if node not in self._elements:
            self._elements[node] = Element(names=_names(node, inherit=True), node=node)
        return self._elements[node]


def _folded(combine: Callable[[Pattern, Pattern], Pattern], parts: list[Pattern]) -> Pattern:
    """Return *parts* combined from the right."""
    if not parts:
        return EMPTY
    found = parts[-1]
    for part in reversed(parts[:-1]):
        found = combine(part, found)
    return found


def _parts(node: etree._Element, *, named: bool = False) -> list[etree._Element]:
    """Return the patterns in *node*; *named*: it may begin with a name class."""
    parts = [part for part in node if isinstance(part.tag, str) and part.tag.startswith(RNG)]
    return parts[1:] if named and node.get("name") is None else parts


def _inherited(node: etree._Element, attribute: str) -> str:
    above: etree._Element | None = node
    while above is not None:
        value = above.get(attribute)
        if value is not None:
            return value
        above = above.getparent()
    return ""


def _names(node: etree._Element, *, inherit: bool) -> NameClass:
    """Return the name class of an ``element`` or ``attribute``; *inherit*: its name takes the namespace from above."""
    written = node.get("name")
    if written is None:
        return _name_class(next(part for part in node if isinstance(part.tag, str)))
    namespace = _inherited(node, "ns") if inherit else node.get("ns", "")
    return NameClass(_name(node, written, namespace))


def _name(node: etree._Element, written: str, namespace: str) -> Name:
    prefix, colon, local = written.strip().rpartition(":")
    if not colon:
        return namespace, local
    return (XML if prefix == "xml" else node.nsmap.get(prefix) or "", local)


def _name_class(node: etree._Element) -> NameClass:
    kind = etree.QName(node).localname
    inner = tuple(_name_class(part) for part in _parts(node))
    if kind == "name":
        return NameClass(_name(node, node.text or "", _inherited(node, "ns")))
    if kind == "anyName":
        return NameClass(excluded=inner)
    if kind == "nsName":
        return NameClass(namespace=_inherited(node, "ns"), excluded=inner)
    return NameClass(options=inner)


def _value(node: etree._Element) -> Pattern:
    return Value(text=node.text or "", exact=node.get("type") == "string")


def _data(node: etree._Element) -> Pattern:
    return Data(type_=node.get("type", ""), allows=_datatype(node))


def _datatype(node: etree._Element) -> Callable[[str], bool]:
    """Return a function that tells whether a text is of the datatype, which libxml2 knows."""

    @cache
    def validator() -> etree.RelaxNG:
        element = etree.Element(RNG + "element", name="x")
        copied = etree.fromstring(etree.tostring(node, with_tail=False))
        copied.set("datatypeLibrary", _inherited(node, "datatypeLibrary"))
        element.append(copied)
        return etree.RelaxNG(element)

    @cache
    def allows(text: str) -> bool:
        element = etree.Element("x")
        element.text = text
        return bool(validator().validate(element))

    return allows


_LEAVES: dict[str, Callable[[etree._Element], Pattern]] = {
    "text": lambda _node: TEXT,
    "empty": lambda _node: EMPTY,
    "notAllowed": lambda _node: NOTHING,
    "value": _value,
    "data": _data,
}
