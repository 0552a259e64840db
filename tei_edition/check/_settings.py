"""What a project says of its checks: the table ``[tool.tei-edition.check]`` of the nearest ``pyproject.toml``."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from tei_edition import toml
from tei_edition.check._codes import advice as code_advice
from tei_edition.check._document import Schemas
from tei_edition.check._selection import Selection, fits
from tei_edition.edition_fields import CHECK_FIELDS
from tei_edition.errors import SettingsError
from tei_edition.fields import LIST, TEXT, Field
from tei_edition.strict import Reader

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from tei_edition.toml import Route

FILE = "pyproject.toml"
ROUTE = ("tool", "tei-edition", "check")
FIELDS = (
    Field("select", LIST, "the codes or families that count; all, if it is left out", '["date", "pointer"]'),
    Field("baseline", TEXT, "the file of the problems that are known", '"tei-baseline.json"'),
    *CHECK_FIELDS,
)
EDITION = "edition.toml"
EDITION_ROUTE = ("check",)


@dataclass(frozen=True)
class Settings:
    """
    The *selection* of codes, the *baseline* file, if there is one, and the *schemas* to check with.

    *special* are schemas for the files that a pattern names; the first pattern that fits counts.
    """

    selection: Selection = field(default_factory=Selection)
    baseline: Path | None = None
    schemas: Schemas = field(default_factory=Schemas)
    special: tuple[tuple[str, tuple[Path, ...]], ...] = ()

    def schemas_of(self, path: Path, asked: Schemas) -> Schemas:
        """Return which schemas to check the file *path* with: what was *asked* for on top of what is said here."""
        special = next((schemas for pattern, schemas in self.special if fits(pattern, str(path))), self.schemas.asked)
        catalog, source = asked.catalog or self.schemas.catalog, asked.source or self.schemas.source
        return replace(asked, asked=asked.asked or special, catalog=catalog, source=source)


def load(folder: Path) -> Settings:
    """
    Return the settings that hold in *folder*: those of the nearest ``pyproject.toml`` at it or above it.

    Raises `SettingsError` for a key or a value that is not understood, at its line.
    """
    path = next((one / FILE for one in (folder, *folder.parents) if (one / FILE).is_file()), None)
    if path is None:
        return Settings()
    return _read(path, ROUTE, FIELDS)


def of_edition(folder: Path) -> Settings:
    """
    Return what the edition in *folder* says of its TEI files, under ``[check]`` of its ``edition.toml``.

    Raises `SettingsError` for a key or a value that is not understood, at its line.
    """
    return _read(folder / EDITION, EDITION_ROUTE, CHECK_FIELDS)


def _read(path: Path, route: tuple[str, ...], fields: Sequence[Field]) -> Settings:
    """Return the settings in the table at *route* of the file at *path*; none where there is no such table."""
    settings = toml.read(path)
    table: Any = settings.data
    for key in route:
        table = table.get(key, {}) if isinstance(table, dict) else {}
    if not table:
        return Settings()
    reader = Reader(settings)
    values = reader.table(table, fields, route) if isinstance(table, dict) else reader.fault(route, f'"{route[-1]}" must be a table.')
    _check_codes(reader, values or {}, route)
    if reader.findings:
        raise SettingsError.at(*reader.findings)
    return _settings(values, path.parent)


def _settings(values: dict[str, Any], folder: Path) -> Settings:
    tables = (values.get("files") or {}).items()
    files = tuple((pattern, tuple(inner.get("ignore") or ())) for pattern, inner in tables)
    selection = Selection(tuple(values.get("select") or ()), tuple(values.get("ignore") or ()), files)
    special = tuple((pattern, _paths(folder, inner.get("schema"))) for pattern, inner in tables if inner.get("schema"))
    baseline, catalog, source = ((folder / values[key] if values.get(key) else None) for key in ("baseline", "catalog", "source"))
    return Settings(selection, baseline, Schemas(_paths(folder, values.get("schema")), catalog, source), special)


def _check_codes(reader: Reader, values: Mapping[str, Any], route: Route) -> None:
    """Refuse codes that are none: in the table at *route*, and in those of some files in it."""
    for key in ("select", "ignore"):
        for number, code in enumerate(values.get(key) or ()):
            meant = code_advice(code) if code else None
            if meant:
                reader.fault((*route, key, number), f'there is no code "{code}".', meant, value=True)
    for pattern, inner in (values.get("files") or {}).items():
        _check_codes(reader, inner, (*route, "files", pattern))


def _paths(folder: Path, names: Sequence[str] | None) -> tuple[Path, ...]:
    return tuple(folder / name for name in names or ())
