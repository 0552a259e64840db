"""
Whether TEI is ready for a platform: what each asks of the file, one platform a file. The folder is the registry.

A platform is a module with ``TITLE``, ``SOURCE`` (where what it asks is written down), ``TAKES`` (``itself``: it loads the TEI file;
else the name of the export that makes what it takes) and ``NEEDS``, the `Need`s. ``also(survey)`` may yield what no path can say.
A low line in the name of a module is a hyphen in that of the platform.

>>> "dts" in platforms()
True
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from tei_edition import registry
from tei_edition.check.ready._need import PREFIX
from tei_edition.strict import suggestion

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from types import ModuleType

    from tei_edition.model import Finding

SUFFIX = ".xml"
NEVER = ("xml", "include")
"""With a finding of these families no platform reads a file."""


def platforms() -> dict[str, ModuleType]:
    """Return the modules of the platforms by their names."""
    return {name.replace("_", "-"): module for name, module in registry.modules(sys.modules[__name__]).items()}


def explained() -> dict[str, str]:
    """Return what each code of a finding of readiness means."""
    found: dict[str, str] = {}
    for name, module in platforms().items():
        found |= {need.code(name): need.explained(module.TITLE) for need in module.NEEDS}
        found |= {f"{PREFIX}-{name}-{code}": said for code, said in getattr(module, "ALSO", {}).items()}
    return found


def unknown(asked: Iterable[str]) -> str:
    """
    Return in a sentence which of the platforms *asked* for is none; nothing where all are known.

    >>> unknown(["dts"]), unknown(["tei-publsher"])
    ('', 'There is no platform "tei-publsher". Did you mean "tei-publisher"?')
    """
    known = platforms()
    return " ".join(f'There is no platform "{name}". {suggestion(name, known)}' for name in asked if name not in known)


def told(asked: Iterable[str], checked: Iterable[str], found: Sequence[Finding]) -> Iterator[str]:
    """Yield for each platform *asked* for how many of the files *checked* will load, by what was *found*."""
    files = [name for name in checked if name.endswith(SUFFIX) or name.startswith("<")]
    for name in asked:
        faulty = {one.path for one in found if one.severity == "error" and one.code.startswith((f"{PREFIX}-{name}-", *NEVER))}
        loads = sum(1 for file in files if file not in faulty)
        title = platforms()[name].TITLE
        count = "the file" if len(files) == 1 else f"all {len(files)} files" if loads == len(files) else f"{loads} of {len(files)} files"
        yield f"{title}: {count} will load." if loads else f"{title}: nothing will load yet."
