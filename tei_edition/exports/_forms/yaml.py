"""YAML of the plainest kind: keys without quotes, every text in double quotes, so that no text is taken for anything else."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

SPECIAL = re.compile("[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
"""The characters that YAML 1.2 does not print (section 5.1), and those that end a line for some readers of it."""


def dump(table: Mapping[str, object], indent: str = "") -> str:
    """
    Return *table* as a block of YAML; a value may be a text, a number, a truth value, a list, or a table again.

    >>> print(dump({"title": "Notes: 1", "authors": [{"name": "A"}], "keywords": ["x", "no"]}), end="")
    title: "Notes: 1"
    authors:
      - name: "A"
    keywords:
      - "x"
      - "no"
    """
    return "".join(_entry(key, value, indent) for key, value in table.items())


def _entry(key: str, value: object, indent: str) -> str:
    """Return one key with its value."""
    if isinstance(value, dict):
        return f"{indent}{key}:\n{dump(value, indent + '  ')}"
    if isinstance(value, (list, tuple)):
        return f"{indent}{key}:\n{_items(value, indent + '  ')}"
    return f"{indent}{key}: {scalar(value)}\n"


def _items(items: Iterable[object], indent: str) -> str:
    """Return the *items* of a list."""
    shown = ""
    for item in items:
        block = dump(item, indent + "  ") if isinstance(item, dict) else f"{indent}  {scalar(item)}\n"
        shown += f"{indent}- {block[len(indent) + 2 :]}"
    return shown


def scalar(value: object) -> str:
    """Return a text, a number or a truth value."""
    return SPECIAL.sub(_escaped, json.dumps(value, ensure_ascii=False))


def _escaped(match: re.Match[str]) -> str:
    """Return a character as an escape."""
    number = ord(match[0])
    return f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"  # noqa: PLR2004 - where the basic plane ends
