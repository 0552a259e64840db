"""What somebody who knows HTML means in TEI: ``<i>`` is ``<hi rend="italic">``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.positions import path_from

if TYPE_CHECKING:
    from tei_edition.check import Document
    from tei_edition.relaxng import Finding

TEI = "http://www.tei-c.org/ns/1.0"
CODE = "rng-element"
NAMES = {
    "a": '<ref target="...">', "b": '<hi rend="bold">', "blockquote": "<quote>", "br": "<lb/>", "dd": "<item>", "dl": '<list type="gloss">',
    "dt": "<label>", "em": "<emph>", "h1": "<head>", "h2": "<head>", "h3": "<head>", "h4": "<head>", "h5": "<head>", "h6": "<head>",
    "i": '<hi rend="italic">', "img": '<graphic url="...">', "ins": "<add>", "li": "<item>", "ol": '<list rend="numbered">', "s": "<del>",
    "section": "<div>", "small": '<hi rend="small">', "span": "<seg>", "strike": "<del>", "strong": '<hi rend="bold">',
    "sub": '<hi rend="subscript">', "sup": '<hi rend="superscript">', "td": "<cell>", "th": '<cell role="label">', "tr": "<row>",
    "u": '<hi rend="underline">', "ul": "<list>",
}  # fmt: skip
"""Elements of HTML, and the tag for the same in TEI; those that TEI knows by another meaning are left out."""


def advice(found: Finding, document: Document) -> str:
    """Return what to write in TEI where the fault *found* in *document* is an element of HTML that the schema has not."""
    if found.code != CODE or "is not in this schema" not in found.message:
        return ""
    uri, _, local = document.positions.node(path_from(found.path)).name.partition(" ")
    meant = NAMES.get(local.split(" ")[0].lower()) if uri == TEI else None
    return f"In TEI this is {meant}." if meant else ""
