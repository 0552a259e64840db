"""The index of an edition: who speaks, and who and what is named, in which documents and paragraphs."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from lxml import etree

from tei_edition import stylesheets
from tei_edition.outputs import _page
from tei_edition.outputs._links import Link, address
from tei_edition.rules.spelling import latin

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any

    from tei_edition.outputs._lists import DocumentFacts

NAMESPACE = "https://tei-edition.org/ns/names"

SORTS = ("persons", "organizations", "places")
"""The parts of an index, in their order."""


@dataclass(frozen=True, slots=True)
class NameFacts:
    """
    What the index says of one entry in one document.

    *listed* is its name as an index has it (``Marlow, Edith``), *about* what its list states of it, *turns* and *places* are the ids of
    the turns that it speaks and of the paragraphs that name it.
    """

    id: str
    sort: str
    listed: str
    about: str = ""
    turns: tuple[str, ...] = ()
    places: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[int, str, str, str]:
        """By what it is put together with, and stands before or after, others: its sort, its name in Latin letters, its id."""
        return SORTS.index(self.sort), latin(self.listed), self.listed, self.id


def name_facts(data: Mapping[str, Any]) -> NameFacts:
    """Return the facts of an entry from its JSON."""
    return NameFacts(**{**data, "turns": tuple(data["turns"]), "places": tuple(data["places"])})


def names_index(title: str, documents: Iterable[DocumentFacts], up: Link) -> str:
    """Return the page of the index of the edition called *title*; *up* is the list of its *documents*, which stand beside this page."""
    root = etree.Element(f"{{{NAMESPACE}}}names", {"title": title, "up": up.href, "up-title": up.title})
    ordered = sorted(documents, key=lambda document: document.order)
    found = sorted(((one, document) for document in ordered for one in document.names), key=lambda pair: pair[0].key)
    for (sort, *_), alike in groupby(found, key=lambda pair: pair[0].key[:1]):
        part = etree.SubElement(root, f"{{{NAMESPACE}}}part", {"sort": SORTS[sort]})
        for _, same in groupby(alike, key=lambda pair: pair[0].key):
            _entry(part, list(same))
    return _page.finished(stylesheets.transform("names", etree.ElementTree(root), _page.plain_appearance()))


def _entry(part: etree._Element, same: list[tuple[NameFacts, DocumentFacts]]) -> None:
    """Add the entry of one that several documents have."""
    about = next((one.about for one, _ in same if one.about), "")
    entry = etree.SubElement(part, f"{{{NAMESPACE}}}entry", {"id": same[0][0].id, "listed": same[0][0].listed, "about": about})
    for one, document in same:
        page = address(f"{document.name}.html")
        attributes = {"href": f"{page}#name.{one.id}", "title": document.title, "date": document.date or document.when}
        inner = etree.SubElement(entry, f"{{{NAMESPACE}}}document", attributes)
        for kind, ids in (("turn", one.turns), ("place", one.places)):
            for id_ in ids:
                etree.SubElement(inner, f"{{{NAMESPACE}}}{kind}", {"href": f"{page}#{id_}", "id": id_})
