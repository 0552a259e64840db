"""Reading settings strictly: an unknown key, a wrong type or a missing key is a finding at its place."""

from __future__ import annotations

import difflib
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from tei_edition.fields import LIST, PAIRS, TABLE, TABLES, TEXT, WORD, Field, Kind, was

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tei_edition.model import Finding
    from tei_edition.toml import Route, Settings

NEAR = "Did you mean"
"""How a suggestion begins that names one word."""


class Reader:
    """Reads the tables of one settings file strictly; every fault becomes one of *findings*."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.findings: list[Finding] = []

    def fault(self, route: Route, message: str, advice: str = "", *, value: bool = False) -> Any:
        """Note a fault at the key of *route*, or at its *value*; return None, which stands for what is at fault."""
        self.findings.append(self.settings.finding(route, message, advice, value=value))

    def table(self, data: Mapping[str, Any], fields: Sequence[Field], route: Route = ()) -> dict[str, Any]:
        """Return the values of *data* by their Python names; unknown keys, wrong types and missing keys are faults."""
        known = {field.key: field for field in fields}
        for key in data:
            if key not in known:
                self.fault((*route, key), f'unknown key "{key}".', suggestion(key, known))
        for field in fields:
            if field.required and field.key not in data:
                advice = f"Add a line such as: {field.key} = {field.example}"
                self.fault(route, f'the key "{field.key}" ({field.says}) is missing.', advice)
        return {known[key].attribute: self._value(data[key], known[key], (*route, key)) for key in data if key in known}

    def _value(self, value: Any, field: Field, route: Route) -> Any:
        """Return the value of one field, or None with a fault."""
        value = value if not isinstance(value, str) or value.strip() else ""
        if field.kind is LIST:
            return self._list(value, route)
        if field.kind is PAIRS:
            return self._pairs(value, route)
        if field.kind in (TABLE, TABLES) and not isinstance(value, dict):
            return self.fault(route, f'"{route[-1]}" must be a table{was(value)}.', value=True)
        if field.kind is TABLE:
            return self.table(value, field.fields, route)
        if field.kind is TABLES:
            inner = replace(field, kind=TABLE)
            return {key: self._value(value[key], inner, (*route, key)) or {} for key in value}
        return self._needed(field, route) if field.required and value == "" else self.scalar(value, field.kind, route)

    def _needed(self, field: Field, route: Route) -> Any:
        """Refuse that a field is empty that must say something."""
        advice = f"Write such as: {field.key} = {field.example}"
        return self.fault(route, f'"{field.key}" is empty; there must be a {field.says}.', advice, value=True)

    def scalar(self, value: Any, kind: Kind, route: Route) -> Any:
        """Return a value that is no table and no list, or None with a fault."""
        try:
            return kind.read(value)
        except ValueError as error:
            key = next(part for part in reversed(route) if isinstance(part, str))
            return self.fault(route, f'"{key}" {error}.', value=True)

    def _list(self, value: Any, route: Route) -> Any:
        """Return a list of texts."""
        if not isinstance(value, list):
            shown = f'"{value}"' if isinstance(value, str) else '"..."'
            self.fault(route, f'"{route[-1]}" must be a list.', f"Write {route[-1]} = [{shown}]", value=True)
            return (value,) if isinstance(value, str) and value else None
        return tuple(self.scalar(item, TEXT, (*route, number)) for number, item in enumerate(value))

    def _pairs(self, value: Any, route: Route) -> Any:
        """Return a table of texts under names."""
        if not isinstance(value, dict):
            return self.fault(route, f'"{route[-1]}" must be a table{was(value)}.', value=True)
        for key in value:
            if not WORD.fullmatch(key):
                self.fault((*route, key), f'"{key}" cannot be a name here.', "Use letters, digits, points and hyphens.")
        return {key: self.scalar(item, TEXT, (*route, key)) for key, item in value.items()}


def suggestion(key: str, known: Iterable[str]) -> str:
    """
    Say which of the *known* words *key* may have been meant to be.

    >>> suggestion("publsher", ["title", "publisher"])
    'Did you mean "publisher"?'
    >>> suggestion("x", ["title", "place"])
    'Known here are title, place.'
    >>> suggestion("x", [])
    'None is known here.'
    """
    known = list(known)
    if not known:
        return "None is known here."
    folded = {word.casefold(): word for word in known}
    close = difflib.get_close_matches(key.casefold().replace("_", "-"), folded, n=1)
    return f'{NEAR} "{folded[close[0]]}"?' if close else f"Known here are {', '.join(known)}."
