"""What an export may replace: an earlier export, and nothing that a person made."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from tei_edition import authorities
from tei_edition.edition import FILE, SOURCE, given
from tei_edition.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path


def refuse(output: Path) -> None:
    """Raise `UsageError` where *output* is in the transcripts of an edition or among authority files."""
    whole = output.resolve()
    for place in (whole, *whole.parents):
        if place.name == SOURCE and ((place.parent / FILE).is_file() or given(place.parent)):
            raise UsageError(f"{output}: this is in the transcripts of an edition; choose a folder of its own with -o")
        if place.name == authorities.FOLDER and ((place.parent / FILE).is_file() or place.is_dir()):
            raise UsageError(f"{output}: this is in the authority files of an edition; choose a folder of its own with -o")


def kept(pieces: Iterable[tuple[Path, bytes]], output: Path) -> Iterator[tuple[Path, bytes]]:
    """
    Give *pieces*. Raises `UsageError` at the end where they would replace a file in *output* that is not of an earlier export.

    An earlier export is known by its files: *output* has two at least of several that are made now, and no other but hidden ones.
    """
    made: set[Path] = set()
    there: dict[Path, hashlib._Hash] = {}
    for path, piece in pieces:
        if path not in made and path.is_file():
            there[path] = hashlib.sha256()
        made.add(path)
        if path in there:
            there[path].update(piece)
        yield path, piece
    other = next((path for path in sorted(there) if hashlib.sha256(path.read_bytes()).digest() != there[path].digest()), None)
    if other and (len(there) < min(2, len(made)) or any(_is_other(path) for path in set(output.rglob("*")) - made)):
        advice = "choose a new folder with -o, or replace it with --force"
        raise UsageError(f"{other}: another file of this name is there, and the folder is not that of the same export; {advice}")


def _is_other(path: Path) -> bool:
    """Tell whether *path* is a file that somebody sees; what is being written is hidden."""
    return not path.name.startswith(".") and not path.is_dir()
