"""Whom a person may have meant who wrote an id that nobody has: the entries of the lists whose ids or names are likest to it."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from tei_edition.rules.spelling import latin

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tei_edition.authorities.records import Authorities

SHOWN = 3
"""How many are named."""

LIKE = 0.6
"""How much of two words must be the same letters, in the same order."""


def near(wanted: str, lists: Authorities, new: Iterable[str] = ()) -> tuple[str, ...]:
    """Return those of *lists*, by id and name, and of the *new* ids, that are likest to *wanted*, in whatever script, the likest first."""
    known: dict[str, list[str]] = {latin(id_): [id_] for id_ in new}
    for entry in lists.entries:
        for words in (entry.id, *(word for name in entry.names for word in (name.text, name.surname) if word)):
            known.setdefault(latin(words), []).append(f"{entry.id} ({entry.name})")
    close = get_close_matches(latin(wanted), sorted(known), SHOWN, LIKE)
    return tuple(dict.fromkeys(one for words in close for one in known[words]))[:SHOWN]


def advice(wanted: str, lists: Authorities, otherwise: str, new: Iterable[str] = ()) -> str:
    """Return what to do about the id *wanted*, which nobody has: the nearest, and what to do *otherwise*."""
    found = near(wanted, lists, new)
    nearest = f"The nearest {'is' if len(found) == 1 else 'are'} {', '.join(found)}. " if found else ""
    return f"{nearest}{otherwise}"
