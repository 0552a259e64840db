"""One pass of expat over XML: where each element begins and ends, and where and why the XML breaks off."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from xml.parsers import expat

TAG = re.compile(rb"""</?[^>"']*(?:"[^"]*"[^>"']*|'[^']*'[^>"']*)*>""")
NAME = re.compile(rb"""</?([^\s/>]*)""")
ATTRIBUTE = re.compile(rb"""\s([^\s=<>/"']+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")


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
