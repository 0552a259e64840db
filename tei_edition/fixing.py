"""Mending files: the safe repairs of `tei_edition.checking`, until there is nothing more to mend."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tei_edition import check, checking, files, xml
from tei_edition.check import _settings as settings
from tei_edition.check._repair import repaired

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tei_edition.check import Schemas
    from tei_edition.check._selection import Selection
    from tei_edition.checking import Wanted

ROUNDS = 1000
"""So often a file is mended and looked at again: one that is not well-formed shows its faults one by one."""


@dataclass(frozen=True)
class Fixed:
    """A file that can be mended: its *path*, its bytes *before* and *after*, and the number of *repairs*."""

    path: Path
    before: bytes
    after: bytes
    repairs: int

    @property
    def diff(self) -> str:
        """What changes, line by line, as `diff -u` shows it."""
        before, after = (part.decode("utf-8", "surrogateescape").splitlines(keepends=True) for part in (self.before, self.after))
        shown = difflib.unified_diff(before, after, str(self.path), str(self.path))
        return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in shown)


def fixes(paths: Iterable[Path], wanted: Wanted = checking.DEFAULT) -> tuple[Fixed, ...]:
    """
    Return what can be mended safely in *paths*, of the findings that count; nothing is written.

    Raises what `checking.checked` raises.
    """
    project = settings.load(Path.cwd())
    selection = checking.selection(wanted, project)
    found = (_fixed(path, selection, project.schemas_of(path, wanted.schemas)) for path in checking.files(paths, wanted))
    return tuple(one for one in found if one.repairs)


def fix(paths: Iterable[Path], wanted: Wanted = checking.DEFAULT) -> tuple[Fixed, ...]:
    """Mend *paths*, all files or none, and return what was mended. Raises what `checking.checked` raises."""
    done = fixes(paths, wanted)
    files.write_all({one.path: one.after for one in done})
    return done


def _fixed(path: Path, selection: Selection, schemas: Schemas) -> Fixed:
    before = data = xml.read(path)
    repairs = 0
    for _ in range(ROUNDS):
        findings = selection.of(check.check_bytes(data, str(path), schemas, path))
        after, mended = repaired(data, str(path), findings) if any(one.edits for one in findings) else (data, 0)
        if not mended or after == data:
            break
        data, repairs = after, repairs + mended
    return Fixed(path, before, data, repairs)
