"""
What a server of DTS answers: the entry, collections, navigation and passages, as plain data and trees, with no file and no network.

Source: DTS 1.0 (https://dtsapi.org/specifications/versions/v1.0/). A field that the edition does not state is left out. What the
specification answers with a status of HTTP is a `RequestError`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from tei_edition.encode.weave import NSMAP, TEI
from tei_edition.exports.dts.passages import Span
from tei_edition.exports.dts.things import Collection, Resource, described, resource, shown_unit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_edition.exports.dts.places import Places
    from tei_edition.exports.dts.things import Answer
    from tei_edition.exports.dts.units import Tree, Unit

__all__ = ["Collection", "RequestError", "Resource", "collection", "described", "document", "entry", "navigation", "passage", "resource"]

VERSION = "1.0"
CONTEXT = "https://dtsapi.org/context/v1.0.json"
NAMESPACE = "https://w3id.org/api/dts#"
XML = "{http://www.w3.org/XML/1998/namespace}"


class RequestError(Exception):
    """A request that cannot be answered; *status* is that of HTTP: 400 or 404."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


def entry(places: Places) -> Answer:
    """Return the answer of the Entry endpoint."""
    return {"@context": CONTEXT, "@id": places.base, "@type": "EntryPoint", "dtsVersion": VERSION, **places.entry}


def collection(asked: Collection | Resource, places: Places, members: Sequence[Collection | Resource] | None = None) -> Answer:
    """Return the answer of the Collection endpoint on *asked*, with *members*: its children, or its parents where these are asked."""
    listed = {} if members is None else {"member": [described(one, places) for one in members]}
    return {"@context": CONTEXT, "dtsVersion": VERSION, **described(asked, places), **listed}


def navigation(
    asked: Resource, places: Places, ref: str = "", down: int | None = None, tree: str = "", ends: tuple[str, str] = ("", ""),
) -> Answer:
    """
    Return the answer of the Navigation endpoint on *asked*.

    *ref* names a unit, *ends* the first and the last unit of a range, *down* how many levels below it are listed (-1: all), *tree* the
    citation tree. Of a resource without a citation tree nothing is listed, whatever is asked. Raises `RequestError` as the
    specification demands.
    """
    _check(ref, ends, down)
    address = places.navigation(asked.id, ref, down, tree)
    answer: Answer = {"@context": CONTEXT, "dtsVersion": VERSION, "@id": address, "@type": "Navigation", "resource": _named(asked, places)}
    if not asked.trees:
        return answer | {"member": []}
    chosen = _chosen(asked, tree)
    named = {key: _unit(chosen, value) for key, value in zip(("ref", "start", "end"), (ref, *ends), strict=True) if value}
    answer |= {key: shown_unit(unit) for key, unit in named.items()}
    if down is None:
        return answer
    return answer | {"member": [shown_unit(unit) for unit in _members(chosen, list(named.values()), down)]}


def _named(asked: Resource, places: Places) -> Answer:
    """Return *asked* as the resource of a `Navigation` object: what it is, and where more of it is found."""
    shown = described(asked, places)
    return {key: shown[key] for key in ("@id", "@type", "collection", "navigation", "document", "citationTrees")}


def document(asked: Resource, ref: str = "", tree: str = "", ends: tuple[str, str] = ("", "")) -> etree._ElementTree:
    """
    Return the answer of the Document endpoint on *asked*: all of it, or the passage of *ref* or between both *ends* in a `dts:wrapper`.

    Raises `RequestError` as the specification demands.
    """
    _check(ref, ends, 1)
    if not ref and not any(ends):
        return asked.tree
    chosen = _chosen(asked, tree)
    if ref:
        return passage(asked, _unit(chosen, ref).span)
    first, last = (_unit(chosen, end).span for end in ends)
    if last.high < first.low:
        raise RequestError(400, "the range ends before it starts")
    return passage(asked, Span(first.first, first.low, last.high))


def passage(asked: Resource, span: Span) -> etree._ElementTree:
    """Return what stands in *span* of *asked*, in a `dts:wrapper`; language and white space are those that hold there."""
    root = etree.Element(f"{{{TEI}}}TEI", nsmap=NSMAP | {"dts": NAMESPACE})
    for name in ("lang", "space"):
        stated = span.first.xpath(f"string(ancestor::*[@xml:{name}][1]/@xml:{name})")
        if stated:
            root.set(f"{XML}{name}", str(stated))
    asked.places.fill(etree.SubElement(root, f"{{{NAMESPACE}}}wrapper"), span)
    return etree.ElementTree(root)


def _members(tree: Tree, named: Sequence[Unit], down: int) -> list[Unit]:
    """Return the units that a request lists: of the whole *tree*, or of the one or two units *named*."""
    if down == 0:
        return list(tree.siblings(named[0]))
    listed = tree.units
    if named:
        first, last = (tree.order[unit.identifier] for unit in (named[0], named[-1]))
        if last < first:
            raise RequestError(400, "the range ends before it starts")
        listed = listed[first:last + len(list(named[-1].walk()))]
    level = max((unit.level for unit in named), default=0)
    return [unit for unit in listed if down < 0 or unit.level <= level + down]


def _check(ref: str, ends: tuple[str, str], down: int | None) -> None:
    """Refuse a request that the specification refuses."""
    if ref and any(ends):
        raise RequestError(400, "ref cannot stand beside start and end")
    if any(ends) and not all(ends):
        raise RequestError(400, "start and end need each other")
    if (down is None and not ref and not any(ends)) or (down == 0 and not ref) or (down is not None and down < -1):
        raise RequestError(400, "down must say how many levels are asked for")


def _chosen(asked: Resource, name: str) -> Tree:
    """Return the citation tree called *name*."""
    for tree in asked.trees:
        if tree.name == name:
            return tree
    raise RequestError(404, f"there is no citation tree {name}")


def _unit(tree: Tree, identifier: str) -> Unit:
    """Return the unit with *identifier*."""
    if identifier not in tree.named:
        raise RequestError(404, f"there is no unit {identifier}")
    return tree.named[identifier]
