"""
Annotations on the lines of a pull request on GitHub: the workflow commands ``::error``, ``::warning`` and ``::notice``.

The form is that of "Workflow commands for GitHub Actions" in GitHub's documentation.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.check.reports._run import words
from tei_edition.check.reports._uri import relative

if TYPE_CHECKING:
    from tei_edition.check.reports._run import Run
    from tei_edition.model import Finding

COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}
IN_MESSAGE = {"%": "%25", "\r": "%0D", "\n": "%0A"}
IN_PROPERTY = IN_MESSAGE | {":": "%3A", ",": "%2C"}


def report(run: Run) -> str:
    """Return a command for each finding; nothing where there are none."""
    return "".join(_command(finding) + "\n" for finding in run.findings)


def _command(finding: Finding) -> str:
    properties: dict[str, str | int] = {"file": relative(finding.path), **_place(finding), "title": finding.code}
    written = ",".join(f"{name}={_escaped(str(value), IN_PROPERTY)}" for name, value in properties.items())
    return f"::{COMMANDS[finding.severity]} {written}::{_escaped(words(finding), IN_MESSAGE)}"


def _place(finding: Finding) -> dict[str, int]:
    """Return the place as GitHub counts it: columns only where the stretch is on one line, and its last column is part of it."""
    if not finding.start:
        return {}
    if not finding.end or finding.end.line != finding.start.line:
        return {"line": finding.start.line, "endLine": finding.end.line} if finding.end else {"line": finding.start.line}
    last = max(finding.start.column, finding.end.column - 1)
    return {"line": finding.start.line, "endLine": finding.end.line, "col": finding.start.column, "endColumn": last}


def _escaped(text: str, table: dict[str, str]) -> str:
    return "".join(table.get(character, character) for character in text)
