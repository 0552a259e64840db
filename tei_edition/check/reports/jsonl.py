"""The findings for a program that reads line by line: one JSON object a line, with the fields of ``json``."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tei_edition.check.reports.json import record

if TYPE_CHECKING:
    from tei_edition.check.reports._run import Run


def report(run: Run) -> str:
    """Return a line for each finding (JSON Lines); nothing where there are none."""
    return "".join(json.dumps(record(finding), ensure_ascii=False) + "\n" for finding in run.findings)
