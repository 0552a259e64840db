"""A fragment of the TEI, for a person: the element that stands for a stretch of the transcript, on one line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from tei_edition.encode.weave import TEI

if TYPE_CHECKING:
    from tei_edition.encode import Encoded

LONGEST = 300
WHOLES = frozenset({"choice", "expan", "ellipsis", "forename", "surname", "persName", "roleName", "name"})
"""Elements that say nothing without the others that they hold."""

LABEL = f"{{{TEI}}}speaker"


def shown(encoded: Encoded, place: tuple[int, int]) -> str:
    """Return the smallest element of *encoded* that holds the characters of *place*, and the speech that a label opens."""
    root = encoded.tree.getroot()
    holding = [entry for entry in encoded.entries if _number(entry["start"]) <= place[0] and _number(entry["end"]) >= place[1]]
    if not holding:
        return ""
    entry = min(holding, key=lambda one: (_number(one["end"]) - _number(one["start"]), str(one["path"]).count("/")))
    element = _at(root, str(entry["path"]))
    parent = element.getparent()
    while parent is not None and etree.QName(parent).localname in WHOLES:
        element, parent = parent, parent.getparent()
    line = _line(element)
    return f"{_line(parent).partition('>')[0]}>{line}" if parent is not None and element.tag == LABEL else line


def _number(value: object) -> int:
    """Return an offset of the source map."""
    assert isinstance(value, int), "an offset is a number"
    return value


def _at(root: etree._Element, path: str) -> etree._Element:
    """Return the element at *path*: the numbers of the child elements from the root."""
    for number in path.strip("/").split("/"):
        root = [child for child in root if isinstance(child.tag, str)][int(number) - 1]
    return root


def _line(element: etree._Element) -> str:
    """Return *element* on one line, without its namespace and the instructions of its layout, cut where it is long."""
    written = re.sub(r' xmlns(?::\w+)?="[^"]*"|<\?transcript [^?]*\?>', "", etree.tostring(element, encoding="unicode", with_tail=False))
    line = re.sub(r"\s+", " ", written)
    return line if len(line) <= LONGEST else f"{line[:LONGEST]}…"
