"""Checking as a project wants it: its settings, the codes that count, the problems it knows already."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from tei_edition import check
from tei_edition.check import _baseline as baselines
from tei_edition.check import _settings as settings

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tei_edition.check._selection import Selection
    from tei_edition.model import Finding

STDIN = "-"


@dataclass(frozen=True)
class Wanted:
    """
    How to check: a RELAX NG *schema* (None: the toolkit's), codes to *select* and to *ignore* beyond the project's settings.

    *baseline* holds the problems that are known; *written* is where to write those found, as a new baseline.
    """

    schema: Path | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    baseline: Path | None = None
    written: Path | None = None


DEFAULT = Wanted()


@dataclass(frozen=True)
class Checked:
    """What was *found* in the files *checked*, and how many problems the baseline knows that are no more (*mended*)."""

    found: tuple[Finding, ...]
    checked: tuple[str, ...]
    mended: int = 0


def checked(paths: Iterable[Path], wanted: Wanted = Wanted(), stdin: bytes = b"") -> Checked:
    """
    Check *paths*, files and folders; the path ``-`` is what *stdin* holds. The settings are those of the working folder.

    Raises `UsageError` for a path, a schema or a baseline that is not there, `SettingsError` for settings at fault.
    """
    project = settings.load(Path.cwd())
    names, found = _found(tuple(paths), wanted.schema, stdin)
    counted = selection(wanted, project).of(found)
    if wanted.written:
        baselines.write(wanted.written, counted)
        return Checked((), names)
    known = wanted.baseline or project.baseline
    fresh, mended = baselines.new(known, counted) if known else (counted, 0)
    return Checked(tuple(fresh), names, mended)


def selection(wanted: Wanted, project: settings.Settings | None = None) -> Selection:
    """Return which findings count: the *project*'s selection (that of the working folder) with what is *wanted* on top of it."""
    said = (project or settings.load(Path.cwd())).selection
    return replace(said, select=wanted.select or said.select, ignore=(*said.ignore, *wanted.ignore))


def _found(paths: Sequence[Path], schema: Path | None, stdin: bytes) -> tuple[tuple[str, ...], list[Finding]]:
    names: list[str] = []
    found: list[Finding] = []
    for path in paths:
        piped = str(path) == STDIN
        files = () if piped else tuple(file for file in check.files((path,)) if str(file) not in names)
        names += [check.STDIN] if piped else map(str, files)
        found += check.check_bytes(stdin, schema=schema) if piped else check.check(files, schema)
    return tuple(names), found
