"""What no grammar can say of TEI, whatever its schema: the rules in ``rules/``, each of them with a code of its own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from tei_edition.check.rules import rules
from tei_edition.check.rules._survey import TEI, Survey
from tei_edition.model import Edit
from tei_edition.positions import path_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.check import Document
    from tei_edition.check.rules._survey import Fault
    from tei_edition.model import Finding, Severity

CODE = ""
SUFFIXES = (".xml",)
AFTER = ("wellformed", "include")
QUOTES = {'"': "&quot;", "'": "&apos;"}


def check(document: Document) -> Iterator[Finding]:
    """Yield what the rules find in *document*; nothing where it is no TEI."""
    wanted = {code: rule for code, rule in rules().items() if document.wanted.looks_for(code)}
    survey = Survey(document.tree, document.path, (lambda element: document.folder(path_of(element))) if document.whole else None)
    if str(survey.root.tag).startswith(TEI):
        for code, rule in wanted.items():
            for fault in rule.check(survey):
                yield _finding(document, code, fault, rule.SEVERITY)


def _finding(document: Document, code: str, fault: Fault, severity: Severity) -> Finding:
    path = path_of(fault.element)
    place = document.positions.indexes(path, fault.attribute, fault.part)
    found = document.finding(code, fault.message, fault.advice, place, path, fault.severity or severity)
    return found if fault.value is None else replace(found, edits=(Edit(*place, escape(fault.value, QUOTES)),))
