"""What the header of a TEI document states for a citation beyond `header`: names in their parts, and of which edition it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.edition import Licence
from tei_edition.exports._known.paths import find, first, words
from tei_edition.exports._known.people import PersonName, name_in

if TYPE_CHECKING:
    from lxml import etree

FILE = "t:teiHeader/t:fileDesc/"
AUTHOR = f"{FILE}t:titleStmt/t:author"
EDITOR = f"{FILE}t:titleStmt/t:editor[not(@role) or @role='editor']"
NOTETAKER = f"{FILE}t:titleStmt/t:respStmt[t:resp='note-taker']/*[not(self::t:resp)]"
TRANSLATOR = f"{FILE}t:sourceDesc/t:bibl[@type='translation']/t:editor"
SERIES = f"{FILE}t:seriesStmt/t:title"
SERIES_ADDRESS = f"{FILE}t:seriesStmt/t:idno[@type='URL']"
PUBLICATION = f"{FILE}t:publicationStmt/"
PLACE = f"{PUBLICATION}t:pubPlace"
KEYWORDS = "t:teiHeader/t:profileDesc/t:textClass/t:keywords//t:term[not(@type='topic')]"
"""The keywords, without the headings that the text prints."""


def names(root: etree._Element, path: str) -> tuple[PersonName, ...]:
    """Return the names in the elements at *path*."""
    return tuple(name_in(element) for element in find(root, path) if words(element))


def published(root: etree._Element) -> str:
    """Return when the file was published, ISO 8601."""
    return next((str(date.get("when")) for date in find(root, f"{PUBLICATION}t:date[@when]")), "")


def identifiers(root: etree._Element) -> dict[str, str]:
    """Return the identifiers of the publication by their types, its address apart."""
    return {str(one.get("type")): words(one) for one in find(root, f"{PUBLICATION}t:idno[@type!='URL']") if words(one)}


def licence(root: etree._Element) -> Licence | None:
    """Return the licence; None where there is none."""
    given = find(root, f"{PUBLICATION}t:availability/t:licence")
    return Licence(given[0].get("target", ""), first(root, f"{PUBLICATION}t:availability/t:licence")) if given else None
