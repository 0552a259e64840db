"""
The report that build servers read as tests: a test suite for each file, a failed test for each finding (JUnit's XML).

An error is a failure; a warning or a note is a test that passed and has something to say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from tei_edition.check.reports._run import TOOL, words
from tei_edition.check.reports._uri import relative
from tei_edition.check.reports._xml import serialized, text

if TYPE_CHECKING:
    from tei_edition.check.reports._run import Run
    from tei_edition.model import Finding


def report(run: Run) -> str:
    """Return a suite for each file checked; a file in order is one test that passed."""
    root = etree.Element("testsuites", name=TOOL)
    for path, findings in run.by_file():
        _suite(root, relative(path), findings)
    _counted(root, root.iter("testcase"))
    return serialized(root)


def _suite(root: etree._Element, path: str, findings: tuple[Finding, ...]) -> None:
    suite = etree.SubElement(root, "testsuite", name=text(path))
    for finding in findings:
        _case(suite, path, finding)
    if not findings:
        etree.SubElement(suite, "testcase", name="check", classname=text(path), file=text(path))
    _counted(suite, suite.iter("testcase"))


def _case(suite: etree._Element, path: str, finding: Finding) -> None:
    place = str(finding.start) if finding.start else ""
    case = etree.SubElement(suite, "testcase", name=f"{finding.code} {place}".strip(), classname=text(path), file=text(path))
    if finding.start:
        case.set("line", str(finding.start.line))
    whole = text(f"{path}:{place}: {words(finding)}" if place else f"{path}: {words(finding)}")
    if finding.severity == "error":
        etree.SubElement(case, "failure", message=text(finding.message), type=finding.code).text = whole
    else:
        etree.SubElement(case, "system-out").text = whole


def _counted(element: etree._Element, cases: etree.ElementIterator) -> None:
    found = list(cases)
    element.set("tests", str(len(found)))
    element.set("failures", str(sum(case.find("failure") is not None for case in found)))
    element.set("errors", "0")
