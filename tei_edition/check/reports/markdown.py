"""The findings as a table in Markdown (GitHub's), for the summary of a job or a comment on a change."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition.check.reports._run import words
from tei_edition.check.reports._uri import relative
from tei_edition.check.reports.full import summary

if TYPE_CHECKING:
    from tei_edition.check.reports._run import Run
    from tei_edition.model import Finding

MOST = 500
"""How many rows a table has at the most: a job summary may hold 1 MiB."""

SPECIAL = re.compile(r"[\\`*_\[\]<>&|~#@:$]")
NAMES = {"error": "error", "warning": "warning", "info": "note"}


def report(run: Run) -> str:
    """Return the table and, above it, how many findings there are; one sentence where there are none."""
    number = len(dict(run.by_file()))
    if not run.findings:
        return f"{number} {'file' if number == 1 else 'files'} checked, nothing to mend.\n"
    rows = ["| Place | Kind | What |", "|---|---|---|", *(_row(finding) for finding in run.findings[:MOST])]
    more = len(run.findings) - MOST
    rest = ["", f"{more} more are in the log of the job."] if more > 0 else []
    return "\n".join([summary(run.findings), "", *rows, *rest]) + "\n"


def _row(finding: Finding) -> str:
    place = f"{relative(finding.path)}:{finding.start}" if finding.start else relative(finding.path)
    return f"| {_escaped(place)} | {NAMES[finding.severity]} {_escaped(finding.code)} | {_escaped(words(finding))} |"


def _escaped(text: str) -> str:
    """Return *text* so that Markdown shows it as it is: each special character as its character reference."""
    return SPECIAL.sub(lambda found: f"&#{ord(found[0])};", " ".join(text.split()))
