"""Addresses as they stand in files, some of which are none: no disk and no library is to stumble over them."""

from __future__ import annotations

import contextlib
from pathlib import Path
from urllib.parse import SplitResult, urlsplit


def split(address: str) -> SplitResult:
    """
    Return the parts of *address*; what is no address is the path of a file that is not there.

    >>> split("https://example.org/a.xml").netloc, split("http://[::1").path
    ('example.org', 'http://[::1')
    """
    with contextlib.suppress(ValueError):
        return urlsplit(address)
    return SplitResult("", "", address, "", "")


def is_file(path: Path) -> bool:
    """Tell whether there is a file at *path*, which may be too long for the disk, or hold what no name may hold."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def full(path: Path) -> Path:
    """Return *path* from the root, links followed, where that is possible."""
    try:
        return path.resolve()
    except (OSError, ValueError, RuntimeError):
        return path.absolute()


def local(path: str) -> Path:
    """Return the file that *path* of a ``file:`` address names on this system."""
    from urllib.request import url2pathname  # noqa: PLC0415 - brings all of HTTP along

    return Path(url2pathname(path))
