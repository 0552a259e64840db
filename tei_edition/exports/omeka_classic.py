"""
Items for Omeka Classic, for its plugins CSV Import and CSV Import Plus: ``items.csv``.

Columns whose heads are elements of Dublin Core (``Dublin Core:Title``) are mapped where "Automap column names to elements" is chosen. Give
``^^``, or ``separator`` of ``[export.omeka-classic]``, as the delimiter of elements, of tags and of files; tick "Tags?" for ``tags`` and
"Files?" for ``file``, which has the addresses of the files that ``media`` names, where these were built and ``address`` of the edition says
where they are. ``collection`` has the title of the edition; choose the collection by hand where the plugin does not take it from there.
Nothing is HTML.

The date is that of the document; subjects are topics, keywords, persons and bodies, tags the topics and keywords alone; the source is where
the original is. What is not stated is left out. A value that a spreadsheet would read as a formula has a blank before it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.exports import _items
from tei_edition.exports._forms import cells
from tei_edition.exports._known.needed import stated
from tei_edition.exports._known.wanted import wanted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tei_edition.edition import Edition
    from tei_edition.exports._known.document import Document

TITLE = "Items with Dublin Core, tags and files as CSV"
FOR = "Omeka Classic (CSV Import, CSV Import Plus)"
CHECKED = "not checked by the platform: its documented heads and rules are tested"

PLATFORM = "omeka-classic"
SEPARATOR = "^^"
SETTINGS = _items.settings(SEPARATOR)
ASKED = {"title": "a collection has a title"}

COLUMNS = {
    "Dublin Core:Title": "title", "Dublin Core:Subject": "subject", "Dublin Core:Description": "description",
    "Dublin Core:Creator": "creator", "Dublin Core:Source": "source", "Dublin Core:Publisher": "publisher",
    "Dublin Core:Date": "created", "Dublin Core:Contributor": "contributor", "Dublin Core:Rights": "rights",
    "Dublin Core:Relation": "isPartOf", "Dublin Core:Language": "language", "Dublin Core:Type": "type",
    "Dublin Core:Identifier": "identifier", "Dublin Core:Coverage": "spatial",
    "tags": "tags", "file": "media", "collection": "isPartOf",
}
"""The heads of the columns, and the terms that they hold."""


def files(documents: Iterable[Document], edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Give the items."""
    wanted(edition, PLATFORM, ASKED)
    separator = stated(edition, f"export.{PLATFORM}.separator") or SEPARATOR
    yield "items.csv", cells.rows(COLUMNS)
    for document in documents:
        item = _items.of_document(document, edition, PLATFORM)
        item["rights"] = (*item.pop("rights", ()), *item.pop("license", ()))
        item["title"] = (*item["title"], *item.pop("alternative", ()))
        yield "items.csv", cells.rows(_items.row(item, COLUMNS.values(), separator, edition, PLATFORM))
