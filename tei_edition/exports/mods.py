"""
Descriptions as MODS 3.8 (``mods.xml``, https://www.loc.gov/standards/mods/): one ``modsCollection`` with the edition and each document.

Roles are those of MARC relators. ``dateIssued`` is when the edition was published, ``dateCreated`` when the document was made. A document
is a part of the edition (``relatedItem type="host"``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.exports._forms import xml
from tei_edition.exports._known.works import works

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml import etree

    from tei_edition.edition import Edition
    from tei_edition.exports._known.document import Document
    from tei_edition.exports._known.people import PersonName
    from tei_edition.exports._known.works import Work

TITLE = "Descriptions of the edition and its documents as MODS 3.8"
FOR = "library catalogues, repositories"
CHECKED = "not checked by the platform: a test of the documented contract"

NAMESPACE = "http://www.loc.gov/mods/v3"
NAME = "mods.xml"
MADE = xml.Maker(NAMESPACE)
HEAD = f'<?xml version="1.0" encoding="UTF-8"?>\n<modsCollection xmlns="{NAMESPACE}">\n'
ROLES = (("authors", "aut"), ("editors", "edt"), ("translators", "trl"), ("notetakers", "mtk"))
"""Who is named, with the codes of MARC (https://www.loc.gov/marc/relators/)."""


def files(documents: Iterable[Document], edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Give the descriptions, one after the other."""
    yield NAME, HEAD.encode()
    for work in works(documents, edition):
        yield NAME, xml.written(mods(work), declaration=False)
    yield NAME, b"</modsCollection>\n"


def mods(work: Work) -> etree._Element:
    """Return the description of *work*."""
    root = MADE.root("mods", {None: NAMESPACE, "xlink": xml.XLINK}, version="3.8", ID=f"w-{work.key}")
    MADE.say(MADE.add(root, "titleInfo"), "title", work.title)
    for group, code in ROLES:
        for person in getattr(work, group):
            _name(root, person, code)
    MADE.add(root, "typeOfResource", "text")
    _origin(root, work)
    MADE.say(MADE.add(root, "language"), "languageTerm", work.language, type="code", authority="rfc5646")
    MADE.say(root, "abstract", work.description)
    for word in work.keywords:
        MADE.add(MADE.add(root, "subject"), "topic", word)
    for kind, value in sorted(work.identifiers.items()):
        MADE.add(root, "identifier", value, type=kind.lower())
    _place(root, work)
    if work.licence:
        terms = MADE.add(root, "accessCondition", work.licence.text or work.licence.target, type="use and reproduction")
        terms.set(f"{{{xml.XLINK}}}href", work.licence.target) if work.licence.target else None
    if work.container and work.container.title:
        host = MADE.add(root, "relatedItem", type="host")
        MADE.say(MADE.add(host, "titleInfo"), "title", work.container.title)
        for person in work.container.editors:
            _name(host, person, "edt")
        _origin(host, work.container)
    return xml.without_empty(root)


def _name(parent: etree._Element, person: PersonName, code: str) -> None:
    """Add a name: of a person where it is parted, else of nobody knows what."""
    name = MADE.add(parent, "name", type="" if person.literal else "personal")
    MADE.say(name, "namePart", person.literal)
    MADE.say(name, "namePart", person.family, type="family")
    MADE.say(name, "namePart", person.given, type="given")
    MADE.add(MADE.add(name, "role"), "roleTerm", code, type="code", authority="marcrelator")


def _origin(parent: etree._Element, work: Work) -> None:
    """Add who published it, where and when, or where and when it was made."""
    origin = MADE.add(parent, "originInfo")
    MADE.say(MADE.add(origin, "place"), "placeTerm", work.place or work.made_at, type="text")
    MADE.say(origin, "publisher", work.publisher)
    MADE.say(origin, "dateIssued", work.date, encoding="w3cdtf")
    MADE.say(origin, "dateCreated", work.made, encoding="w3cdtf")


def _place(root: etree._Element, work: Work) -> None:
    """Add where the original is kept, and where the work is published."""
    kept = MADE.add(root, "location")
    MADE.say(kept, "physicalLocation", work.repository)
    MADE.say(kept, "shelfLocator", ", ".join(part for part in (work.collection, work.call_number) if part))
    MADE.say(MADE.add(root, "location"), "url", work.address, usage="primary")
