"""The folder is the registry: each public module of a package is one rule, format, platform or report."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import ModuleType


def modules(package: ModuleType) -> dict[str, ModuleType]:
    """Return every public module of *package*, keyed by its name, in the order of the names."""
    return dict(_modules(package))


@cache
def _modules(package: ModuleType) -> tuple[tuple[str, ModuleType], ...]:
    """Return the same, looked up once: the folder of a package does not change while it runs."""
    names = sorted(module.name for module in pkgutil.iter_modules(package.__path__))
    return tuple((name, importlib.import_module(f"{package.__name__}.{name}")) for name in names if not name.startswith("_"))
