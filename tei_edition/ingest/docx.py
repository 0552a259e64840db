"""
Read a Word document: what it shows when its changes are accepted, as plain text with styles.

The package is opened by python-docx (MIT; the extra ``docx``), which parses without entities and knows parts and sections; notes and
comments, for which it has no interface of use here, are read from the parts themselves.
"""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Any

from tei_edition.ingest import _zip
from tei_edition.ingest._docx_lists import Lists
from tei_edition.ingest._docx_styles import Styles, W
from tei_edition.ingest._docx_text import Body
from tei_edition.ingest._extra import needed
from tei_edition.ingest._rich import Remark, compose

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.model import Source

WHAT = "Word document"
DECLARED = re.compile(rb"<!(?:DOCTYPE|ENTITY)")
RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships/"
PARTS = ("footnotes", "endnotes", "comments", "styles", "numbering")
FURNITURE = {"header": "a header", "footer": "a footer"}


def read(data: bytes, name: str, encoding: str | None = None) -> Source:  # noqa: ARG001 - a document says its encoding itself
    """Return the transcript that the document in *data* shows; raises `SourceError` where it cannot be read."""
    library = needed("docx", "docx", name)
    parts = _zip.unpack(data, name, WHAT)
    if any(DECLARED.search(part) for part in parts.values()):
        message = "it declares entities, which no word processor writes: it is not read."
        raise _zip.fault(name, message, "Save it anew in Word or LibreOffice.")
    try:
        document = library.Document(io.BytesIO(data))
        related = {kind: _roots(library, document, kind) for kind in (*PARTS, *FURNITURE)}
        pages = tuple(section.start_type != 0 for section in document.sections)
    except (*_zip.BROKEN, AttributeError, SyntaxError) as error:
        raise _zip.fault(name, f"this is no {WHAT}, or it is broken.", "Open it in Word or LibreOffice, and save it anew.") from error
    body = Body(Styles.of(_first(related["styles"])), Lists(_first(related["numbering"])), _comments(related["comments"]), pages)
    body.blocks(document.element.body)
    notes = dict(_notes(body, related))
    return compose(data, name, body.flow.blocks, notes, tuple(_furniture(related)))


def _roots(library: Any, document: Any, kind: str) -> list[Any]:
    """Return the roots of the parts of that *kind*."""
    parse = library.oxml.parser.parse_xml
    wanted = {f"{RELATED}{kind}", f"{STRICT}{kind}"}
    found = [one.target_part for _, one in sorted(document.part.rels.items()) if one.reltype in wanted and not one.is_external]
    return [parse(part.blob) for part in found]


def _first(roots: list[Any]) -> Any:
    return roots[0] if roots else None


def _comments(roots: list[Any]) -> dict[str, str]:
    """Return who says what in each comment, by its id."""
    found = [comment for root in roots for comment in root.findall(f"{W}comment")]
    return {comment.get(f"{W}id") or "": f"{comment.get(f'{W}author') or 'somebody'}: {_zip.words(comment)!r}" for comment in found}


def _notes(body: Body, related: dict[str, list[Any]]) -> Iterator[tuple[str, Any]]:
    """Yield the blocks of each note, by the kind and the id of it."""
    for kind in ("footnote", "endnote"):
        for root in related[f"{kind}s"]:
            for note in root.findall(f"{W}{kind}"):
                if note.get(f"{W}type") in {None, "normal"}:
                    yield f"{kind} {note.get(f'{W}id')}", body.inner(note)


def _furniture(related: dict[str, list[Any]]) -> Iterator[Remark]:
    """Yield a remark for each header and footer with words in it."""
    for kind, called in FURNITURE.items():
        for words in dict.fromkeys(_zip.words(root) for root in related[kind]):
            if words:
                yield Remark("input-left-out", f"{called} is left out: {words!r}.", "", "info")
