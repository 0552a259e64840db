"""
Reading XML from outside: once, by lxml, without DTD, entities or network; a fault is told in words, at its place.

No other module parses XML that a user gives. What it refuses besides ill-formed XML: a DOCTYPE that declares anything (so
that no entity is ever expanded), elements nested deeper than `DEPTH`, an ``xml:id`` given twice. XInclude stays unread.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from lxml import etree

from tei_edition import faults, xmltext
from tei_edition.errors import MarkupError, UsageError

if TYPE_CHECKING:
    from pathlib import Path

    from tei_edition.xmltext import MarkupText

DEPTH = 100
"""The deepest nesting read: where the parser of Saxon stops, which reads the tree again, and far above any edition."""

_TOO_DEEP = etree.XPath("boolean(" + "/*" * (DEPTH + 1) + ")")


def read(path: Path) -> bytes:
    """Return the bytes of the file at *path*. Raises `UsageError` where it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise UsageError(f"{path}: cannot be read ({error.strerror})") from error


def parse(path: Path) -> etree._ElementTree:
    """Return the tree of the XML file at *path*. Raises `MarkupError` with its findings, `UsageError` if there is no file."""
    return parse_bytes(read(path), str(path))


def parse_bytes(data: bytes, name: str) -> etree._ElementTree:
    """Return the tree of the XML in *data*; *name* stands for it in messages. Raises `MarkupError` with its findings."""
    return parse_text(xmltext.read(data, name))


def parse_text(text: MarkupText) -> etree._ElementTree:
    """Return the tree of *text*. Raises `MarkupError` with its findings."""
    try:
        root = etree.fromstring(text.parsed, _parser())
    except etree.XMLSyntaxError as error:
        raise _error(text, str(error.msg)) from None
    tree = root.getroottree()
    if _TOO_DEEP(tree):
        raise _error(text, "nested too deeply")
    return tree


@cache
def _parser() -> etree.XMLParser:
    """Return the parser that reads nothing but the text it is given."""
    return etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        attribute_defaults=False,
        huge_tree=True,
    )


def _error(text: MarkupText, fallback: str) -> MarkupError:
    findings = faults.explain(text, DEPTH, fallback)
    return MarkupError(str(findings[0]), findings)
