"""Writing files so that a failed write leaves the old file whole."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from tei_edition.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


def write(path: Path, content: str | bytes) -> None:
    """
    Write *content* to *path* in one step: the old file stays whole until the new one is complete.

    Text is written as UTF-8 with its line ends as they are. Missing folders are made. Raises `UsageError` where the
    place cannot be written.
    """
    write_all({path: content})


def write_all(contents: Mapping[Path, str | bytes]) -> None:
    """
    Write each of *contents* to its path; none is put in its place before all are complete on the disk.

    They are put there in the order given. Otherwise as `write`.
    """
    write_pieces(contents.items())


def write_pieces(pieces: Iterable[tuple[Path, str | bytes]]) -> tuple[Path, ...]:
    """
    Write *pieces* of files to their paths as they come, those of one path one after the other; return the paths, sorted.

    Otherwise as `write_all`: where a piece cannot be made, none of the files is put in its place. A symbolic link stays one: what it
    leads to is written.
    """
    staged: dict[Path, str] = {}
    path = Path()
    try:
        for path, content in pieces:
            if path in staged:
                _append(staged[path], content)
            else:
                staged[path] = _stage(_target(path), content)
        written = tuple(sorted(staged))
        for path in tuple(staged):
            os.replace(staged[path], _target(path))  # noqa: PTH105 - Path.replace is the same call
            del staged[path]
    except OSError as error:
        advice = "choose another folder or change its rights"
        raise UsageError(f"{path}: cannot be written ({error.strerror}); {advice}") from error
    finally:
        for temporary in staged.values():
            Path(temporary).unlink(missing_ok=True)
    return written


def _target(path: Path) -> Path:
    """Return the file that is written for *path*: what it leads to where it is a symbolic link, be it there or not."""
    return Path(os.path.realpath(path)) if path.is_symlink() else path


def _append(temporary: str, content: str | bytes) -> None:
    """Write *content* at the end of the file *temporary*."""
    with Path(temporary).open("ab") as file:
        file.write(content.encode() if isinstance(content, str) else content)


def _stage(path: Path, content: str | bytes) -> str:
    """Write *content* to a new file beside *path*, and return its name."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:100]}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content.encode() if isinstance(content, str) else content)
        Path(temporary).chmod(_mode(path))
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    return temporary


def _mode(path: Path) -> int:
    """Return the permissions for *path*: those it has, or those a new file gets."""
    if path.exists():
        return path.stat().st_mode & 0o7777
    umask = os.umask(0)
    os.umask(umask)
    return 0o666 & ~umask
