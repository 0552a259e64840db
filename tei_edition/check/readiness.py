"""Is the file ready for the platforms that somebody asks for? What each asks stands in ``ready/``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.check import ready
from tei_edition.check.ready._need import PREFIX, Paths
from tei_edition.positions import path_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from tei_edition.check import Document
    from tei_edition.model import Finding, Severity


CODE = PREFIX
SUFFIXES = (".xml",)
AFTER = ("wellformed", "include")


def check(document: Document) -> Iterator[Finding]:
    """Yield what *document* lacks for the platforms that are wanted; a list of persons or places is for none."""
    if not document.wanted.ready or _is_register(document):
        return
    paths = Paths(document.tree)
    for name in document.wanted.ready:
        module = ready.platforms()[name]
        for need in module.NEEDS:
            for element in paths.lacking(need):
                yield _finding(document, need.code(name), element, need.message, need.advice, need.severity)
        for code, element, message, advice in getattr(module, "also", _nothing)(document.tree):
            yield _finding(document, f"{PREFIX}-{name}-{code}", element, message, advice)


def _is_register(document: Document) -> bool:
    """Tell whether *document* has lists of persons and the like, and no text."""
    from tei_edition.exports._known.document import is_register  # noqa: PLC0415 - few ask, and it takes time to load

    return is_register(document.tree)


def _nothing(_: etree._ElementTree) -> tuple[tuple[str, etree._Element, str, str], ...]:
    return ()


def _finding(
    document: Document, code: str, element: etree._Element, message: str, advice: str, severity: Severity = "error"
) -> Finding:
    path = path_of(element)
    return document.finding(code, message, advice, document.positions.indexes(path, None, "name"), path, severity)
