"""
Building: from a folder of editions to a folder that mirrors it, ``<edition>/<document>.{xml,html,pdf,txt}`` and the rest.

All transcripts of an edition are annotated together; then each document is made for itself, in as many processes as
there are, unless nothing that goes into it has changed. A document that cannot be made is told, and the others are made.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from tei_edition import workers
from tei_edition.building import site
from tei_edition.building.offers import offers
from tei_edition.building.parts import part
from tei_edition.building.plan import plan
from tei_edition.building.run import Running
from tei_edition.building.sweep import sweep
from tei_edition.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

    from tei_edition.model import Finding

__all__ = ["BuildReport", "Progress", "build"]


class Progress(Protocol):
    """Hears of each document that is done."""

    def __call__(self, done: int, total: int, name: str, /) -> None:
        """Take the number of documents done, the number of all that are to be made, and the name of the last one."""
        ...


@dataclass(frozen=True, slots=True)
class BuildReport:
    """
    What a build did, each document named ``<edition>/<document>``.

    *made* were made, *unchanged* needed nothing, *failed* could not be made, *removed* are there no more.
    """

    made: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    failed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def exit_code(self) -> int:
        """1 where a document failed or an error was found, else 0."""
        return int(bool(self.failed) or any(finding.severity == "error" for finding in self.findings))

    def __str__(self) -> str:
        """
        Return the summary in one line.

        >>> print(BuildReport(made=("a/1", "a/2"), failed=("a/3",)))
        2 documents made, 1 failed
        >>> print(BuildReport(unchanged=("a/1",), removed=("a/2",)))
        1 document unchanged, 1 removed (a/2)
        """
        counted = [(len(self.made), "made"), (len(self.unchanged), "unchanged")]
        counted += [(len(self.failed), "failed"), (len(self.removed), "removed")]
        told = [(number, word) for number, word in counted if number] or [(0, "made")]
        number, word = told[0]
        first = f"{number} document{'' if number == 1 else 's'} {word}"
        taken = f" ({', '.join(self.removed)})" if self.removed else ""
        return ", ".join([first, *(f"{number} {word}" for number, word in told[1:])]) + taken


def build(editions: Path, out: Path, *, jobs: int = 0, frozen: bool = False, progress: Progress | None = None) -> BuildReport:
    """
    Build what is out of date of the folder *editions* (or the one edition it is) into the folder *out*.

    *jobs* is the number of processes, 0 for one a processor; the result is the same for any. With *frozen* a ledger of
    ids that would change is a fault instead of being written. *progress* hears of each document done. Raises
    `UsageError` where there is nothing to build or *out* cannot be written.
    """
    planned = plan(editions, out)
    _check_writable(out)
    parts = [part(one, frozen=frozen) for one in planned.editions]
    running = Running(parts, progress)
    with workers.pool(workers.number(jobs, running.waiting)) as run:
        running.prepare(run)
        running.finish(run)
    failed = (*(name for one in parts for name in one.failed), *running.labels(made=False))
    removed, kept = sweep(planned, failed)
    offered = {one.planned.folder.name: offers(one, failed) for one in parts}
    site.write(planned, parts, failed, {name: one.offered for name, one in offered.items()})
    found = (*(finding for one in parts for finding in one.findings), *running.findings, *kept)
    findings = (*planned.findings, *found, *(finding for one in offered.values() for finding in one.findings))
    return BuildReport(running.labels(made=True), running.unchanged, failed, removed, findings)


def _check_writable(out: Path) -> None:
    """Refuse a folder that cannot be written before any work is done."""
    try:
        out.mkdir(parents=True, exist_ok=True)
        probe = out / ".tei-edition"
        probe.touch()
        probe.unlink()
    except OSError as error:
        advice = "choose another folder with -o or change its rights"
        raise UsageError(f"{out}: cannot be written ({error.strerror}); {advice}") from error
