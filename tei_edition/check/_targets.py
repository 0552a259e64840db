"""Where reports and baselines may be written: never over what is checked, nor over other files of an edition."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from tei_edition.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable

XML = re.compile(rb"\A(<\?xml[^>]*\?>)?\s*<(testsuites|svrl:schematron-output)\b")
PAGE = re.compile(rb"<h1>tei-edition check</h1>")
TEXT = re.compile(
    rb'\A[\[{]\s*["{\]]|^(::(error|warning|notice) |\d.* in \d+ files?\.$|\d+ files? checked|.+: (error|warning|info) [a-z][a-z-]*: '
    rb"| *\d+  (error|warning|info) +[a-z][a-z-]* in \d+ files?$)",
    re.MULTILINE,
)
"""What stands in a report of plain text, and not in a transcript."""

GUARDED = frozenset({".xml", ".txt", ".md", ".html", ".docx", ".odt", ".pdf", ".toml", ".rng", ".rnc", ".sch", ".odd"})
"""The endings of files that somebody may have written, or that an edition is made of."""


def guard(targets: Iterable[Path], checked: Iterable[Path]) -> None:
    """
    Raise `UsageError` where a report or a baseline must not be written to one of *targets*.

    That is one of the files *checked*, another transcript, TEI or a schema that is no report, and a folder that is not there and not below
    the working folder.
    """
    read = {path.resolve() for path in checked}
    for target in targets:
        place = target.resolve()
        if place in read and not is_report(place):
            raise UsageError(f"{target}: this file is checked, and a report would replace it; name another file")
        if place.is_file() and place.suffix.lower() in GUARDED and not is_report(place):
            raise UsageError(f"{target}: this file is there and is no report; name another file")
        if not place.parent.is_dir() and not place.is_relative_to(Path.cwd().resolve()):
            raise UsageError(f"{target}: there is no folder {target.parent}; make it first, or name another")


def is_report(path: Path) -> bool:
    """Tell whether the file at *path* is a report of `check`, or empty, as that of nothing found is in some formats."""
    data = path.read_bytes()
    mark = {".xml": XML, ".html": PAGE}.get(path.suffix.lower(), TEXT)
    return not data or bool(mark.search(data))
