"""Mending files: the safe repairs of `tei_edition.checking`, until there is nothing more to mend."""

from __future__ import annotations

import difflib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from tei_edition import check, checking, files, xml
from tei_edition.check._repair import repaired

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tei_edition.check import Schemas
    from tei_edition.check._selection import Selection
    from tei_edition.checking import Wanted
    from tei_edition.model import Finding

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
    project = checking.Project.load(wanted)
    drafts: dict[Path, Fixed] = {}
    for path in checking.files(paths, wanted):
        _mend(path, project.selection, project.schemas(path, wanted), drafts)
    return tuple(one for one in drafts.values() if one.repairs)


def fix(paths: Iterable[Path], wanted: Wanted = checking.DEFAULT) -> tuple[Fixed, ...]:
    """Mend *paths*, all files or none, and return what was mended. Raises what `checking.checked` raises."""
    done = fixes(paths, wanted)
    files.write_all({one.path: one.after for one in done})
    return done


def _mend(path: Path, selection: Selection, schemas: Schemas, drafts: dict[Path, Fixed]) -> None:
    """Mend the file at *path* in *drafts*, which hold files by their full paths, and the files it includes."""
    for _ in range(ROUNDS):
        unsaved = {full: one.after for full, one in drafts.items()}
        data = unsaved.get(path.resolve())
        found = check.check_bytes(xml.read(path) if data is None else data, str(path), schemas, path, unsaved)
        counted = [one for one in selection.of(found) if one.edits]
        done = [_mended(name, counted, drafts) for name in dict.fromkeys(one.path for one in counted)]
        if not any(done):
            break


def _mended(name: str, findings: list[Finding], drafts: dict[Path, Fixed]) -> bool:
    """Carry out the edits of *findings* in the file called *name*, and tell whether it is another then."""
    full = Path(name).resolve()
    before = drafts.get(full) or Fixed(Path(name), data := xml.read(Path(name)), data, 0)
    after, repairs = repaired(before.after, name, (one for one in findings if one.path == name))
    drafts[full] = replace(before, after=after, repairs=before.repairs + repairs) if after != before.after else before
    return after != before.after
