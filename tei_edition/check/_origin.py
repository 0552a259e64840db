"""Where in the transcript an element of the TEI comes from: read from the source map that a build writes beside it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from tei_edition.positions import path_from

if TYPE_CHECKING:
    from pathlib import Path as FilePath

    from tei_edition.positions import Path, Positions

BORDERS = 2
"""A path shorter than this is of no element that comes from one place: the root, its header, its text."""


class Origin(NamedTuple):
    """A place in the file *transcript*, the local name of the *element* that comes from there, and the *rule* that made it."""

    transcript: str
    element: str
    line: int
    column: int
    rule: str = ""

    def __str__(self) -> str:
        made = f", where the rule {self.rule} made it" if self.rule else ""
        return f"It comes from {self.transcript}:{self.line}:{self.column}{made}."


Origins = dict["Path", Origin]


def read(tei: FilePath) -> Origins:
    """Return the origins of the elements of the file *tei* by their paths; none where there is no map that can be read."""
    try:
        written = json.loads(tei.with_suffix(".map.json").read_bytes())
        name = str(written["transcript"])
        return {path_from(entry["path"]): _origin(name, entry) for entry in written["entries"]}
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def _origin(name: str, entry: dict[str, str]) -> Origin:
    return Origin(name, str(entry["element"]), int(entry["line"]), int(entry["column"]), str(entry.get("rule") or ""))


def sentence(origins: Origins, positions: Positions, path: Path) -> str:
    """Return the sentence that says where the element at *path*, or the nearest round it, comes from; or nothing."""
    for depth in range(len(path), BORDERS - 1, -1):
        found = origins.get(path[:depth])
        if found:
            same = positions.node(path[:depth]).local == found.element
            return str(found) if same else ""
    return ""
