"""
Can all be included that the file includes (XInclude)? What is included is checked with it, each fault told in its own file.

Nothing is fetched, and nothing outside the project is read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.check import Document
    from tei_edition.model import Finding

CODE = "include"
SUFFIXES = (".xml",)
AFTER = ("wellformed",)


def check(document: Document) -> Iterator[Finding]:
    """Yield what could not be included."""
    if document.whole:
        yield from document.whole.faults
