"""The course of a build: which documents are out of date, their two halves, and what came of each."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tei_edition import digests
from tei_edition.building import cache, makers
from tei_edition.building.document import Outcome, Prepared, Task, failure, finish, prepare

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tei_edition.building import Progress
    from tei_edition.building.parts import Part
    from tei_edition.model import Finding
    from tei_edition.outputs.html import DocumentFacts, Links
    from tei_edition.workers import Run


@dataclass
class Running:
    """A build under way: what is known of each document by its label, ``<edition>/<document>``."""

    parts: Sequence[Part]
    progress: Progress | None = None
    records: dict[str, cache.Record] = field(default_factory=dict)
    prepared: dict[str, Prepared] = field(default_factory=dict)
    outcomes: dict[str, Outcome] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Find the records that still hold."""
        for task in self.tasks:
            record = cache.read(task.record)
            if record and cache.holds(record, task.key, task.ledger, task.folder):
                self.records[task.label] = record

    @property
    def tasks(self) -> list[Task]:
        """The tasks of all editions, in order."""
        return [task for part in self.parts for task in part.tasks]

    @property
    def waiting(self) -> int:
        """How many documents are out of date for what they are made of."""
        return len(self.tasks) - len(self.records)

    def prepare(self, run: Run) -> None:
        """Make the TEI of each document that is out of date."""
        stale = [task for task in self.tasks if task.label not in self.records]
        for task, result in zip(stale, run(prepare, stale), strict=True):
            if isinstance(result, Exception):
                self.outcomes[task.label] = failure(task, result)
            else:
                self.prepared[task.label] = result

    def finish(self, run: Run) -> None:
        """Make the outputs of each document that is out of date, or whose neighbours are other ones now."""
        stale = [work for part in self.parts for work in self._stale(part)]
        for done, (work, result) in enumerate(zip(stale, run(_finish, stale), strict=True), 1):
            task = work[0]
            self.outcomes[task.label] = failure(task, result) if isinstance(result, Exception) else result
            if self.progress:
                self.progress(done, len(stale), task.label)

    def _stale(self, part: Part) -> Iterator[tuple[Task, Links, Prepared | None]]:
        """Yield the documents of an edition that are to be finished."""
        tasks = {task.name: task for task in part.tasks}
        listed = makers.ordered(facts for name in part.planned.transcripts if (facts := self._facts(part, name)))
        for number, facts in enumerate(listed):
            task = tasks.get(facts.name)
            if task is None or task.label in self.outcomes:
                continue
            around = makers.links(listed, number, part.planned.edition)
            record = self.records.get(task.label)
            if record is None or record.links != digests.digest_of(around):
                yield task, around, self.prepared.get(task.label)

    def _facts(self, part: Part, name: str) -> DocumentFacts | None:
        """Return what lists say of a document, from an earlier build where it cannot be made now; None if it never was."""
        label = f"{part.planned.folder.name}/{name}"
        known = self.prepared.get(label) or self.records.get(label) or cache.read(part.planned.folder / cache.name(name))
        return known.facts if known else None

    def is_there(self, task: Task) -> bool:
        """Tell whether the outputs of a document are made, now or before."""
        outcome = self.outcomes.get(task.label)
        return outcome.made if outcome else task.label in self.records

    def labels(self, *, made: bool) -> tuple[str, ...]:
        """Return the labels of the documents that were made, or could not be."""
        return tuple(task.label for task in self.tasks if _is(self.outcomes.get(task.label), made=made))

    @property
    def unchanged(self) -> tuple[str, ...]:
        """The labels of the documents that needed nothing."""
        return tuple(task.label for task in self.tasks if task.label not in self.outcomes)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What was found in each document, now or when it was made."""
        return tuple(finding for task in self.tasks for finding in self._found(task))

    def _found(self, task: Task) -> Iterator[Finding]:
        """Yield what was found in one document."""
        outcome = self.outcomes.get(task.label)
        if outcome:
            yield from outcome.findings
        else:
            kept = self.records[task.label].findings
            yield from (cache.absolute(finding, task.transcript, task.folder) for finding in kept)


def _is(outcome: Outcome | None, *, made: bool) -> bool:
    return outcome is not None and outcome.made is made


def _finish(work: tuple[Task, Links, Prepared | None]) -> Outcome:
    """Do the second half of a document, in a worker."""
    return finish(*work)
