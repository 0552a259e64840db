"""Persons, places and organizations as the header of a TEI document lists them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tei_edition.exports._known.paths import find, words

if TYPE_CHECKING:
    from lxml import etree

ID = "{http://www.w3.org/XML/1998/namespace}id"


@dataclass(frozen=True, slots=True)
class Named:
    """
    A person, a place or an organization of the header.

    *listed* is the *name* as lists have it, the family's name first where the header says which part that is. *identifiers* are pairs
    of a type and a value, *speaks* tells a speaker from who is mentioned.
    """

    name: str
    listed: str
    identifiers: tuple[tuple[str, str], ...] = ()
    speaks: bool = False


def named(root: etree._Element, path: str, name: str) -> tuple[Named, ...]:
    """Return who or what is listed at *path* under a *name*, each once."""
    spoken = {pointer for element in find(root, "t:text//*[self::t:sp or self::t:u][@who]") for pointer in str(element.get("who")).split()}
    found = (_one(element, name, spoken) for element in find(root, path))
    return tuple(dict.fromkeys(one for one in found if one))


def _one(element: etree._Element, name: str, spoken: set[str]) -> Named | None:
    """
    Return the person, place or organization of *element*: under its first name, or under its label where it has none.

    It speaks where it is listed among the speakers, or a pointer to it is among those *spoken*.
    """
    names = find(element, f"t:{name}[not(@type='label')]") or find(element, f"t:{name}")
    if not names or not words(names[0]):
        return None
    identifiers = tuple((one.get("type", ""), words(one)) for one in find(element, "t:idno") if words(one))
    parent = element.getparent()
    speaks = f"#{element.get(ID)}" in spoken or (parent is not None and parent.get("type") == "speakers")
    return Named(words(names[0]), _listed(names[0]), identifiers, speaks)


def _listed(name: etree._Element) -> str:
    """Return the name in *name* with the family's name first, where it is parted; else whole."""
    family = " ".join(words(part) for part in find(name, "t:surname"))
    rest = " ".join(filter(None, map(words, find(name, "*[not(self::t:surname)]"))))
    return f"{family}, {rest}" if family and rest else words(name)
