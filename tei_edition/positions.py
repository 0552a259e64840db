"""
Where everything in an XML file stands: one pass of expat gives line and column for each tag, attribute, value and text.

lxml knows no columns and Saxon-HE no lines; every checker goes through this module. An element is named by its *path*: the
numbers of the child elements that lead to it, from 1, below the root, so that ``()`` is the root and ``(1, 3)`` the third
child element of its first. Lines and columns count from 1, columns in code points.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from tei_edition import xmltext
from tei_edition.xmlscan import ATTRIBUTE, NAME, TAG, Node, scan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from tei_edition.model import Position
    from tei_edition.xmltext import MarkupText

Path = tuple[int, ...]
Part = Literal["tag", "name", "value", "text", "end"]

NOT_TEXT = re.compile(rb"<!\[CDATA\[.*?\]\]>|(?P<skipped><!--.*?-->|<\?.*?\?>)", re.DOTALL)

STEP = re.compile(
    r"/(?:"
    r"@(?P<attribute>(?:Q\{[^}]*\}|[^\s/:@{}]+:)?[^\s/:@{}\[]+)"
    r"|(?P<kind>text|comment|node|processing-instruction)\([^)]*\)(?:\[(?P<count>\d+)\])?"
    r"|(?:Q\{(?P<uri>[^}]*)\}|(?P<prefix>[^\s/:@{}\[\]()]+):)?(?P<name>[^\s/:@{}\[\]()]+)"
    r"(?:\[namespace-uri\(\)='(?P<uri2>[^']*)'\])?(?:\[(?P<number>\d+)\])?"
    r")"
)


@dataclass(frozen=True, slots=True)
class Place:
    """What a checker names: an element by its path, or its *attribute*, or its text node number *text* (0: none)."""

    path: Path
    attribute: str | None = None
    text: int = 0


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
                return Place(tuple(path), text=int(match["count"] or 1) if match["kind"] == "text" else 0)
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
            return next(filter(None, (self._trimmed(place) for _, place in self._texts(node))), None)
        if part == "end":
            end = TAG.match(self.text.data, node.end)
            return end.span() if end and end[0].startswith(b"</") and tag and not tag[0].endswith(b"/>") else None
        return None

    def text_after(self, element: Path | etree._Element, children: int) -> tuple[int, int]:
        """Return where the text directly in *element* stands that follows *children* of its child elements, as indexes."""
        path = element if isinstance(element, tuple) else path_of(element)
        found = (place for number, place in self._texts(self.node(path)) if number >= children)
        return next(filter(None, map(self._trimmed, found)), self.indexes(path, part="name"))

    def text_number(self, element: Path | etree._Element, number: int) -> tuple[int, int]:
        """Return where text node *number* (from 1, as XPath counts) of *element* stands, as indexes."""
        path = element if isinstance(element, tuple) else path_of(element)
        places = [place for _, place in self._texts(self.node(path))]
        trimmed = self._trimmed(places[number - 1]) if 1 <= number <= len(places) else None
        return trimmed or self.indexes(path, part="name")

    def _texts(self, node: Node) -> Iterator[tuple[int, tuple[int, int]]]:
        """Yield the text nodes of *node*, blank ones as well: how many child elements stand before, and begin and end."""
        tag = TAG.match(self.text.data, node.start)
        start = tag.end() if tag else node.start
        for number, child in enumerate((*node.children, None)):
            stop = child.start if child else node.end
            for match in NOT_TEXT.finditer(self.text.data, start, stop):
                if match.lastgroup:
                    yield from [(number, (start, match.start()))] if start < match.start() else []
                    start = match.end()
            yield from [(number, (start, stop))] if start < stop else []
            start = self.after(child) if child else stop

    def _trimmed(self, place: tuple[int, int]) -> tuple[int, int] | None:
        """Return *place* without the blanks at both ends; None where there are only blanks."""
        text = self.text.data[slice(*place)]
        begin = place[0] + len(text) - len(text.lstrip())
        end = place[1] - len(text) + len(text.rstrip())
        return (begin, end) if begin < end else None

    def inside(self, node: Node) -> tuple[int, int]:
        """Return where the content of *node* begins and ends, as indexes."""
        tag = TAG.match(self.text.data, node.start)
        start = tag.end() if tag else node.start
        return start, max(start, node.end)

    def after(self, node: Node) -> int:
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
