"""Convert: transcripts to TEI, in one call."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from tei_edition.annotation import annotate
from tei_edition.edition import ledger_of
from tei_edition.encode import Encoded, encode, ledger
from tei_edition.errors import EditionError
from tei_edition.ingest import read, read_bytes

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tei_edition.edition import Edition
    from tei_edition.encode.ledger import Ledger


def convert(paths: Sequence[Path], edition: Edition) -> tuple[Encoded, ...]:
    """
    Return the TEI of the transcripts at *paths*, seen together as documents of *edition*.

    The ids of a document of the edition are those that its ledger keeps; the ledger itself is written by a build alone.
    Raises `SourceError` for the first that cannot be read, `UsageError` for one that is not there, `EditionError` with every decision
    that cannot be carried out.
    """
    sources = [read(path, edition.document(PurePath(path).name).encoding or None) for path in paths]
    found = zip(paths, annotate(sources, edition), strict=True)
    made = tuple(encode(annotation, edition, _ledger(path, edition)) for path, annotation in found)
    if faults := [finding for one in made for finding in one.findings if finding.severity == "error"]:
        raise EditionError.at(*faults)
    return made


def convert_bytes(data: bytes, edition: Edition, name: str = "<stdin>") -> Encoded:
    """
    Return the TEI of the plain text *data*, a document of *edition* that is called *name* and has no ledger.

    Raises `SourceError` where it cannot be read.
    """
    source = read_bytes(data, name, encoding=edition.encoding or None)
    return encode(annotate([source], edition)[0], edition)


def _ledger(path: Path, edition: Edition) -> Ledger | None:
    """Return the ledger of the transcript at *path*; None where it has none."""
    file = ledger_of(path, edition)
    return ledger.read(file) if file else None
