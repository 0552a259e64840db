"""Which TEI files an export is of, and of which edition they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition import authorities
from tei_edition.belonging import exported
from tei_edition.building import cache
from tei_edition.creation import EDITIONS, build_command
from tei_edition.edition import FILE, Edition, load, names, transcripts
from tei_edition.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def files(paths: Iterable[Path], built: Path) -> tuple[Path, ...]:
    """
    Return the TEI files that *paths* name, each once.

    Of the folder of an edition they are those that `build` made of it into the folder *built*, of any other the ``*.xml`` in it, sorted;
    hidden files, authority files and what `build` exported are left out. Raises `UsageError` for a path that is not there or has none,
    and for an edition that has changed since it was built.
    """
    return tuple(dict.fromkeys(file for path in paths for file in _of(path, built)))


def edition_of(path: Path) -> Edition | None:
    """Return the edition whose folder *path* is, or that was built into the folder that *path* is or is in; None where there is none."""
    if (path / FILE).is_file():
        return load(path)
    folder = (path if path.is_dir() else path.parent).resolve()
    record = cache.read(folder / cache.INDEX)
    place = folder.parent.parent
    near = (place / EDITIONS / folder.name, place / folder.name) if record else ()
    found = (load(one) for one in near if (one / FILE).is_file())
    return next((edition for edition in found if record and edition.title == record.facts.title), None)


def _of(path: Path, built: Path) -> Iterable[Path]:
    """Return the TEI files that *path* names."""
    if path.is_file():
        return [path]
    if not path.is_dir():
        raise UsageError(f"{path}: there is no such file or folder")
    if (path / FILE).is_file() and transcripts(path):
        return _built(path, built / path.resolve().name)
    apart = exported(path)
    meant = (file for file in path.rglob("*") if file.suffix.lower() == ".xml" and file.is_file() and _is_document(file, path))
    found = sorted(file for file in meant if apart.isdisjoint(file.parents))
    if not found:
        raise UsageError(f"{path}: there is no TEI file; make them with: tei-edition build")
    return found


def _built(folder: Path, built: Path) -> list[Path]:
    """Return what `build` made of the edition in *folder* into the folder *built*, all of it, as the edition stands now."""
    given = names(transcripts(folder))
    found = [built / f"{name}.xml" for name in given]
    run = f"run first: {build_command(folder)} (or name the folder it was built into with --built DIR)"
    for path in found:
        if not path.is_file():
            raise UsageError(f"{path}: this document is not built yet; {run}")
    record = cache.read(built / cache.INDEX)
    if not record or record.key != cache.whole(load(folder), given.values()):
        raise UsageError(f"{folder}: this edition is not in {built} as it stands now; {run}")
    return found


def _is_document(file: Path, folder: Path) -> bool:
    """Tell whether the XML *file* in *folder* is meant: not hidden, and no authority file."""
    within = file.relative_to(folder).parts
    return not any(part.startswith(".") for part in within) and authorities.FOLDER not in within[:-1]
