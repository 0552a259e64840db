"""Taking away what an earlier build made of documents that are there no more, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.building import cache
from tei_edition.model import Finding

if TYPE_CHECKING:
    from collections.abc import Container, Iterator
    from pathlib import Path

    from tei_edition.building.plan import Plan

INDEX = "index"
"""The name of the record of an edition's list."""


def sweep(plan: Plan) -> tuple[tuple[str, ...], tuple[Finding, ...]]:
    """
    Take away the outputs of documents and editions that *plan* no longer has.

    A file that is not as the build wrote it is kept, with a finding. Returns the names of what was taken away, and the
    findings.
    """
    gone: list[str] = []
    findings: list[Finding] = []
    for folder, keep in _folders(plan):
        records = {path.name[1 : -len(cache.SUFFIX)]: path for path in sorted(folder.glob(f".*{cache.SUFFIX}"))}
        stale = [name for name in records if keep is None or name not in keep]
        for name in stale:
            findings.extend(_take(records[name]))
        gone += [f"{folder.name}/{name}" for name in stale if name != INDEX]
        if keep is None and stale and not any(folder.iterdir()):
            folder.rmdir()
    return tuple(gone), tuple(findings)


def _folders(plan: Plan) -> Iterator[tuple[Path, Container[str] | None]]:
    """Yield each folder an earlier build may have left, with the names it is to keep; None: none of them."""
    for planned in plan.editions:
        yield planned.folder, {*planned.transcripts, INDEX}
    known = {*plan.broken, *(planned.folder.name for planned in plan.editions)}
    if plan.whole and plan.out.is_dir():
        yield from ((path, None) for path in sorted(plan.out.iterdir()) if path.is_dir() and path.name not in known)


def _take(path: Path) -> Iterator[Finding]:
    """Take away the outputs of the record at *path*, and the record; yield a finding for each that was changed."""
    record = cache.read(path)
    for name, value in (record.outputs if record else {}).items():
        output = path.parent / name
        if cache.is_ours(output, value):
            output.unlink()
        elif output.exists():
            message = "this file belongs to a document that is there no more, and was changed since it was made."
            yield Finding(str(output), "build", message, "Take it away yourself if nobody needs it.", severity="warning")
    path.unlink(missing_ok=True)
