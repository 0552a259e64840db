"""A report as JSON."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tei_edition.model import Position
    from tei_edition.reporting.model import Report


def as_json(reports: Iterable[Report]) -> str:
    """Return *reports* as a JSON array, one object for each document."""
    return json.dumps([record(report) for report in reports], ensure_ascii=False, indent=1) + "\n"


def record(report: Report) -> dict[str, Any]:
    """Return *report* as plain data: places as ``line`` and ``column``."""
    return {
        "file": report.file,
        "title": report.title,
        "words": asdict(report.words),
        "speakers": [asdict(one) for one in report.speakers],
        "refused": [_placed(asdict(one), one.place) for one in report.refused],
        "unresolved": [_placed(asdict(one), one.place) for one in report.unresolved],
        "doubts": [_placed(asdict(one), one.place) for one in report.doubts],
        "decided": [_placed(asdict(one), one.place) for one in report.decided],
        "missing": [asdict(one) for one in report.missing],
        "findings": [
            _placed({"code": one.code, "severity": one.severity, "message": one.message, "advice": one.advice}, one.start)
            for one in report.findings
        ],
        "found": dict(report.found),
    }


def _placed(data: dict[str, Any], place: Position | None) -> dict[str, Any]:
    """Return *data* with its *place* as line and column first."""
    rest = {key.rstrip("_"): value for key, value in data.items() if key != "place"}
    return {"line": place.line if place else None, "column": place.column if place else None, **rest}
