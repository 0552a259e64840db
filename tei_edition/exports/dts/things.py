"""The things that DTS speaks of, and how an answer shows them: collections, resources, units that can be cited, citation trees."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tei_edition.exports.dts import citation, passages

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lxml import etree

    from tei_edition.exports.dts.places import Places
    from tei_edition.exports.dts.units import Datum, Structure, Tree, Unit

TERMS = "http://purl.org/dc/terms/"

Answer = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Collection:
    """A collection: its *id* (a URI), *title*, further *metadata* (terms of Dublin Core), how many parents and children it has."""

    id: str
    title: str
    metadata: Mapping[str, Any]
    parents: int
    children: int
    description: str = ""


@dataclass(frozen=True, slots=True)
class Resource:
    """A document: its *id* (a URI), *title*, *metadata* (terms of Dublin Core), its *tree* and how it can be cited."""

    id: str
    title: str
    metadata: Mapping[str, Any]
    tree: etree._ElementTree
    places: passages.Places
    trees: tuple[Tree, ...]


def resource(identifier: str, title: str, metadata: Mapping[str, Any], tree: etree._ElementTree, name: str) -> Resource:
    """Return the resource that *tree* is; *name* stands for it in messages. Raises `MarkupError` where its citation is at fault."""
    places = passages.Places(tree.getroot())
    return Resource(identifier, title, metadata, tree, places, citation.trees(tree, name, places))


def described(thing: Collection | Resource, places: Places) -> Answer:
    """Return *thing* as a member of an answer."""
    readable = isinstance(thing, Resource)
    described: Answer = {"@id": thing.id, "@type": "Resource" if readable else "Collection", "title": thing.title}
    if isinstance(thing, Collection):
        described |= {"totalParents": thing.parents, "totalChildren": thing.children}
        described |= {"description": thing.description} if thing.description else {}
    else:
        described |= {"totalParents": 1, "totalChildren": 0, "download": places.document(thing.id)}
        described["citationTrees"] = [_tree(tree) for tree in thing.trees]
    described |= {"dublinCore": dict(thing.metadata)} if thing.metadata else {}
    return described | places.templates(thing.id, readable=readable)


def shown_unit(unit: Unit) -> Answer:
    """Return *unit* as a `CitableUnit`."""
    shown: Answer = {"identifier": unit.identifier, "@type": "CitableUnit", "level": unit.level, "parent": unit.parent}
    if unit.kind:
        shown["citeType"] = unit.kind
    core = [one for one in unit.data if one.property.startswith(TERMS)]
    for key, data in (("dublinCore", core), ("extensions", [one for one in unit.data if one not in core])):
        if data:
            shown[key] = _metadata(data)
    return shown


def _metadata(data: Iterable[Datum]) -> Answer:
    """Return *data* as a `MetadataObject`; a property that is no term of Dublin Core keeps its IRI."""
    made: Answer = {}
    for one in data:
        made.setdefault(one.property.removeprefix(TERMS), []).append(in_language(one.value, one.language))
    return made


def in_language(value: str, language: str) -> dict[str, str]:
    """Return *value* as a `MetadataObject` has a text: with its language (BCP 47), ``und`` where none is stated."""
    return {"lang": language or "und", "value": value}


def _tree(tree: Tree) -> Answer:
    """Return *tree* as a `CitationTree`."""
    name = {"identifier": tree.name} if tree.name else {}
    return {**name, "@type": "CitationTree", "citeStructure": [_structure(one) for one in tree.structures]}


def _structure(structure: Structure) -> Answer:
    """Return *structure* as a `CiteStructure`."""
    kind = {"citeType": structure.kind} if structure.kind else {}
    parts = {"citeStructure": [_structure(one) for one in structure.parts]} if structure.parts else {}
    return {"@type": "CiteStructure", **kind, **parts}
