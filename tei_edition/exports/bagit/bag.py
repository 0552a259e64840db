"""
Bags: folders whose files are listed with their digests (BagIt 1.0, RFC 8493), written piece by piece.

Section 2.1.3 has the manifests, with ``%``, line feeds and carriage returns of a path percent-encoded and nothing else; 2.2.1 the manifests
of the tag files; 2.2.2 ``bag-info.txt``.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ALGORITHMS = ("sha256", "sha512")
"""The digests that are made; the second is the one that RFC 8493, section 2.4, asks for."""

DECLARATION = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
Piece = tuple[str, bytes]


class Digests:
    """The digests of one file, as far as it is written."""

    def __init__(self) -> None:
        self._made = {name: hashlib.new(name) for name in ALGORITHMS}

    def update(self, data: bytes) -> None:
        """Take in *data*, the next bytes of the file."""
        for made in self._made.values():
            made.update(data)

    def of(self, algorithm: str) -> str:
        """Return the digest so far (hexadecimal)."""
        return self._made[algorithm].hexdigest()


class Bag:
    """A bag as it grows; of its files only the digests of those are kept that are not finished. Each method gives what to write."""

    def __init__(self) -> None:
        self._open: dict[str, Digests] = {}
        self._tags: dict[str, Digests] = {}
        self._octets = 0
        self._files = 0

    def add(self, name: str, data: bytes) -> Iterator[Piece]:
        """Give *data*, the next bytes of the file *name* in the payload; `finish` it once all are given."""
        path = f"data/{name}"
        self._open.setdefault(path, Digests()).update(data)
        self._octets += len(data)
        yield path, data

    def finish(self, name: str) -> Iterator[Piece]:
        """Give the lines of the manifests for the file *name*, which is complete."""
        path = f"data/{name}"
        digests = self._open.pop(path)
        self._files += 1
        for algorithm in ALGORITHMS:
            yield self._tag(f"manifest-{algorithm}.txt", _line(digests.of(algorithm), path))

    def file(self, name: str, data: bytes) -> Iterator[Piece]:
        """Give the whole file *name* in the payload."""
        yield from self.add(name, data)
        yield from self.finish(name)

    def close(self, info: Iterable[tuple[str, str]]) -> Iterator[Piece]:
        """Give the tag files; ``bag-info.txt`` has *info*, pairs of a label and a value, and how much the payload holds."""
        stated = (*info, ("Payload-Oxum", f"{self._octets}.{self._files}"))
        yield self._tag("bagit.txt", DECLARATION)
        yield self._tag("bag-info.txt", "".join(f"{label}: {' '.join(value.split())}\n" for label, value in stated).encode())
        for algorithm in ALGORITHMS:
            lines = (_line(digests.of(algorithm), path) for path, digests in sorted(self._tags.items()))
            yield f"tagmanifest-{algorithm}.txt", b"".join(lines)

    def _tag(self, name: str, data: bytes) -> Piece:
        """Return *data*, the next bytes of the tag file *name*."""
        self._tags.setdefault(name, Digests()).update(data)
        return name, data


def encoded(path: str) -> str:
    """
    Return *path* as a manifest writes it (RFC 8493, section 2.1.3).

    >>> encoded("data/100%.xml")
    'data/100%25.xml'
    """
    return path.replace("%", "%25").replace("\n", "%0A").replace("\r", "%0D")


def _line(digest: str, path: str) -> bytes:
    """Return the line of a manifest."""
    return f"{digest}  {encoded(path)}\n".encode()
