"""One line for each finding, in the form that editors and `grep` know: file:line:column: code: words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.check.reports._layout import painted
from tei_edition.check.reports._run import words

if TYPE_CHECKING:
    from tei_edition.check.reports._run import Run
    from tei_edition.model import Finding


def report(run: Run) -> str:
    """Return a line for each finding; nothing where there are none."""
    return "".join(_line(finding, colour=run.colour) + "\n" for finding in run.findings)


def _line(finding: Finding, *, colour: bool) -> str:
    place = f"{finding.path}:{finding.start}" if finding.start else finding.path
    code = painted(f"{finding.severity} {finding.code}", finding.severity, colour=colour)
    return f"{place}: {code}: {words(finding) if finding.advice else finding.message}"
