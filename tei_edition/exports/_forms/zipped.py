"""A zip file that is given in pieces while it is made, the same bytes each time."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

MODE = 0o100644
UNIX = 3


class Zip:
    """A zip file whose entries all have the time *when*: `add` and `close` return what can be written of it."""

    def __init__(self, when: dt.datetime) -> None:
        self._stream = _Stream()
        self._zip = zipfile.ZipFile(self._stream, "w", zipfile.ZIP_DEFLATED)  # type: ignore[call-overload]
        self._when = (max(when.year, 1980), *when.timetuple()[1:6])

    def add(self, name: str, data: bytes) -> bytes:
        """Add the file *name*, whose folders are parted by ``/``."""
        entry = zipfile.ZipInfo(name, self._when)
        entry.compress_type, entry.external_attr, entry.create_system = zipfile.ZIP_DEFLATED, MODE << 16, UNIX
        self._zip.writestr(entry, data)
        return self._stream.taken()

    def close(self) -> bytes:
        """End the file."""
        self._zip.close()
        return self._stream.taken()


class _Stream:
    """Takes what is written until it is taken away; one cannot go back in it."""

    def __init__(self) -> None:
        self._pieces: list[bytes] = []

    def write(self, data: bytes) -> int:
        """Take *data*."""
        self._pieces.append(bytes(data))
        return len(data)

    def flush(self) -> None:
        """Do nothing."""

    def taken(self) -> bytes:
        """Return what was written since it was last asked for."""
        found = b"".join(self._pieces)
        self._pieces.clear()
        return found
