"""One document for a bag: its files, that they belong together, and what a crate says of each."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tei_edition import check, digests
from tei_edition.check import relaxng
from tei_edition.edition import SOURCE
from tei_edition.encode import serialize
from tei_edition.errors import ProofError
from tei_edition.exports._forms.names import portable
from tei_edition.exports._known.header import Header, header
from tei_edition.exports.bagit import crate

if TYPE_CHECKING:
    from pathlib import Path

    from tei_edition.edition import Edition
    from tei_edition.exports._known.document import Document
    from tei_edition.exports.bagit.crate import Entity

MADE = ((".html", "reading page", "text/html"), (".pdf", "printed edition", "application/pdf"))
"""What is made from a TEI file: the suffix, what it is, its media type."""

CERTIFICATE = ".proof.json"
ORIGINALS = "originals"
ARCHIVAL = re.compile(rb"<pdfaid:part>3</pdfaid:part>.{0,200}?<pdfaid:conformance>A</pdfaid:conformance>", re.DOTALL)
PRONOM = "https://www.nationalarchives.gov.uk/PRONOM/fmt/479"
"""The format that the registry of The National Archives calls PDF/A-3a."""

PARTS = {".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".html": "text/html", ".md": "text/markdown"}


@dataclass
class Packed:
    """*files* with their names in the payload, bytes and entities, and *more* entities that these point to."""

    files: list[tuple[str, bytes, Entity]] = field(default_factory=list)
    more: list[Entity] = field(default_factory=list)

    def add(self, name: str, data: bytes, label: str, kind: str | list[str] = "File", **properties: Any) -> str:
        """Add a file called *label*, and return its `@id`."""
        id_ = crate.address(name)
        self.files.append((name, data, crate.entity(id_, kind, name=label, contentSize=str(len(data)), **properties)))
        return id_


def packed(document: Document, name: str, edition: Edition) -> Packed:
    """
    Return the files of *document*, which is called *name* in the bag.

    Raises `ProofError` where its transcript or its certificate is that of other files.
    """
    stated, made = header(document.tree), Packed()
    label = stated.title or document.name
    original = _original(made, stated, label, edition)
    transcript = _transcript(made, document, stated, name, label, original)
    data = document.path.read_bytes() if document.path.name else serialize(document.tree)
    tei = _tei(made, document, data, stated, f"{name}.xml", transcript)
    outputs = {suffix: _output(made, document, suffix, name, label, tei) for suffix, *_ in MADE}
    _certificate(made, document, name, label, {".xml": data, **outputs})
    return made


def _original(made: Packed, stated: Header, label: str, edition: Edition) -> str:
    """Add the file the transcript was taken from, where it is at hand, and return its `@id`."""
    file = stated.original
    path = edition.folder / SOURCE / file.name if edition.folder and _is_name(file.name) else None
    data = path.read_bytes() if path and path.is_file() else b""
    if not path or digests.sha256(data) != file.sha256:
        return ""
    kind = PARTS.get(path.suffix.lower(), "application/octet-stream")
    return made.add(f"{ORIGINALS}/{portable(path.name)}", data, f"{label}: original file", encodingFormat=kind)


def _is_name(name: str) -> bool:
    """Tell whether *name* is that of a file, and leads nowhere else."""
    return bool(name) and name not in {".", ".."} and not any(sign in name for sign in "/\\\0")


def _transcript(made: Packed, document: Document, stated: Header, name: str, label: str, original: str) -> str:
    """Add the transcript, where it is at hand, and return its `@id`."""
    path = document.beside(".txt")
    if not path:
        return ""
    data = path.read_bytes()
    if stated.transcript.sha256 and digests.sha256(data) != stated.transcript.sha256:
        raise ProofError(f"{path}: {document.path.name} was made from another transcript. Build both anew with: tei-edition build")
    return made.add(f"{name}.txt", data, f"{label}: transcript", encodingFormat="text/plain", isBasedOn=crate.ref(original))


def _tei(made: Packed, document: Document, data: bytes, stated: Header, name: str, transcript: str) -> str:
    """Add the TEI file, and return its `@id`."""
    authors, language = crate.people(stated.authors), document.facts.language
    valid = next(relaxng.check(check.Document(name, data, None, check.Schemas((relaxng.OWN,)))), None) is None
    made.more += authors
    id_ = made.add(
        name, data, stated.title or document.name, alternateName=[title for _, title in stated.titles[1:]], description=stated.abstract,
        encodingFormat="application/tei+xml",
        conformsTo=crate.ref("schema/tei_edition.rng") if valid else {}, isBasedOn=crate.ref(transcript), author=crate.refs(authors),
        inLanguage="" if language == "und" else language, temporalCoverage=stated.date.interval if stated.date else "",
    )
    if stated.software and transcript:
        software = crate.entity(crate.local("software", stated.software), "SoftwareApplication", name=stated.software.partition(" ")[0],
                                 version=stated.software.partition(" ")[2])
        made.more += [software, crate.entity(
            crate.local("made", name), "CreateAction", name=f"{name} made from the transcript",
            object=crate.ref(transcript), result=crate.ref(id_), instrument=crate.ref(software["@id"]),
        )]
    return id_


def _output(made: Packed, document: Document, suffix: str, name: str, label: str, tei: str) -> bytes | None:
    """Add what was made with *suffix* from the TEI file, where it was made, and return its bytes."""
    path = document.beside(suffix)
    if not path:
        return None
    data = path.read_bytes()
    what, kind = next((what, kind) for own, what, kind in MADE if own == suffix)
    archival = suffix == ".pdf" and ARCHIVAL.search(data)
    made.more += [crate.entity(PRONOM, "WebPage", name="PDF/A-3a")] if archival else []
    form = [kind, crate.ref(PRONOM)] if archival else kind
    made.add(f"{name}{suffix}", data, f"{label}: {what}", encodingFormat=form, isBasedOn=crate.ref(tei))
    return data


def _certificate(made: Packed, document: Document, name: str, label: str, outputs: dict[str, bytes | None]) -> None:
    """Add the certificate, where it is at hand."""
    path = document.beside(CERTIFICATE)
    if not path:
        return
    data = path.read_bytes()
    _check(path, data, document, outputs)
    about = [crate.ref(crate.address(f"{name}{suffix}")) for suffix, found in outputs.items() if found is not None]
    made.add(f"{name}{CERTIFICATE}", data, f"{label}: certificate of the words", encodingFormat="application/json", about=about)


def _check(path: Path, data: bytes, document: Document, outputs: dict[str, bytes | None]) -> None:
    """Raise `ProofError` where the certificate in *data* is of other files than *outputs*."""
    try:
        stated = {str(one["file"]): one["sha256"] for one in json.loads(data)["outputs"]}
    except (ValueError, KeyError, TypeError) as error:
        raise ProofError(f"{path}: this is no certificate. Build it anew with: tei-edition build") from error
    for suffix, found in outputs.items():
        file = f"{document.path.stem}{suffix}"
        if found is not None and stated.get(file, digests.sha256(found)) != digests.sha256(found):
            advice = (
                f"Build both anew (tei-edition build); where the TEI was corrected by hand, render it and prove it again: "
                f"tei-edition prove TRANSCRIPT TEI OUTPUT... > {path.name}"
            )
            raise ProofError(f"{path}: the certificate is of another {file}. {advice}")
