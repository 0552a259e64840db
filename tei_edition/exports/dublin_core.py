"""
Descriptions in the fifteen elements of Dublin Core: ``edition.xml``, and ``documents/`` with a file for each document.

Each file is an ``oai_dc:dc``, as OAI-PMH serves it (http://www.openarchives.org/OAI/2.0/oai_dc/). The date of a document is when it was
made; ``source`` says where the original is.
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
    from tei_edition.exports._known.works import Work

TITLE = "Descriptions of the edition and its documents in Dublin Core"
FOR = "OAI-PMH, DSpace, library catalogues"
CHECKED = "not checked by the platform: a test of the documented contract"

OAI = "http://www.openarchives.org/OAI/2.0/oai_dc/"
ELEMENTS = "http://purl.org/dc/elements/1.1/"
SCHEMA = f"{OAI} http://www.openarchives.org/OAI/2.0/oai_dc.xsd"
MADE = xml.Maker(ELEMENTS)


def files(documents: Iterable[Document], edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Give a file for each work."""
    for work in works(documents, edition):
        is_document = work.container or work.made or not edition.title
        yield f"documents/{work.key}.xml" if is_document else "edition.xml", xml.written(description(work))


def description(work: Work) -> etree._Element:
    """Return the description of *work*."""
    root = xml.Maker(OAI).root("dc", {"oai_dc": OAI, "dc": ELEMENTS, "xsi": xml.XSI})
    root.set(f"{{{xml.XSI}}}schemaLocation", SCHEMA)
    for name, words in _said(work):
        MADE.say(root, name, words)
    return root


def _said(work: Work) -> Iterator[tuple[str, str]]:
    """Give the elements with their words, empty where nothing is known."""
    of = work.container or work
    yield "title", work.title
    yield from (("creator", one.sorted) for one in work.authors)
    yield from (("contributor", one.sorted) for one in dict.fromkeys((*work.notetakers, *work.translators, *of.editors)))
    yield "publisher", of.publisher
    yield "date", work.made if work.container else work.made or work.date
    yield "type", "Text"
    yield "language", work.language
    yield "description", work.description
    yield from (("subject", word) for word in work.keywords)
    yield from (("identifier", one) for one in (work.address, work.doi and f"https://doi.org/{work.doi}") if one)
    yield from (("identifier", value) for kind, value in sorted(work.identifiers.items()) if kind.casefold() != "doi")
    yield "source", ", ".join(part for part in (work.repository, work.collection, work.call_number) if part)
    yield from (("relation", words) for words in ((work.container.title, work.container.address) if work.container else ()))
    if work.licence:
        yield from (("rights", words) for words in (work.licence.text, work.licence.target))
