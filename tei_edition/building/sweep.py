"""Taking away what an earlier build made of documents that are there no more, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.building import cache
from tei_edition.model import Finding

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    from tei_edition.building.plan import Plan

INDEX = "index"
"""The name of the record of an edition's list."""

CODE = "build"


def sweep(plan: Plan, failed: Collection[str] = ()) -> tuple[tuple[str, ...], tuple[Finding, ...]]:
    """
    Take away the outputs of documents that have no transcript any more in their edition.

    Nothing is taken from an edition of which a document is among *failed* (``<edition>/<document>``) or which has no
    transcript at all, and never a whole edition: it may be of another folder of editions. A file that is not as the
    build wrote it is kept. Returns the names of what was taken away, and findings for what was kept.
    """
    gone: list[str] = []
    findings: list[Finding] = []
    for planned in plan.editions:
        labels = {f"{planned.folder.name}/{name}" for name in planned.transcripts}
        if not labels or labels & set(failed):
            continue
        for name, path in _records(planned.folder).items():
            if name not in {*planned.transcripts, INDEX}:
                findings.extend(_take(path))
                gone.append(f"{planned.folder.name}/{name}")
    return tuple(gone), (*findings, *_strangers(plan))


def _records(folder: Path) -> dict[str, Path]:
    """Return the records that builds left in *folder*, by the names of their documents."""
    return {path.name[1 : -len(cache.SUFFIX)]: path for path in sorted(folder.glob(f".*{cache.SUFFIX}"))}


def _strangers(plan: Plan) -> Iterator[Finding]:
    """Yield a finding for each edition in the output that *plan*, if it is of all editions, does not have."""
    known = {*plan.broken, *(planned.folder.name for planned in plan.editions)}
    for path in sorted(plan.out.iterdir()) if plan.whole and plan.out.is_dir() else []:
        if path.is_dir() and path.name not in known and INDEX in _records(path):
            message = "this edition was built here earlier and is not among the editions built now; it is not listed."
            yield Finding(str(path), CODE, message, "Delete the folder yourself if nobody needs it.", severity="warning")


def _take(path: Path) -> Iterator[Finding]:
    """Take away the outputs of the record at *path*, and the record; yield a finding for each that was changed."""
    record = cache.read(path)
    for name, value in (record.outputs if record else {}).items():
        output = path.parent / name
        if cache.is_ours(output, value):
            output.unlink()
        elif output.exists():
            message = "this file belongs to a document that is there no more, and was changed since it was made."
            yield Finding(str(output), CODE, message, "Take it away yourself if nobody needs it.", severity="warning")
    path.unlink(missing_ok=True)
