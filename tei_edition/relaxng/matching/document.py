"""A document as the matcher walks over it: elements with their attributes, texts and places, from bytes or from lxml."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING
from xml.parsers import expat

from tei_edition.relaxng.grammar.names import XML

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml import etree

    from tei_edition.relaxng.grammar.names import Name

_SEPARATOR = "\x01"
"""Parts the names that expat gives; no XML may hold it."""


@dataclass(slots=True)
class Node:
    """
    An element: *items* are its texts and child elements in their order, a comment or instruction parting no text.

    *namespaces* are those in scope, by prefix. *line* is the line of its tag, where that is known.
    """

    name: Name
    attributes: dict[Name, str]
    namespaces: Mapping[str, str]
    prefix: str = ""
    line: int = 0
    items: list[str | Node] = field(default_factory=list)

    @property
    def tag(self) -> str:
        """The name as it is written."""
        return f"{self.prefix}:{self.name[1]}" if self.prefix else self.name[1]


def read(data: bytes) -> Node:
    """Return the root of *data*: UTF-8, without DOCTYPE. Raises `expat.ExpatError` for what is not well-formed."""
    return _Builder().read(data)


class _Builder:
    """Builds nodes from what expat sees."""

    def __init__(self) -> None:
        self.document = Node(("", ""), {}, {})
        self.open = [self.document]
        self.scopes: list[dict[str, str]] = [{"xml": XML}]
        self.declared: dict[str, str] = {}

    def read(self, data: bytes) -> Node:
        """Return the root of *data*."""
        parser = expat.ParserCreate("utf-8", _SEPARATOR)
        parser.namespace_prefixes = parser.ordered_attributes = parser.buffer_text = True
        parser.buffer_size = 1 << 16
        self.parser = parser
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.StartNamespaceDeclHandler = self._declare
        parser.Parse(data, True)  # noqa: FBT003 - expat's own signature
        root = self.document.items[0]
        assert isinstance(root, Node)
        return root

    def _declare(self, prefix: str | None, uri: str | None) -> None:
        self.declared[prefix or ""] = uri or ""

    def _start(self, name: str, attributes: list[str]) -> None:
        scope = self.scopes[-1]
        if self.declared:
            scope = {**scope, **self.declared}
            self.declared = {}
        self.scopes.append(scope)
        own, prefix = _split(name)
        values = {_split(key)[0]: value for key, value in zip(attributes[::2], attributes[1::2], strict=True)}
        node = Node(own, values, scope, prefix, self.parser.CurrentLineNumber)
        self.open[-1].items.append(node)
        self.open.append(node)

    def _end(self, _name: str) -> None:
        self.open.pop()
        self.scopes.pop()

    def _text(self, text: str) -> None:
        items = self.open[-1].items
        if items and isinstance(items[-1], str):
            items[-1] += text
        else:
            items.append(text)


@lru_cache(maxsize=4096)
def _split(written: str) -> tuple[Name, str]:
    """Return namespace and local name, and the prefix."""
    parts = written.split(_SEPARATOR)
    if len(parts) == 1:
        return ("", parts[0]), ""
    return (parts[0], parts[1]), parts[2] if parts[2:] else ""


def of_lxml(root: etree._Element) -> Node:
    """Return the nodes of *root* and all in it; entities that are not expanded count as no text."""
    top = _node(root)
    tasks = [(top, root)]
    while tasks:
        node, element = tasks.pop()
        texts = [element.text or ""]
        for child in element:
            if isinstance(child.tag, str):
                inner = _node(child)
                node.items += [text for text in ("".join(texts),) if text]
                node.items.append(inner)
                tasks.append((inner, child))
                texts = []
            texts.append(child.tail or "")
        node.items += [text for text in ("".join(texts),) if text]
    return top


def _node(element: etree._Element) -> Node:
    names = {"xml": XML} | {prefix or "": uri for prefix, uri in element.nsmap.items()}
    attributes = {_of_clark(str(key)): str(value) for key, value in element.attrib.items()}
    return Node(_of_clark(str(element.tag)), attributes, names, element.prefix or "", int(str(element.sourceline or 0)))


@lru_cache(maxsize=4096)
def _of_clark(written: str) -> Name:
    namespace, bracket, local = written.rpartition("}")
    return (namespace[1:], local) if bracket else ("", written)
