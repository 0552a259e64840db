"""
A baseline: the problems that are known and left for later, so that only new ones count.

It is a JSON file that belongs into version control. A problem is known by its file, its code, its words and its line's text,
so that it stays known when lines above it come and go.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tei_edition import files
from tei_edition.check.reports._run import Run
from tei_edition.check.reports._uri import relative
from tei_edition.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tei_edition.model import Finding

VERSION = 1


def write(path: Path, findings: Sequence[Finding]) -> None:
    """Write *findings* to *path* as what is known."""
    marks = Run(tuple(findings)).fingerprints()
    known = {mark: f"{relative(one.path)}: {one.code}: {one.message}" for mark, one in zip(marks, findings, strict=True)}
    ordered = dict(sorted(known.items(), key=lambda item: item[::-1]))
    written = json.dumps({"version": VERSION, "findings": ordered}, ensure_ascii=False, indent=2)
    files.write(path, (written + "\n").encode("utf-8", "backslashreplace"))


def new(path: Path, findings: Sequence[Finding]) -> tuple[tuple[Finding, ...], int]:
    """
    Return those of *findings* that the baseline in *path* does not know, and how many it knows that are no more.

    Raises `UsageError` for a file that is not there or no baseline.
    """
    known = _read(path)
    marks = Run(tuple(findings)).fingerprints()
    fresh = tuple(one for mark, one in zip(marks, findings, strict=True) if mark not in known)
    return fresh, len(known.difference(marks))


def _read(path: Path) -> set[str]:
    try:
        data = json.loads(path.read_bytes())
        if data["version"] != VERSION:
            raise UsageError(f"{path}: this baseline is of another version; write it anew with --write-baseline")
        return set(data["findings"])
    except OSError as error:
        raise UsageError(f"{path}: there is no such baseline ({error.strerror}); write it with --write-baseline {path}") from error
    except (ValueError, KeyError, TypeError) as error:
        raise UsageError(f"{path}: this is no baseline; write it anew with --write-baseline {path}") from error
