"""The reading edition: one HTML page for a document, a list for an edition, a list of all editions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition import stylesheets
from tei_edition.outputs import _page
from tei_edition.outputs._links import Download, Link, Links, address, size
from tei_edition.outputs._lists import DocumentFacts, EditionFacts, Offered, Summed, edition_facts, edition_index, facts, site_index
from tei_edition.outputs._names import NameFacts, names_index
from tei_edition.outputs._report import report_page

if TYPE_CHECKING:
    from lxml import etree

    from tei_edition.stylesheets import Value

__all__ = [
    "SUFFIX",
    "DocumentFacts",
    "Download",
    "EditionFacts",
    "Link",
    "Links",
    "NameFacts",
    "Offered",
    "Summed",
    "address",
    "edition_facts",
    "edition_index",
    "facts",
    "names_index",
    "render",
    "report_page",
    "site_index",
]

SUFFIX = ".html"
"""The ending of the files this output makes."""


def render(tree: etree._ElementTree, links: Links | None = None, view: str = "published") -> str:
    """
    Return the reading page of the TEI document *tree*, complete in one file, which opens in *view*.

    Raises `TransformError` where the document holds an element for which there is no rule.
    """
    parameters = {**_parameters(links or Links()), "view": view, **_page.appearance()}
    return _page.finished(stylesheets.transform("html", tree, parameters))


def _parameters(links: Links) -> dict[str, Value]:
    """Return *links* as the stylesheet's parameters."""
    ways = {"previous": links.previous, "next": links.next, "up": links.up}
    addresses = {f"{name}-href": way.href for name, way in ways.items() if way}
    titles = {f"{name}-title": way.title for name, way in ways.items() if way}
    return {
        "document": links.document,
        "proof": links.proof,
        "names-href": links.names,
        **addresses,
        **titles,
        "download-labels": tuple(download.label for download in links.downloads),
        "download-hrefs": tuple(download.href for download in links.downloads),
        "download-sizes": tuple(size(download.size) for download in links.downloads),
    }
