"""
What is out of date, decided by content: a record beside each document's outputs keeps of what they were made.

A record holds a *key*, the digest of all that goes into a document, and the digest of each output. Where the key is the
same and the outputs are untouched, the document is not made again. Times of files play no part.
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tei_edition import authorities, digests
from tei_edition.decisions import FILE as DECISIONS
from tei_edition.decisions.decision import NOWHERE
from tei_edition.edition import FILE
from tei_edition.model import Finding, Position
from tei_edition.outputs._names import name_facts
from tei_edition.outputs.html import DocumentFacts, Download
from tei_edition.timestamps import VARIABLE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tei_edition.annotation import Annotation
    from tei_edition.edition import Edition

SUFFIX = ".build.json"
INDEX = f".index{SUFFIX}"
"""The record of an edition's list, whose key is the digest of all that goes into the edition."""


@dataclass(frozen=True, slots=True)
class Record:
    """
    Of what a document was made, and what came of it.

    *key* is the digest of all that goes into the document but the ledger of its ids, which is *ledger*; *links* that of
    its neighbours, *facts* what lists say of it. *outputs* are the digests of its outputs by file name, *findings* what
    was found, their files named without folders.
    """

    key: str
    ledger: str
    links: str
    facts: DocumentFacts
    outputs: dict[str, str]
    findings: tuple[Finding, ...] = ()


def surroundings(edition: Edition) -> str:
    """Return the digest of what stands beside the transcripts of *edition* and serves its documents, the tool included."""
    folder = edition.folder
    assert folder, "only an edition with a folder is built"
    own = [path for path in folder.glob("*.toml") if path.name not in {FILE, DECISIONS}]
    parts = [part for path in sorted(own) for part in (path.name, path.read_bytes())]
    return digests.digest(digests.tool(), os.environ.get(VARIABLE, ""), *parts)


def settings(edition: Edition) -> str:
    """Return the digest of all settings of *edition* but its exports, its decisions among them, wherever their files and lines are."""
    decisions = tuple(replace(decision, place=NOWHERE) for decision in edition.decisions)
    return digests.digest_of(replace(edition, folder=None, decisions=decisions, exports=(), export_settings={}))


def whole(edition: Edition, transcripts: Iterable[Path]) -> str:
    """Return the digest of all that goes into the documents of *edition*, made from *transcripts*; empty where one cannot be read."""
    try:
        read = [part for path in transcripts for part in (path.name, path.read_bytes())]
        return digests.digest(surroundings(edition), settings(edition), lists(edition), *read)
    except OSError:
        return ""


def key(annotation: Annotation, edition: Edition, transcript: Path) -> str:
    """Return the digest of what goes into a document itself: its file, what rules and decisions say of it, and the settings."""
    source = annotation.source
    findings = [replace(finding, path="") for finding in annotation.findings]
    own = replace(edition, folder=None, documents={}, decisions=(), exports=(), export_settings={})
    settings = [own, edition.document(transcript.name)]
    given = [
        transcript.name, source.sha256, source.encoding, source.original, source.joined,
        annotation.spans, annotation.known, findings, settings,
    ]
    return digests.digest_of(given)


def lists(edition: Edition) -> str:
    """Return the digest of the authority files that serve *edition*; of what they say a document's own key holds what it uses."""
    return digests.digest(*(part for path in authorities.files(edition.folder) for part in (path.name, path.read_bytes())))


def write(record: Record) -> bytes:
    """Return the file of *record*."""
    return json.dumps(asdict(record), ensure_ascii=True, indent=1, sort_keys=True).encode() + b"\n"


def read(path: Path) -> Record | None:
    """Return the record at *path*, None where there is none or it is broken."""
    try:
        data = json.loads(path.read_bytes())
        found = tuple(_finding(finding) for finding in data["findings"])
        outputs = {str(name): str(value) for name, value in data["outputs"].items()}
        return Record(str(data["key"]), str(data["ledger"]), str(data["links"]), _facts(data["facts"]), outputs, found)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _facts(data: dict[str, Any]) -> DocumentFacts:
    """Return what lists say of a document from its JSON."""
    files = tuple(Download(**download) for download in data["downloads"])
    names = tuple(map(name_facts, data["names"]))
    return DocumentFacts(**{**data, "speakers": tuple(data["speakers"]), "names": names, "downloads": files})


def _finding(data: dict[str, Any]) -> Finding:
    """Return a finding from its JSON."""
    places = {name: Position(**data[name]) if data[name] else None for name in ("start", "end")}
    return Finding(**{**data, **places})


def relative(finding: Finding, transcript: Path, folder: Path) -> Finding:
    """Return *finding* with its file, the *transcript* or one in *folder*, named without what is before it."""
    path = Path(finding.path)
    name = "" if path == transcript else f"./{path.name}" if path.parent == folder else finding.path
    return replace(finding, path=name)


def absolute(finding: Finding, transcript: Path, folder: Path) -> Finding:
    """Return *finding* of a record with its file named in full again: the inverse of `relative`."""
    own = str(folder / finding.path[2:]) if finding.path.startswith("./") else finding.path
    return replace(finding, path=own or str(transcript))


def name(document: str) -> str:
    """Return the name of the file that keeps the record of *document*."""
    return f".{document}{SUFFIX}"


def holds(record: Record, own: str, ledger: Path, folder: Path) -> bool:
    """Tell whether *record* is of what is there now: a document with the key *own*, its *ledger*, its outputs."""
    return record.key == own and record.ledger == digests.digest(text(ledger)) and intact(record, folder)


def text(path: Path) -> str:
    """Return the text of a file, empty if there is none."""
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ""


def intact(record: Record, folder: Path) -> bool:
    """Tell whether every output of *record* stands in *folder* as it was written."""
    return all(is_ours(folder / name, value) for name, value in record.outputs.items())


def is_ours(path: Path, value: str) -> bool:
    """Tell whether the file at *path* is there and has the digest *value*."""
    try:
        return digests.sha256(path.read_bytes()) == value
    except OSError:
        return False
