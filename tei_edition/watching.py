"""Watching files: doing something again whenever one of them has changed."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

PAUSE = 0.5
"""Seconds between two looks."""


def changes(paths: Iterable[Path], wait: Callable[[float], None] = time.sleep) -> Iterator[tuple[Path, ...]]:
    """
    Yield at once, and then again each time a file in *paths* (files and folders, at any depth) was written, made or removed.

    What is yielded are these files, sorted. It never ends by itself; *wait* is called with the seconds between two looks.
    """
    watched = tuple(paths)
    known: dict[Path, tuple[int, int]] = {}
    first = True
    while True:
        seen = dict(_stamps(watched))
        changed = tuple(sorted(path for path in known.keys() | seen.keys() if known.get(path) != seen.get(path)))
        if changed or first:
            yield changed
        known, first = seen, False
        wait(PAUSE)


def _stamps(paths: Iterable[Path]) -> Iterator[tuple[Path, tuple[int, int]]]:
    """Yield each file with the time it was written and its size; hidden ones are left out."""
    for path in paths:
        for file in path.rglob("*") if path.is_dir() else (path,):
            if not any(part.startswith(".") for part in file.relative_to(path).parts):
                try:
                    status = file.stat()
                except OSError:
                    continue
                if file.is_file():
                    yield file, (status.st_mtime_ns, status.st_size)
