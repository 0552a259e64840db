"""Mending files: the safe repairs of `tei_edition.checking`, until there is nothing more to mend."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from tei_edition import check, checking, files, xml
from tei_edition.check._repair import repaired

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tei_edition.check import Schemas
    from tei_edition.check._selection import Selection
    from tei_edition.checking import Wanted
    from tei_edition.model import Finding

ROUNDS = 1000
"""So often a file is mended and looked at again: one that is not well-formed shows its faults one by one."""


GUESSED = "rng-"
"""How the codes of repairs begin that are carried out only where the schema has nothing against it."""

TRIED = 50
"""So many guesses are tried one by one, if they cannot be carried out together."""

Look = Callable[[dict[Path, "Fixed"]], tuple["Finding", ...]]
"""What tells what is found in drafts of files."""


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

    def found(tried: dict[Path, Fixed]) -> tuple[Finding, ...]:
        unsaved = {full: one.after for full, one in tried.items()}
        data = unsaved.get(path.resolve())
        return selection.of(check.check_bytes(xml.read(path) if data is None else data, str(path), schemas, path, unsaved))

    for _ in range(ROUNDS):
        findings = found(drafts)
        mendable = [one for one in findings if one.edits]
        sure = [one for one in mendable if not one.code.startswith(GUESSED)]
        after = _mended(sure, drafts) if sure else drafts
        if after == drafts:
            after = _tried([one for one in mendable if one not in sure], findings, drafts, found)
        if after == drafts:
            break
        drafts |= after


def _tried(guesses: list[Finding], before: Sequence[Finding], drafts: dict[Path, Fixed], found: Look) -> dict[Path, Fixed]:
    """
    Return *drafts* with *guesses* mended, as far as the schema has nothing to say against it.

    A name that is misspelt may be another one than the likeliest: it is mended where what was found *before* is gone then,
    and nothing else is *found* instead. Where that is not so of all together they are tried one by one.
    """
    if not guesses:
        return drafts
    together = _mended(guesses, drafts)
    if _is_better(found(together), before, len(guesses)):
        return together
    for guess in guesses[:TRIED]:
        alone = _mended([guess], drafts)
        if alone != drafts and _is_better(found(alone), before, 1):
            return alone
    return drafts


def _is_better(after: Sequence[Finding], before: Sequence[Finding], mended: int) -> bool:
    """Tell whether of what was found *before* so much is gone *after*, and nothing has come."""
    counts = Counter((one.path, one.code, one.message) for one in after)
    counts.subtract((one.path, one.code, one.message) for one in before)
    return len(after) <= len(before) - mended and max(counts.values(), default=0) <= 0


def _mended(findings: list[Finding], drafts: dict[Path, Fixed]) -> dict[Path, Fixed]:
    """Return *drafts* with the edits of *findings* carried out, in the files that they are of."""
    made = dict(drafts)
    for name in dict.fromkeys(one.path for one in findings):
        full = Path(name).resolve()
        before = made.get(full) or Fixed(Path(name), data := xml.read(Path(name)), data, 0)
        after, repairs = repaired(before.after, name, (one for one in findings if one.path == name))
        if after != before.after:
            made[full] = replace(before, after=after, repairs=before.repairs + repairs)
    return made
