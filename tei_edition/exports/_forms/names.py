"""Names for files that are made of names in a text, safe on every disk and in every archive."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

LONGEST = 50
"""How many characters a name has at most, so that its bytes fit what disks allow (255)."""

RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)
"""The names that Windows keeps to itself."""

UNSAFE = re.compile(r'[\x00-\x1f\x7f%"*/:<>?\\|]')
"""What no name of a file should have: what Windows or a shell reads as something else, and what manifests encode."""


class Names:
    """The names given so far: each thing has one, and no two the same, on disks where capitals or accents are no difference either."""

    def __init__(self) -> None:
        self._given: dict[str, str] = {}
        self._taken: set[str] = set()

    def of(self, thing: str) -> str:
        """
        Return the name of *thing*, always the same.

        >>> names = Names()
        >>> [names.of(thing) for thing in ("J. Holm", "j. holm", "../a/b", "con", "...", "J. Holm")]
        ['J_Holm', 'j_holm-2', 'a_b', 'con_', 'unnamed', 'J_Holm']
        """
        if thing not in self._given:
            self._given[thing] = self._new(safe(thing))
        return self._given[thing]

    def fresh(self, thing: str) -> str:
        """
        Return a name for *thing* that nothing has yet, the same thing included.

        >>> names = Names()
        >>> names.fresh("notes"), names.fresh("notes")
        ('notes', 'notes-2')
        """
        return self._new(safe(thing))

    def of_file(self, path: Path) -> str:
        """Return a name for the document in the file at *path*: the stem of its name, where that is free."""
        return self._new(path.stem)

    def of_document(self, name: str) -> str:
        """Return a name for the files of the document *name*, as every system can have it: its own, where it can be and is free."""
        return self._new(portable(name))

    def _new(self, name: str) -> str:
        """Return *name*, with a number where it is taken."""
        number, free = 1, name
        while _folded(free) in self._taken:
            number += 1
            free = f"{name}-{number}"
        self._taken.add(_folded(free))
        return free


def _folded(name: str) -> str:
    """Return what two names share that are one on some disk: capitals and small letters, accents of their own and composed ones."""
    return unicodedata.normalize("NFC", name.casefold())


def safe(thing: str) -> str:
    """
    Return *thing* with nothing but letters, digits, hyphens and low lines.

    >>> safe("Отчёт: 1/2")
    'Отчёт_1_2'
    """
    name = re.sub(r"[^\w\-]+", "_", thing).strip("_")[:LONGEST] or "unnamed"
    return f"{name}_" if RESERVED.fullmatch(name) else name


def portable(name: str) -> str:
    """
    Return *name* as a file can have it on every system; most stay as they are.

    >>> portable("1986-11-13"), portable("Отчёт, 2"), portable("../100%"), portable("CON"), portable("")
    ('1986-11-13', 'Отчёт, 2', '.._100_', 'CON_', 'unnamed')
    """
    safe = UNSAFE.sub("_", name).rstrip(" .") or "unnamed"
    return f"{safe}_" if RESERVED.fullmatch(safe.partition(".")[0]) else safe
