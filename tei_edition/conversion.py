"""Convert: transcripts to TEI, in one call."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from tei_edition.annotation import annotate
from tei_edition.encode import Encoded, encode
from tei_edition.ingest import read

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from tei_edition.edition import Edition


def convert(paths: Iterable[Path], edition: Edition) -> tuple[Encoded, ...]:
    """
    Return the TEI of the transcripts at *paths*, seen together as documents of *edition*.

    Raises `SourceError` for the first that cannot be read, `UsageError` for one that is not there.
    """
    sources = [read(path, edition.document(PurePath(path).name).encoding or None) for path in paths]
    return tuple(encode(annotation, edition) for annotation in annotate(sources, edition))
