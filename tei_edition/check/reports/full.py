"""The report to read and work from: place, words, the line with carets under the fault, and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.check.reports._layout import excerpt, painted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_edition.check.reports._run import Run
    from tei_edition.model import Finding


def report(run: Run) -> str:
    """Return the findings one by one, an empty line between them, and their number at the end; nothing where there are none."""
    if not run.findings:
        return ""
    lines = [*(_one(finding, colour=run.colour) for finding in run.findings), summary(run.findings)]
    mendable = sum(bool(finding.edits) for finding in run.findings)
    return "\n".join([*lines, *([f"{mendable} may be mended with --fix; --diff shows how."] if mendable else [])]) + "\n"


def summary(findings: Sequence[Finding]) -> str:
    """
    Return how many findings there are, and in how many files.

    >>> from tei_edition.model import Finding
    >>> summary([Finding("a.xml", "x", "m"), Finding("b.xml", "x", "m", severity="warning")])
    '1 error, 1 warning in 2 files.'
    """
    kinds = ("error", "errors"), ("warning", "warnings"), ("info", "notes")
    counts = [(sum(finding.severity == one for finding in findings), one, many) for one, many in kinds]
    said = ", ".join(f"{count} {('note' if one == 'info' else one) if count == 1 else many}" for count, one, many in counts if count)
    number = len({finding.path for finding in findings})
    return f"{said} in {number} {'file' if number == 1 else 'files'}."


def _one(finding: Finding, *, colour: bool) -> str:
    place = f"{finding.path}:{finding.start}" if finding.start else finding.path
    head = f"{painted(finding.severity, finding.severity, colour=colour)} {painted(finding.code, 'dim', colour=colour)}"
    lines = [f"{painted(place, 'bold', colour=colour)}: {head}: {finding.message}", *_excerpt(finding, colour=colour)]
    if finding.advice:
        lines.append(f"  {finding.advice}")
    return "\n".join(lines) + "\n"


def _excerpt(finding: Finding, *, colour: bool) -> list[str]:
    line, carets = excerpt(finding)
    if not line or not finding.start:
        return []
    margin = f"{finding.start.line:5} | "
    blank = " " * (len(margin) - 2) + "| "
    return [
        painted(margin, "dim", colour=colour) + line,
        painted(blank, "dim", colour=colour) + painted(carets, finding.severity, colour=colour),
    ]
