"""Whom a person may have meant who wrote an id that nobody has: the entries of the lists whose ids or names are likest to it."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from tei_edition.rules.spelling import latin

if TYPE_CHECKING:
    from tei_edition.authorities.records import Authorities, Entry

SHOWN = 3
"""How many are named."""

LIKE = 0.6
"""How much of two words must be the same letters, in the same order."""


def near(wanted: str, lists: Authorities) -> tuple[Entry, ...]:
    """Return those of *lists* whose id or name is likest to *wanted*, in whatever script, the likest first."""
    known: dict[str, list[Entry]] = {}
    for entry in lists.entries:
        for words in (entry.id, *(word for name in entry.names for word in (name.text, name.surname) if word)):
            known.setdefault(latin(words), []).append(entry)
    close = get_close_matches(latin(wanted), sorted(known), SHOWN, LIKE)
    return tuple(dict.fromkeys(entry for words in close for entry in known[words]))[:SHOWN]


def advice(wanted: str, lists: Authorities, otherwise: str) -> str:
    """Return what to do about the id *wanted*, which nobody has: the nearest, and what to do *otherwise*."""
    found = near(wanted, lists)
    nearest = f"The nearest {'is' if len(found) == 1 else 'are'} {', '.join(f'{one.id} ({one.name})' for one in found)}. " if found else ""
    return f"{nearest}{otherwise}"
