"""
Authority files as a table: one row for each thing that a file states, so that nothing is lost on the way out and back.

A row names its entry (*id*), what it is (*item*: ``name``, ``office``, ``birth``, ``death``, ``identifier``) and which of its kind
(*number*). Rows of the item ``label`` are labels of the documents that nobody listed bears; they wait for an id.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from tei_edition.authorities.reading import DATES, ID, LANG, NAMES, OFFICES, SORTS, TEI

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

COLUMNS = (
    "id", "sort", "item", "number", "text", "forename", "patronymic", "surname", "language", "type", "element", "when", "from", "to",
    "notBefore", "notAfter", "file", "turns", "documents", "suggestion",
)
NEEDED = ("id", "sort", "item", "number", "text", "file")
PARTS = ("forename", "patronymic", "surname")
ATTRIBUTES = {"language": "xml:lang", "type": "type", **{name: name for name in DATES}}
"""The columns that are attributes, and what they are called in TEI."""


@dataclass(frozen=True, slots=True)
class Item:
    """A thing that an authority file states: its *element*, and the cells that it has in the table."""

    element: etree._Element
    cells: Mapping[str, str]

    @property
    def key(self) -> tuple[str, str, str]:
        """What tells it from all others: its entry, its kind, its number."""
        return self.cells["id"], self.cells["item"], self.cells["number"]


def items(root: etree._Element, file: str) -> Iterator[Item]:
    """Return what the authority *file*, whose first element is *root*, states of its entries, in its order."""
    for entry in root.iter(*(f"{TEI}{name}" for name in SORTS)):
        sort = SORTS[etree.QName(entry).localname]
        counts: Counter[str] = Counter()
        for child in entry.iterchildren(etree.Element):
            kind = _kind(etree.QName(child).localname, sort)
            if kind:
                counts[kind] += 1
                cells = {"id": entry.get(ID, ""), "sort": sort, "item": kind, "number": str(counts[kind]), "file": file, **_cells(child)}
                yield Item(child, cells)


def _kind(name: str, sort: str) -> str:
    """Return what item an element called *name* is; nothing where the table has none for it."""
    if name in NAMES[sort] or name == "name":
        return "name"
    return "office" if name in OFFICES else {"idno": "identifier", "birth": "birth", "death": "death"}.get(name, "")


def _cells(element: etree._Element) -> dict[str, str]:
    """Return the cells of what *element* says."""
    cells = {"text": words(element), "element": etree.QName(element).localname}
    cells |= {column: element.get(LANG if column == "language" else column, "") for column in ATTRIBUTES}
    return cells | {part: " ".join(words(one) for one in parts(element, part)) for part in PARTS}


def parts(element: etree._Element, part: str) -> list[etree._Element]:
    """Return the elements of the name *element* that are its *part*."""
    if part == "patronymic":
        found = element.iterchildren(f"{TEI}addName", f"{TEI}name", f"{TEI}forename")
        return [child for child in found if child.get("type") == "patronymic"]
    return [child for child in element.iterchildren(f"{TEI}{part}") if child.get("type") != "patronymic"]


def words(element: etree._Element) -> str:
    """Return the words of *element* on one line."""
    return " ".join("".join(map(str, element.itertext())).split())
