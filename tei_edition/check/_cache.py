"""
What was found in files that have not changed since, kept in the user's cache: by content, schema and version of this tool.

Kept is only what depends on nothing but the file: a transcript of an edition, a list of its authorities, and TEI that points
into other files, are looked at each time.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tei_edition import caching, digests, files
from tei_edition.errors import ToolError
from tei_edition.model import Edit, Finding, Origin, Position

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tei_edition.check._document import Schemas
    from tei_edition.check._glance import Glance

PART = "check"
"""The name of the folder, among those of `caching`."""


@dataclass(frozen=True)
class Cache:
    """The findings kept in *path* (None: nowhere) for files by their names: *kept* from before, *fresh* from this run."""

    path: Path | None
    state: str
    kept: Mapping[str, Any] = field(default_factory=dict)
    fresh: dict[str, Any] = field(default_factory=dict)

    @classmethod
    def open(cls) -> Cache:
        """Return the cache of the working folder; an empty one where there is none."""
        path, state = _file(), digests.tool()
        try:
            data = json.loads(path.read_bytes()) if path else {}
            return cls(path, state, data["kept"] if data["state"] == state else {})
        except (OSError, ValueError, KeyError, TypeError):
            return cls(path, state)

    def find(self, file: Glance, schemas: Schemas) -> tuple[Finding, ...] | None:
        """Return what is known of *file*; None where it must be looked at."""
        name = str(file.path)
        known = self.kept.get(name)
        if not known or known[0] != _key(file, schemas):
            return None
        self.fresh[name] = known
        return tuple(map(_finding, known[1]))

    def keep(self, file: Glance, schemas: Schemas, findings: tuple[Finding, ...]) -> None:
        """Note that *findings* were found in *file*."""
        if file.alone:
            self.fresh[str(file.path)] = [_key(file, schemas), [asdict(finding) for finding in findings]]

    def write(self) -> None:
        """Keep what is known, for the files of this run and the others of before; a folder that takes nothing is no fault."""
        if self.path and self.fresh != self.kept:
            written = {"state": self.state, "kept": {**self.kept, **self.fresh}}
            try:
                files.write(self.path, json.dumps(written).encode())
            except (OSError, ToolError):
                return


def _file() -> Path | None:
    """Return the file for what is known in the working folder; None for nowhere."""
    where = caching.folder(PART)
    return where / f"{sha256(str(Path.cwd()).encode()).hexdigest()[:32]}.json" if where else None


def _key(file: Glance, schemas: Schemas) -> str:
    """Return what a file's findings depend on: its bytes, its schemas, and the source map beside it."""
    try:
        beside = file.path.with_suffix(".map.json").stat()
    except OSError:
        return f"{file.digest} {_of_schemas(schemas)}"
    return f"{file.digest} {_of_schemas(schemas)} {beside.st_mtime_ns} {beside.st_size}"


@cache
def _of_schemas(schemas: Schemas) -> str:
    """Return the digest of the files of *schemas*, as they are when they are first asked for."""
    read = [one.read_bytes() if one and one.is_file() else b"" for one in (*schemas.asked, schemas.catalog, schemas.source)]
    return digests.digest(str(schemas), *read)


def _finding(data: dict[str, Any]) -> Finding:
    places = {name: Position(**data[name]) if data[name] else None for name in ("start", "end")}
    inner: dict[str, Any] = {"edits": tuple(Edit(**edit) for edit in data["edits"]), "also": tuple(map(_finding, data["also"]))}
    inner["origin"] = Origin(**data["origin"]) if data["origin"] else None
    return Finding(**{**data, **places, **inner})
