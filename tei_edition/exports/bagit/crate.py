"""
The description of an edition's files as RO-Crate 1.2 has it (https://w3id.org/ro/crate/1.2), an entity at a time.

The root has the properties it must have (chapter "Root Data Entity"), files those they should have ("Data Entities"); what a file was
made from is its ``isBasedOn``, and what the header of a TEI file says of the software a ``CreateAction`` ("Provenance"). An ``@id`` is a
path with its special characters encoded and others left as they are ("Encoding file paths").
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from tei_edition.exports._known.people import name as name_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tei_edition.edition import Edition, Licence

FILE = "ro-crate-metadata.json"
VERSION = "https://w3id.org/ro/crate/1.2"
OPENING = f'{{\n"@context": "{VERSION}/context",\n"@graph": [\n'
CLOSING = "\n]\n}\n"

Entity = dict[str, Any]


class Graph:
    """The entities of a crate, as they are written: each once."""

    def __init__(self) -> None:
        self._known: set[str] = set()

    def text(self, *entities: Entity) -> str:
        """Return the JSON of those of *entities* that are not yet written, and where it begins or goes on."""
        fresh = []
        for entity in entities:
            if entity["@id"] not in self._known:
                fresh.append(json.dumps(entity, ensure_ascii=False))
                before = OPENING if not self._known else ",\n"
                self._known.add(entity["@id"])
                fresh[-1] = before + fresh[-1]
        return "".join(fresh)


def entity(id_: str, kind: str | list[str], **properties: Any) -> Entity:
    """
    Return an entity with those of its *properties* that say something.

    >>> entity("a.txt", "File", name="A", description="")
    {'@id': 'a.txt', '@type': 'File', 'name': 'A'}
    """
    return {"@id": id_, "@type": kind, **{name: value for name, value in properties.items() if value}}


def ref(id_: str) -> dict[str, str]:
    """Return a pointer to the entity *id_*; empty where that is."""
    return {"@id": id_} if id_ else {}


def address(path: str) -> str:
    """
    Return *path* as an `@id`.

    >>> address("a b/Отчёт 50%.xml")
    'a%20b/Отчёт%2050%25.xml'
    """
    return "".join(sign if sign.isprintable() and not sign.isascii() else quote(sign, safe="/") for sign in path)


def descriptor() -> Entity:
    """Return the entity that describes the metadata file itself."""
    return entity(FILE, "CreativeWork", about=ref("./"), conformsTo=ref(VERSION))


def people(names: Iterable[str]) -> list[Entity]:
    """Return the persons of these *names*."""
    named = ((name, name_of(name)) for name in names)
    return [
        entity(local("person", name), "Person", name=parts.shown, familyName=parts.family, givenName=parts.given) for name, parts in named
    ]


def local(kind: str, name: str) -> str:
    """
    Return the `@id` of something that is no file.

    >>> local("person", "Doe, Jane")
    '#person-Doe%2C%20Jane'
    """
    return f"#{kind}-{quote(name, safe='')}"


def refs(entities: Iterable[Entity]) -> list[dict[str, str]]:
    """Return pointers to *entities*."""
    return [ref(one["@id"]) for one in entities]


def licence(stated: Licence) -> tuple[Any, list[Entity]]:
    """Return the licence as a value, and the entity it points to, if it has an address."""
    if not stated.target:
        return stated.text, []
    words = stated.text or stated.target
    return ref(stated.target), [entity(stated.target, "CreativeWork", name=words, description=words, url=stated.target)]


def root(edition: Edition, parts: Iterable[str]) -> list[Entity]:
    """Return the root of a crate of *edition* whose files are *parts*, and the entities that it points to."""
    use, licences = licence(edition.licence) if edition.licence else ("", [])
    editors = people(edition.editors)
    publisher = [entity(local("publisher", edition.publisher), "Organization", name=edition.publisher)] if edition.publisher else []
    identifiers = [
        entity(local("identifier", f"{kind} {value}"), "PropertyValue", propertyID=kind, value=value)
        for kind, value in sorted(edition.identifiers.items())
    ]
    dataset = entity(
        "./", "Dataset", name=edition.title, alternateName=list(edition.titles.values()), description=edition.description,
        datePublished=edition.date, license=use,
        editor=refs(editors), publisher=refs(publisher), identifier=refs(identifiers), keywords=list(edition.keywords),
        url=edition.address, hasPart=[ref(part) for part in parts],
    )
    return [dataset, *licences, *editors, *publisher, *identifiers]
