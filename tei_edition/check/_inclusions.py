"""What an ``xi:include`` asks for, and whether that can be had."""

from __future__ import annotations

import html
import os.path
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

from tei_edition.bom import MARKS
from tei_edition.check._addresses import full, is_file, local, split
from tei_edition.strict import suggestion
from tei_edition.xmlscan import ATTRIBUTE, NAME, TAG, Node
from tei_edition.xmltext import MarkupText

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping

    from tei_edition.positions import Positions

NAMESPACE = "http://www.w3.org/2001/XInclude"
ROOTS = (".git", "pyproject.toml")
"""What stands in the outermost folder of a project."""

NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
SCHEMES = re.compile(r"element\((?P<element>[^()]*)\)|xpointer\(id\([\"'](?P<id>[^\"']*)[\"']\)\)|(?P<bare>[^\s()]+)")
STEPS = re.compile(r"(?P<id>[^/\s]*)(?P<steps>(?:/[1-9]\d*)*)")
ID = re.compile(rb"""\sxml:id\s*=\s*(?:"\s*([^"]*?)\s*"|'\s*([^']*?)\s*')""")


class Refused(Exception):  # noqa: N818 - a refusal is no fault of the program
    """An inclusion that is not possible: the *code*, *message* and *advice* of the finding, and the *attribute* at fault."""

    def __init__(self, code: str, message: str, advice: str, attribute: str = "href") -> None:
        super().__init__(message)
        self.code, self.message, self.advice, self.attribute = code, message, advice, attribute


@dataclass(frozen=True)
class Inclusion:
    """What an ``xi:include`` asks for; *places* are the values of its attributes, and "" its name, as indexes."""

    href: str
    xpointer: str
    parse: str
    encoding: str
    places: Mapping[str, tuple[int, int]]

    def place(self, attribute: str) -> tuple[int, int]:
        """Return where the value of *attribute* stands, or else the name of the element."""
        return self.places.get(attribute, self.places[""])

    def check(self) -> None:
        """Raise `Refused` for what XInclude does not know."""
        if "#" in self.href:
            file, _, fragment = self.href.partition("#")
            advice = f'Write href="{file}" xpointer="{fragment}".'
            raise Refused("include-form", f"href={self.href!r} has a #, which XInclude forbids", advice)
        if self.parse not in {"xml", "text"}:
            raise Refused("include-form", f"parse={self.parse!r} is not known", 'Write parse="xml" or parse="text".', "parse")
        if not self.href and (self.parse == "text" or not self.xpointer):
            raise Refused("include-form", "this includes nothing", 'Write which file: href="chapter1.xml".')
        if self.xpointer and self.parse == "text":
            raise Refused("include-form", "a text has no parts to point at", "Take xpointer out.", "xpointer")


def read(text: MarkupText, node: Node) -> Inclusion:
    """Return what the ``xi:include`` at *node* of *text* asks for."""
    tag, name = TAG.match(text.data, node.start), NAME.match(text.data, node.start)
    assert tag
    assert name
    found = list(ATTRIBUTE.finditer(text.data, node.start, tag.end()))
    values = {match[1].decode(): html.unescape((match[2] if match[2] is not None else match[3]).decode()).strip() for match in found}
    places = {match[1].decode(): match.span(2) if match[2] is not None else match.span(3) for match in found}
    parse = values.get("parse", "xml")
    return Inclusion(values.get("href", ""), values.get("xpointer", ""), parse, values.get("encoding", ""), {"": name.span(), **places})


def project(path: Path | None) -> Path:
    """Return the folder of the project that the file at *path* belongs to: nothing outside it is included."""
    folder = path.resolve().parent if path else Path.cwd()
    marked = (one for one in (folder, *folder.parents) if any((one / name).exists() for name in ROOTS))
    return next(marked, Path.cwd() if folder.is_relative_to(Path.cwd()) else folder)


def name(includer: str, href: str) -> str:
    """
    Return the name, in messages, of the file *href* that the file *includer* includes.

    >>> name("a/b.xml", "../c%20d.xml"), name("<stdin>", "c.xml"), name("a.xml", "")
    ('c d.xml', 'c.xml', 'a.xml')
    """
    return os.path.normpath(Path(includer).parent / unquote(split(href).path)) if href else includer


def place(asked: Inclusion, includer: Path | None, root: Path, unsaved: Container[Path]) -> Path:
    """Return the full path of the file that is *asked* for. Raises `Refused` where it is elsewhere, or is not there."""
    parts = split(asked.href)
    if (len(parts.scheme) > 1 and parts.scheme != "file") or parts.netloc:
        last = parts.path.rsplit("/", 1)[-1] or "file.xml"
        advice = f'Save it in the project, for example beside this file, and write href="{last}".'
        raise Refused("include-remote", f"{asked.href} is on the web, and nothing is fetched", advice)
    folder = includer.parent if includer else Path.cwd()
    path = full(local(parts.path) if parts.scheme == "file" else folder / unquote(asked.href))
    if not path.is_relative_to(root):
        raise Refused("include-outside", f"{asked.href} is outside the project, the folder {root}", "Put the file into the project.")
    if path not in unsaved and not is_file(path):
        beside = sorted(one.name for one in path.parent.glob("*.xml")) if path.name.isprintable() and path.parent.is_dir() else []
        meant = suggestion(path.name, beside)
        advice = meant if meant.startswith("Did") else f"Put it at {path}, or write an xi:fallback."
        raise Refused("include-missing", f"there is no file {asked.href}", advice)
    return path


def element(positions: Positions, xpointer: str, file: str) -> Node:
    """Return the element that *xpointer* names. Raises `Refused` where there is none, or it is written in a way not read here."""
    found = SCHEMES.fullmatch(xpointer)
    steps = STEPS.fullmatch(found["element"] or found["id"] or found["bare"] or "") if found else None
    if not found or not steps or (steps["steps"] and not found["element"]):
        advice = 'Give the element an xml:id and write xpointer="that-id".'
        raise Refused("include-pointer", f"xpointer={xpointer!r} is written in a way that is not read here", advice, "xpointer")
    ids = dict(_ids(positions, positions.root))
    if steps["id"] and steps["id"] not in ids:
        raise Refused("include-pointer", f"{file} has no id {steps['id']!r}", suggestion(steps["id"], sorted(ids)), "xpointer")
    node: Node | None = ids[steps["id"]] if steps["id"] else Node("", 0, children=[positions.root])
    for number in map(int, steps["steps"].split("/")[1:]):
        node = node.children[number - 1] if node and number <= len(node.children) else None
    if not node:
        raise Refused("include-pointer", f"{file} has no element at {xpointer!r}", "Give the element an xml:id and name that.", "xpointer")
    return node


def _ids(positions: Positions, node: Node) -> Iterator[tuple[str, Node]]:
    """Yield the elements in *node* that have an id, by it."""
    tag = TAG.match(positions.text.data, node.start)
    found = ID.search(tag[0]) if tag else None
    if found:
        yield html.unescape((found[1] if found[1] is not None else found[2]).decode()), node
    for child in node.children:
        yield from _ids(positions, child)


def plain(data: bytes, name: str, asked: Inclusion) -> MarkupText:
    """Return the characters of a text file. Raises `Refused` where they cannot be read, or XML cannot hold them."""
    mark, encoding = next((pair for pair in MARKS if data.startswith(pair[0])), (b"", asked.encoding or "utf-8"))
    try:
        text = data[len(mark) :].decode(encoding)
    except (LookupError, UnicodeError):
        advice = 'Save it as UTF-8, or name its encoding: encoding="windows-1252".'
        raise Refused("include-text", f"{name} is not a text in {encoding}", advice, "encoding" if asked.encoding else "href") from None
    if found := NOT_XML.search(text):
        raise Refused("include-text", f"{name} holds the character U+{ord(found[0]):04X}, which XML cannot hold", "Take it out there.")
    return MarkupText(name, text.encode(), encoding)
