"""Checking as a project wants it: its settings, the codes that count, the problems it knows already, the files that changed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from tei_edition import check, workers, xml
from tei_edition.check import Schemas
from tei_edition.check import _baseline as baselines
from tei_edition.check import _settings as settings
from tei_edition.check._cache import Cache
from tei_edition.check._changed import changed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tei_edition.check._selection import Selection
    from tei_edition.model import Finding

STDIN = "-"


@dataclass(frozen=True)
class Wanted:
    """
    How to check: with each *schema* asked for, see `check.Schemas`, as for *catalog* and *source*.

    *select* and *ignore* are codes beyond the project's settings.
    *baseline* holds the problems that are known; *written* is where to write those found, as a new baseline. *since*: only
    files that differ from this revision of Git. *jobs* is the number of processes (0: one a processor).
    """

    schema: tuple[Path, ...] = ()
    catalog: Path | None = None
    source: Path | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    baseline: Path | None = None
    written: Path | None = None
    since: str | None = None
    jobs: int = 1

    @property
    def schemas(self) -> Schemas:
        """Which schemas to check with."""
        return Schemas(self.schema, self.catalog, self.source)


DEFAULT = Wanted()


@dataclass(frozen=True)
class Checked:
    """What was *found* in the files *checked*, and how many problems the baseline knows that are no more (*mended*)."""

    found: tuple[Finding, ...]
    checked: tuple[str, ...]
    mended: int = 0


def checked(paths: Iterable[Path], wanted: Wanted = DEFAULT, stdin: bytes = b"") -> Checked:
    """
    Check *paths*, files and folders; the path ``-`` is what *stdin* holds. The settings are those of the working folder.

    Raises `UsageError` for a path, a schema, a baseline or a revision that is not there, `SettingsError` for settings at fault.
    """
    project = settings.load(Path.cwd())
    names, found = _found(tuple(paths), wanted, project, stdin)
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


def files(paths: Iterable[Path], wanted: Wanted) -> tuple[Path, ...]:
    """Return the files that *paths* name: of those the ones that have changed, where that is *wanted*."""
    found = check.files(paths)
    if wanted.since is None:
        return found
    fresh = changed(wanted.since)
    return tuple(path for path in found if path.resolve() in fresh)


def _found(paths: Sequence[Path], wanted: Wanted, project: settings.Settings, stdin: bytes) -> tuple[tuple[str, ...], list[Finding]]:
    """Return the names of the files and what was found in them, in the order of *paths*."""
    cache = Cache.open()
    names: dict[str, None] = {}
    found: list[Finding] = []
    for path in paths:
        piped = str(path) == STDIN
        fresh = () if piped else tuple(file for file in files((path,), wanted) if str(file) not in names)
        names |= dict.fromkeys([check.STDIN] if piped else map(str, fresh))
        tasks = [(one, project.schemas_of(one, wanted.schemas)) for one in (path,) * piped + fresh]
        found += check.check_bytes(stdin, schemas=tasks[0][1]) if piped else _of_files(tasks, wanted.jobs, cache)
    cache.write()
    return tuple(names), found


Task = tuple[Path, Schemas]
"""A file, and the schemas to check it with."""


def _of_files(tasks: Sequence[Task], jobs: int, cache: Cache) -> list[Finding]:
    """Return what is wrong with the files of *tasks*, in their order: what is known of one that has not changed, else what is found now."""
    known = {path: cache.find(str(path), xml.read(path), schemas) for path, schemas in tasks}
    unknown = [task for task in tasks if known[task[0]] is None]
    with workers.pool(workers.number(jobs, len(unknown))) as run:
        for (path, schemas), result in zip(unknown, run(_of_file, unknown), strict=True):
            if isinstance(result, Exception):
                raise result
            known[path] = result
            cache.keep(str(path), xml.read(path), schemas, result)
    return [finding for path, _ in tasks for finding in known[path] or ()]


def _of_file(task: Task) -> tuple[Finding, ...]:
    path, schemas = task
    return check.check_bytes(xml.read(path), str(path), schemas, path)
