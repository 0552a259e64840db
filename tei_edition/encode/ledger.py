"""
The ledger of ids: ``source/<document>.ids.toml`` keeps what each block was called, so that an edit elsewhere changes no id.

Blocks are told apart by their kind and a digest of their content, in the order of the document; *next* holds the next number never
used, for each prefix.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tei_edition.errors import SettingsError
from tei_edition.model import Finding

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

HEAD = "# The ids of this document, kept so that they stay as they are when the transcript changes. Made by tei-edition build.\n"
LINE = re.compile(r"(?P<kind>[a-z]) (?P<digest>[0-9a-f]{16}) (?P<id>[\w.-]+)")


@dataclass(frozen=True, slots=True)
class Entry:
    """A block: its id, its kind (``p``, ``t``, ``s``, ``h``, ``n``, ...) and the digest of its content."""

    id: str
    kind: str
    digest: str


@dataclass(frozen=True, slots=True)
class Ledger:
    """The ids of one document, in order, and the next number for each prefix."""

    next: Mapping[str, int] = field(default_factory=dict)
    entries: tuple[Entry, ...] = ()


def read(path: Path) -> Ledger:
    """Return the ledger at *path*, an empty one where there is none; raises `SettingsError` for one that cannot be read."""
    if not path.exists():
        return Ledger()
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
        entries = tuple(_entry(line) for line in values["blocks"])
        following = {str(name): int(number) for name, number in values["next"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise SettingsError.at(
            Finding(str(path), "ledger", f"is no ledger of ids ({error}).",
                    "Restore it from version control; without it the ids are counted anew."),
        ) from error
    return Ledger(following, entries)


def _entry(line: str) -> Entry:
    """Return the entry of one line."""
    match = LINE.fullmatch(line)
    if match is None:
        raise ValueError(f"{line!r} is no block")
    return Entry(match["id"], match["kind"], match["digest"])


def content(ledger: Ledger) -> str:
    """Return what the file of *ledger* holds."""
    following = "".join(f'"{name}" = {number}\n' for name, number in sorted(ledger.next.items()))
    blocks = "".join(f'  "{entry.kind} {entry.digest} {entry.id}",\n' for entry in ledger.entries)
    return f"{HEAD}\nblocks = [\n{blocks}]\n\n[next]\n{following}"
