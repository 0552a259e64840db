"""
Writing ``decisions.toml``: one decision added, replaced or taken out; all else in the file, its comments too, stays as it is.

The lines of one table are cut out of the text and given to `tomlkit`, which keeps the comments in them; no other line is touched.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Any

import tomlkit

from tei_edition import toml
from tei_edition.decisions.decision import FIELDS, NO_DATE, TABLE, Decision
from tei_edition.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Iterator

HEAD = "# What persons decided of brackets, labels, names and dates. See docs/decisions.md, or run: tei-edition decide --help\n"
_HEADER = re.compile(r"\[\[\s*decision\s*\]\]")
_TRAILING = re.compile(r"(?:[ \t]*(?:#[^\n]*)?(?:\r?\n|\Z))*\Z")


def added(text: str, decision: Decision) -> str:
    """
    Return *text*, the content of ``decisions.toml``, with *decision* at its end.

    >>> print(added("", Decision("a.txt", "[so]", "Ann", "It is.", as_="sic")).partition("--help")[2].strip())
    [[decision]]
    document = "a.txt"
    quote = "[so]"
    as = "sic"
    resp = "Ann"
    why = "It is."
    """
    table = tomlkit.dumps({TABLE: [_values(decision)]})
    before = text.rstrip() or HEAD.rstrip()
    return _ends(f"{before}\n\n{table.rstrip()}\n", text)


def replaced(text: str, number: int, decision: Decision, path: str = "decisions.toml") -> str:
    """Return *text* with *decision* for the table with *number* (from 0), whose own comments stay."""
    start, end = _region(text, number, path)
    document: Any = tomlkit.parse(text[start:end])
    table = document[TABLE][0]
    values = _values(decision)
    for key in [key for key in table if key not in values]:
        del table[key]
    for key, value in values.items():
        if key not in table or table[key] != value:
            table[key] = value
    return _ends(f"{text[:start]}{tomlkit.dumps(document).rstrip()}\n{text[end:]}", text)


def removed(text: str, number: int, path: str = "decisions.toml") -> str:
    """Return *text* without the table with *number* (from 0); the comments round it stay."""
    start, end = _region(text, number, path)
    before, after = text[:start], text[end:]
    blank = re.match(r"(?:[ \t]*\r?\n)*", after)
    return before + after[blank.end() if blank else 0 :] if after.strip() else before.rstrip() + ("\n" if before.strip() else "")


def _region(text: str, number: int, path: str) -> tuple[int, int]:
    """Return where the lines of one table begin and end, what stands below it apart."""
    settings = toml.parse(text, path)
    starts = sorted(start for route, (start, _) in settings.places.items() if len(route) == 2 and route[0] == TABLE)  # noqa: PLR2004
    start = starts[number]
    if not _HEADER.match(text, start):
        advice = f"Write each decision under a line [[{TABLE}]] of its own."
        raise SettingsError.at(settings.finding((TABLE, number), "this decision is no table of its own, and is not changed here.", advice))
    end = starts[number + 1] if number + 1 < len(starts) else len(text)
    trailing = _TRAILING.search(text, start, end)
    whole = text[start : trailing.start() if trailing else end]
    return start, start + len(whole.rstrip()) + _line_end(text, start + len(whole.rstrip()))


def _line_end(text: str, at: int) -> int:
    """Return the length of the rest of the line at *at*, its end included."""
    end = text.find("\n", at)
    return (end + 1 if end >= 0 else len(text)) - at


def _ends(made: str, text: str) -> str:
    """Return *made* with the line ends of *text*."""
    return re.sub(r"\r?\n", "\r\n", made) if "\r\n" in text else made


def _values(decision: Decision) -> dict[str, Any]:
    """Return what the table of *decision* holds, in the order of its keys."""
    return dict(_said(decision))


def _said(decision: Decision) -> Iterator[tuple[str, Any]]:
    """Yield the keys that *decision* has, and their values as TOML has them."""
    for field in FIELDS:
        value = decision.as_ if field.key == "as" else getattr(decision, field.attribute)
        if field.key == "attributes" and value:
            table = tomlkit.inline_table()
            table.update(dict(decision.attributes))
            yield field.key, table
        elif field.key in {"date", "when"} and value:
            yield field.key, False if value == NO_DATE else _day(value)
        elif value or (value is False and field.key != "every"):
            yield field.key, value


def _day(value: str) -> dt.date | str:
    """Return a day as TOML has it; a month, a year and what is no day are a text, which the reader of the file judges."""
    try:
        return dt.date.fromisoformat(value) if value.count("-") == 2 else value  # noqa: PLR2004 - year, month and day
    except ValueError:
        return value
