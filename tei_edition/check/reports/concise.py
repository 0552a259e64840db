"""One line for each finding, in the form that editors and `grep` know: file:line:column: code: words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.check.reports._layout import painted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_edition.model import Finding


def report(findings: Sequence[Finding], *, colour: bool) -> str:
    """Return a line for each of *findings*; nothing where there are none."""
    return "".join(_line(finding, colour=colour) + "\n" for finding in findings)


def _line(finding: Finding, *, colour: bool) -> str:
    place = f"{finding.path}:{finding.start}" if finding.start else finding.path
    code = painted(f"{finding.severity} {finding.code}", finding.severity, colour=colour)
    words = " ".join(f"{finding.message} {finding.advice}".split()) if finding.advice else finding.message
    return f"{place}: {code}: {words}"
