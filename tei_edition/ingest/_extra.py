"""The libraries that read rich formats: extras, each imported when a file needs it."""

from __future__ import annotations

import importlib
from typing import Any

from tei_edition.errors import UsageError


def needed(library: str, extra: str, name: str) -> Any:
    """Return the module *library*, by which the file *name* is read; raises `UsageError` naming the *extra* that would bring it."""
    try:
        return importlib.import_module(library)
    except ImportError as error:
        package = library.partition(".")[0]
        advice = f"it comes with: pip install 'tei-edition[{extra}]'"
        raise UsageError(f"{name}: a .{extra} file is read by the package {package}, which is not here; {advice}") from error
