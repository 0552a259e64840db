"""Read a transcript into an immutable `Source`: one input format a file, named for the suffix it reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition import registry
from tei_edition.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

    from tei_edition.model import Source


def read(path: Path, encoding: str | None = None) -> Source:
    """
    Read the transcript at *path*; *encoding* names its character encoding where it is not UTF-8 and has no mark.

    Raises `SourceError` for a transcript that cannot be read as text, at the first place at fault, and `UsageError`
    for a file that is not there or a suffix that no reader knows.
    """
    import tei_edition.ingest as package  # noqa: PLC0415 - the folder of this very package is the registry

    readers = registry.modules(package)
    reader = readers.get(path.suffix.lower().lstrip("."))
    if reader is None:
        known = " ".join(f".{name}" for name in readers)
        raise UsageError(f"{path}: no reader for this kind of file; the kinds that can be read are {known}")
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UsageError(f"{path}: cannot be read ({error.strerror})") from error
    source: Source = reader.read(data, str(path), encoding)
    return source
