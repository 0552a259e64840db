"""
Read an OpenDocument text: what it shows when its changes are accepted, as plain text with styles.

It is a packed file with XML in it; both are read by what the toolkit stands on (zipfile, lxml by way of `tei_edition.xml`, which lets no
entity in), so that nothing more is needed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.ingest import _zip
from tei_edition.ingest._odt_styles import OFFICE, Styles
from tei_edition.ingest._odt_text import Body, changes, furniture
from tei_edition.ingest._rich import Remark, compose

if TYPE_CHECKING:
    from tei_edition.model import Source

WHAT = "OpenDocument text"
BODY = f"{OFFICE}body/{OFFICE}text"


def read(data: bytes, name: str, encoding: str | None = None) -> Source:  # noqa: ARG001 - a document says its encoding itself
    """Return the transcript that the document in *data* shows; raises `SourceError` where it cannot be read."""
    parts = _zip.unpack(data, name, WHAT)
    if b"encryption-data" in parts.get("META-INF/manifest.xml", b""):
        raise _zip.fault(name, "this file is encrypted with a password.", "Save it without a password.")
    content, styles = (_zip.tree(parts, part, name) for part in ("content.xml", "styles.xml"))
    text = content.find(BODY) if content is not None else None
    if text is None:
        raise _zip.fault(name, f"this is no {WHAT}, or it is broken.", "Open it in LibreOffice, and save it anew.")
    body = Body(Styles.of(root for root in (styles, content) if root is not None), changes(text))
    body.blocks(text)
    told = dict.fromkeys(furniture(styles) if styles is not None else ())
    remarks = [Remark("input-left-out", f"a {called} is left out: {words!r}.", "", "info") for called, words in told]
    return compose(data, name, body.flow.blocks, body.notes, remarks)
