"""The findings for a program: an array of objects with path, code, severity, message, advice, start, end, excerpt, origin."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tei_edition.check.reports._run import Run
    from tei_edition.model import Finding, Position

LONGEST = 1000
"""An excerpt longer than this is left out: the program has the file."""


def report(run: Run) -> str:
    """Return the findings as a JSON array; lines and columns count from 1, an end is exclusive, null means no place."""
    return json.dumps([record(finding) for finding in run.findings], ensure_ascii=False, indent=2) + "\n"


def record(finding: Finding) -> dict[str, object]:
    """Return a finding as what JSON has: text, numbers, null."""
    return {
        "path": finding.path,
        "code": finding.code,
        "severity": finding.severity,
        "message": finding.message,
        "advice": finding.advice,
        "start": _position(finding.start),
        "end": _position(finding.end),
        "excerpt": finding.excerpt if len(finding.excerpt) <= LONGEST else "",
        "origin": asdict(finding.origin) if finding.origin else None,
    }


def _position(position: Position | None) -> dict[str, int] | None:
    return {"line": position.line, "column": position.column} if position else None
