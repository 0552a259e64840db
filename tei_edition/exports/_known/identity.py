"""Who is who in an edition: entries of the headers that have one id and state the same are one, whatever the document."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from tei_edition.encode.weave import ID, TEI
from tei_edition.exports._known.paths import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

NAMES = frozenset(f"{{{TEI}}}{name}" for name in ("persName", "orgName", "placeName", "name"))
PERSONS = ("person", "personGrp", "persona")


class Identities:
    """The ids given so far in an edition: an entry keeps its own unless another that states something else has it already."""

    def __init__(self) -> None:
        self._known: dict[str, bytes] = {}

    def of(self, entry: etree._Element, prefix: str) -> str:
        """Return the id of *entry* in the edition: its own, or that after *prefix* and a point."""
        own, stated = str(entry.get(ID)), sha256(_statement(entry)).digest()
        return own if self._known.setdefault(own, stated) == stated else f"{prefix}.{own}"


def entries(tree: etree._ElementTree, *names: str) -> Iterator[etree._Element]:
    """Give the elements with an id called *names* that stand in the header of *tree*, or in its lists apart from the text."""
    for part in tree.getroot().iterchildren(f"{{{TEI}}}teiHeader", f"{{{TEI}}}standOff"):
        yield from (entry for entry in part.iter(*(f"{{{TEI}}}{name}" for name in names)) if entry.get(ID))


def printed(entry: etree._Element) -> list[etree._Element]:
    """Return the names of *entry* that only tell what the text prints, where it has others; all but the first where it has not."""
    names = [one for one in entry if one.tag in NAMES]
    found = [one for one in names if one.get("type") in {"label", "alias"}]
    return found if len(found) < len(names) else found[1:]


def name(entry: etree._Element) -> str:
    """Return the first name of *entry*, in one line; all of its words where it has none."""
    first = next((one for one in entry if one.tag in NAMES), entry)
    return words(first)


def label(turn: etree._Element) -> str:
    """Return the label of *turn* as printed, without the stop or colon that ends it; empty where it has none."""
    printed = turn.find(f"{{{TEI}}}speaker")
    return words(printed).rstrip(" .:：") if printed is not None else ""


def _statement(entry: etree._Element) -> bytes:
    """Return what *entry* states, in an order that does not depend on the language of the document."""
    left = printed(entry)
    parts = sorted(_stated(one) for one in entry if isinstance(one.tag, str) and one not in left)
    return "\0".join([str(entry.tag), *parts] if parts else [name(entry)]).encode()


def _stated(element: etree._Element) -> str:
    """Return *element* with all that is in it as a text, white space aside."""
    inner = [_stated(child) for child in element if isinstance(child.tag, str)]
    texts = [" ".join(str(text).split()) for text in (element.text or "", *(child.tail or "" for child in element))]
    return repr((element.tag, sorted(element.attrib.items()), texts, inner))
