"""The lists a reader comes from: the documents of an edition, and all editions, each one HTML page."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from tei_edition import stylesheets
from tei_edition.outputs import _page
from tei_edition.outputs._links import Download, Link, address, size
from tei_edition.outputs._names import NameFacts, name_facts

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tei_edition.intervening.model import Sum, Words

NAMESPACE = "https://tei-edition.org/ns/index"

DETAILS = ("Interventions", "Report")
"""How the names of the files begin that a document's own page offers and a list of documents does not."""


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """
    What lists say of a document; an empty string where the document does not state it.

    *name* is the document's name without a suffix; *date* the date as it is worded, *when* in its sortable form (W3C);
    *direction* is ``ltr``, ``rtl`` or ``auto``; *first_words* some 200 characters of the text; *names* are those of its index.
    """

    name: str
    title: str
    date: str = ""
    when: str = ""
    place: str = ""
    language: str = "und"
    direction: str = "auto"
    speakers: tuple[str, ...] = ()
    first_words: str = ""
    downloads: tuple[Download, ...] = ()
    names: tuple[NameFacts, ...] = ()

    @property
    def order(self) -> tuple[bool, str, str, str]:
        """Where the document stands in a list: by date, those without one last; of one date by title and name."""
        return not self.when, self.when, self.title, self.name


@dataclass(frozen=True, slots=True)
class EditionFacts:
    """What the list of all editions says of one: *name* is its folder, *first* and *last* the dates of its documents."""

    name: str
    title: str
    documents: int
    first: str = ""
    last: str = ""


@dataclass(frozen=True, slots=True)
class Summed:
    """What the list of an edition says of its interventions: their *sums*, the *words* there are, and the files with all of them."""

    sums: tuple[Sum, ...]
    words: Words
    downloads: tuple[Download, ...] = ()


@dataclass(frozen=True, slots=True)
class Offered:
    """An export that the list of an edition offers: what it is, *for_* whom, its address, its size in bytes."""

    label: str
    for_: str
    href: str
    size: int


def facts(tree: etree._ElementTree, name: str, downloads: Iterable[Download] = ()) -> DocumentFacts:
    """Return what lists say of the TEI document *tree*, called *name*; the tree is not kept."""
    found = json.loads(stylesheets.transform("facts", tree))
    names = tuple(map(name_facts, found["names"]))
    return DocumentFacts(name=name, downloads=tuple(downloads), **{**found, "speakers": tuple(found["speakers"]), "names": names})


def edition_facts(name: str, title: str, documents: Iterable[DocumentFacts]) -> EditionFacts:
    """Return what the list of all editions says of the edition in the folder *name* with *documents*."""
    listed = sorted(documents, key=lambda document: document.order)
    dates = [document.when for document in listed if document.when]
    return EditionFacts(name, title, len(listed), *((dates[0], dates[-1]) if dates else ("", "")))


def edition_index(
    title: str, documents: Iterable[DocumentFacts], up: Link | None = None, interventions: Summed | None = None,
    offered: Iterable[Offered] = (), names: str = "",
) -> str:
    """
    Return the page that lists *documents* in the order of their dates, and sums up the *interventions* in all of them.

    It links to what is *offered* for other programs. *up* is the list of all editions, *names* the address of the index. Each document is
    found at its name with ``.html``, beside this page.
    """
    ordered = sorted(documents, key=lambda document: document.order)
    summed = [_summed(interventions)] if interventions and interventions.sums else []
    return _page_of(title, [*(_document(document) for document in ordered), *summed, *_exports(offered)], up, names)


def site_index(title: str, editions: Iterable[EditionFacts]) -> str:
    """Return the page that lists *editions* by their titles; each is found in its folder."""
    ordered = sorted(editions, key=lambda edition: (edition.title, edition.name))
    return _page_of(title, [_edition(edition) for edition in ordered], None)


def _page_of(title: str, entries: Iterable[etree._Element], up: Link | None, names: str = "") -> str:
    """Return the page of a list with *entries*."""
    above = {"up": up.href if up else "", "up-title": up.title if up else ""}
    root = etree.Element(f"{{{NAMESPACE}}}list", {"title": title, **above, "names": names})
    root.extend(entries)
    return _page.finished(stylesheets.transform("index", etree.ElementTree(root), _page.plain_appearance()))


def _document(document: DocumentFacts) -> etree._Element:
    """Return the entry of *document*."""
    entry = _entry({
        "href": address(f"{document.name}.html"),
        "title": document.title,
        "date": document.date or document.when,
        "when": document.when,
        "place": document.place,
        "language": document.language,
        "direction": document.direction,
        "speakers": ", ".join(document.speakers),
        "words": document.first_words,
    })
    _add_downloads(entry, (download for download in document.downloads if not download.label.startswith(DETAILS)))
    return entry


def _add_downloads(entry: etree._Element, downloads: Iterable[Download]) -> None:
    """Add the files to download to *entry*."""
    for download in downloads:
        attributes = {"label": download.label, "href": download.href, "size": size(download.size)}
        etree.SubElement(entry, f"{{{NAMESPACE}}}download", attributes)


def _summed(interventions: Summed) -> etree._Element:
    """Return the sums of the interventions of an edition."""
    words = {name: str(getattr(interventions.words, name)) for name in ("text", "supplied", "remarks")}
    root = etree.Element(f"{{{NAMESPACE}}}interventions", words)
    for one in interventions.sums:
        entry = etree.SubElement(root, f"{{{NAMESPACE}}}sum", {
            "act": one.act, "meaning": one.meaning, "interventions": str(one.interventions), "words": str(one.words),
            "unmeasured": str(one.unmeasured),
        })
        for amount in one.amounts:
            stated = {"unit": amount.unit, "bound": amount.bound, "amount": str(amount.amount), "interventions": str(amount.interventions)}
            etree.SubElement(entry, f"{{{NAMESPACE}}}amount", stated)
        for named in (*one.things, *one.codes):
            etree.SubElement(entry, f"{{{NAMESPACE}}}named", {"name": named.name, "interventions": str(named.interventions)})
    _add_downloads(root, interventions.downloads)
    return root


def _exports(offered: Iterable[Offered]) -> list[etree._Element]:
    """Return the list of what is *offered*; nothing where that is nothing."""
    root = etree.Element(f"{{{NAMESPACE}}}exports")
    for one in offered:
        etree.SubElement(root, f"{{{NAMESPACE}}}export", {"label": one.label, "for": one.for_, "href": one.href, "size": size(one.size)})
    return [root] if len(root) else []


def _edition(edition: EditionFacts) -> etree._Element:
    """Return the entry of *edition*."""
    return _entry({
        "href": address(f"{edition.name}/index.html"),
        "title": edition.title,
        "date": "–".join(dict.fromkeys(year for date in (edition.first, edition.last) if (year := date[:4]))),
        "count": f"{edition.documents} document{'s' * (edition.documents != 1)}",
    })


def _entry(attributes: Mapping[str, str]) -> etree._Element:
    """Return an entry with every attribute the list knows, empty where *attributes* has none."""
    known = ("href", "title", "date", "when", "place", "language", "direction", "speakers", "count", "words")
    return etree.Element(f"{{{NAMESPACE}}}entry", {name: attributes.get(name, "") for name in known})
