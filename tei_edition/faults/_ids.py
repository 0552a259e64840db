"""The faults that well-formed XML may still have: ids given twice, and elements nested too deeply."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition.xmlscan import ATTRIBUTE, TAG

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.model import Finding
    from tei_edition.xmlscan import Node
    from tei_edition.xmltext import MarkupText

XML_ID = re.compile(r"[^\W\d][\w.\-·]*")


def _walk(root: Node) -> Iterator[tuple[Node, int]]:
    """Yield every element below *root* in document order, with its depth (1: the root element)."""
    stack = [(child, 1) for child in reversed(root.children)]
    while stack:
        node, depth = stack.pop()
        yield node, depth
        stack.extend((child, depth + 1) for child in reversed(node.children))


def deeper_than(document: Node, depth: int) -> Node | None:
    """Return the first element that is nested more than *depth* deep."""
    return next((node for node, deep in _walk(document) if deep > depth), None)


def faults(text: MarkupText, document: Node) -> Iterator[Finding]:
    """Yield a finding for each ``xml:id`` that is given again or is not a name."""
    first: dict[str, int] = {}
    for node, _ in _walk(document):
        tag = TAG.match(text.data, node.start)
        for match in ATTRIBUTE.finditer(text.data, node.start, tag.end() if tag else node.start):
            if match[1] == b"xml:id":
                number = 2 if match[2] is not None else 3
                value = " ".join(match[number].decode().split())
                yield from _id(text, value, match.span(number), first)


def _id(text: MarkupText, value: str, place: tuple[int, int], first: dict[str, int]) -> Iterator[Finding]:
    if not XML_ID.fullmatch(value):
        advice = "Begin it with a letter or _, and use letters, digits, - _ and . only."
        yield text.finding("xml-id", f'xml:id="{value}" is not a name', advice, *place)
    elif value in first:
        line = text.position(first[value]).line
        yield text.finding(
            "xml-duplicate-id",
            f'xml:id="{value}" is given a second time; the first is in line {line}',
            "Give one of the two another id.",
            *place,
        )
    else:
        first[value] = place[0]
