"""Rendering: an output of a TEI file, by the output's name; the folder ``outputs/`` is the registry."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Any

from tei_edition import outputs, registry, timestamps, xml
from tei_edition.errors import UsageError
from tei_edition.strict import suggestion

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType

VIEWS = ("published", "clean", "interventions")
"""How a text can be shown: as the transcript has it, as a clean reading text, with what was done to it."""


def kinds() -> tuple[str, ...]:
    """Return the names of the outputs."""
    return tuple(registry.modules(outputs))


def suffix(kind: str) -> str:
    """Return the ending of the files of the output *kind*, with its point. Raises `UsageError` where there is none."""
    return str(getattr(_output(kind), "SUFFIX", f".{kind}"))


def render(kind: str, path: Path, view: str = "") -> bytes:
    """
    Return the output *kind* of the TEI file at *path*, in the *view* named, one of `VIEWS`, where one is.

    An output's ``render`` takes the tree and, by name, what it needs of *attachment* (the file's bytes),
    *attachment_name*, *timestamp* and *view*. Raises `UsageError` for an unknown kind or one without views, `MarkupError`
    and `TransformError` for a file that is not XML or that the output cannot show.
    """
    return render_bytes(kind, xml.read(path), path, view)


def render_bytes(kind: str, data: bytes, path: Path, view: str = "") -> bytes:
    """Return the output *kind* of the TEI in *data*, which stands, or might, at *path*; as `render`."""
    function = _output(kind).render
    tree = xml.parse_bytes(data, str(path))
    offered: dict[str, Any] = {
        "attachment": data,
        "attachment_name": path.name,
        "timestamp": timestamps.timestamp(None, tree),
    }
    wanted = inspect.signature(function).parameters
    if view and "view" not in wanted:
        raise UsageError(f"the output {kind} has no views")
    offered |= {"view": view} if view else {}
    made: str | bytes = function(tree, **{name: value for name, value in offered.items() if name in wanted})
    return made.encode() if isinstance(made, str) else made


def _output(kind: str) -> ModuleType:
    """Return the module of the output *kind*."""
    known = registry.modules(outputs)
    if kind not in known:
        raise UsageError(f"there is no output {kind}. {suggestion(kind, known)}")
    return known[kind]
