"""Reading a schema in the XML syntax, one file: one pass of expat, which knows where everything stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urljoin
from xml.parsers import expat

from tei_edition import xml
from tei_edition.relaxng.grammar.names import XML
from tei_edition.relaxng.reading.tree import RNG, Node, XmlText

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tei_edition.relaxng.reading.tree import Faults
    from tei_edition.xmltext import MarkupText

ANNOTATIONS = "http://relaxng.org/ns/compatibility/annotations/1.0"
DOCUMENTATION = f"{ANNOTATIONS} documentation"
DEFAULT_VALUE = f"{ANNOTATIONS} defaultValue"
BASE = f"{XML} base"
LIBRARY = "datatypeLibrary"
WITH_TEXT = frozenset({"name", "value", "param"})
DEPTH = 100
"""The deepest nesting read, as everywhere."""


def read(text: MarkupText, base: str, faults: Faults) -> Node | None:
    """
    Return the tree of the schema in *text*, which *base* (a URI) names; None where it is no schema at all.

    Annotations are taken out of it (section 4.1), blanks as well (4.2), and each ``data`` and ``value`` knows its datatype
    library (4.3). Raises `MarkupError` for XML that is not well-formed.
    """
    reading = _Reading(XmlText(text), faults, [base])
    parser = expat.ParserCreate("utf-8", " ")
    parser.buffer_text = True
    parser.ordered_attributes = True
    parser.StartElementHandler = lambda name, attributes: reading.start(name, attributes, parser.CurrentByteIndex)
    parser.EndElementHandler = reading.end
    parser.CharacterDataHandler = reading.text
    parser.StartNamespaceDeclHandler = reading.namespace
    try:
        parser.Parse(text.parsed, True)  # noqa: FBT003 - expat's own signature
    except expat.ExpatError as error:
        xml.parse_text(text)
        place = reading.file.position(max(parser.ErrorByteIndex, 0))
        faults.put(text.name, place, "schema-syntax", f"the XML cannot be read ({error})", "Use letters of XML 1.0 in names.")
        return None
    except TooDeepError:
        xml.parse_text(text)
        raise
    return reading.top.children[0] if reading.top.children else None


class TooDeepError(Exception):
    """The elements are nested too deeply."""


@dataclass
class _Reading:
    """The state of the pass: *open* are the elements begun and not ended, *foreign* how deep in foreign elements it is."""

    file: XmlText
    faults: Faults
    bases: list[str]
    declared: dict[str, str] = field(default_factory=dict)
    foreign: int = 0
    doc: list[str] | None = None

    def __post_init__(self) -> None:
        self.top = Node("", 0, self.file, {}, {"xml": XML})
        self.open = [self.top]

    def namespace(self, prefix: str | None, uri: str | None) -> None:
        """Take a declaration, which comes before its element."""
        if not self.foreign:
            self.declared[prefix or ""] = uri or ""

    def start(self, name: str, attributes: list[str], at: int) -> None:
        """Begin an element."""
        parent = self.open[-1]
        namespace, _, kind = name.rpartition(" ")
        if self.foreign or namespace != RNG:
            self._start_foreign(parent, name, at)
            return
        node = Node(kind, at, self.file, {}, self._scope(parent), parent.library)
        base = self.bases[-1]
        for index in range(0, len(attributes), 2):
            key, value = attributes[index], attributes[index + 1]
            if " " not in key:
                node.attributes[key] = value
            elif key == BASE:
                base = urljoin(base, value)
            elif key == DEFAULT_VALUE:
                node.default = value
            elif key.startswith(f"{RNG} "):
                message = f"{node} has an attribute in the namespace of RELAX NG, whose attributes have none"
                self.faults.add(node, "schema-syntax", message, "Write it without prefix.")
        if LIBRARY in node.attributes:
            node.library = node.attributes[LIBRARY]
        if "href" in node.attributes:
            node.attributes["base"] = base
        parent.children.append(node)
        self.open.append(node)
        self.bases.append(base)
        if len(self.open) > DEPTH + 1:
            raise TooDeepError

    def _scope(self, parent: Node) -> Mapping[str, str]:
        if not self.declared:
            return parent.namespaces
        scope = {**parent.namespaces, **self.declared}
        self.declared.clear()
        return scope

    def _start_foreign(self, parent: Node, name: str, at: int) -> None:
        self.declared.clear()
        if not self.foreign:
            place = Node(name.rpartition(" ")[2], at, self.file, {}, {})
            if parent is self.top:
                advice = f'The outermost element of a schema is in the namespace "{RNG}".'
                self.faults.add(place, "schema-syntax", f"{place} is not an element of RELAX NG", advice)
            elif parent.kind in WITH_TEXT:
                self.faults.add(place, "schema-syntax", f"{parent} holds only text, no {place}", "Take it out.")
            if name == DOCUMENTATION:
                self.doc = []
        self.foreign += 1

    def end(self, _name: str) -> None:
        """End an element."""
        if not self.foreign:
            self.open.pop()
            self.bases.pop()
            return
        self.foreign -= 1
        if self.doc is not None and not self.foreign:
            self._document(" ".join("".join(self.doc).split()))
            self.doc = None

    def _document(self, doc: str) -> None:
        """Give *doc* to what it is about: the ``value`` before it, else what it stands in."""
        parent = self.open[-1]
        if parent.children and parent.children[-1].kind != "value":
            return
        about = parent.children[-1] if parent.children else parent
        about.doc = f"{about.doc} {doc}" if about.doc else doc

    def text(self, text: str) -> None:
        """Take characters."""
        if self.doc is not None:
            self.doc.append(text)
        if self.foreign:
            return
        node = self.open[-1]
        if node.kind in WITH_TEXT:
            node.text += text
        elif text.strip(" \t\n\r"):
            message = f'text ("{" ".join(text.split())[:40]}") cannot stand in {node}'
            self.faults.add(node, "schema-syntax", message, "Take it out, or write it as a comment.")
