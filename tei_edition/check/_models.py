"""
Which schemas a file names for itself: ``<?xml-model href="..." ...?>`` before its outermost element.

The instruction is that of "Associating Schemas with XML documents" (W3C, and ISO/IEC 19757-11). What it names is looked for
beside the file; an address on the web is looked up in an OASIS XML catalog, and never fetched.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

from tei_edition import xml
from tei_edition.check._addresses import local, split

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

TARGET = "xml-model"
ATTRIBUTE = re.compile(r"""([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
SCHEMATRON = "http://purl.oclc.org/dsdl/schematron"
CATALOG = "{urn:oasis:names:tc:entity:xmlns:xml:catalog}"
KINDS = (".rng", ".rnc", ".sch", ".odd")
"""The endings of the schemas that are read here; others, such as DTDs and XSD, are passed over."""


@dataclass(frozen=True)
class Model:
    """A schema that a file names: its *href* as written, its *path* (None: on the web, in no catalog), *number* of the instruction."""

    href: str
    path: Path | None
    number: int


def models(tree: etree._ElementTree, file: Path | None, catalog: Path | None) -> Iterator[Model]:
    """Yield the schemas that the file *tree*, which stands at *file*, names; those of kinds not read here are left out."""
    folder = file.parent if file else Path()
    found = [node for node in tree.getroot().itersiblings(preceding=True) if getattr(node, "target", None) == TARGET]
    for number, node in enumerate(reversed(found)):
        said = {match[1]: match[2] if match[2] is not None else match[3] for match in ATTRIBUTE.finditer(node.text or "")}
        href = said.get("href", "")
        embedded = said.get("schematypens") == SCHEMATRON and not href.endswith(".sch")
        if href.lower().endswith(KINDS) and not embedded:
            yield Model(href, _place(href, folder, catalog), number)


def _place(href: str, folder: Path, catalog: Path | None) -> Path | None:
    parts = split(href)
    if catalog and (known := _looked_up(href, catalog, ())):
        return known
    if parts.scheme == "file":
        return local(parts.path)
    return None if len(parts.scheme) > 1 or parts.netloc else folder / unquote(parts.path)


def _looked_up(href: str, catalog: Path, seen: tuple[Path, ...]) -> Path | None:
    """Return where the *catalog* says *href* stands: an exact entry, else the longest beginning, else the next catalogs."""
    if catalog in seen:
        return None
    entries = list(xml.parse(catalog).getroot().iter(f"{CATALOG}*"))
    exact = (entry for entry in entries if href in (entry.get("name"), entry.get("systemId")) and entry.get("uri"))
    for entry in exact:
        return _based(entry, str(entry.get("uri")), catalog)
    for start, prefix in sorted(_rewrites(entries), key=lambda rewrite: -len(rewrite[0])):
        if href.startswith(start):
            return _based(entries[0], prefix + href[len(start) :], catalog)
    for entry in entries:
        if entry.tag == f"{CATALOG}nextCatalog" and entry.get("catalog"):
            found = _looked_up(href, catalog.parent / str(entry.get("catalog")), (*seen, catalog))
            if found:
                return found
    return None


def _rewrites(entries: list[etree._Element]) -> Iterator[tuple[str, str]]:
    for entry in entries:
        start = entry.get("uriStartString") or entry.get("systemIdStartString")
        if start and entry.get("rewritePrefix") is not None:
            yield start, str(entry.get("rewritePrefix"))


def _based(entry: etree._Element, uri: str, catalog: Path) -> Path | None:
    """Return the path of *uri*, which stands in *entry* of the *catalog*; None where it is no file."""
    base = "".join(str(one.get("{http://www.w3.org/XML/1998/namespace}base", "")) for one in (*reversed([*entry.iterancestors()]), entry))
    whole = split(base + uri)
    if whole.scheme == "file":
        return local(whole.path)
    return None if len(whole.scheme) > 1 else catalog.parent / unquote(whole.path)
