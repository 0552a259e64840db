"""
The first step of a build: the transcripts of an edition, read and annotated together.

Where nothing at all of an edition has changed since its last build, neither is done: the records say all that is needed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tei_edition import digests, ingest
from tei_edition.annotation import each
from tei_edition.building import cache, makers
from tei_edition.building.document import Task, told
from tei_edition.errors import ToolError

if TYPE_CHECKING:
    from tei_edition.building.plan import Planned
    from tei_edition.edition import Edition
    from tei_edition.model import Finding, Source


@dataclass(frozen=True, slots=True)
class Part:
    """
    An edition of a build: the *tasks* of its documents, those that *failed* to be read, and what was found.

    *key* is the digest of all that goes into the edition; empty where a part of it could not be read.
    """

    planned: Planned
    tasks: tuple[Task, ...]
    failed: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    key: str = ""


def part(planned: Planned, *, frozen: bool) -> Part:
    """Return the tasks of an edition; their transcripts are annotated unless nothing of the edition has changed."""
    key = cache.whole(planned.edition, planned.transcripts.values())
    kept = _kept(planned, key, frozen=frozen)
    return Part(planned, kept, key=key) if kept else _annotated(planned, key, frozen=frozen)


def _kept(planned: Planned, key: str, *, frozen: bool) -> tuple[Task, ...]:
    """Return the tasks of an edition that is as it was when all of it was built; none where it is not."""
    index = cache.read(planned.folder / cache.INDEX)
    if not key or not index or index.key != key:
        return ()
    tasks = []
    records = []
    for name, path in planned.transcripts.items():
        record = cache.read(planned.folder / cache.name(name))
        task = Task(None, planned.edition, name, planned.folder, path, record.key if record else "", frozen)
        if not record or not cache.holds(record, task.key, task.ledger, task.folder):
            return ()
        tasks.append(task)
        records.append(record)
    return tuple(tasks) if _are_linked(records, planned.edition) else ()


def _are_linked(records: list[cache.Record], edition: Edition) -> bool:
    """Tell whether each document of *records* names the neighbours that it has; one that does not is to be made again."""
    listed = makers.ordered(record.facts for record in records)
    around = {one.name: digests.digest_of(makers.links(listed, number, edition)) for number, one in enumerate(listed)}
    return all(record.links == around[record.facts.name] for record in records)


def _annotated(planned: Planned, key: str, *, frozen: bool) -> Part:
    """Return the tasks of an edition, its transcripts read and annotated together."""
    edition, label, about = planned.edition, planned.folder.name, cache.surroundings(planned.edition)
    sources, failed, findings = _read(planned)
    try:
        annotations = tuple(each(tuple(sources.values()), edition))
    except Exception as error:  # noqa: BLE001 - the other editions are not concerned
        lost = (f"{label}/{name}" for name in sources)
        return Part(planned, (), (*failed, *lost), (*findings, *told(error, str(edition.folder))))
    tasks = []
    for name, annotation in zip(sources, annotations, strict=True):
        path = planned.transcripts[name]
        own = digests.digest(about, cache.key(annotation, edition, path))
        tasks.append(Task(annotation, edition, name, planned.folder, path, own, frozen))
    return Part(planned, tuple(tasks), failed, findings, "" if failed else key)


def _read(planned: Planned) -> tuple[dict[str, Source], tuple[str, ...], tuple[Finding, ...]]:
    """Return the transcripts of an edition, the labels of those that cannot be read, and why."""
    sources: dict[str, Source] = {}
    failed: list[str] = []
    findings: list[Finding] = []
    for name, path in planned.transcripts.items():
        try:
            sources[name] = ingest.read(path, planned.edition.document(path.name).encoding or None)
        except ToolError as error:
            failed.append(f"{planned.folder.name}/{name}")
            findings.extend(told(error, str(path)))
    return sources, tuple(failed), tuple(findings)
