"""Schematron and ODD as what can be run: XSLT and RELAX NG, made once for each content and kept while this process lives."""

from __future__ import annotations

import atexit
import tempfile
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from tei_edition import xml
from tei_edition.errors import MarkupError, UsageError


@lru_cache(maxsize=1)
def _folder() -> Path:
    """Return a folder that goes away with this process."""
    folder = tempfile.TemporaryDirectory(prefix="tei-edition-")
    atexit.register(folder.cleanup)
    return Path(folder.name)


def schematron(path: Path) -> Path:
    """
    Return the stylesheet of the rules in *path*, a Schematron file.

    Raises `UsageError` where it is not there, or uses what is not read.
    """
    return _kept(_read(path), path, ".xsl")


def of_odd(path: Path, source: Path | None) -> tuple[Path, Path]:
    """
    Return the grammar and the stylesheet that the ODD in *path* makes of the TEI's specifications in *source*.

    Raises `UsageError` where one of them is not there, or asks for what is not read.
    """
    if source is None:
        raise UsageError(f"{path}: an ODD needs the TEI's specifications: name p5subset.xml with --source")
    return _of_odd(path, source, path.stat().st_mtime_ns if path.is_file() else 0)


@lru_cache(maxsize=8)
def _of_odd(path: Path, source: Path, _: int) -> tuple[Path, Path]:
    from tei_edition.odd import compile_odd  # noqa: PLC0415 - few files ask for it, and it takes time to load

    try:
        made = compile_odd(path, source)
    except MarkupError as error:
        raise UsageError(f"this ODD cannot be used: {error}", error.findings) from error
    grammar = _folder() / f"{sha256(made.rng).hexdigest()}.rng"
    grammar.write_bytes(made.rng)
    return grammar, _kept(made.schematron, path, ".xsl")


def _read(path: Path) -> bytes:
    if not path.is_file():
        raise UsageError(f"{path}: there is no such schema")
    return xml.read(path)


@lru_cache(maxsize=32)
def _kept(rules: bytes, path: Path, suffix: str) -> Path:
    from tei_edition.odd.schematron_xslt import compile_schematron  # noqa: PLC0415

    kept = _folder() / f"{sha256(rules).hexdigest()}{suffix}"
    try:
        kept.write_bytes(compile_schematron(rules, str(path)))
    except MarkupError as error:
        raise UsageError(f"this schema cannot be used: {error}", error.findings) from error
    return kept
