"""Read plain text: UTF-8, or with a byte order mark, or in an encoding that is stated."""

from __future__ import annotations

import hashlib

from tei_edition.ingest import _decode
from tei_edition.model import Source
from tei_edition.paragraphs import paragraphs


def read(data: bytes, name: str, encoding: str | None = None) -> Source:
    """Return the transcript that *data* holds; raises `SourceError` at the first place that cannot be read."""
    text, codec, bom = _decode.decode(data, name, encoding)
    return Source(name, text, paragraphs(text), codec, bom, hashlib.sha256(data).hexdigest())
