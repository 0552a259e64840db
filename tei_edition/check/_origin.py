"""Where in the transcript an element of the TEI comes from: read from the source map that a build writes beside it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from tei_edition.model import Origin
from tei_edition.positions import path_from

if TYPE_CHECKING:
    from pathlib import Path as FilePath

    from tei_edition.positions import Path, Positions

BORDERS = 2
"""A path shorter than this is of no element that comes from one place: the root, its header, its text."""


class Made(NamedTuple):
    """The local name of an *element*, and its *origin* in the transcript."""

    element: str
    origin: Origin


Origins = dict["Path", Made]


def read(tei: FilePath) -> Origins:
    """Return the origins of the elements of the file *tei* by their paths; none where there is no map that can be read."""
    try:
        written = json.loads(tei.with_suffix(".map.json").read_bytes())
        name = str(written["transcript"])
        return {path_from(entry["path"]): _made(name, entry) for entry in written["entries"]}
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def _made(name: str, entry: dict[str, str]) -> Made:
    return Made(str(entry["element"]), Origin(name, int(entry["line"]), int(entry["column"]), str(entry.get("rule") or "")))


def of(origins: Origins, positions: Positions, path: Path) -> Origin | None:
    """Return the place that the element at *path*, or the nearest round it, comes from; None where that is not known."""
    for depth in range(len(path), BORDERS - 1, -1):
        found = origins.get(path[:depth])
        if found:
            return found.origin if positions.node(path[:depth]).local == found.element else None
    return None
