"""What a project says of its checks: the table ``[tool.tei-edition.check]`` of the nearest ``pyproject.toml``."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tei_edition import toml
from tei_edition.check._selection import Selection
from tei_edition.errors import SettingsError
from tei_edition.fields import LIST, TABLES, TEXT, Field
from tei_edition.strict import Reader

if TYPE_CHECKING:
    from pathlib import Path

FILE = "pyproject.toml"
ROUTE = ("tool", "tei-edition", "check")
OF_FILES = (Field("ignore", LIST, "codes or families that do not count there", '["date"]'),)
FIELDS = (
    Field("select", LIST, "the codes or families that count; all, if it is left out", '["date", "pointer"]'),
    Field("ignore", LIST, "codes or families that do not count", '["header-terms"]'),
    Field("baseline", TEXT, "the file of the problems that are known", '"tei-baseline.json"'),
    Field("files", TABLES, "settings for some files, under a pattern of their paths", fields=OF_FILES),
)


@dataclass(frozen=True)
class Settings:
    """The *selection* of codes, and the *baseline* file, if there is one."""

    selection: Selection = field(default_factory=Selection)
    baseline: Path | None = None


def load(folder: Path) -> Settings:
    """
    Return the settings that hold in *folder*: those of the nearest ``pyproject.toml`` at it or above it.

    Raises `SettingsError` for a key or a value that is not understood, at its line.
    """
    path = next((one / FILE for one in (folder, *folder.parents) if (one / FILE).is_file()), None)
    if path is None:
        return Settings()
    settings = toml.read(path)
    table: Any = settings.data
    for key in ROUTE:
        table = table.get(key, {}) if isinstance(table, dict) else {}
    return _settings(settings, table, path.parent) if table else Settings()


def _settings(settings: toml.Settings, table: dict[str, Any], folder: Path) -> Settings:
    reader = Reader(settings)
    values = reader.table(table, FIELDS, ROUTE)
    if reader.findings:
        raise SettingsError.at(*reader.findings)
    files = tuple((pattern, tuple(inner.get("ignore") or ())) for pattern, inner in (values.get("files") or {}).items())
    selection = Selection(tuple(values.get("select") or ()), tuple(values.get("ignore") or ()), files)
    baseline = values.get("baseline")
    return Settings(selection, folder / baseline if baseline else None)
