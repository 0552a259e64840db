"""What can be told of a file at a glance, read once: its digest, and whether what is found in it hangs on other files."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from tei_edition import xml
from tei_edition.authorities import FOLDER
from tei_edition.check._parts import named

if TYPE_CHECKING:
    from pathlib import Path

POINTING = (b".xml#", b"matchPattern")
"""A file that holds one of these may point into another."""

OTHERS = (b"XInclude", b"<?xml-model")
"""So may one that holds one of these hang on another."""


@dataclass(frozen=True, eq=False, slots=True)
class Glance:
    """
    The file at *path*: the *digest* of its bytes, whether it may be *pointing* into others, the *parts* that it includes as a whole.

    *alone*: what is found in it hangs on no other file.
    """

    path: Path
    digest: str
    pointing: bool
    alone: bool
    parts: frozenset[Path]

    @classmethod
    def at(cls, path: Path) -> Glance:
        """Return what the file at *path* shows. Raises `UsageError` where it cannot be read."""
        data = xml.read(path)
        pointing = any(mark in data for mark in POINTING)
        together = path.absolute().parent.name == FOLDER
        alone = path.suffix == ".xml" and not pointing and not together and not any(mark in data for mark in OTHERS)
        return cls(path, sha256(data).hexdigest(), pointing, alone, named(path, data))
