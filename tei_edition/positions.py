"""
Where everything in an XML file stands: one pass of expat gives line and column for each tag, attribute, value and text.

lxml knows no columns and Saxon-HE no lines; every checker goes through this module. An element is named by its *path*: the
numbers of the child elements that lead to it, from 1, below the root, so that ``()`` is the root and ``(1, 3)`` the third
child element of its first. Lines and columns count from 1, columns in code points.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Literal
from xml.parsers import expat

from tei_edition import xmltext

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from tei_edition.model import Position
    from tei_edition.xmltext import MarkupText

Path = tuple[int, ...]
Part = Literal["tag", "name", "value", "text", "end"]

TAG = re.compile(rb"""</?[^>"']*(?:"[^"]*"[^>"']*|'[^']*'[^>"']*)*>""")
NAME = re.compile(rb"""</?([^\s/>]*)""")
ATTRIBUTE = re.compile(rb"""\s([^\s=<>/"']+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
NOT_TEXT = re.compile(rb"(?:\s+|<!--.*?-->|<\?.*?\?>)*", re.DOTALL)
MARKUP = re.compile(rb"<!--|<\?|\s*\Z")

STEP = re.compile(
    r"/(?:"
    r"@(?P<attribute>(?:Q\{[^}]*\}|[^\s/:@{}]+:)?[^\s/:@{}\[]+)"
    r"|(?P<kind>text|comment|node|processing-instruction)\([^)]*\)(?:\[\d+\])?"
    r"|(?:Q\{(?P<uri>[^}]*)\}|(?P<prefix>[^\s/:@{}\[\]()]+):)?(?P<name>[^\s/:@{}\[\]()]+)"
    r"(?:\[namespace-uri\(\)='(?P<uri2>[^']*)'\])?(?:\[(?P<number>\d+)\])?"
    r")"
)


@dataclass(slots=True)
class Node:
    """
    An element: *name* is ``uri local`` or ``uri local prefix``, *start* and *end* are the indexes of its tags.

    For an empty element ``<a/>`` *end* is where its tag ends.
    """

    name: str
    start: int
    end: int = 0
    children: list[Node] = field(default_factory=list)

    @property
    def local(self) -> str:
        """The name without namespace."""
        return self.name.split(" ")[1] if " " in self.name else self.name


@dataclass(frozen=True, slots=True)
class Place:
    """What a checker names: an element by its path, or an attribute of it, or its text."""

    path: Path
    attribute: str | None = None
    text: bool = False


@dataclass(frozen=True, slots=True)
class Scan:
    """
    What expat saw: *document* holds the root as its only child; *open* are the elements not yet closed.

    *error* is expat's error and *index* its place, where the XML is not well-formed.
    """

    document: Node
    open: tuple[Node, ...] = ()
    error: expat.ExpatError | None = None
    index: int = 0


def scan(data: bytes) -> Scan:
    """Return what expat sees in *data* (UTF-8 without DOCTYPE), up to the first error."""
    parser = expat.ParserCreate("utf-8", " ")
    parser.namespace_prefixes = True
    parser.ordered_attributes = True
    document = Node("", 0)
    stack = [document]

    def start(name: str, _attributes: object) -> None:
        node = Node(name, parser.CurrentByteIndex)
        stack[-1].children.append(node)
        stack.append(node)

    def end(_name: str) -> None:
        stack.pop().end = parser.CurrentByteIndex

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    try:
        parser.Parse(data, True)  # noqa: FBT003 - expat's own signature
    except expat.ExpatError as error:
        return Scan(document, tuple(stack[1:]), error, max(parser.ErrorByteIndex, 0))
    return Scan(document)


@dataclass(frozen=True)
class Positions:
    """Line and column of every element, attribute and text of *text*, whose elements are *root*."""

    text: MarkupText
    root: Node

    @classmethod
    def read(cls, data: bytes | MarkupText, name: str = "") -> Positions:
        """
        Return the positions in *data*, the bytes of a file or what `xmltext.read` made of them.

        Raises `MarkupError` for what is not text, `ValueError` for what is not well-formed (parse it first).
        """
        text = xmltext.read(data, name) if isinstance(data, bytes) else data
        seen = scan(text.parsed)
        if seen.error:
            raise ValueError(f"{text.name} is not well-formed: {seen.error}")
        return cls(text, seen.document.children[0])

    def of(self, element: Path | etree._Element, attribute: str | None = None) -> Position:
        """Return where the start tag of *element* begins, or the name of its *attribute*."""
        return self.range(element, attribute)[0]

    def range(self, element: Path | etree._Element, attribute: str | None = None, part: Part = "tag") -> tuple[Position, Position]:
        """
        Return where *part* of *element* (or of its *attribute*) begins and ends (exclusive).

        ``tag`` is the start tag, or the whole attribute; ``name`` the name with its ``<``, or the attribute's name;
        ``value`` the attribute's value; ``text`` the element's own first text; ``end`` the end tag. What is not there
        (no such attribute, no text) is answered with the start tag's name.
        """
        start, end = self.indexes(element, attribute, part)
        return self.text.position(start), self.text.position(end)

    def indexes(self, element: Path | etree._Element, attribute: str | None = None, part: Part = "tag") -> tuple[int, int]:
        """Return the same as `range` as indexes into ``text.data``."""
        node = self.node(element if isinstance(element, tuple) else path_of(element))
        found = self._of_attribute(node, attribute, part) if attribute else self._of_element(node, part)
        return found or NAME.match(self.text.data, node.start).span()  # type: ignore[union-attr] # a start tag is there

    def node(self, path: Path) -> Node:
        """Return the element at *path*, or the nearest one above it that exists."""
        node = self.root
        for number in path:
            if not 1 <= number <= len(node.children):
                return node
            node = node.children[number - 1]
        return node

    def names(self, path: Path) -> tuple[str, ...]:
        """Return the local names of the elements from the root to *path*."""
        return tuple(self.node(path[:depth]).local for depth in range(len(path) + 1))

    def place(self, xpath: str) -> Place:
        """
        Return the place that *xpath* names.

        It reads what libxml2 writes (``/*/*[2]``, ``/tei:TEI/@n``), what XPath's ``path()`` writes
        (``/Q{http://www.tei-c.org/ns/1.0}TEI[1]/@who``) and ``/*:TEI[namespace-uri()='…'][1]``. Where a step leads
        nowhere, the place is the element reached so far.
        """
        path: list[int] = []
        node = Node("", 0, children=[self.root])
        for depth, match in enumerate(STEP.finditer(xpath)):
            if match["attribute"]:
                return Place(tuple(path), match["attribute"])
            if match["kind"]:
                return Place(tuple(path), text=match["kind"] == "text")
            number = self._child(node, match)
            if number is None:
                break
            if depth:
                path.append(number)
            node = node.children[number - 1]
        return Place(tuple(path))

    @cached_property
    def _named(self) -> dict[tuple[int, str], list[int]]:
        """The numbers of the children of a node (by its place) that bear a name, filled as asked for."""
        return {}

    def _child(self, node: Node, step: re.Match[str]) -> int | None:
        """Return the number, among all child elements of *node*, of the one that *step* names."""
        number = int(step["number"] or 1)
        if step["name"] == "*":
            return number if number <= len(node.children) else None
        wanted = f"{step['prefix'] or ''}|{step['uri'] or step['uri2'] or ''}|{step['name']}"
        key = (id(node), wanted)
        if key not in self._named:
            self._named[key] = [i for i, child in enumerate(node.children, 1) if _is_named(child, step)]
        found = self._named[key]
        return found[number - 1] if 1 <= number <= len(found) else None

    def _of_element(self, node: Node, part: Part) -> tuple[int, int] | None:
        tag = TAG.match(self.text.data, node.start)
        if part == "tag" and tag:
            return tag.span()
        if part == "text" and tag:
            return next((place for _, place in self._texts(node, tag.end())), None)
        if part == "end":
            end = TAG.match(self.text.data, node.end)
            return end.span() if end and end[0].startswith(b"</") and tag and tag.end() <= node.end else None
        return None

    def text_after(self, element: Path | etree._Element, children: int) -> tuple[int, int]:
        """Return where the text directly in *element* stands that follows *children* of its child elements, as indexes."""
        path = element if isinstance(element, tuple) else path_of(element)
        tag = TAG.match(self.text.data, self.node(path).start)
        found = self._texts(self.node(path), tag.end()) if tag else iter(())
        return next((place for number, place in found if number >= children), self.indexes(path, part="name"))

    def _texts(self, node: Node, start: int) -> Iterator[tuple[int, tuple[int, int]]]:
        """Yield the texts directly in *node* but blank ones: how many children stand before, and begin and end."""
        for number, child in enumerate((*node.children, None)):
            stop = child.start if child else node.end
            begin = NOT_TEXT.match(self.text.data, start, stop).end()  # type: ignore[union-attr] # it matches nothing too
            if begin < stop:
                end = MARKUP.search(self.text.data, begin, stop)
                yield number, (begin, end.start() if end else stop)
            start = self._after(child) if child else stop

    def _after(self, node: Node) -> int:
        """Return where *node* ends, its end tag included."""
        tag = TAG.match(self.text.data, node.start)
        if tag and tag.end() >= node.end and tag[0].endswith(b"/>"):
            return tag.end()
        end = TAG.match(self.text.data, node.end)
        return end.end() if end else node.end

    def _of_attribute(self, node: Node, attribute: str, part: Part) -> tuple[int, int] | None:
        tag = TAG.match(self.text.data, node.start)
        matches = list(ATTRIBUTE.finditer(self.text.data, node.start, tag.end())) if tag else []
        for same in (_is_attribute, _is_like_attribute):
            for match in matches:
                if same(match[1].decode(), attribute):
                    value = match.span(2) if match[2] is not None else match.span(3)
                    return {"name": match.span(1), "value": value}.get(part, (match.start(1), match.end()))
        return None


def path_of(element: etree._Element) -> Path:
    """Return the path of *element* in its tree."""
    path: list[int] = []
    parent = element.getparent()
    while parent is not None:
        path.append(1 + sum(1 for _ in element.itersiblings("*", preceding=True)))
        element, parent = parent, parent.getparent()
    return tuple(reversed(path))


def path_text(path: Path) -> str:
    """
    Return *path* as the source map writes it.

    >>> path_text((1, 3)), path_text(())
    ('/1/3', '/')
    """
    return "/" + "/".join(map(str, path))


def path_from(text: str) -> Path:
    """
    Return the path that *text* writes.

    >>> path_from("/1/3"), path_from("/")
    ((1, 3), ())
    """
    return tuple(int(number) for number in text.split("/") if number)


def _is_named(node: Node, step: re.Match[str]) -> bool:
    """Tell whether *node* has the name in *step*, as far as that says: a prefix, a namespace, or neither."""
    uri, local, prefix = _parts(node.name)
    if local != step["name"]:
        return False
    wanted = step["uri"] if step["uri"] is not None else step["uri2"]
    if wanted is not None:
        return uri == wanted
    return step["prefix"] in {None, "*", prefix}


def _parts(name: str) -> tuple[str, str, str]:
    """Return namespace, local name and prefix."""
    parts = name.split(" ")
    return ("", parts[0], "") if len(parts) == 1 else (parts[0], parts[1], parts[2] if parts[2:] else "")


def _is_attribute(written: str, wanted: str) -> bool:
    """Tell whether *written* is just what is *wanted*, which may be ``{uri}local`` or ``Q{uri}local`` of XML's namespace."""
    xml = "{http://www.w3.org/XML/1998/namespace}"
    return written == wanted.removeprefix("Q").replace(xml, "xml:")


def _is_like_attribute(written: str, wanted: str) -> bool:
    """Tell whether *written* has the local name that is *wanted* and, like it, a prefix or none."""
    local = re.split(r"[}:]", wanted)[-1]
    return written.rpartition(":")[2] == local and (":" in written) == bool(re.search(r"\{[^}]|:", wanted))
