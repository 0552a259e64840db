"""Read a transcript into an immutable `Source`: one input format a file, named for the suffix it reads."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tei_edition import registry
from tei_edition.errors import UsageError
from tei_edition.ingest import _detect, _kinds, _mojibake

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path
    from types import ModuleType

    from tei_edition.model import Source


def readers() -> Mapping[str, ModuleType]:
    """Return the reader for each suffix (without its point): that of its name, and those it also reads (``ALSO``)."""
    import tei_edition.ingest as package  # noqa: PLC0415 - the folder of this very package is the registry

    own = registry.modules(package)
    return own | {also: module for module in own.values() for also in getattr(module, "ALSO", ())}


def read(path: Path, encoding: str | None = None) -> Source:
    """
    Read the transcript at *path*; *encoding* names its character encoding where it is not UTF-8 and has no mark.

    The encoding ``detect`` is found by what the text looks like, and told in a finding. What the reader could not take, and what
    looks as if it had been decoded wrongly, are findings of the source.

    Raises `SourceError` for a transcript that cannot be read as text, at the first place at fault, and `UsageError`
    for a file that is not there, a suffix that no reader knows, or a reader whose library is not installed.
    """
    known = readers()
    suffix = path.suffix.lower().lstrip(".")
    if suffix not in known:
        kinds = " ".join(f".{name}" for name in known)
        if not path.exists():
            raise UsageError(f"{path}: there is no such file or folder")
        if path.is_dir():
            raise UsageError(f"{path}: this is a folder; name the transcripts in it, or build the edition with tei-edition build")
        if suffix == "xml":
            raise UsageError(f"{path}: this is TEI and no transcript; give the transcript that it is made of, one of {kinds}")
        raise UsageError(f"{path}: no reader for this kind of file; the kinds that can be read are {kinds}")
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UsageError(f"{path}: cannot be read ({error.strerror})") from error
    return read_bytes(data, str(path), suffix, encoding)


def read_bytes(data: bytes, name: str, suffix: str = "txt", encoding: str | None = None) -> Source:
    """Read the transcript in *data*, a file called *name* of the kind *suffix*; otherwise as `read`."""
    known = readers()
    _kinds.check(data, name, suffix, known[suffix], known)
    stated, told = _detect.resolve(data, name, encoding)
    source: Source = known[suffix].read(data, name, stated)
    return replace(source, findings=(*told, *source.findings, *_mojibake.find(source)))
