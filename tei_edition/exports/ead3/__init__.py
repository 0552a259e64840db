"""
A finding aid in EAD3 (version 1.1.1 of the Society of American Archivists).

``ead.xml`` describes the edition, with a component for each document that leads to its page. ``components/`` has each component by itself,
to be put into a finding aid that is there already.

What is described is the edition, so that where the originals are is its ``originalsloc``. A document's ``unitid`` is its name in the
edition. Persons, bodies and places are those of the TEI file, with the first identifier that the authority files give them; their names
are as lists have them. Authors, note-takers and editors are the ``origination``; translators stand with the names, with what they did as
``relator``. The dates of the edition are the first and the last of its documents, its languages theirs.

EAD asks for ``record-id`` and ``agency-name`` of ``[export.ead3]``, the identifier and the keeper of the finding aid; ``address`` of the
edition is where the components lead to. The other keys are written where they are stated; ``level`` is ``collection`` and
``document-level`` is ``item`` where they are not. When the finding aid was made is ``SOURCE_DATE_EPOCH``, else ``date`` of the edition,
else ``undated``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.exports._forms.kinds import form
from tei_edition.exports._forms.names import Names
from tei_edition.exports._forms.spool import Spool
from tei_edition.exports._known import addresses
from tei_edition.exports._known.header import EDITOR, NOTETAKER, header
from tei_edition.exports._known.range import Range
from tei_edition.exports._known.wanted import wanted
from tei_edition.exports.ead3 import elements
from tei_edition.exports.ead3.finding_aid import DEPTH, MARK, finding_aid, setting
from tei_edition.fields import ADDRESS, LANGUAGE, TEXT, Field

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml import etree

    from tei_edition.edition import Edition
    from tei_edition.exports._known.document import Document
    from tei_edition.exports._known.header import Header

TITLE = "A finding aid in EAD3, with a component for each document that leads to its page"
FOR = "archival information systems, union catalogues"
CHECKED = "jing, with the RELAX NG of EAD3"

LEVELS = ("class", "collection", "file", "fonds", "item", "recordgrp", "series", "subfonds", "subgrp", "subseries")
MAKERS = ("author", NOTETAKER)
"""Who made a document; whoever did something else helped."""

ENCODERS = (EDITOR, "words in square brackets", "decisions on the encoding")
"""Who made the edition of it."""

DECLARATION = b'<?xml version="1.0" encoding="UTF-8"?>\n'

LEVEL = form("level of description", "|".join(LEVELS), f"must be one of {', '.join(LEVELS)}")
COUNTRY = form("country", "[A-Z]{2}", 'must be a country in two capital letters, such as "US"')
AGENCY = form("code of an agency", "[A-Za-z]{1,4}-[A-Za-z0-9:/-]{1,11}", 'must be a country and a code, such as "US-XYZ"')

SETTINGS = (
    Field("record-id", TEXT, "identifier of the finding aid, unique with its agency", '"US-XYZ-politburo-notes"'),
    Field("agency-name", TEXT, "who keeps the finding aid", '"National Security Archive"'),
    Field("agency-code", AGENCY, "code of who keeps it (ISO 15511)", '"US-XYZ"'),
    Field("country-code", COUNTRY, "country of who keeps it (ISO 3166-1)", '"US"'),
    Field("instance-url", ADDRESS, "address of the finding aid", '"https://example.org/notes/ead.xml"'),
    Field("repository", TEXT, "who gives access to the edition, as an archive", '"National Security Archive"'),
    Field("description-language", LANGUAGE, "language in which the finding aid is written (BCP 47)", '"en"'),
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
            yield f"components/{names.of_document(document.name)}.xml", DECLARATION + elements.data(component)
            spool.put(elements.data(component, DEPTH))
        opening, _, closing = elements.data(finding_aid(edition, within)).partition(MARK)
        yield "ead.xml", DECLARATION + opening
        for piece in spool.pieces():
            yield "ead.xml", piece
        yield "ead.xml", closing


def _component(document: Document, stated: Header, edition: Edition) -> etree._Element:
    """Return the component of *document*, whose header is *stated*."""
    component = elements.root("c", level=setting(edition, "document-level") or "item")
    did = elements.add(component, "did")
    elements.add(did, "unitid", document.name)
    elements.titles(did, stated.title or document.name, stated.titles[1:])
    elements.dated(did, stated.date)
    made = (*((MAKERS[0], name) for name in stated.authors), *(one for one in stated.responsible if one[0] in MAKERS))
    elements.creators(did, made)
    elements.languages(did, (document.facts.language,))
    elements.object_(did, addresses.page(document, stated, edition), stated.title or document.name)
    elements.paragraph(component, "scopecontent", stated.abstract)
    elements.originals(component, stated.repository, stated.collection, stated.call_number)
    elements.access(component, stated, (one for one in stated.responsible if one[0] not in (*MAKERS, *ENCODERS)))
    return component
