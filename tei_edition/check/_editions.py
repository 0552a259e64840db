"""What editions say of the TEI files in their folders: the table ``[check]`` of the nearest ``edition.toml``."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from tei_edition.check import _settings as settings
from tei_edition.check._document import Schemas

if TYPE_CHECKING:
    from tei_edition.check._settings import Settings


class Editions:
    """The settings of the editions that files stand in, each read once."""

    def __init__(self) -> None:
        self._homes: dict[Path, Path | None] = {}
        self._known: dict[Path, Settings] = {}

    def ignored(self, path: str) -> tuple[str, ...]:
        """Return the codes that do not count in the file *path*."""
        home = self._home(_full(Path(path)).parent)
        return tuple(self._of(home).selection.ignored_in(_within(home, Path(path)))) if home else ()

    def schemas(self, path: Path, asked: Schemas, project: Settings) -> Schemas:
        """Return which schemas to check the file *path* with: those *asked* for, else its edition's, else the *project*'s."""
        home = self._home(_full(path).parent)
        beyond = project.schemas_of(path, Schemas())
        found = self._of(home).schemas_of(Path(_within(home, path)), Schemas()) if home else Schemas()
        catalog, source = asked.catalog or found.catalog or beyond.catalog, asked.source or found.source or beyond.source
        return replace(asked, asked=asked.asked or found.asked or beyond.asked, catalog=catalog, source=source)

    def _of(self, home: Path) -> Settings:
        if home not in self._known:
            self._known[home] = settings.of_edition(home)
        return self._known[home]

    def _home(self, folder: Path) -> Path | None:
        """Return the nearest folder at or above *folder* that is an edition's."""
        if folder not in self._homes:
            here = (folder / settings.EDITION).is_file()
            self._homes[folder] = folder if here else self._home(folder.parent) if folder.parent != folder else None
        return self._homes[folder]


def _within(home: Path, path: Path) -> str:
    return _full(path).relative_to(home).as_posix()


def _full(path: Path) -> Path:
    """Return the full path of *path*, links not followed: a file belongs to the folder in which one sees it."""
    return Path(os.path.abspath(path))  # noqa: PTH100 - pathlib knows only `resolve`, which asks the disk of each folder
