"""What a platform cannot do without: a value of the edition, or an error that says where to write it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tei_edition import exports, toml
from tei_edition.edition import FILE, Edition
from tei_edition.edition_fields import EDITION_FIELDS
from tei_edition.errors import SettingsError
from tei_edition.fields import PAIRS
from tei_edition.model import Finding

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tei_edition.fields import Field

EXPORT = "export"


def needed(edition: Edition, key: str, platform: str, why: str) -> Any:
    """
    Return the value of *edition* that ``edition.toml`` has under *key*, a text or a tuple of texts.

    *key* is written as there, with points: ``publisher``, ``identifiers.DOI``, ``export.dts.base``. Raises `SettingsError` where there
    is none, which says *why* the *platform* asks for it, a sentence without its point, and what to write.

    >>> needed(Edition(publisher="Harbour Archive"), "publisher", "datacite", "DataCite asks who publishes")
    'Harbour Archive'
    """
    value = stated(edition, key)
    if value:
        return value
    path = str(edition.folder / FILE) if edition.folder else FILE
    advice = f"Write {_example(key)}."
    if not edition.folder:
        advice = f"Name the edition's folder with --edition; its {FILE} may say {_example(key)}."
    raise SettingsError.at(Finding(path, toml.CODE, f'the export {platform} needs "{key}": {why}.', advice))


def stated(edition: Edition, key: str) -> Any:
    """
    Return the same, empty where the edition does not state it. Types of identifiers are the same with capitals and without.

    >>> stated(Edition(identifiers={"doi": "10.1234/abcd"}), "identifiers.DOI"), stated(Edition(), "export.dts.base")
    ('10.1234/abcd', '')
    """
    first, *rest = key.split(".")
    if first == EXPORT:
        return edition.export_settings.get(rest[0], {}).get(rest[1], "")
    value = getattr(edition, first.replace("-", "_"))
    if not rest:
        return value
    if first == "licence":
        return getattr(value, rest[0], "")
    return next((found for name, found in value.items() if name.casefold() == rest[0].casefold()), "")


def _example(key: str) -> str:
    """
    Return what to write for *key*, as an example.

    >>> _example("publisher"), _example("identifiers.DOI")
    ('publisher = "National Security Archive"', 'under [identifiers]: DOI = "10.1234/abcd"')
    """
    table = next((field for field in EDITION_FIELDS if field.key == key and field.fields), None)
    *tables, last = f"{key}.{table.fields[0].key}".split(".") if table else key.split(".")
    fields: Iterable[Field] = exports.settings(tables[1]) if tables and tables[0] == EXPORT else EDITION_FIELDS
    if tables and tables[0] != EXPORT:
        table = next(field for field in EDITION_FIELDS if field.key == tables[0])
        fields = table.fields if table.kind is not PAIRS else ()
    example = next((field.example for field in fields if field.key == last), '"10.1234/abcd"' if last == "DOI" else '"..."')
    return f"under [{'.'.join(tables)}]: {last} = {example}" if tables else f"{last} = {example}"
