"""
What an edition becomes for other platforms, one a file: the folder is the registry.

A platform is a module with ``TITLE`` (what it makes), ``FOR`` (for whom), ``CHECKED`` (by what it is checked) and
``files(documents, edition)``, which takes the `Document`s one after the other and gives pieces of files: a name, with ``/``
between folders, and bytes. Pieces with one name are one file, in their order. A platform keeps none of the documents.

>>> "text" in platforms()
True
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from tei_edition import registry

if TYPE_CHECKING:
    from types import ModuleType


def platforms() -> dict[str, ModuleType]:
    """Return the modules of the platforms by their names."""
    return registry.modules(sys.modules[__name__])
