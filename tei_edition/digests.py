"""Digests: of bytes, of records, and of this tool with all that can change what it makes."""

from __future__ import annotations

import hashlib
import json
import pkgutil
from dataclasses import fields, is_dataclass
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import Any

from tei_edition.resources import PACKAGE, SCHEMAS, XSLT

DEPENDS = (
    "babel", "charset-normalizer", "ftfy", "lxml", "markdown-it-py", "mdit-py-plugins", "pdfminer.six", "python-docx", "saxonche",
    "selectolax", "typst",
)
"""The packages whose version can change an output; every font package counts as well."""


def sha256(data: bytes) -> str:
    """Return the SHA-256 of *data* (hexadecimal)."""
    return hashlib.sha256(data).hexdigest()


def digest(*parts: bytes | str) -> str:
    """Return one SHA-256 (hexadecimal) of *parts*, told apart from each other."""
    whole = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        whole.update(f"{len(data)}:".encode())
        whole.update(data)
    return whole.hexdigest()


def facts(value: Any) -> Any:
    """Return *value* as plain data that says the same in every process: no addresses, no order of sets, no folders."""
    if is_dataclass(value) and not isinstance(value, type):
        return [type(value).__name__, *(facts(getattr(value, field.name)) for field in fields(value))]
    if isinstance(value, dict):
        return [[facts(key), facts(item)] for key, item in value.items()]
    if isinstance(value, (set, frozenset)):
        return sorted(map(repr, value))
    if isinstance(value, (list, tuple)):
        return [facts(item) for item in value]
    return value.name if isinstance(value, Path) else repr(value)


def digest_of(value: Any) -> str:
    """Return the digest of *value*, made of data and frozen records."""
    return digest(json.dumps(facts(value)))


@cache
def tool() -> str:
    """Return the digest of this tool: its code, profiles, stylesheets and schemas, and the versions it stands on."""
    folders = (PACKAGE, XSLT, SCHEMAS)
    files = sorted({path for folder in folders for path in folder.rglob("*") if path.is_file()})
    kept = [path for path in files if path.suffix != ".pyc" and "__pycache__" not in path.parts]
    parts = [part for path in kept for part in (path.name, path.read_bytes())]
    return digest(*parts, *_versions())


def _versions() -> list[str]:
    """Return the name and version of each package that can change an output."""
    fonts = (module.name for module in pkgutil.iter_modules() if module.name.startswith("fontpkg"))
    return [f"{name} {version}" for name in (*DEPENDS, *sorted(fonts)) if (version := _version(name))]


def _version(name: str) -> str:
    """Return the version of the package *name*; nothing where it is not installed."""
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""
