"""How often each code was found, the most frequent first: where to begin."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from tei_edition.check.reports._layout import painted

if TYPE_CHECKING:
    from tei_edition.check.reports._run import Run


def report(run: Run) -> str:
    """Return a line for each code: how often, how grave, in how many files; nothing where nothing was found."""
    counts = Counter((finding.code, finding.severity) for finding in run.findings)
    lines: list[str] = []
    for (code, severity), number in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        files = len({one.path for one in run.findings if (one.code, one.severity) == (code, severity)})
        weight = painted(severity.ljust(len("warning")), severity, colour=run.colour)
        lines.append(f"{number:>6}  {weight}  {code} in {files} {'file' if files == 1 else 'files'}\n")
    return "".join(lines)
