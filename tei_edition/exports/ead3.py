"""
A finding aid in EAD3 (version 1.1.1 of the Society of American Archivists).

``ead.xml`` describes the edition, with a component for each document that leads to its page. ``components/`` has each component by itself,
to be put into a finding aid that is there already.

What is described is the edition, so that where the originals are is its ``originalsloc``. A document's ``unitid`` is its name in the
edition. Persons, bodies and places are those of the TEI file, with the first identifier that the authority files give them; their names
are as lists have them. Authors, note-takers and editors are the ``origination``; translators stand with the names, with what they did as
``relator``. The dates of the edition are the first and the last of its documents, its languages theirs.

EAD asks for ``record-id`` and ``agency-name`` of ``[export.ead3]``, the identifier and the keeper of the finding aid; ``address`` of the
edition is where the components lead to. ``agency-code``, ``country-code``, ``instance-url`` and ``extent`` are written where they are
stated. ``level`` is ``collection`` and ``document-level`` is ``item`` where they are not. When the finding aid was made is
``SOURCE_DATE_EPOCH``, else ``date`` of the edition, else ``undated``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from tei_edition import timestamps
from tei_edition.exports import _addresses, _ead
from tei_edition.exports._header import EDITOR, NOTETAKER, header
from tei_edition.exports._names import Names
from tei_edition.exports._needed import stated as found
from tei_edition.exports._range import Range
from tei_edition.exports._spool import Spool
from tei_edition.exports._wanted import wanted
from tei_edition.fields import ADDRESS, TEXT, Field, Kind
from tei_edition.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tei_edition.edition import Edition
    from tei_edition.exports._document import Document
    from tei_edition.exports._header import Header

TITLE = "A finding aid in EAD3, with a component for each document that leads to its page"
FOR = "archival information systems, union catalogues"
CHECKED = "jing, with the RELAX NG of EAD3"

LEVELS = ("class", "collection", "file", "fonds", "item", "recordgrp", "series", "subfonds", "subgrp", "subseries")
MAKERS = ("author", NOTETAKER)
"""Who made a document; whoever did something else helped."""

ENCODERS = (EDITOR, "words in square brackets", "decisions on the encoding")
"""Who made the edition of it."""
DECLARATION = b'<?xml version="1.0" encoding="UTF-8"?>\n'
COMPONENTS, DEPTH = "components", 3
MARK = f"{'  ' * DEPTH}<!--{COMPONENTS}-->\n".encode()
ENCODINGS = {
    "countryencoding": "iso3166-1", "dateencoding": "iso8601", "langencoding": "iso639-2b", "repositoryencoding": "iso15511",
    "scriptencoding": "iso15924",
}


def _level(value: object) -> str:
    """Return *value* if it is a level of description of EAD."""
    if value not in LEVELS:
        raise ValueError(f"must be one of {', '.join(LEVELS)}")
    return str(value)


LEVEL = Kind("level of description", {"type": "string", "enum": list(LEVELS)}, _level)

SETTINGS = (
    Field("record-id", TEXT, "identifier of the finding aid, unique with its agency", '"US-xx-politburo-notes"'),
    Field("agency-name", TEXT, "who keeps the finding aid", '"National Security Archive"'),
    Field("agency-code", TEXT, "code of who keeps it (ISO 15511)", '"US-DCNSA"'),
    Field("country-code", TEXT, "country of who keeps it (ISO 3166-1)", '"US"'),
    Field("instance-url", ADDRESS, "address of the finding aid", '"https://example.org/notes/ead.xml"'),
    Field("extent", TEXT, "how much the edition is, in words", '"120 documents"'),
    Field("level", LEVEL, "level of the edition in EAD (collection where it is not stated)", '"collection"'),
    Field("document-level", LEVEL, "level of a document in EAD (item where it is not stated)", '"item"'),
)

ASKED = {
    "title": "a finding aid has a title",
    "address": "the component of a document leads to its page",
    "export.ead3.record-id": "EAD asks for the identifier of the finding aid",
    "export.ead3.agency-name": "EAD asks who keeps the finding aid",
}


def files(documents: Iterable[Document], edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Give the finding aid of *documents*, and each component."""
    wanted(edition, "ead3", ASKED)
    within, names = Range(), Names()
    with Spool() as spool:
        for document in documents:
            stated = header(document.tree)
            within.take(stated.date, document.facts.language)
            component = _component(document, stated, edition)
            yield f"components/{names.of_document(document.name)}.xml", DECLARATION + _ead.data(component)
            spool.put(_ead.data(component, DEPTH))
        opening, _, closing = _ead.data(_aid(edition, within)).partition(MARK)
        yield "ead.xml", DECLARATION + opening
        for piece in spool.pieces():
            yield "ead.xml", piece
        yield "ead.xml", closing


def _aid(edition: Edition, within: Range) -> etree._Element:
    """Return the finding aid, with a mark where the components stand."""
    ead = _ead.root("ead")
    _control(_ead.add(ead, "control", **ENCODINGS), edition)
    description = _ead.add(ead, "archdesc", level=_setting(edition, "level") or "collection")
    _whole(_ead.add(description, "did"), edition, within)
    _ead.paragraph(description, "scopecontent", edition.description)
    _ead.originals(description, edition.repository, edition.collection, edition.call_number)
    _ead.use(description, edition.licence)
    if edition.publisher or edition.keywords:
        found = _ead.add(description, "controlaccess")
        if edition.publisher:
            _ead.named(found, "corpname", edition.publisher, "publisher")
        for word in edition.keywords:
            _ead.named(found, "subject", word)
    _ead.add(description, "dsc", dsctype="combined").append(etree.Comment(COMPONENTS))
    return ead


def _control(control: etree._Element, edition: Edition) -> None:
    """Add what the finding aid says of itself."""
    _ead.add(control, "recordid", _setting(edition, "record-id"), instanceurl=_setting(edition, "instance-url"))
    _ead.add(_ead.add(_ead.add(control, "filedesc"), "titlestmt"), "titleproper", edition.title)
    _ead.add(control, "maintenancestatus", value="derived")
    agency = _ead.add(control, "maintenanceagency", countrycode=_setting(edition, "country-code"))
    if code := _setting(edition, "agency-code"):
        _ead.add(agency, "agencycode", code)
    _ead.add(agency, "agencyname", _setting(edition, "agency-name"))
    event = _ead.add(_ead.add(control, "maintenancehistory"), "maintenanceevent")
    day = timestamps.timestamp(edition)
    when = day.date().isoformat() if day != timestamps.EPOCH else ""
    _ead.add(event, "eventtype", value="derived")
    _ead.add(event, "eventdatetime", when or "undated", standarddatetime=when)
    _ead.add(event, "agenttype", value="machine")
    _ead.add(event, "agent", f"tei-edition {VERSION}")


def _whole(did: etree._Element, edition: Edition, within: Range) -> None:
    """Add what the edition is."""
    for kind, value in sorted(edition.identifiers.items()):
        _ead.add(did, "unitid", value, localtype=kind)
    _ead.add(did, "unittitle", edition.title)
    if within.first:
        _ead.interval(_ead.add(did, "unitdatestructured", unitdatetype="inclusive"), within.first, within.last)
    _ead.creators(did, ((EDITOR, name) for name in edition.editors))
    if extent := _setting(edition, "extent"):
        _ead.add(did, "physdesc", extent)
    _ead.languages(did, within.languages)
    _ead.object_(did, edition.address, edition.title)


def _component(document: Document, stated: Header, edition: Edition) -> etree._Element:
    """Return the component of *document*, whose header is *stated*."""
    component = _ead.root("c", level=_setting(edition, "document-level") or "item")
    did = _ead.add(component, "did")
    _ead.add(did, "unitid", document.name)
    _ead.add(did, "unittitle", stated.title or document.name)
    _ead.dated(did, stated.date)
    made = (*((MAKERS[0], name) for name in stated.authors), *(one for one in stated.responsible if one[0] in MAKERS))
    _ead.creators(did, made)
    _ead.languages(did, (document.facts.language,))
    _ead.object_(did, _addresses.page(document, stated, edition), stated.title or document.name)
    _ead.paragraph(component, "scopecontent", stated.abstract)
    _ead.originals(component, stated.repository, stated.collection, stated.call_number)
    _ead.access(component, stated, (one for one in stated.responsible if one[0] not in (*MAKERS, *ENCODERS)))
    return component


def _setting(edition: Edition, key: str) -> str:
    """Return what the edition says of *key* for EAD."""
    return str(found(edition, f"export.ead3.{key}"))
