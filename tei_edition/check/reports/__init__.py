"""
Report formats, one a file: ``report(run: Run) -> str``. The folder is the registry.

>>> names()
('concise', 'full', 'github', 'gitlab', 'html', 'json', 'jsonl', 'junit', 'markdown', 'sarif', 'svrl')
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from tei_edition import registry
from tei_edition.check.reports._run import Run
from tei_edition.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_edition.model import Finding


def names() -> tuple[str, ...]:
    """Return the names of the formats."""
    return tuple(registry.modules(sys.modules[__name__]))


def report(name: str, findings: Sequence[Finding], *, checked: Sequence[str] = (), colour: bool = False) -> str:
    """
    Return *findings* in the format called *name*.

    *checked* are the names of the files looked at, for the formats that say what is in order too; *colour*: for a terminal.
    Raises `UsageError` for an unknown format.
    """
    formats = registry.modules(sys.modules[__name__])
    if name not in formats:
        raise UsageError(f"there is no report format {name}; there are: {', '.join(formats)}")
    return str(formats[name].report(Run(tuple(findings), tuple(checked), colour=colour)))
