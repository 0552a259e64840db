"""
Making one document: the TEI first, and of the TEI everything else; nothing is written before all of it is made and proved.

The work has two halves, because a page names its neighbours: `prepare` makes the TEI, by which the document's title is
known, and `finish` makes the outputs, proves them and writes all files together.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tei_edition import check, digests, files, xml
from tei_edition.building import cache, makers
from tei_edition.edition import SOURCE, ledger_file
from tei_edition.encode import encode, serialize, source_map, transcript
from tei_edition.encode import ledger as ledgers
from tei_edition.errors import EditionError, ToolError, described
from tei_edition.model import Finding
from tei_edition.outputs import html, pdf

if TYPE_CHECKING:
    from pathlib import Path

    from lxml import etree

    from tei_edition.annotation import Annotation
    from tei_edition.edition import Edition

CODE = "build"


@dataclass(frozen=True, slots=True)
class Task:
    """
    A document to make: of what, for which edition, under which *name*, into which *folder*.

    *annotation* is None for one that nothing has changed of. *transcript* is the file it comes from, *ledger* the file
    of its ids, *key* the digest of what goes into it, the ledger apart. *frozen*: a ledger that would change is a fault.
    """

    annotation: Annotation | None
    edition: Edition
    name: str
    folder: Path
    transcript: Path
    key: str
    frozen: bool = False

    @property
    def ledger(self) -> Path:
        """The file that keeps the ids of the document."""
        return ledger_file(self.transcript, self.name)

    @property
    def written(self) -> str:
        """The name of the transcript: that of its file, or of the one that is written beside the outputs where it was made of another."""
        made = self.annotation and self.annotation.source.original
        return f"{self.name}.txt" if made else self.transcript.name

    @property
    def label(self) -> str:
        """What a person calls the document: ``<edition>/<document>``."""
        return f"{self.folder.name}/{self.name}"

    @property
    def record(self) -> Path:
        """The file that keeps of what the outputs were made."""
        return self.folder / cache.name(self.name)


@dataclass(frozen=True, slots=True)
class Prepared:
    """The TEI of a document, and all that is made with it: what lists say, source map, transcript, ledger, findings."""

    facts: html.DocumentFacts
    tei: bytes
    source_map: bytes
    transcript: bytes
    ledger: str
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a document: *made*, or not, with what was found."""

    made: bool
    findings: tuple[Finding, ...] = ()


def prepare(task: Task) -> Prepared:
    """Return the TEI of *task* and what is made with it. Raises `EditionError` where it cannot be made or is refused."""
    assert task.annotation, "what nothing has changed of is not made again"
    found = encode(task.annotation, task.edition, ledgers.read(task.ledger))
    if faults := [finding for finding in found.findings if finding.severity == "error"]:
        raise EditionError.at(*faults)
    data = serialize(found.tree)
    refused = [finding for finding in check.check_bytes(data, f"{task.name}.xml") if finding.severity == "error"]
    if refused:
        raise EditionError.at(*(_of_transcript(task, finding) for finding in refused))
    kept = ledgers.content(found.ledger)
    if task.frozen and kept != cache.text(task.ledger):
        advice = "Build once without --frozen, look at what changed, and commit the ledger."
        raise EditionError.at(Finding(str(task.ledger), CODE, "the ids of this document would change.", advice))
    facts, where = html.facts(found.tree, task.name), source_map(found, task.written)
    return Prepared(facts, data, where, transcript.text(found.tree), kept, found.findings)


def finish(task: Task, links: html.Links, prepared: Prepared | None = None) -> Outcome:
    """Make all outputs of *task*, prove them and write them; *prepared* is its TEI, if it is made already."""
    ready = prepared or prepare(task)
    tree = xml.parse_bytes(ready.tei, f"{task.name}.xml")
    outputs, missing = _outputs(task, links, ready, tree)
    found = (*ready.findings, *(replace(finding, path=str(task.folder / finding.path)) for finding in missing))
    if any(finding.severity == "error" and finding.code != pdf.CODE for finding in found):
        return Outcome(made=False, findings=found)
    _write(task, links, ready, outputs, found)
    return Outcome(made=True, findings=found)


def _outputs(task: Task, links: html.Links, ready: Prepared, tree: etree._ElementTree) -> tuple[dict[str, bytes], tuple[Finding, ...]]:
    """Return the outputs of a document by suffix, proved, and the characters that could not be printed."""
    assert task.annotation, "what nothing has changed of is not made again"
    source = task.annotation.source
    printed, missing = makers.printed(tree, task.edition, f"{task.name}.xml", ready.tei)
    outputs = {"xml": ready.tei, "txt": ready.transcript, **({"pdf": printed} if printed else {})}
    outputs |= makers.interventions(tree, task.name)
    outputs |= makers.report(task.annotation, tree, ready.findings, f"{SOURCE}/{task.transcript.name}", task.name)
    outputs["html"] = makers.page(tree, links, {suffix: len(data) for suffix, data in outputs.items()}, source)
    words = {f"{task.name}.{suffix}": outputs[suffix] for suffix in ("xml", "html", "pdf") if suffix in outputs}
    certificate = makers.prove(source, tree, words, task.written)
    return {**outputs, "map.json": ready.source_map, "proof.json": certificate}, missing


def _write(task: Task, links: html.Links, ready: Prepared, outputs: dict[str, bytes], findings: tuple[Finding, ...]) -> None:
    """Write the ledger if it changed, then all outputs and their record together; take away what is made no more."""
    old = cache.read(task.record)
    named = {f"{task.name}.{suffix}": data for suffix, data in outputs.items()}
    record = cache.Record(
        key=task.key,
        ledger=digests.digest(ready.ledger),
        links=digests.digest_of(links),
        facts=replace(ready.facts, downloads=makers.downloads(task.name, {s: len(d) for s, d in outputs.items()})),
        outputs={name: digests.sha256(data) for name, data in named.items()},
        findings=tuple(cache.relative(finding, task.transcript, task.folder) for finding in findings),
    )
    contents: dict[Path, str | bytes] = {} if ready.ledger == cache.text(task.ledger) else {task.ledger: ready.ledger}
    contents |= {task.folder / name: data for name, data in named.items()}
    files.write_all({**contents, task.record: cache.write(record)})
    for name, value in (old.outputs if old else {}).items():
        if name not in named and cache.is_ours(task.folder / name, value):
            (task.folder / name).unlink()


def _of_transcript(task: Task, finding: Finding) -> Finding:
    """Say of the transcript what was found in the TEI made of it, which is not kept."""
    place = f" at {finding.start}" if finding.start else ""
    message = f"the TEI made of this transcript is refused{place}: {finding.message}"
    return replace(finding, path=str(task.transcript), message=message, start=None, end=None)


def failure(task: Task, error: Exception) -> Outcome:
    """Return the outcome of a document that *error* stopped."""
    return Outcome(made=False, findings=told(error, str(task.transcript)))


def told(error: Exception, path: str) -> tuple[Finding, ...]:
    """Return what *error* says of the file at *path*, in words."""
    if isinstance(error, ToolError):
        return error.findings or (Finding(path, CODE, str(error)),)
    advice = "Please report this with the transcript; the others are not concerned."
    return (Finding(path, "internal", f"the tool itself failed on this ({described(error)}).", advice),)
