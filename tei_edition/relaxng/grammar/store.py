"""
Grammars kept on disk in their simple form, so that a schema is simplified once.

A grammar is kept under the digest of its bytes (and of its place, where it is made of several files) and of the code that
made it; the other files are compared by their digests. What cannot be read, or written, is as if it were not there. It is
JSON: a file somebody else wrote can make a wrong grammar, but run nothing.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING

from tei_edition import caching
from tei_edition.relaxng.grammar.packing import pack, unpack

if TYPE_CHECKING:
    from tei_edition.relaxng.grammar.patterns import Grammar

KEPT = 50
"""So many grammars are kept."""

PART = "relaxng"
"""The name of the folder, among those of `caching`."""


def digest(data: bytes) -> str:
    """Return the SHA-256 of *data*."""
    return hashlib.sha256(data).hexdigest()


def find(data: bytes, place: str) -> Grammar | None:
    """Return the grammar kept for the schema whose bytes are *data*, in the file *place*; None where none is."""
    where = caching.folder(PART)
    if not where:
        return None
    for path in (where / _name(data, ""), where / _name(data, place)):
        try:
            kept = json.loads(path.read_bytes())
            if all(_is_same(*each) for each in kept["files"][1:]):
                return unpack(kept)
        except (OSError, ValueError, KeyError, TypeError, IndexError):
            continue
    return None


def keep(data: bytes, place: str, grammar: Grammar) -> None:
    """Keep *grammar*, made of *data*, the bytes of the file *place*."""
    where = caching.folder(PART)
    if not where:
        return
    from tei_edition import files  # noqa: PLC0415 - a grammar found needs none of it
    from tei_edition.errors import UsageError  # noqa: PLC0415

    alone = len(grammar.files) < 2  # noqa: PLR2004 - one file needs no other
    text = json.dumps(pack(grammar), ensure_ascii=False, separators=(",", ":"))
    try:
        files.write(where / _name(data, "" if alone else place), text)
        _forget_the_oldest(where)
    except (OSError, UsageError):
        return


def _forget_the_oldest(where: Path) -> None:
    kept = sorted(where.glob("*.json"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in kept[KEPT:]:
        path.unlink(missing_ok=True)


def _name(data: bytes, place: str) -> str:
    return digest(b"\0".join((_code(), place.encode(), data))) + ".json"


def _code() -> bytes:
    """Return what tells the code that makes grammars from another: names, sizes and times of its files."""
    known = sorted((path.name, path.stat()) for path in Path(__file__).parents[1].rglob("*.py"))
    return "".join(f"{name}{status.st_size}{status.st_mtime_ns}" for name, status in known).encode()


def _is_same(path: str, sha256: str) -> bool:
    return digest(Path(path).read_bytes()) == sha256
