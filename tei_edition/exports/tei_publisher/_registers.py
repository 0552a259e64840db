"""Registers of TEI Publisher: persons, places and organizations of an edition, each once, under the keys by which documents name them."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from lxml import etree

from tei_edition.encode.people import add
from tei_edition.encode.weave import ID, NSMAP, TEI
from tei_edition.exports._known.identity import PERSONS, Identities, entries, printed
from tei_edition.exports._known.paths import words

if TYPE_CHECKING:
    from collections.abc import Iterator

REGISTERS = (
    ("persons", "pb-persons", "Persons", "listPerson", PERSONS),
    ("places", "pb-places", "Places", "listPlace", ("place",)),
    ("organizations", "pb-organization", "Organizations", "listOrg", ("org",)),
)
"""The registers: file, id, title, list, entries. The ids are those that TEI Publisher looks for."""

NAMED = frozenset(f"{{{TEI}}}{name}" for name in ("persName", "placeName", "orgName", "rs"))


class Registers:
    """The entries so far."""

    def __init__(self) -> None:
        self._identities = Identities()
        self._entries: dict[str, tuple[str, bytes]] = {}

    def take(self, tree: etree._ElementTree, prefix: str) -> dict[str, str]:
        """Take the entries of *tree*; return the key of each by its id; *prefix* stands before one that another has already."""
        kinds = [kind for *_, kinds in REGISTERS for kind in kinds]
        return {str(entry.get(ID)): self._taken(entry, prefix) for entry in entries(tree, *kinds)}

    def _taken(self, entry: etree._Element, prefix: str) -> str:
        """Take one entry, without the names that only tell what a text prints; return its key."""
        key, made = self._identities.of(entry, prefix), deepcopy(entry)
        for name in printed(made):
            made.remove(name)
        for inner in made.iterdescendants():
            inner.attrib.pop(ID, "")
        made.set(ID, key)
        _sorted(made)
        self._entries.setdefault(key, (etree.QName(made).localname, etree.tostring(made, with_tail=False)))
        return key

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Give the files of those registers that have entries."""
        for file, id_, title, holder, kinds in REGISTERS:
            found = [data for _, (kind, data) in sorted(self._entries.items()) if kind in kinds]
            if found:
                yield f"{file}.xml", _register(id_, title, holder, found)


def _register(id_: str, title: str, holder: str, found: list[bytes]) -> bytes:
    """Return one register."""
    root = etree.Element(f"{{{TEI}}}TEI", {ID: id_}, nsmap=NSMAP)
    description = add(add(root, "teiHeader"), "fileDesc")
    add(add(description, "titleStmt"), "title", title)
    add(add(description, "publicationStmt"), "p", "A part of the data package.")
    add(add(description, "sourceDesc"), "p", "The lists in the headers of the documents.")
    add(add(root, "standOff"), holder).extend(etree.fromstring(entry) for entry in found)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True) + b"\n"


def _sorted(entry: etree._Element) -> None:
    """Add the name by which lists are sorted, where the first name has a surname and a forename."""
    name = entry.find(f"{{{TEI}}}persName")
    if name is None or entry.find(f"{{{TEI}}}persName[@type='sort']") is not None:
        return
    family, given = (" ".join(map(words, name.iterfind(f"{{{TEI}}}{kind}"))) for kind in ("surname", "forename"))
    if family and given:
        made = etree.Element(f"{{{TEI}}}persName", type="sort")
        made.text = f"{family}, {given}"
        name.addnext(made)


def key_names(tree: etree._ElementTree, keys: dict[str, str]) -> None:
    """Give each name in *tree* that points to an entry the key of that entry, by which the registers find it."""
    for name in tree.getroot().iter(*NAMED):
        pointed = [keys[one[1:]] for one in (name.get("ref") or "").split() if one.startswith("#") and one[1:] in keys]
        if pointed and not name.get("key"):
            name.set("key", pointed[0])
