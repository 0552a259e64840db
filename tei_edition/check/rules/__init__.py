"""
What no grammar can say of TEI, one rule a file; it holds for any TEI, whatever its schema. The folder is the registry.

A rule is a module whose docstring says what is looked for and why, with ``CODE``, ``SEVERITY``, ``GUIDELINES`` (where the
TEI Guidelines speak of it), ``WRONG`` and ``RIGHT`` (an example each: the content of a ``div``, or a whole file), and
``check(survey) -> Iterator[Fault]``.

>>> "date-order" in rules()
True
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from tei_edition import registry

if TYPE_CHECKING:
    from types import ModuleType


def rules() -> dict[str, ModuleType]:
    """Return the rules by their codes."""
    return {module.CODE: module for module in registry.modules(sys.modules[__name__]).values()}
