"""
The record of a DOI for the edition, as DataCite 4.5 asks for it: ``datacite.json`` and ``datacite.xml`` (https://schema.datacite.org/).

Creators are those who edit. Documents of which the address is known are its parts. A name that is not written ``Family, Given`` stands
whole, and nothing says whether it is a person's.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tei_edition.exports._forms import xml
from tei_edition.exports._forms.dates import year
from tei_edition.exports._known.licences import spdx
from tei_edition.exports._known.needed import needed
from tei_edition.exports._known.works import works

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml import etree

    from tei_edition.edition import Edition
    from tei_edition.exports._known.document import Document
    from tei_edition.exports._known.people import PersonName
    from tei_edition.exports._known.works import Work

TITLE = "DataCite 4.5 record of the edition, as JSON and XML"
FOR = "DataCite, repositories that register DOIs"
CHECKED = "the schema and the XML of the Python package datacite"

KERNEL = "http://datacite.org/schema/kernel-4"
SCHEMA = f"{KERNEL} http://schema.datacite.org/meta/kernel-4.5/metadata.xsd"
SPDX = "https://spdx.org/licenses/"
MADE = xml.Maker(KERNEL)
NEEDED = {
    "title": "DataCite asks for a title",
    "identifiers.DOI": "DataCite asks for the DOI",
    "editors": "DataCite asks for creators",
    "publisher": "DataCite asks who publishes",
    "date": "DataCite asks for the year of publication",
}


def files(documents: Iterable[Document], edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Give the record of *edition* twice."""
    for key, why in NEEDED.items():
        needed(edition, key, "datacite", why)
    whole, *addresses = _read(documents, edition)
    found = record(whole, addresses)
    yield "datacite.json", (json.dumps(found, ensure_ascii=False, indent=2) + "\n").encode()
    yield "datacite.xml", xml.written(as_xml(found))


def record(work: Work, parts: Iterable[str] = ()) -> dict[str, Any]:
    """Return the record of *work*, whose parts have the addresses *parts*, in the words of DataCite's JSON."""
    return {key: value for key, value in {
        "doi": work.doi,
        "url": work.address,
        "types": {"resourceTypeGeneral": "Collection", "resourceType": "Digital edition"},
        "creators": list(map(_person, dict.fromkeys(work.editors))),
        "titles": [{"title": work.title}],
        "publisher": {"name": work.publisher},
        "publicationYear": year(work.date),
        "subjects": [{"subject": word} for word in work.keywords],
        "dates": [{"date": work.date, "dateType": "Issued"}],
        "language": work.language,
        "alternateIdentifiers": _others(work),
        "relatedIdentifiers": [
            {"relatedIdentifier": part, "relatedIdentifierType": "URL", "relationType": "HasPart"} for part in dict.fromkeys(parts)
        ],
        "rightsList": _rights(work),
        "descriptions": [{"description": work.description, "descriptionType": "Abstract"}] if work.description else [],
        "schemaVersion": KERNEL,
    }.items() if value}


def _read(documents: Iterable[Document], edition: Edition) -> Iterator[Any]:
    """Give *edition* as a work, then the addresses of *documents* that are known."""
    for work in works(documents, edition):
        if work.container is None:
            yield work
        elif work.address:
            yield work.address


def _others(work: Work) -> list[dict[str, str]]:
    """Return the identifiers but the DOI."""
    return [
        {"alternateIdentifier": value, "alternateIdentifierType": kind}
        for kind, value in sorted(work.identifiers.items()) if kind.casefold() != "doi"
    ]


def _person(person: PersonName) -> dict[str, str]:
    """Return one who edits."""
    if person.literal:
        return {"name": person.literal}
    return {"name": person.sorted, "nameType": "Personal", "givenName": person.given, "familyName": person.family}


def _rights(work: Work) -> list[dict[str, str]]:
    """Return the licence, with its name in the list of SPDX where it is one of Creative Commons."""
    if not work.licence:
        return []
    name = spdx(work.licence)
    listed = {"rightsIdentifier": name.lower(), "rightsIdentifierScheme": "SPDX", "schemeUri": SPDX} if name else {}
    said = {"rights": work.licence.text or work.licence.target, "rightsUri": work.licence.target}
    return [{key: value for key, value in {**said, **listed}.items() if value}]


def as_xml(found: dict[str, Any]) -> etree._Element:
    """Return the record *found* as XML."""
    root = MADE.root("resource", {None: KERNEL, "xsi": xml.XSI})
    root.set(f"{{{xml.XSI}}}schemaLocation", SCHEMA)
    MADE.add(root, "identifier", found["doi"], identifierType="DOI")
    creators = MADE.add(root, "creators")
    for one in found["creators"]:
        creator = MADE.add(creators, "creator")
        MADE.add(creator, "creatorName", one["name"], nameType=one.get("nameType", ""))
        MADE.say(creator, "givenName", one.get("givenName", ""))
        MADE.say(creator, "familyName", one.get("familyName", ""))
    MADE.add(MADE.add(root, "titles"), "title", found["titles"][0]["title"])
    MADE.add(root, "publisher", found["publisher"]["name"])
    MADE.add(root, "publicationYear", found["publicationYear"])
    MADE.add(root, "resourceType", found["types"]["resourceType"], resourceTypeGeneral=found["types"]["resourceTypeGeneral"])
    for plural, (single, words, renamed) in LISTS.items():
        if plural in found:
            _list(MADE.add(root, plural), single, words, renamed, found[plural])
    MADE.say(root, "language", found.get("language", ""))
    return root


LISTS = {
    "subjects": ("subject", "subject", {}),
    "dates": ("date", "date", {}),
    "alternateIdentifiers": ("alternateIdentifier", "alternateIdentifier", {}),
    "relatedIdentifiers": ("relatedIdentifier", "relatedIdentifier", {}),
    "rightsList": ("rights", "rights", {"rightsUri": "rightsURI", "schemeUri": "schemeURI"}),
    "descriptions": ("description", "description", {}),
}
"""The lists of a record: the element of an item, what its words are, and what is called otherwise in XML."""


def _list(parent: etree._Element, single: str, words: str, renamed: dict[str, str], items: Iterable[dict[str, str]]) -> None:
    """Add *items* to *parent*."""
    for item in items:
        MADE.add(parent, single, item[words], **{renamed.get(key, key): value for key, value in item.items() if key != words})
