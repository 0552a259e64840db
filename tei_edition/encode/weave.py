"""
The forest and the untouched text to a TEI `text` element.

Every character comes from the source. Containers are indented, blocks are not; what markup cannot carry stands in instructions.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from lxml import etree

from tei_edition.encode import instruction, layout, marks
from tei_edition.encode.content import LABELS, TEXTLESS, allowed
from tei_edition.encode.structure import Container

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tei_edition.encode.forest import Node
    from tei_edition.encode.ids import Ids
    from tei_edition.encode.leaves import Leaf
    from tei_edition.model import Attributes, Source, Span

TEI = "http://www.tei-c.org/ns/1.0"
NSMAP: Any = {None: TEI}
XML = "http://www.w3.org/XML/1998/namespace"
LANG = f"{{{XML}}}lang"
ID = f"{{{XML}}}id"
PLACE = "#@"
"""An attribute's value ``#@123`` points at the block that begins at offset 123, whose id only the weave knows."""

BREAK = re.compile(r"\r\n|[\n\r\f]")


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an element came from: its range in the transcript and, where a rule made it, the span."""

    element: etree._Element
    start: int
    end: int
    span: Span | None


@dataclass
class Woven:
    """The `text` element, the marks its header must declare, and the origin of each element."""

    text: etree._Element
    marks: marks.Marks
    origins: list[Origin] = field(default_factory=list)


def weave(source: Source, body: Container, leaves: Sequence[Leaf], ids: Ids) -> Woven:
    """Return the TEI of *body*, whose blocks are *leaves* of *source*."""
    text = etree.Element(f"{{{TEI}}}text", {f"{{{XML}}}space": "preserve"}, nsmap=NSMAP)
    woven = Woven(text, marks.choose(use for leaf in leaves for use in _uses(source, leaf.root)))
    weaver = _Weaver(source, woven, layout.of(source, leaves), ids)
    values = weaver.layout.values()
    if values:
        text.append(instruction.make(values))
    weaver.container(text, body, 2)
    _indent(text, 1)
    return woven


def _uses(source: Source, node: Node) -> Iterator[marks.Use]:
    """Return how *node* and what it holds are marked in print; a page break is not, whose words differ from page to page."""
    if node.piece.element != "pb" and (not node.chain or node.chain[0] is node):
        low, _ = node.inner
        last = node.chain[-1] if node.chain else node
        pair = source.text[node.start : low], source.text[last.inner[1] : last.end]
        yield node.piece.element, node.piece.attributes, pair
    for child in node.children:
        yield from _uses(source, child)


@dataclass
class _Weaver:
    """
    One transcript on its way into a tree.

    *at* is where the last block ended, *joined* whether it was a speaker's label, *paged* whether a page's number.
    """

    source: Source
    woven: Woven
    layout: layout.Layout
    ids: Ids
    at: int | None = None
    joined: bool = True
    paged: bool = False

    def container(self, parent: etree._Element, container: Container, depth: int) -> None:
        """Append *container* and all its blocks to *parent*."""
        element = self._element(parent, container.element, container.attributes, self.ids.of(container))
        for child in container.children:
            if isinstance(child, Container):
                self.container(element, child, depth + 1)
            else:
                self._leaf(element, child)
        leaves = list(container.leaves())
        start, end = (leaves[0].root.start, leaves[-1].root.end) if leaves else (0, 0)
        self.woven.origins.append(Origin(element, start, end, None))
        _indent(element, depth)

    def _leaf(self, parent: etree._Element, leaf: Leaf) -> None:
        """Append the block *leaf*, after what parts it from the block before."""
        start, end = leaf.root.start, leaf.root.end
        gap = "" if self.at is None else self.source.text[self.at : start]
        told = leaf.element == "pb" or self.paged
        for _ in range(gap.count("\f") - told):
            page = self._element(parent, "pb", (), None)
            if etree.QName(parent).localname == "row":
                parent.addprevious(page)
        if not self.joined and gap != self.layout.between:
            parent.append(instruction.make({"between": gap}))
        self._node(parent, leaf.root, self.ids.of(leaf))
        self.at, self.joined, self.paged = end, leaf.element in LABELS, leaf.element == "pb"

    def _element(self, parent: etree._Element, name: str, attributes: Attributes, id_: str | None) -> etree._Element:
        """Append an empty element to *parent* and return it."""
        named = ((LANG if key == "xml:lang" else key, value) for key, value in attributes)
        values = {key: f"#{self.ids.at[int(value[2:])]}" if value.startswith(PLACE) else value for key, value in named}
        element = etree.SubElement(parent, f"{{{TEI}}}{name}", values)
        if id_:
            element.set(ID, id_)
        return element

    def _node(self, parent: etree._Element, node: Node, id_: str | None = None) -> etree._Element:
        """Append *node* with its text and marks to *parent*."""
        element = self._element(parent, node.piece.element, node.piece.attributes, id_ or self.ids.of(node))
        self._chain(element, node)
        self.woven.origins.append(Origin(element, node.start, node.end, node.span))
        before, after = self._exceptions(element, node)
        tail = instruction.make({"before": before}) if before is not None else None
        if tail is not None:
            element.append(tail)
        self._content(element, node, tail)
        if after is not None:
            element.append(instruction.make({"after": after}))
        return element

    def _content(self, element: etree._Element, node: Node, last: etree._Element | None) -> None:
        """Append the text and the children of *node* to *element*."""
        at, end = node.inner
        for child in node.children:
            last = self._text(element, at, child.start, last)
            last = self._node(element, child)
            at = child.end
        self._text(element, at, end, last)

    def _chain(self, element: etree._Element, node: Node) -> None:
        """Point at the parts before and after *node*, where it was cut."""
        if len(node.chain) > 1:
            at = node.chain.index(node)
            for name, near in (("prev", at - 1), ("next", at + 1)):
                if 0 <= near < len(node.chain):
                    element.set(name, f"#{self.ids.of(node.chain[near])}")

    def _exceptions(self, element: etree._Element, node: Node) -> tuple[str | None, str | None]:
        """Return the marks that differ from what the header will declare."""
        before, after = self.woven.marks.of(node.piece.element, node.piece.attributes)
        expected = "" if element.get("prev") else before, "" if element.get("next") else after
        low, high = node.inner
        printed = self.source.text[node.start : low], self.source.text[high : node.end]
        left, right = (mark if mark != usual else None for mark, usual in zip(printed, expected, strict=True))
        return left, right

    def _text(self, element: etree._Element, start: int, end: int, last: etree._Element | None) -> etree._Element | None:
        """Append the characters of ``[start, end)``; return the node after which more is to be appended."""
        at = start
        for match in BREAK.finditer(self.source.text, start, end):
            _append(element, last, self.source.text[at : match.start()])
            at = match.end()
            if match[0] == "\f":
                local = etree.QName(element).localname
                if local not in TEXTLESS and allowed(local, "pb") and not _is_page(last):
                    self._element(element, "pb", (), None)
                last = instruction.make({"text": "\f"})
                element.append(last)
                continue
            if match.start() in self.source.joined:
                last = instruction.make({"joined": match[0]})
                element.append(last)
                _append(element, last, " ")
                continue
            if match[0] != self.layout.newline:
                last = instruction.make({"eol": match[0]})
                element.append(last)
            _append(element, last, "\n")
        _append(element, last, self.source.text[at:end])
        return last


def _is_page(last: etree._Element | None) -> bool:
    """Tell whether *last* is the number of a page in print, with nothing but blanks after it."""
    return last is not None and len(last) > 0 and etree.QName(last).localname == "pb" and not (last.tail or "").strip()


def _append(element: etree._Element, last: etree._Element | None, text: str) -> None:
    """Append *text* to *element*, after its child *last*."""
    if not text:
        return
    if last is None:
        element.text = (element.text or "") + text
    else:
        last.tail = (last.tail or "") + text


def _indent(element: etree._Element, depth: int) -> None:
    """Put each child of a container on a line of its own."""
    previous = None
    for child in element:
        _append(element, previous, "\n" + "  " * (depth + 1))
        previous = child
    if previous is not None:
        _append(element, previous, "\n" + "  " * depth)
