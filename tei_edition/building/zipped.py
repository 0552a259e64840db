"""A zip that is the same bytes for the same files: sorted, with one time, and rights that no machine decides."""

from __future__ import annotations

import shutil
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence
    from pathlib import Path

RIGHTS = 0o644 << 16
LEVEL = 6
EARLIEST = 1980
"""The first year that a zip can name."""

UNIX = 3
"""The system of which the rights are, as a zip names it."""


def zipped(place: Path, name: str, made: Sequence[Path], when: dt.datetime) -> Path:
    """
    Return a new zip in the folder *place*, called *name*, of the files *made* under ``place/all``; in it they stand in a folder *name*.

    A bag of BagIt must stand so (RFC 8493, section 2), and no unpacked file gets between others. Files are read piece by piece.
    """
    path = place / f"{name}.zip"
    time = (max(when.year, EARLIEST), *when.timetuple()[1:6])
    with zipfile.ZipFile(path, "w") as archive:
        for file in sorted(made):
            entry = zipfile.ZipInfo(f"{name}/{file.relative_to(place / 'all').as_posix()}", time)
            entry.compress_type, entry.external_attr, entry.create_system = zipfile.ZIP_DEFLATED, RIGHTS, UNIX
            entry._compresslevel = LEVEL  # type: ignore[attr-defined]  # noqa: SLF001 - ZipFile.open takes it from nowhere else
            entry.file_size = file.stat().st_size
            with file.open("rb") as source, archive.open(entry, "w") as target:
                shutil.copyfileobj(source, target, 1 << 20)
    return path
