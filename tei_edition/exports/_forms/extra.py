"""The libraries that write a platform's format and that not everybody needs: extras, each imported when a platform is asked for."""

from __future__ import annotations

import importlib
from typing import Any

from tei_edition.errors import UsageError


def library(name: str, extra: str, platform: str) -> Any:
    """Return the module *name*, which writes what *platform* takes; raises `UsageError` naming the *extra* that would bring it."""
    try:
        return importlib.import_module(name)
    except ImportError as error:
        package = name.partition(".")[0]
        advice = f"it comes with: pip install 'tei-edition[{extra}]'"
        raise UsageError(f"the export {platform} is written by the package {package}, which is not here; {advice}") from error
