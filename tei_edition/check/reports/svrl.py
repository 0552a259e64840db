"""
The report that Schematron tools read: SVRL, the Schematron Validation Report Language (ISO/IEC 19757-3, annex D).

Every finding is a failed assertion, whichever checker made it. SVRL knows paths and no lines: line and column open its text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from tei_edition.check.reports._run import TOOL, words
from tei_edition.check.reports._uri import uri
from tei_edition.check.reports._xml import serialized, text

if TYPE_CHECKING:
    from tei_edition.check.reports._run import Run
    from tei_edition.model import Finding

SVRL = "http://purl.oclc.org/dsdl/svrl"


def report(run: Run) -> str:
    """Return an active pattern for each file checked, with its failed assertions."""
    root = etree.Element(f"{{{SVRL}}}schematron-output", nsmap={"svrl": SVRL}, title=TOOL)
    for path, findings in run.by_file():
        _child(root, "active-pattern", documents=uri(path))
        _child(root, "fired-rule", context="/")
        for finding in findings:
            _assertion(root, finding)
    return serialized(root)


def _assertion(root: etree._Element, finding: Finding) -> None:
    failed = _child(root, "failed-assert", id=finding.code, test="false()", location=_xpath(finding.element), role=finding.severity)
    place = f"{finding.start}: " if finding.start else ""
    _child(failed, "text").text = text(place + words(finding))


def _xpath(path: str) -> str:
    """
    Return the XPath of an element from its place among its siblings on each level below the root.

    >>> _xpath("/2/1"), _xpath("")
    ('/*/*[2]/*[1]', '/*')
    """
    return "/*" + "".join(f"/*[{number}]" for number in path.split("/") if number)


def _child(parent: etree._Element, name: str, **attributes: str) -> etree._Element:
    return etree.SubElement(parent, f"{{{SVRL}}}{name}", {key: text(value) for key, value in attributes.items()})
