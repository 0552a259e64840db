"""
The transcript again, from the TEI alone: the exact inverse of the weave.

The header's `rendition` declarations say which marks the markup replaced, the ``<?transcript ...?>`` instructions what markup cannot
carry. No profile and no settings are needed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Self

from lxml import etree

from tei_edition.encode import instruction, layout, marks
from tei_edition.encode.content import CONTAINERS, LABELS
from tei_edition.encode.weave import TEI
from tei_edition.errors import MarkupError
from tei_edition.model import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

TEXT = f"{{{TEI}}}text"
RENDITION = f"{{{TEI}}}rendition"
HOLDERS = frozenset(f"{{{TEI}}}{name}" for name in CONTAINERS | {"front", "back", "group"})
SILENT = frozenset(f"{{{TEI}}}{name}" for name in ("pb", "milestone", "cb", "gb"))
LINED = frozenset(f"{{{TEI}}}{name}" for name in LABELS)


def text(tree: etree._ElementTree) -> bytes:
    """
    Return the bytes of the transcript that *tree* encodes.

    Raises `MarkupError` where the tree is no TEI with a `text`, or its encoding is not known.
    """
    characters, how = characters_of(tree)
    try:
        return bytes.fromhex(how.bom) + characters.encode(how.encoding)
    except (LookupError, UnicodeEncodeError, ValueError) as error:
        name = tree.docinfo.URL or "the TEI"
        raise MarkupError.at(
            Finding(name, "transcript", f"its text cannot be written in the encoding {how.encoding!r}.",
                    "Correct the first <?transcript?> instruction, or the character that was put in."),
        ) from error


def places_of(tree: etree._ElementTree) -> dict[etree._Element, tuple[int, int]]:
    """
    Return where each element of a block in *tree*, marks included, stands in `characters_of` it: start and end (exclusive).

    Raises `MarkupError` where the tree is no TEI with a `text`.
    """
    starts: dict[etree._Element, int] = {}
    places: dict[etree._Element, tuple[int, int]] = {}
    reader = _read(tree)
    at = len(reader.layout.start)
    for part in reader.parts:
        if isinstance(part, _Edge) and part.element in starts:
            places[part.element] = starts.pop(part.element), at
        elif isinstance(part, _Edge):
            starts[part.element] = at
        at += len(part)
    return places


def characters_of(tree: etree._ElementTree) -> tuple[str, layout.Layout]:
    """Return the characters of the transcript that *tree* encodes, and its layout."""
    reader = _read(tree)
    start, end = reader.layout.start, reader.layout.end
    return "".join([start, *reader.parts, end]), reader.layout


def _read(tree: etree._ElementTree) -> _Reader:
    """Return the reader that has read *tree*. Raises `MarkupError` where it has no `text`."""
    root = tree.getroot().find(TEXT)
    if root is None:
        raise MarkupError.at(
            Finding(tree.docinfo.URL or "the TEI", "transcript", "has no `text` element.", "Give a TEI file with a `text`."),
        )
    first = next((instruction.read(node) for node in root if instruction.read(node)), {})
    reader = _Reader(marks.read(tree.iter(RENDITION)), layout.read(first))
    reader.walk(root)
    return reader


class _Edge(str):
    """No character at all, where an *element* begins or ends."""

    __slots__ = ("element",)

    def __init__(self, element: etree._Element) -> None:
        """Stand at an edge of *element*."""
        super().__init__()
        self.element = element

    def __new__(cls, _: etree._Element) -> Self:
        """Return an empty text."""
        return super().__new__(cls)


@dataclass
class _Reader:
    """What has been read so far: *parts* of the text, and what stands before the next block."""

    marks: marks.Marks
    layout: layout.Layout
    parts: list[str] = field(default_factory=list)
    between: str | None = None
    joined: bool = True

    def walk(self, holder: etree._Element) -> None:
        """Read the blocks of a container, whose white space is layout."""
        for node in holder:
            if isinstance(node, instruction.Instruction):
                self.between = instruction.read(node).get("between", self.between)
            elif not isinstance(node.tag, str) or (node.tag in SILENT and not any(map(instruction.read, node))):
                continue
            elif node.tag in HOLDERS and not _has_text(node):
                self.walk(node)
            else:
                self._block(node)

    def _block(self, element: etree._Element) -> None:
        """Read one block, after what parts it from the block before."""
        if not self.joined:
            self.parts.append(self.layout.between if self.between is None else self.between)
        self.between = None
        self.parts.extend(self._element(element))
        self.joined = element.tag in LINED

    def _element(self, element: etree._Element) -> Iterator[str]:
        """Return the characters of *element*, its marks included."""
        before, after = self._marks(element)
        content = [*self._line_ends(element.text, self.layout.newline)]
        for node in element:
            values = instruction.read(node)
            before, after = values.get("before", before), values.get("after", after)
            content.append(values.get("text", ""))
            if isinstance(node.tag, str):
                content.extend(self._element(node))
            tail = node.tail
            if "joined" in values:
                content.append(values["joined"])
                tail = (tail or "").removeprefix(" ")
            content.extend(self._line_ends(tail, values.get("eol", self.layout.newline)))
        yield _Edge(element)
        yield before
        yield from content
        yield after
        yield _Edge(element)

    def _marks(self, element: etree._Element) -> tuple[str, str]:
        """Return the marks that the header declares for *element*."""
        attributes = [(str(name), str(value)) for name, value in element.attrib.items()]
        before, after = self.marks.of(etree.QName(element).localname, attributes)
        return "" if "prev" in element.attrib else before, "" if "next" in element.attrib else after

    def _line_ends(self, characters: str | None, first: str) -> Iterator[str]:
        """Return *characters* with the line ends of the transcript, the first of them as *first*."""
        if characters:
            head, *rest = characters.split("\n")
            yield head
            for number, line in enumerate(rest):
                yield self.layout.newline if number else first
                yield line


def _has_text(holder: etree._Element) -> bool:
    """Tell whether characters stand directly in *holder*, as a person may write them in an `opener`: then it is a block itself."""
    return any(part and part.strip() for part in (holder.text, *(child.tail for child in holder)))
