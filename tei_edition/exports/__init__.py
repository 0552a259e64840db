"""
What an edition becomes for other platforms, one a file: the folder is the registry.

A platform is a module with ``TITLE`` (what it makes), ``FOR`` (for whom), ``CHECKED`` (by what it is checked) and
``files(documents, edition)``, which takes the `Document`s one after the other and gives pieces of files: a name, with ``/``
between folders, and bytes. Pieces with one name are one file, in their order. A platform keeps none of the documents.

A module may declare ``SETTINGS``, the `Field`s that its table in ``edition.toml`` may have; its values are in
``edition.export_settings``. One with ``WHOLE = True`` would be spoilt by a file that is none of its own, and is not written beside one.
A low line in the name of a module is a hyphen in that of the platform.

>>> "text" in platforms()
True
"""

from __future__ import annotations

import importlib
import pkgutil
import sys
from typing import TYPE_CHECKING

from tei_edition import registry

if TYPE_CHECKING:
    from types import ModuleType

    from tei_edition.fields import Field


def platforms() -> dict[str, ModuleType]:
    """Return the modules of the platforms by their names."""
    return {_name(module): found for module, found in registry.modules(sys.modules[__name__]).items()}


def names() -> tuple[str, ...]:
    """Return the names of the platforms, sorted; none of them is loaded."""
    return tuple(sorted(_name(module.name) for module in pkgutil.iter_modules(__path__) if not module.name.startswith("_")))


def settings(platform: str) -> tuple[Field, ...]:
    """Return the keys that the table of *platform* may have in ``edition.toml``."""
    module = importlib.import_module(f"{__name__}.{platform.replace('-', '_')}")
    return tuple(getattr(module, "SETTINGS", ()))


def _name(module: str) -> str:
    """Return the name of the platform in the *module* of that name."""
    return module.replace("_", "-")
