"""Checking as a project wants it: its settings, the codes that count, the problems it knows already, the files that changed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from tei_edition import check, workers, xml
from tei_edition.check import Schemas, ready
from tei_edition.check import _baseline as baselines
from tei_edition.check import _settings as settings
from tei_edition.check._cache import Cache
from tei_edition.check._changed import changed
from tei_edition.check._codes import unknown
from tei_edition.check._editions import Editions
from tei_edition.check._glance import Glance
from tei_edition.check._parts import reached, wholes
from tei_edition.check._unused import unused
from tei_edition.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tei_edition.check._selection import Selection
    from tei_edition.model import Finding

STDIN = "-"


@dataclass(frozen=True)
class Wanted:
    """
    How to check: with each *schema* asked for, see `check.Schemas`, as for *catalog*, *source* and *ready*.

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
    ready: tuple[str, ...] = ()

    @property
    def schemas(self) -> Schemas:
        """Which schemas to check with."""
        return Schemas(self.schema, self.catalog, self.source, self.ready)


DEFAULT = Wanted()


@dataclass(frozen=True)
class Checked:
    """What was *found* in the files *checked*, and how many problems the baseline knows that are no more (*mended*)."""

    found: tuple[Finding, ...]
    checked: tuple[str, ...]
    mended: int = 0


@dataclass(frozen=True)
class Project:
    """What the working folder's project says: its *settings* and those of its *editions*, and the *selection* of what counts."""

    settings: settings.Settings
    editions: Editions
    selection: Selection

    @classmethod
    def load(cls, wanted: Wanted) -> Project:
        """
        Return what is said in the working folder, with what is *wanted* on top of it.

        Raises `UsageError` for a code that is none, `SettingsError` for settings at fault.
        """
        faults = unknown((*wanted.select, *wanted.ignore)) or ready.unknown(wanted.ready)
        if faults:
            raise UsageError(faults)
        said, editions = settings.load(Path.cwd()), Editions()
        own = said.selection
        counts = replace(own, select=wanted.select or own.select, ignore=(*own.ignore, *wanted.ignore), local=editions.ignored)
        return cls(said, editions, counts)

    def schemas(self, path: Path, wanted: Wanted) -> Schemas:
        """Return which schemas to check the file *path* with."""
        return replace(self.editions.schemas(path, wanted.schemas, self.settings), select=self.selection.select)


class Progress(Protocol):
    """Hears of each file that is done."""

    def __call__(self, done: int, total: int, name: str, /) -> None:
        """Take the number of files done, the number of all that are looked at, and the name of the last one."""
        ...


def checked(paths: Iterable[Path], wanted: Wanted = DEFAULT, stdin: bytes = b"", progress: Progress | None = None) -> Checked:
    """
    Check *paths*, files and folders; the path ``-`` is what *stdin* holds. The settings are those of the working folder.

    *progress* hears of each file that is done.

    Raises `UsageError` for a path, a schema, a baseline or a revision that is not there, `SettingsError` for settings at fault.
    """
    project = Project.load(wanted)
    names, found = _found(tuple(paths), wanted, project, stdin, progress)
    counted = project.selection.of(found)
    if wanted.written:
        baselines.write(wanted.written, counted)
        return Checked((), names)
    known = wanted.baseline or project.settings.baseline
    fresh, mended = baselines.new(known, counted) if known else (counted, 0)
    return Checked(tuple(fresh), names, mended)


def files(paths: Iterable[Path], wanted: Wanted) -> tuple[Path, ...]:
    """
    Return the files to check of those that *paths* name: a file that another includes is checked with that, not alone.

    Where only those that have changed are *wanted*, a file has changed too when one has that it includes.
    """
    return tuple(one.path for one in _glances(paths, wanted))


def _glances(paths: Iterable[Path], wanted: Wanted) -> list[Glance]:
    """Return what the files to check show at a glance."""
    found = {path: Glance.at(path) for path in check.files(paths)}
    included = {path.resolve(): one.parts for path, one in found.items() if one.parts}
    fresh = None if wanted.since is None else changed(wanted.since)
    kept = wholes(found, included)
    return [found[path] for path in kept if fresh is None or not fresh.isdisjoint(_with_parts(path.resolve(), included))]


def _with_parts(path: Path, included: Mapping[Path, frozenset[Path]]) -> set[Path]:
    return {path, *reached([path], included)}


Task = tuple[Path, Schemas]
"""A file, and the schemas to check it with."""


def _found(
    paths: Sequence[Path], wanted: Wanted, project: Project, stdin: bytes, progress: Progress | None
) -> tuple[tuple[str, ...], list[Finding]]:
    """Return the names of the files and what was found in them, in the order of *paths*, each mistake once."""
    on_disk = tuple(path for path in paths if str(path) != STDIN)
    glances = _glances(on_disk, wanted) if on_disk else []
    names = tuple(str(one.path) for one in glances)
    cache = Cache.open()
    found = _of_files({one: project.schemas(one.path, wanted) for one in glances}, wanted.jobs, cache, progress)
    cache.write()
    if not wanted.since and any(one.pointing for one in glances):
        found += unused([one.path for one in glances])
    if len(on_disk) == len(paths):
        return names, found
    piped = check.check_bytes(stdin, schemas=project.schemas(Path(STDIN), wanted))
    return (check.STDIN, *names), [*piped, *found]


def _of_files(files: Mapping[Glance, Schemas], jobs: int, cache: Cache, progress: Progress | None) -> list[Finding]:
    """Return what is wrong with *files*, in their order: what is known of one that has not changed, else what is found now."""
    known = {file: cache.find(file, schemas) for file, schemas in files.items()}
    unknown = [file for file in files if known[file] is None]
    tasks: list[Task] = [(file.path, files[file]) for file in unknown]
    with workers.pool(workers.number(jobs, len(unknown))) as run:
        for done, (file, result) in enumerate(zip(unknown, run(_of_file, tasks), strict=True), 1):
            if isinstance(result, Exception):
                raise result
            known[file] = result
            cache.keep(file, files[file], result)
            if progress:
                progress(done, len(unknown), str(file.path))
    return list(dict.fromkeys(finding for file in files for finding in known[file] or ()))


def _of_file(task: Task) -> tuple[Finding, ...]:
    path, schemas = task
    return check.check_bytes(xml.read(path), str(path), schemas, path)
