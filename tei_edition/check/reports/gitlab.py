"""
The code quality report of GitLab: a JSON array that a merge request shows beside its lines.

The fields are those of "Code Quality report format" in GitLab's documentation.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tei_edition.check.reports._run import words
from tei_edition.check.reports._uri import relative

if TYPE_CHECKING:
    from tei_edition.check.reports._run import Run
    from tei_edition.model import Finding

SEVERITIES = {"error": "major", "warning": "minor", "info": "info"}


def report(run: Run) -> str:
    """Return the findings as GitLab reads them; an empty array where there are none."""
    issues = [_issue(finding, mark) for finding, mark in zip(run.findings, run.fingerprints(), strict=True)]
    return json.dumps(issues, ensure_ascii=False, indent=2) + "\n"


def _issue(finding: Finding, fingerprint: str) -> dict[str, object]:
    begin = finding.start.line if finding.start else 1
    end = finding.end.line if finding.end else begin
    return {
        "description": words(finding),
        "check_name": finding.code,
        "fingerprint": fingerprint,
        "severity": SEVERITIES[finding.severity],
        "location": {"path": relative(finding.path), "lines": {"begin": begin, "end": end}},
    }
