"""Where this tool keeps what it need not find out twice: in the user's cache, in a folder that is named, or nowhere."""

from __future__ import annotations

import os
from pathlib import Path

VARIABLE = "TEI_EDITION_CACHE"
"""The environment variable that names the folder of all that is kept; empty: nothing is kept."""


def folder(part: str) -> Path | None:
    """
    Return the folder in which *part* of this tool keeps its files; None for nowhere.

    It is in the folder that `VARIABLE` names, else in the user's cache (``XDG_CACHE_HOME``, else ``~/.cache``). Somebody who
    has no home, as in some containers, keeps nothing.
    """
    named = os.environ.get(VARIABLE)
    if named is not None:
        return Path(named) / part if named else None
    cache = os.environ.get("XDG_CACHE_HOME")
    try:
        return (Path(cache) if cache else Path.home() / ".cache") / "tei-edition" / part
    except RuntimeError:
        return None
