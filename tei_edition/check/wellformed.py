"""Is it XML at all? Every other checker of XML comes after this one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.errors import MarkupError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.check import Document
    from tei_edition.model import Finding

CODE = "xml"
SUFFIXES = (".xml",)
AFTER: tuple[str, ...] = ()


def check(document: Document) -> Iterator[Finding]:
    """Yield why *document* cannot be read as XML: nothing if it can."""
    try:
        _ = document.tree
    except MarkupError as error:
        yield from error.findings
