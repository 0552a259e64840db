"""
Settings in TOML, read with the place of every key and value.

`tomllib` reads; it keeps no positions, so a second, small pass over text that is already known to be valid finds them.
A *route* names a thing in the file: keys of tables and numbers of items, as ``("documents", "a.txt", "date")``.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tei_edition.errors import SettingsError, UsageError
from tei_edition.model import Finding, Position

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

Route = tuple[str | int, ...]

CODE = "settings"
"""The code of every finding in a settings file."""

_PART = r"""(?:[A-Za-z0-9_-]+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*')"""
_KEY = re.compile(rf"{_PART}(?:[ \t]*\.[ \t]*{_PART})*")
_PARTS = re.compile(_PART)
_BLANK = re.compile(r"(?:[ \t\r\n]+|#[^\n]*)*")
_STRING = re.compile(
    r'"""(?:\\[\s\S]|(?!""")[\s\S])*""""{0,2}'
    r"|'''(?:(?!''')[\s\S])*''''{0,2}"
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|'[^'\n]*'"
)
_SCALAR = re.compile(r"[^,\]}\r\n#]+")
_TWICE = ("Cannot overwrite", "Cannot declare", "Cannot mutate", "Duplicate")
_ERROR_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")


@dataclass(frozen=True)
class Settings:
    """A TOML file as read: *data*, the *text*, and *places*: where each thing's key (or item) and value begin."""

    path: str
    text: str
    data: Mapping[str, Any]
    places: Mapping[Route, tuple[int, int]]

    def finding(self, route: Route, message: str, advice: str = "", *, value: bool = False) -> Finding:
        """Return a finding at the key of the thing *route* names, or at its *value*."""
        place = self._place(route) if route else None
        return finding(self.path, self.text, place[1 if value else 0] if place else 0, message, advice)

    def _place(self, route: Route) -> tuple[int, int] | None:
        """Return where the thing *route* names is, else what is in it, else what it is in."""
        if route in self.places:
            return self.places[route]
        within = [place for other, place in self.places.items() if other[: len(route)] == route]
        if within or len(route) == 1:
            return min(within, default=None)
        return self._place(route[:-1])


def finding(path: str, text: str, offset: int, message: str, advice: str = "") -> Finding:
    """Return a finding in the settings file *path*, whose *text* is at fault at *offset*."""
    before = text[:offset]
    start = Position(before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1)
    excerpt = text.split("\n")[start.line - 1].rstrip("\r")
    return Finding(path, CODE, message, advice, start=start, excerpt=excerpt)


def read(path: Path) -> Settings:
    """
    Read the settings file *path*, which is UTF-8.

    Raises `SettingsError` with line and column where it is not TOML, and `UsageError` where it cannot be read.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UsageError(f"{path}: cannot be read ({error.strerror})") from error
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        good = data[: error.start].decode("utf-8-sig")
        message = f"the byte 0x{data[error.start]:02x} is not UTF-8."
        raise SettingsError.at(finding(str(path), good, len(good), message, "Save the file as UTF-8.")) from None
    return parse(text, str(path))


def parse(text: str, path: str) -> Settings:
    """Read *text* as TOML; *path* is the name that findings give it. Raises `SettingsError` with line and column."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SettingsError.at(_syntax(path, text, str(error))) from None
    except RecursionError:
        raise SettingsError.at(finding(path, text, 0, "the settings are nested too deeply to be read.")) from None
    return Settings(path, text, data, dict(_Scanner(text).scan()))


def _syntax(path: str, text: str, message: str) -> Finding:
    """Return the finding for *message* of `tomllib`, whose end gives the place."""
    place = _ERROR_PLACE.search(message)
    words = _ERROR_PLACE.sub("", message)
    offset = len(text.rstrip())
    if place and place[1]:
        offset = sum(len(line) + 1 for line in text.split("\n")[: int(place[1]) - 1]) + int(place[2]) - 1
    advice = "Text stands between double quotes, a list between [ and ], one setting a line: key = value."
    if words.startswith(_TWICE):
        advice = "Each key and each [table] stands once in a file: put both together, or take one out."
    return finding(path, text, offset, f"this is not TOML: {words[:1].lower()}{words[1:]}.", advice)


class _Scanner:
    """One pass over valid TOML, which gives the route and the places of each key, item and value."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.counts: dict[Route, int] = {}

    def scan(self) -> Iterator[tuple[Route, tuple[int, int]]]:
        """Yield each route with the offsets of its key and of its value."""
        table: Route = ()
        while self._blank() < len(self.text):
            if self.text[self.at] == "[":
                start = self.at
                table = self._header()
                yield table, (start, start)
            else:
                yield from self._pair(table)

    def _blank(self) -> int:
        """Go on to what is neither blank nor comment, and return where that is."""
        self.at = self._end(_BLANK)
        return self.at

    def _end(self, pattern: re.Pattern[str]) -> int:
        """Return where a match of *pattern* ends that begins here."""
        match = pattern.match(self.text, self.at)
        return match.end() if match else self.at

    def _key(self) -> Route:
        """Read a key, dotted or not."""
        start, self.at = self.at, self._end(_KEY)
        parts = _PARTS.findall(self.text[start : self.at])
        return tuple(next(iter(tomllib.loads(f"{part} = 0"))) for part in parts)

    def _header(self) -> Route:
        """Read ``[a.b]`` or ``[[a.b]]`` and return its route; a table of an array has its number last."""
        array = self.text.startswith("[[", self.at)
        self.at += 2 if array else 1
        self._blank()
        keys = self._key()
        self._blank()
        self.at += 2 if array else 1
        route = self._current(keys[:-1]) + keys[-1:]
        if not array:
            return self._current(keys)
        self.counts[route] = self.counts.get(route, -1) + 1
        return *route, self.counts[route]

    def _current(self, keys: Route) -> Route:
        """Return *keys* as a route in which each array of tables is followed by the number of its last table."""
        route: Route = ()
        for key in keys:
            route = (*route, key)
            if route in self.counts:
                route = (*route, self.counts[route])
        return route

    def _pair(self, table: Route) -> Iterator[tuple[Route, tuple[int, int]]]:
        """Read ``key = value`` in *table*; a dotted key gives each of its tables too."""
        start = self.at
        keys = self._key()
        self._blank()
        self.at += 1
        value = self._blank()
        for length in range(1, len(keys) + 1):
            yield table + keys[:length], (start, value)
        yield from self._value(table + keys)

    def _value(self, route: Route) -> Iterator[tuple[Route, tuple[int, int]]]:
        """Read the value of *route*, and yield what is inside it."""
        opening = self.text[self.at]
        if opening == "[":
            yield from self._items(route)
        elif opening == "{":
            yield from self._inline(route)
        else:
            self.at = self._end(_STRING if opening in "\"'" else _SCALAR)

    def _items(self, route: Route) -> Iterator[tuple[Route, tuple[int, int]]]:
        """Read an array."""
        self.at += 1
        number = 0
        while self.text[self._blank()] != "]":
            yield (*route, number), (self.at, self.at)
            yield from self._value((*route, number))
            number += 1
            if self.text[self._blank()] == ",":
                self.at += 1
        self.at += 1

    def _inline(self, route: Route) -> Iterator[tuple[Route, tuple[int, int]]]:
        """Read an inline table."""
        self.at += 1
        while self.text[self._blank()] != "}":
            yield from self._pair(route)
            if self.text[self._blank()] == ",":
                self.at += 1
        self.at += 1
