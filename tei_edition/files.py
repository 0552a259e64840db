"""Writing files so that a failed write leaves the old file whole."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from tei_edition.errors import UsageError


def write(path: Path, content: str | bytes) -> None:
    """
    Write *content* to *path* in one step: the old file stays whole until the new one is complete.

    Text is written as UTF-8 with its line ends as they are. Missing folders are made. Raises `UsageError` where the
    place cannot be written.
    """
    data = content.encode() if isinstance(content, str) else content
    temporary = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(temporary).chmod(_mode(path))
        os.replace(temporary, path)  # noqa: PTH105 - Path.replace is the same call
    except OSError as error:
        if temporary:
            Path(temporary).unlink(missing_ok=True)
        raise UsageError(f"{path}: cannot be written ({error.strerror}); choose another folder or change its rights") from error


def _mode(path: Path) -> int:
    """Return the permissions for *path*: those it has, or those a new file gets."""
    if path.exists():
        return path.stat().st_mode & 0o7777
    umask = os.umask(0)
    os.umask(umask)
    return 0o666 & ~umask
