"""
Does it keep the rules that a grammar cannot say? Schematron, compiled to the committed XSLT and run by Saxon.

What the stylesheet gives is SVRL (ISO/IEC 19757-3, annex D): each ``failed-assert`` and ``successful-report`` is a finding,
placed by its ``@location``; ``@role`` (or ``@flag``) tells its weight. The advice is its ``diagnostic-reference``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from tei_edition import stylesheets
from tei_edition.check import _compiled
from tei_edition.errors import UsageError
from tei_edition.resources import SCHEMAS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tei_edition.check import Document
    from tei_edition.model import Finding, Severity

CODE = "sch"
SUFFIXES = (".xml",)
AFTER = ("wellformed", "include")
RULES = SCHEMAS / "tei_edition.sch.xsl"
SVRL = "{http://purl.oclc.org/dsdl/svrl}"
WEIGHTS: dict[str, Severity] = {"warning": "warning", "warn": "warning", "info": "info", "information": "info"}


def check(document: Document) -> Iterator[Finding]:
    """
    Yield which rules *document* breaks.

    The toolkit's own rules belong to its own schema. Raises `UsageError` where rules are not there, or cannot be used.
    """
    for sheet in _sheets(document) if document.wanted.looks_for(CODE) else ():
        yield from _broken(document, sheet)


def _sheets(document: Document) -> Iterator[Path]:
    """Yield the stylesheets of the rules to check *document* by."""
    if document.is_ours:
        if not RULES.is_file():
            raise UsageError(f"{RULES}: the toolkit's own rules are not there; install the toolkit anew")
        yield RULES
    for path in document.schemas:
        if path.suffix.lower() == ".odd":
            yield _compiled.of_odd(path, document.wanted.source)[1]
        elif path.suffix.lower() == ".sch":
            yield _compiled.schematron(path)


def _broken(document: Document, sheet: Path) -> Iterator[Finding]:
    written = stylesheets.transform_path(sheet, document.tree)
    for result in etree.fromstring(written.encode()).iter(SVRL + "failed-assert", SVRL + "successful-report"):
        yield _finding(document, result)


def _finding(document: Document, result: etree._Element) -> Finding:
    """Return the finding for one result of SVRL."""
    place = document.positions.place(result.get("location", "/*"))
    if place.text:
        where = document.positions.text_number(place.path, place.text)
    else:
        where = document.positions.indexes(place.path, place.attribute, "value" if place.attribute else "name")
    weight = WEIGHTS.get((result.get("role") or result.get("flag") or "").lower(), "error")
    code = f"{CODE}-{result.get('id') or 'rule'}"
    message, advice = _words(result, "text"), _words(result, "diagnostic-reference")
    return document.finding(code, message, advice, where, place.path, weight)


def _words(result: etree._Element, name: str) -> str:
    """Return the words in the elements called *name*, blanks and line ends made one blank."""
    return " ".join(" ".join(str(child.xpath("string()")).split()) for child in result.iter(SVRL + name))
