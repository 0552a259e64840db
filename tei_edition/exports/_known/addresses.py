"""Where a document and its files are on the web, as far as the edition says it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from tei_edition.outputs.html import SUFFIX

if TYPE_CHECKING:
    from tei_edition.edition import Edition
    from tei_edition.exports._known.document import Document
    from tei_edition.exports._known.header import Header


def page(document: Document, stated: Header, edition: Edition) -> str:
    """
    Return the address of the page of *document*, whose header is *stated*.

    It is what the settings of *edition* or the header say of the document, else where its page is in the folder of *edition*. Empty where
    nobody says so: an address that does not end in ``/`` is no folder.
    """
    names = (stated.original.name, stated.transcript.name)
    own = next((found.address for name in names if (found := edition.documents.get(name)) and found.address), "")
    return own or stated.address or (f"{edition.address}{quote(document.name + SUFFIX)}" if edition.address.endswith("/") else "")


def file(document: Document, page: str, suffix: str) -> str:
    """Return the address of the file with *suffix* beside *page*, empty where it was not built or *page* is not named as `build` does."""
    if not page.endswith(SUFFIX) or not document.beside(suffix):
        return ""
    return page.removesuffix(SUFFIX) + suffix
