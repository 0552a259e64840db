"""Passages: what stands between two places of a TEI tree, as elements of its own."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass

from lxml import etree


@dataclass(frozen=True, slots=True)
class Span:
    """A part of a tree: from the place *low* to the place *high* (exclusive); *first* is the element that it begins with."""

    first: etree._Element
    low: int
    high: int


class Places:
    """
    Where each element, comment and instruction below *root* opens and closes, in even numbers.

    The text in an element stands at the place after the one where it opens, the text behind it after the one where it closes.
    """

    def __init__(self, root: etree._Element) -> None:
        self.opens: dict[etree._Element, int] = {}
        self.closes: dict[etree._Element, int] = {}
        for number, (event, node) in enumerate(etree.iterwalk(root, events=("start", "end", "comment", "pi"))):
            if event != "end":
                self.opens[node] = 2 * number
            if event != "start":
                self.closes[node] = 2 * number
        self.root = root

    def whole(self, element: etree._Element) -> Span:
        """Return the span of *element*."""
        return Span(element, self.opens[element], self.closes[element] + 1)

    def fill(self, holder: etree._Element, span: Span) -> None:
        """Put a copy of what stands in *span* into *holder*, within as many of its ancestors as both of its ends have not in common."""
        home = span.first.getparent()
        while home is not None and self.closes[home] < span.high:
            home = home.getparent()
        if home is None:
            holder.append(self._part(span.first, span))
        else:
            self._contents(holder, home, span)

    def _part(self, node: etree._Element, span: Span) -> etree._Element:
        """Return a copy of as much of *node* as is in *span*, without what follows it."""
        if span.low <= self.opens[node] and self.closes[node] < span.high:
            copy = deepcopy(node)
            copy.tail = None
            return copy
        copy = etree.Element(node.tag, dict(node.attrib), nsmap=node.nsmap)  # type: ignore[arg-type, misc]
        self._contents(copy, node, span)
        return copy

    def _contents(self, copy: etree._Element, node: etree._Element, span: Span) -> None:
        """Put as much of the contents of *node* into *copy* as is in *span*."""
        if span.low <= self.opens[node] + 1 < span.high:
            copy.text = node.text
        for child in node:
            if self.closes[child] + 1 < span.low:
                continue
            if self.opens[child] >= span.high:
                break
            if self.closes[child] < span.low:
                _add_text(copy, child.tail)
                continue
            part = self._part(child, span)
            copy.append(part)
            if self.closes[child] + 1 < span.high:
                part.tail = child.tail


def _add_text(element: etree._Element, text: str | None) -> None:
    """Add *text* at the end of *element*, which has no child."""
    element.text = (element.text or "") + (text or "")
