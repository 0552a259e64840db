"""What no grammar can say of TEI, whatever its schema: the rules in ``rules/``, each of them with a code of its own."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from tei_edition.check._document import Schemas
from tei_edition.check.rules import rules
from tei_edition.check.rules._survey import TEI, Survey
from tei_edition.model import Edit
from tei_edition.positions import path_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

    from tei_edition.check import Document
    from tei_edition.check.rules._survey import Fault
    from tei_edition.model import Finding, Severity

CODE = ""
SUFFIXES = (".xml",)
AFTER = ("wellformed", "include")
QUOTES = {'"': "&quot;", "'": "&apos;"}


def check(document: Document) -> Iterator[Finding]:
    """Yield what the rules find in *document*; nothing where it is no TEI."""
    wanted = _wanted(document.wanted.select)
    if not wanted:
        return
    survey = Survey(document.tree, document.path, (lambda element: document.folder(path_of(element))) if document.whole else None)
    if str(survey.root.tag).startswith(TEI):
        for code, rule in wanted.items():
            for fault in rule.check(survey):
                yield _finding(document, code, fault, rule.SEVERITY)


@cache
def _wanted(select: tuple[str, ...]) -> dict[str, ModuleType]:
    """Return the rules that look for a code that counts, by their codes."""
    return {code: rule for code, rule in rules().items() if Schemas(select=select).looks_for(code)}


def _finding(document: Document, code: str, fault: Fault, severity: Severity) -> Finding:
    path = path_of(fault.element)
    place = document.positions.indexes(path, fault.attribute, fault.part)
    found = document.finding(code, fault.message, fault.advice, place, path, fault.severity or severity)
    return found if fault.value is None else replace(found, edits=(Edit(*place, escape(fault.value, QUOTES)),))
