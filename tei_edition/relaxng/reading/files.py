"""Reading all files of a schema into one tree: `externalRef` (section 4.6 of the specification) and `include` (4.7)."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin, urlsplit

from tei_edition import xmltext
from tei_edition.errors import MarkupError, ToolError
from tei_edition.relaxng.grammar.patterns import SourceFile
from tei_edition.relaxng.messages.findings import Finding, SchemaError
from tei_edition.relaxng.reading import rnc, rng, syntax
from tei_edition.relaxng.reading.tree import Node

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.relaxng.reading.tree import Faults

MOST = 1000
"""So many files are read for one schema; the same one as often as it is referred to."""


@dataclass
class Files:
    """The files of a schema: *read* are those read so far, *open* the URIs of those being read, the outermost first."""

    faults: Faults
    read: list[SourceFile] = field(default_factory=list)
    open: list[str] = field(default_factory=list)

    def load(self, path: Path) -> Node | None:
        """Return the tree of the schema at *path*, what it refers to included. Raises `SchemaError`, `OSError`."""
        return self._load(path.absolute().as_uri(), str(path), path.read_bytes())

    def parse(self, data: bytes, name: str, base: str = "") -> Node | None:
        """Return the tree of the schema in *data*, which *name* and *base* (a URI or a path) stand for."""
        uri = base if "://" in base else Path(base or name).absolute().as_uri()
        return self._load(uri, name, data)

    def _load(self, uri: str, name: str, data: bytes) -> Node | None:
        self.read.append(SourceFile(name, hashlib.sha256(data).hexdigest()))
        root = self._tree(uri, name, data)
        if root is not None and not self.faults:
            self.open.append(uri)
            root = self._expanded(root)
            self.open.pop()
        return root

    def _tree(self, uri: str, name: str, data: bytes) -> Node | None:
        if is_compact(name, data):
            return rnc.read(data, name, uri, self.faults)
        try:
            root = rng.read(xmltext.read(data, name), uri, self.faults)
        except MarkupError as error:
            raise SchemaError(tuple(_converted(error))) from None
        if root is not None:
            syntax.check(root, self.faults)
        return root

    def _expanded(self, node: Node) -> Node:
        """Return *node* with the files it refers to in it."""
        if node.kind == "externalRef":
            return self._external(node)
        for index, child in enumerate(node.children):
            if child.children or child.kind in {"externalRef", "include"}:
                node.children[index] = self._expanded(child)
        return self._included(node) if node.kind == "include" else node

    def _external(self, node: Node) -> Node:
        root = self._referenced(node)
        if root is None:
            return node
        if root.kind not in syntax.PATTERNS:
            self.faults.add(node, "schema-reference", f"{node.attributes['href']} is not a pattern", "", "href")
        if "ns" in node.attributes:
            root.attributes.setdefault("ns", node.attributes["ns"])
        return root

    def _included(self, node: Node) -> Node:
        """Return the ``div`` for an ``include``."""
        grammar = self._referenced(node)
        if grammar is None:
            return node
        if grammar.kind != "grammar":
            message = f"{node.attributes['href']} is not a grammar but a {grammar}"
            self.faults.add(node, "schema-reference", message, "Refer to it by <externalRef>.", "href")
            return node
        for name in dict.fromkeys(_component(part) for part in _components(node)):
            if not _remove(grammar, name):
                what = f"no definition of {name}" if name else "no <start>"
                over = next(part for part in _components(node) if _component(part) == name)
                message = f"{node.attributes['href']} has {what} that this could replace"
                self.faults.add(over, "schema-reference", message, "Write it outside of the <include>.")
        grammar.kind = "div"
        inner = {key: value for key, value in node.attributes.items() if key == "ns"}
        return Node("div", node.at, node.file, inner, node.namespaces, node.library, [grammar, *node.children])

    def _referenced(self, node: Node) -> Node | None:
        """Return the tree of the file that *node* names; None with a fault where there is none."""
        href = node.attributes["href"]
        uri = urljoin(node.attributes.get("base", ""), href.strip())
        parts = urlsplit(uri)
        if parts.scheme not in {"", "file"}:
            advice = "Keep it beside the schema: nothing is fetched."
            self.faults.add(node, "schema-reference", f"{href} is not a file here", advice, "href")
            return None
        if uri in self.open:
            self.faults.add(node, "schema-reference", f"{href} comes back to itself", "A file cannot hold itself.", "href")
            return None
        if len(self.read) == MOST:
            message = f"more than {MOST} files are read"
            self.faults.add(node, "schema-reference", message, "One that refers to another twice makes it two.", "href")
            return None
        path = Path(unquote(parts.path))
        try:
            data = path.read_bytes()
        except (OSError, ValueError) as error:
            why = getattr(error, "strerror", None) or str(error)
            self.faults.add(node, "schema-reference", f"{href} cannot be read ({why})", "Name a file that is there.", "href")
            return None
        return self._load(uri, str(path), data)


def is_compact(name: str, data: bytes) -> bool:
    """Tell whether *data* is in the compact syntax: its *name* says so, or else it does not begin as XML does."""
    if name.endswith((".rng", ".rnc")):
        return name.endswith(".rnc")
    return not data.removeprefix(b"\xef\xbb\xbf").replace(b"\0", b"").lstrip(b"\xff\xfe \t\r\n").startswith(b"<")


def _converted(error: ToolError) -> Iterator[Finding]:
    for finding in error.findings:
        line, column = (finding.start.line, finding.start.column) if finding.start else (0, 0)
        yield Finding(finding.path, line, column, finding.code, finding.message, finding.advice)


def _components(node: Node) -> Iterator[Node]:
    """Yield what a ``grammar`` or ``include`` defines, in any ``div``."""
    for child in node.children:
        if child.kind == "div":
            yield from _components(child)
        else:
            yield child


def _component(node: Node) -> str:
    """Return the name of a definition; the start's is empty."""
    return node.name if node.kind == "define" else ""


def _remove(grammar: Node, name: str) -> bool:
    """Take the definitions of *name* out of *grammar*; tell whether there were any."""
    kept = [child for child in grammar.children if child.kind == "div" or _component(child) != name]
    found = len(kept) < len(grammar.children)
    grammar.children[:] = kept
    for child in kept:
        if child.kind == "div":
            found = _remove(child, name) or found
    return found
