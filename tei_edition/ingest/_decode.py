"""Bytes to characters and back, exactly; whatever cannot be held is refused at its line and column."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from tei_edition.bom import MARKS
from tei_edition.errors import SourceError
from tei_edition.model import Finding, Source

NOT_XML = re.compile("[\x00-\x08\x0b\x0e-\x1f\ufffe\uffff]")
"""What XML 1.0 cannot hold (section 2.2), but the form feed, which is a page break here."""


def decode(data: bytes, name: str, encoding: str | None) -> tuple[str, str, bytes]:
    """Return the text of *data*, the encoding that gives the bytes again, and the byte order mark."""
    bom, marked = next(((mark, known) for mark, known in MARKS if data.startswith(mark)), (b"", ""))
    chosen = marked or _codec(encoding or "utf-8", name)
    body = data[len(bom) :]
    try:
        text = body.decode(chosen)
    except UnicodeDecodeError as error:
        raise SourceError.at(_undecodable(body, name, chosen, error.start)) from error
    if text.encode(chosen) != body:
        raise SourceError.at(Finding(name, "encoding", f"is not plain {chosen}: its bytes cannot be given back exactly.",
                                     "Save the transcript as UTF-8."))
    refuse_controls(text, name, chosen)
    return text, chosen, bom


def _codec(encoding: str, name: str) -> str:
    """Return Python's name of *encoding*, with the byte order spelt out."""
    try:
        known = codecs.lookup(encoding).name
    except LookupError:
        raise SourceError.at(Finding(name, "encoding", f"the encoding {encoding!r} is not known.",
                                     "Write its usual name, such as utf-8, windows-1251 or iso-8859-1.")) from None
    return {"utf-16": "utf-16-le", "utf-32": "utf-32-le", "utf-8-sig": "utf-8"}.get(known, known)


def _undecodable(body: bytes, name: str, chosen: str, at: int) -> Finding:
    """Return the finding for the byte at offset *at*, with the encoding the text most likely has."""
    before = Source(name, body[:at].decode(chosen, "replace"))
    guess = None if b"\0" in body[:4096] else from_bytes(body[:65536]).best()
    advice = "If this is a text, save it as UTF-8 or state its encoding: --encoding NAME, or encoding in edition.toml."
    if guess:
        advice = (f"It may be {guess.encoding.replace('_', '-')}; if so, state it: --encoding "
                  f"{guess.encoding.replace('_', '-')}, or encoding in edition.toml. Or save the transcript as UTF-8.")
    message = f"the byte 0x{body[at]:02X} is not {chosen.upper()} text."
    return Finding(name, "encoding", message, advice, before.position(len(before.text)))


def refuse_controls(text: str, name: str, chosen: str) -> None:
    """Raise `SourceError` at the first character that XML cannot hold."""
    match = NOT_XML.search(text)
    if not match:
        return
    character = f"U+{ord(match[0]):04X}"
    if len(NOT_XML.findall(text)) * 4 > len(text):
        message = f"is no plain text: it is full of control characters such as {character}."
        advice = f"If it is a text in UTF-16 without a mark, state it: --encoding utf-16-le (it was read as {chosen})."
    else:
        message = f"the control character {character} cannot stand in XML."
        advice = "Delete it in the transcript, or replace it by the character that was meant."
    source = Source(name, text)
    place = source.position(match.start())
    raise SourceError.at(Finding(name, "character", message, advice, place, excerpt=source.line(place.line)[:200]))
