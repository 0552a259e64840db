"""What must stand after something that is only known at the end: kept on the disk meanwhile, not in memory."""

from __future__ import annotations

import tempfile
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType

MEMORY = 1 << 20
"""How many bytes are kept in memory before the disk is used, and read at once."""


class Spool:
    """Bytes that are put away and given back in their order; gone with the end of the ``with``."""

    def __enter__(self) -> Self:
        self._file = tempfile.SpooledTemporaryFile(max_size=MEMORY)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._file.close()

    def put(self, data: bytes) -> None:
        """Put *data* away, after what is there."""
        self._file.write(data)

    def pieces(self) -> Iterator[bytes]:
        """Give all that was put away."""
        self._file.seek(0)
        while piece := self._file.read(MEMORY):
            yield piece
