"""
Items for Omeka S, for its module CSV Import: ``item-sets.csv`` has the edition, ``items.csv`` its documents.

Import the item set first (import type "Item sets"), then the items ("Items"). Columns whose heads are terms of Dublin Core
(``dcterms:title``) are mapped by the module; tell it to use the multivalue separator for all of them (``|``, or ``separator`` of
``[export.omeka-s]``). Map ``item set`` to the item set by ``dcterms:title``, and ``media`` to the media source "URL": it has the addresses
of the files that ``media`` of ``[export.omeka-s]`` names, where these were built and ``address`` of the edition says where they are.

``dcterms:created`` is the date of the document, ``dcterms:issued`` that of the edition; ``dcterms:subject`` has topics, keywords, persons
and bodies, ``dcterms:source`` where the original is. What is not stated is left out. A value that a spreadsheet would read as a formula
has a blank before it, which the module strips.
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

TITLE = "Items with Dublin Core and media as CSV, and the edition as an item set"
FOR = "Omeka S (module CSV Import)"
CHECKED = "not checked by the platform: its documented heads and rules are tested"

PLATFORM = "omeka-s"
SEPARATOR = "|"
SETTINGS = _items.settings(SEPARATOR)
ASKED = {"title": "an item set has a title"}

SET = ("title", "alternative", "description", "contributor", "publisher", "issued", "subject", "source", "identifier", "license", "rights")
ITEM = (
    "title", "alternative", "creator", "contributor", "publisher", "created", "issued", "description", "subject", "spatial", "language",
    "type", "identifier", "source", "isPartOf", "license", "rights",
)
"""The terms of an item, in the order of the columns."""


def files(documents: Iterable[Document], edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Give the item set and the items."""
    wanted(edition, PLATFORM, ASKED)
    separator = stated(edition, f"export.{PLATFORM}.separator") or SEPARATOR

    def row(item: _items.Item, terms: Iterable[str]) -> list[str]:
        return _items.row(item, terms, separator, edition, PLATFORM)

    yield "item-sets.csv", cells.rows(_heads(SET), row(_items.of_edition(edition), SET))
    yield "items.csv", cells.rows([*_heads(ITEM), "item set", "media"])
    for document in documents:
        item = _items.of_document(document, edition, PLATFORM)
        values, media = row(item, ITEM), row(item, ["media"])
        yield "items.csv", cells.rows([*values, edition.title, *media])


def _heads(terms: Iterable[str]) -> list[str]:
    """Return the heads of columns with *terms*."""
    return [f"dcterms:{term}" for term in terms]
