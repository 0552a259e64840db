"""
Has it the elements and attributes the schema wants? RELAX NG, the toolkit's own grammar or one that the user names.

libxml2's own words are no help to an archivist ("Did not expect element x there", no column, follow-up noise), so words and
places come from the grammar itself (`_explain`). A grammar of the user's is held by a process of its own, with a time limit:
some grammars keep libxml2 busy for hours.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from tei_edition import xml
from tei_edition.check import _stranger
from tei_edition.check._schema import Schema
from tei_edition.resources import SCHEMAS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tei_edition.check import Document
    from tei_edition.check._explain import Misfit
    from tei_edition.model import Finding

CODE = "rng"
SUFFIXES = (".xml",)
AFTER = ("wellformed",)
OWN = SCHEMAS / "tei_edition.rng"


def check(document: Document) -> Iterator[Finding]:
    """
    Yield where *document* does not fit its schema.

    Raises `UsageError` where the schema is not there, is none, or takes too long to load.
    """
    if document.schema:
        misfits = _stranger.misfits(document.schema, document.text.parsed)
    else:
        misfits = _own(OWN, xml.read(OWN)).misfits(document.text, document.tree)
    for misfit in misfits:
        code, where = f"{CODE}-{misfit.what}", _place(document, misfit)
        yield document.finding(code, misfit.message, misfit.advice, where, misfit.path)


@lru_cache(maxsize=1)
def _own(path: Path, data: bytes) -> Schema:
    return Schema(path, data, small=True)


def _place(document: Document, misfit: Misfit) -> tuple[int, int]:
    """Return the very characters at fault."""
    positions = document.positions
    if misfit.what == "text":
        return positions.text_after(misfit.path, misfit.gap)
    if misfit.attribute:
        return positions.indexes(misfit.path, misfit.attribute, "value" if misfit.what == "value" else "name")
    if misfit.what == "value":
        return positions.indexes(misfit.path, part="text")
    return positions.indexes(misfit.path, part="end" if misfit.at_end else "name")
