"""The findings for code scanning: SARIF 2.1.0 (OASIS), with the rules that were broken and the line of each finding."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

from tei_edition import explaining
from tei_edition.check.reports._run import TOOL, words
from tei_edition.check.reports._uri import uri

if TYPE_CHECKING:
    from tei_edition.check.reports._run import Run
    from tei_edition.model import Finding

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS = {"error": "error", "warning": "warning", "info": "note"}


def report(run: Run) -> str:
    """Return one run of the tool; columns count code points, and an end is exclusive."""
    codes = tuple(sorted({finding.code for finding in run.findings}))
    results = [_result(finding, codes.index(finding.code), mark) for finding, mark in zip(run.findings, run.fingerprints(), strict=True)]
    driver = {"name": TOOL, "version": run.version, "rules": _rules(codes)}
    done = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "artifacts": [{"location": {"uri": uri(path)}} for path, _ in run.by_file()],
        "results": results,
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [done]}, ensure_ascii=False, indent=2) + "\n"


def _rules(codes: tuple[str, ...]) -> list[dict[str, object]]:
    known = explaining.codes() if codes else {}
    return [_rule(code, known.get(code, "")) for code in codes]


def _rule(code: str, meaning: str) -> dict[str, object]:
    """Return the rule; what it means, where there are words for that."""
    told = {"shortDescription": {"text": meaning}, "help": {"text": meaning}} if meaning else {}
    return {"id": code, **told}


def _result(finding: Finding, index: int, fingerprint: str) -> dict[str, object]:
    return {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": LEVELS[finding.severity],
        "message": {"text": words(finding)},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": uri(finding.path)}, **_region(finding)}}],
        **({"properties": {"origin": asdict(finding.origin)}} if finding.origin else {}),
        "partialFingerprints": {"findingHash/v1": fingerprint},
    }


def _region(finding: Finding) -> dict[str, object]:
    if not finding.start:
        return {}
    end = {"endLine": finding.end.line, "endColumn": finding.end.column} if finding.end and finding.end > finding.start else {}
    snippet = {"snippet": {"text": finding.excerpt}} if finding.excerpt else {}
    return {"region": {"startLine": finding.start.line, "startColumn": finding.start.column, **end, **snippet}}
