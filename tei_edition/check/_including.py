"""
Including: XInclude 1.0 (W3C) as far as files of a project go. Nothing is fetched, nothing outside the project is read.

Whole files, elements by their id (``xpointer="p1"`` or ``element(p1/2)``), texts (``parse="text"``) and ``xi:fallback`` are
read. What is put in stands there as it is in its file; ``xml:base`` is not added.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tei_edition import xml, xmltext
from tei_edition.check import _inclusions as inclusions
from tei_edition.check._inclusions import NAMESPACE, Inclusion, Refused
from tei_edition.check._whole import Piece, Whole
from tei_edition.positions import Positions
from tei_edition.xmlscan import NAME, TAG, Node

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tei_edition.model import Finding
    from tei_edition.xmltext import MarkupText

MARK = NAMESPACE.encode()
"""A file without it includes nothing."""

LARGEST = 100_000_000
"""No whole is larger (bytes): files that include each other twice over grow without end."""

DECLARATION = re.compile(rb"\s*<\?xml\s.*?\?>", re.DOTALL)
XMLNS = re.compile(rb"""\s(xmlns(?::[^\s=]+)?)\s*=\s*("[^"]*"|'[^']*')""")
CDATA_END = b"]]>"


@dataclass(frozen=True)
class _File:
    """An XML file that is read: its *positions*, and where it stands (None: nowhere)."""

    positions: Positions
    path: Path | None

    @property
    def text(self) -> MarkupText:
        return self.positions.text

    @property
    def document(self) -> Node:
        return Node("", 0, len(self.text.data), [self.positions.root])


def whole(text: MarkupText, path: Path | None, unsaved: Mapping[Path, bytes]) -> Whole:
    """
    Return *text*, the XML at *path* (None: nowhere), with all that it includes.

    *unsaved* holds files, by their full paths, that are not to be read from the disk. Raises `MarkupError` where the text or
    a file that it includes is not well-formed.
    """
    made = _Making(inclusions.project(path), unsaved)
    first = made.read_xml(text, path)
    made.stretch(first, first.document, 0, len(text.data))
    name = f"{text.name} with what it includes"
    return Whole(xmltext.MarkupText(name, b"".join(made.parts)), tuple(made.pieces), made.folders, tuple(made.faults))


class _Making:
    """A whole in the making, of files in the folder *project*."""

    def __init__(self, project: Path, unsaved: Mapping[Path, bytes]) -> None:
        self.project = project
        self.unsaved = unsaved
        self.parts: list[bytes] = []
        self.pieces: list[Piece] = []
        self.faults: list[Finding] = []
        self.folders: dict[str, Path] = {}
        self.size = 0
        self.files: dict[Path, _File] = {}
        self.open: list[tuple[Path | None, int]] = []

    def read_xml(self, text: MarkupText, path: Path | None) -> _File:
        """Return the file at *path*, which holds *text*."""
        xml.parse_text(text)
        self.folders[text.name] = path.parent if path else Path()
        return _File(Positions.read(text), path.resolve() if path else None)

    def stretch(self, file: _File, node: Node, start: int, end: int) -> None:
        """Put what stands in *file* from *start* to *end*, where *node* is, with what is included in it."""
        self.open.append((file.path, node.start if node.name else -1))
        for one in _within(node):
            self._put(file.text, start, one.start)
            start = file.positions.after(one)
            self._include(file, one)
        self._put(file.text, start, end)
        self.open.pop()

    def _put(self, text: MarkupText, start: int, end: int) -> None:
        """Put a stretch of *text* as it is."""
        self._add(text.parsed[start:end], Piece(self.size, text, start))

    def _make(self, data: bytes, text: MarkupText, index: int) -> None:
        """Put *data*, which stands nowhere, for the thing at *index* of *text*."""
        self._add(data, Piece(self.size, text, index, made=True))

    def _add(self, data: bytes, piece: Piece) -> None:
        if data:
            self.parts.append(data)
            self.pieces.append(piece)
            self.size += len(data)

    def _include(self, file: _File, node: Node) -> None:
        """Put what the ``xi:include`` at *node* of *file* asks for, else its fallback, else note why that is not possible."""
        asked = inclusions.read(file.text, node)
        try:
            self._asked(file, asked)
        except Refused as refused:
            fallback = next((child for child in node.children if child.name.startswith(f"{NAMESPACE} fallback")), None)
            if fallback is None or refused.code in {"include-loop", "include-form"}:
                self.faults.append(file.text.finding(refused.code, refused.message, refused.advice, *asked.place(refused.attribute)))
            else:
                self.stretch(file, fallback, *file.positions.inside(fallback))

    def _asked(self, file: _File, asked: Inclusion) -> None:
        asked.check()
        path = inclusions.place(asked, file.path, self.project, self.unsaved) if asked.href else file.path
        if self.size > LARGEST:
            raise Refused("include-size", "what is included here is too large to be checked as one", "Check its parts one by one.")
        name = inclusions.name(file.text.name, asked.href)
        if asked.parse == "text":
            self._text(xml.read(path) if path else b"", name, asked)
            return
        included = self._file(path, name) if path else file
        node = inclusions.element(included.positions, asked.xpointer, name) if asked.xpointer else included.document
        if (included.path, node.start if node.name else -1) in self.open:
            raise Refused("include-loop", f"{name} includes itself by this", "Take one of the two inclusions out.")
        self._element(included, node)

    def _file(self, path: Path, name: str) -> _File:
        if path not in self.files:
            data = self.unsaved.get(path)
            self.files[path] = self.read_xml(xmltext.read(xml.read(path) if data is None else data, name), path)
        return self.files[path]

    def _element(self, file: _File, node: Node) -> None:
        """Put an element, or a whole file without its declaration, with the namespaces that hold where it stands."""
        root = node if node.name else file.positions.root
        start, end = (root.start, file.positions.after(root)) if node.name else (_beginning(file.text), len(file.text.data))
        name = NAME.match(file.text.data, root.start)
        if name and not root.name.startswith(f"{NAMESPACE} "):
            self._put(file.text, start, name.end())
            self._make(_declared(file, root), file.text, root.start)
            start = name.end()
        self.stretch(file, node, start, end)

    def _text(self, data: bytes, name: str, asked: Inclusion) -> None:
        """Put a text as characters."""
        text = inclusions.plain(data, name, asked)
        start = 0
        while start < len(text.data):
            stop = text.data.find(CDATA_END, start)
            stop = len(text.data) if stop < 0 else stop + 2
            self._make(b"<![CDATA[", text, start)
            self._put(text, start, stop)
            self._make(CDATA_END, text, stop)
            start = stop


def _within(node: Node) -> Iterator[Node]:
    """Yield the inclusions in *node*, but those in a fallback."""
    for child in node.children:
        if child.name.startswith(f"{NAMESPACE} include"):
            yield child
        else:
            yield from _within(child)


def _beginning(text: MarkupText) -> int:
    """Return where *text* goes on after its XML declaration."""
    found = DECLARATION.match(text.data)
    return found.end() if found else 0


def _declared(file: _File, node: Node) -> bytes:
    """
    Return the declarations of the namespaces that hold for *node*, but those in its own tag.

    Where it has none by default, that is declared too: what stands round it in another file may have one.
    """
    found: dict[bytes, bytes] = {}
    for one in _round(file.positions.root, node):
        tag = TAG.match(file.text.data, one.start)
        found |= {match[1]: match[2] for match in XMLNS.finditer(tag[0])} if tag else {}
    own = TAG.match(file.text.data, node.start)
    written = {match[1] for match in XMLNS.finditer(own[0])} if own else set()
    found.setdefault(b"xmlns", b'""')
    return b"".join(b" %s=%s" % pair for pair in found.items() if pair[0] not in written)


def _round(root: Node, node: Node) -> Iterator[Node]:
    """Yield the elements round *node*, the outermost first."""
    while root is not node:
        yield root
        root = next(child for child in reversed(root.children) if child.start <= node.start)
