"""The findings as a page to send to somebody: one file, no script, light and dark, the line with the fault marked in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree, html
from lxml.html.builder import BODY, CLASS, CODE, H1, H2, HEAD, HTML, LI, MAIN, MARK, META, OL, PRE, SECTION, SPAN, STYLE, TITLE, P

from tei_edition.check.reports._layout import ELLIPSIS
from tei_edition.check.reports._run import TOOL
from tei_edition.check.reports._xml import text
from tei_edition.check.reports.full import summary
from tei_edition.resources import PACKAGE

if TYPE_CHECKING:
    from tei_edition.check.reports._run import Run
    from tei_edition.model import Finding

CSS = PACKAGE / "check" / "reports" / "report.css"
AROUND = 200
"""How many characters are shown before and after the stretch at fault."""

NAMES = {"error": "Error", "warning": "Warning", "info": "Note"}


def report(run: Run) -> str:
    """Return a page with a section for each file that has findings."""
    title = f"{TOOL} check"
    head = HEAD(
        META(charset="utf-8"),
        META(name="viewport", content="width=device-width, initial-scale=1"),
        TITLE(title),
        STYLE(CSS.read_text(encoding="utf-8")),
    )
    sections = [_section(path, findings) for path, findings in run.by_file() if findings]
    page = HTML(head, BODY(MAIN(H1(title), P(_told(run)), *sections)), lang="en")
    return str(html.tostring(page, encoding="unicode", doctype="<!DOCTYPE html>")) + "\n"


def _told(run: Run) -> str:
    number = len(dict(run.by_file()))
    files = f"{number} {'file' if number == 1 else 'files'} checked"
    return f"{files}: {summary(run.findings) if run.findings else 'nothing to mend.'}"


def _section(path: str, findings: tuple[Finding, ...]) -> etree._Element:
    section: etree._Element = SECTION(H2(text(path)), OL(*(_item(finding) for finding in findings)))
    return section


def _item(finding: Finding) -> etree._Element:
    place = [SPAN(f"line {finding.start.line}, column {finding.start.column}", CLASS("place")), " "] if finding.start else []
    head = P(SPAN(NAMES[finding.severity], CLASS("severity")), " ", *place, CODE(finding.code))
    parts = [head, P(text(finding.message), CLASS("message")), *_excerpt(finding)]
    if finding.advice:
        parts.append(P(text(finding.advice), CLASS("advice")))
    item: etree._Element = LI(*parts, CLASS(finding.severity))
    return item


def _excerpt(finding: Finding) -> list[etree._Element]:
    """Return the line of the file with the stretch at fault marked."""
    if not finding.start or not finding.excerpt:
        return []
    line, first = finding.excerpt, finding.start.column - 1
    here = finding.end is not None and finding.end.line == finding.start.line
    last = finding.end.column - 1 if finding.end and here else len(line) if finding.end else first + 1
    before = line[:first] if first <= AROUND else ELLIPSIS + line[first - AROUND : first]
    after = line[last : last + AROUND] + (ELLIPSIS if len(line) > last + AROUND else "")
    return [PRE(text(before), MARK(text(line[first:last])), text(after))]
