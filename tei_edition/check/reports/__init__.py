"""
Report formats, one a file: ``report(run: Run) -> str``. The folder is the registry.

>>> names()
('concise', 'full', 'github', 'gitlab', 'html', 'json', 'jsonl', 'junit', 'markdown', 'sarif', 'statistics', 'svrl')
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tei_edition import files, registry
from tei_edition.check.reports._run import Run
from tei_edition.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

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


def places(wanted: Iterable[str]) -> dict[Path, str]:
    """Return the files that *wanted* name, each with its format. Raises `UsageError` for what is not of the form ``NAME=FILE``."""
    pairs = [one.partition("=") for one in wanted]
    for name, _, file in pairs:
        if not file:
            raise UsageError(f"--report {name}: write NAME=FILE, for example sarif=check.sarif")
    return {Path(file): name for name, _, file in pairs}


def write(wanted: Iterable[str], findings: Sequence[Finding], *, checked: Sequence[str] = ()) -> None:
    """
    Write *findings* to files, all of them or none: each of *wanted* is ``NAME=FILE``, a format and where it goes.

    Raises `UsageError` for what is not of this form or names no format.
    """
    made = {path: report(name, findings, checked=checked) for path, name in places(wanted).items()}
    files.write_all({path: text.encode("utf-8", "backslashreplace") for path, text in made.items()})
