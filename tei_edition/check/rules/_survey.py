"""One walk through a TEI file: its elements by name and by attribute, so that a rule looks only at what it is about."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from lxml import etree

    from tei_edition.model import Severity
    from tei_edition.positions import Part

TEI = "{http://www.tei-c.org/ns/1.0}"
ID = "{http://www.w3.org/XML/1998/namespace}id"
EXAMPLE = "{http://www.tei-c.org/ns/Examples}egXML"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@dataclass(frozen=True)
class Fault:
    """
    What is wrong at *element*: at its *attribute*, if there is one, at its *part* (`Positions.range`) else.

    *value* is what to write instead of the attribute's value, where that is certain, *severity* how grave it is, where that is
    not what the rule says of all its faults.
    """

    element: etree._Element
    message: str
    advice: str = ""
    attribute: str | None = None
    part: Part = "name"
    value: str | None = None
    severity: Severity | None = None


@dataclass(frozen=True)
class Survey:
    """
    The elements of *tree*, a TEI file that stands at *path* (None: nowhere).

    *folders* tells, of an element, the folder of the file it stands in, where that may be one that the file includes.
    """

    tree: etree._ElementTree
    path: Path | None = None
    folders: Callable[[etree._Element], Path | None] | None = None

    def folder(self, element: etree._Element) -> Path | None:
        """Return the folder of the file in which *element* stands; None for nowhere."""
        if self.folders:
            return self.folders(element)
        return self.path.parent if self.path else None

    @property
    def root(self) -> etree._Element:
        """The outermost element."""
        return self.tree.getroot()

    @cached_property
    def _indexes(self) -> tuple[dict[str, list[etree._Element]], dict[str, list[etree._Element]]]:
        names: dict[str, list[etree._Element]] = defaultdict(list)
        attributes: dict[str, list[etree._Element]] = defaultdict(list)
        for element in _without_examples(self.root):
            names[element.tag].append(element)
            for attribute in element.attrib:
                attributes[str(attribute)].append(element)
        return names, attributes

    def called(self, *names: str) -> Iterator[etree._Element]:
        """Yield the TEI elements with one of *names*, in the order of the names."""
        for name in names:
            yield from self._indexes[0].get(TEI + name, ())

    def bearing(self, *attributes: str) -> Iterator[tuple[etree._Element, str, str]]:
        """Yield each element with one of *attributes*, the attribute, and its value; in the order of the attributes."""
        for attribute in attributes:
            for element in self._indexes[1].get(attribute, ()):
                yield element, attribute, str(element.get(attribute))

    @cached_property
    def ids(self) -> frozenset[str]:
        """The values of ``xml:id``, those in examples too."""
        return frozenset(str(element.get(ID)) for element in self.root.iter("*") if ID in element.attrib)

    @property
    def header(self) -> etree._Element | None:
        """The header of the file, if it has one."""
        return self.root.find(TEI + "teiHeader")


def _without_examples(root: etree._Element) -> Iterator[etree._Element]:
    """Yield the elements in *root* but those of examples (``egXML``): what stands there is shown, and means nothing here."""
    if not any(True for _ in root.iter(EXAMPLE)):
        yield from root.iter("*")
        return
    waiting = [root]
    while waiting:
        element = waiting.pop()
        if element.tag != EXAMPLE:
            yield element
            waiting += [child for child in reversed(element) if isinstance(child.tag, str)]


def local(element: etree._Element) -> str:
    """Return the name of *element* without its namespace."""
    return str(element.tag).rpartition("}")[2]


def words(element: etree._Element) -> str:
    """Return the text of *element*, blanks made one."""
    return " ".join(str(element.xpath("string()")).split())
