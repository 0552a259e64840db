"""The tree of a schema as it was read, from either syntax, before it is simplified; and the faults found in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from tei_edition.relaxng.messages.findings import Finding, SchemaError
from tei_edition.relaxng.reading.wording import compact

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tei_edition.model import Position
    from tei_edition.xmltext import MarkupText

RNG = "http://relaxng.org/ns/structure/1.0"
"""The namespace of the XML syntax."""

NAMED = frozenset({"element", "attribute"})
"""What can begin with a class of names."""


class SchemaText(Protocol):
    """The text of one file of a schema."""

    @property
    def name(self) -> str:
        """The file's name for messages."""

    def position(self, at: int) -> tuple[int, int]:
        """Return line and column, from 1, of what stands at *at*."""

    def attribute(self, at: int, name: str) -> int:
        """Return where the attribute *name* of the element at *at* stands, or *at*."""


@dataclass(frozen=True)
class XmlText:
    """The text of a schema in the XML syntax; places are indexes into its bytes."""

    text: MarkupText

    @property
    def name(self) -> str:
        """The file's name for messages."""
        return self.text.name

    def position(self, at: int) -> tuple[int, int]:
        """Return line and column, from 1, of what stands at *at*."""
        place: Position = self.text.position(at)
        return place.line, place.column

    def attribute(self, at: int, name: str) -> int:
        """Return where the attribute *name* of the element at *at* stands, or *at*."""
        before = rb"""<[^\s/>]+(?:\s+[^\s=]+\s*=\s*(?:"[^"]*"|'[^']*'))*?\s+"""
        found = re.compile(before + b"(%b)\\s*=" % re.escape(name).encode()).match(self.text.data, at)
        return found.start(1) if found else at


@dataclass(frozen=True)
class CompactText:
    """The text of a schema in the compact syntax; places are indexes into its characters."""

    name: str
    text: str

    @cached_property
    def _line_starts(self) -> tuple[int, ...]:
        return (0, *(match.end() for match in re.finditer(r"\r\n|\n|\r", self.text)))

    def position(self, at: int) -> tuple[int, int]:
        """Return line and column, from 1, of what stands at *at*."""
        line = bisect_right(self._line_starts, at)
        return line, at - self._line_starts[line - 1] + 1

    def attribute(self, at: int, name: str) -> int:  # noqa: ARG002 - the compact syntax has no attributes
        """Return *at*."""
        return at


@dataclass(eq=False, slots=True)
class Node:
    """
    A construct of a schema, named by *kind* as the XML syntax names it.

    *file* and *at* tell where it begins; *attributes* are those of RELAX NG; *text* is the content of ``name``, ``value`` and
    ``param``. *library* is the ``datatypeLibrary`` in force, *namespaces* are those in scope. *doc* is its ``a:documentation``
    and *default* the ``a:defaultValue`` of an attribute.
    """

    kind: str
    at: int
    file: SchemaText
    attributes: dict[str, str]
    namespaces: Mapping[str, str]
    library: str = ""
    children: list[Node] = field(default_factory=list)
    text: str = ""
    doc: str = ""
    default: str | None = None

    @property
    def name(self) -> str:
        """The ``name`` attribute, without the blanks round it."""
        return self.attributes.get("name", "").strip()

    def descendants(self) -> Iterator[Node]:
        """Yield it and all that stands in it."""
        todo = [self]
        while todo:
            node = todo.pop()
            yield node
            todo.extend(reversed(node.children))

    def patterns(self) -> list[Node]:
        """Return the children but a class of names."""
        return self.children[1:] if self.kind in NAMED and "name" not in self.attributes else self.children

    def __str__(self) -> str:
        return f"<{self.kind}>"


@dataclass(frozen=True)
class Faults:
    """The faults found in a schema, gathered."""

    found: dict[tuple[str, int, int, str], Finding] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.found)

    def add(self, node: Node, code: str, message: str, advice: str = "", attribute: str = "") -> None:
        """Add a fault at *node*, or at its *attribute*."""
        at = node.file.attribute(node.at, attribute) if attribute else node.at
        if isinstance(node.file, CompactText):
            message, advice = compact(message), compact(advice)
        self.put(node.file.name, node.file.position(at), code, message, advice)

    def put(self, file: str, place: tuple[int, int], code: str, message: str, advice: str = "") -> None:
        """Add a fault at a line and column of *file*."""
        finding = Finding(file, *place, code, f"{message}.", advice)
        self.found.setdefault((file, *place, message), finding)

    def sorted(self) -> tuple[Finding, ...]:
        """Return them in the order of files and lines."""
        files = list(dict.fromkeys(file for file, *_ in self.found))
        return tuple(self.found[key] for key in sorted(self.found, key=lambda key: (files.index(key[0]), key[1:])))

    def check(self) -> None:
        """Raise `SchemaError` if there is any."""
        if self.found:
            raise SchemaError(self.sorted())
