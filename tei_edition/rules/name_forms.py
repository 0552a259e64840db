"""
The forms in which a listed name may be printed: as it is listed, and those that its parts make.

Of forename, father's name and surname there are the usual orders, initials (``M. S. Gorbachev``, ``Gorbachev M.S.``), forename with
father's name, and the surname alone. Nothing is spelt in another way than it is listed.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.authorities import Entry, Name

TOKEN = re.compile(r"(?:[^\W_]|[\u0300-\u036f])+")
"""A word of a name; what combines with a letter belongs to it, apostrophes and hyphens part words."""

LISTED = "is listed as a name of"
WHOLE = "is forename and surname of"
INITIALS = "has the initials and the surname of"
FATHER = "is forename and father's name of"
SURNAME = "is the surname of"


@dataclass(frozen=True, slots=True)
class Form:
    """
    A form of a name of *entry*: its *words* as they are folded, *how* it comes about.

    *shape* tells of each word how it must be written: ``A`` in capitals, ``C`` with a capital, ``a`` in any way.
    """

    entry: Entry
    words: tuple[str, ...]
    how: str
    shape: str

    @property
    def alone(self) -> bool:
        """Whether it is a surname by itself, or any other single word, which may be another's."""
        return self.how == SURNAME or len(self.words) == 1


def fold(word: str) -> str:
    """
    Return *word* as it is compared: without case, composed, the Russian ё as е.

    >>> fold("Фёдоров")
    'федоров'
    """
    folded = word.casefold()
    return folded if folded.isascii() else unicodedata.normalize("NFC", folded).replace("ё", "е")


def words(name: str) -> tuple[str, ...]:
    """
    Return the words of *name*, folded.

    >>> words("M.S. O’Neill-Gore")
    ('m', 's', 'o', 'neill', 'gore')
    """
    return tuple(map(fold, TOKEN.findall(name)))


def shape(name: str) -> str:
    """
    Return how the words of *name* must be written.

    >>> shape("Charles de Gaulle of NATO")
    'CaCaA'
    """
    return "".join("A" if len(word) > 1 and word.isupper() else "C" if word[0].isupper() else "a" for word in TOKEN.findall(name))


def listed(entry: Entry) -> Iterator[Form]:
    """Return the forms of *entry* just as they are listed."""
    for name in entry.names:
        if words(name.text):
            yield Form(entry, words(name.text), LISTED, shape(name.text))


def of_person(entry: Entry) -> Iterator[Form]:
    """Return all forms of the names of a person, the listed ones first."""
    yield from listed(entry)
    for name in entry.names:
        for how, parts in _made(*_parts(name)):
            text = " ".join(part for part in parts if part)
            if text:
                yield Form(entry, words(text), how, shape(text))


def _parts(name: Name) -> tuple[str, str, str, str]:
    """Return forename, father's name, surname, and the surname without what joins it; "Lee, Ann" has no other parts than its comma."""
    if name.surname or name.forename:
        return name.forename, name.patronymic, name.surname, name.part("surname")
    last, comma, first = name.text.partition(",")
    whole = not any(part.element for part in name.parts)
    return (first.strip(), "", last.strip(), "") if comma and whole and "," not in first else ("", "", "", "")


def _made(forename: str, father: str, surname: str, core: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Return the forms that the parts of a name make, each with how it comes about."""
    given = TOKEN.findall(forename)
    if forename and father:
        yield FATHER, (forename, father)
    if not surname:
        return
    yield SURNAME, (surname,)
    if core != surname:
        yield SURNAME, (core,)
    if not given:
        return
    for one in dict.fromkeys((forename, given[0])):
        for whole in ((one, father), (one,)):
            yield WHOLE, (*whole, surname)
            yield WHOLE, (surname, *whole)
    second = (given[1:] or TOKEN.findall(father)) and (given[1:] or TOKEN.findall(father))[0]
    letters = [(given[0][0],), (given[0][0], second[0]), (given[0], second[0])] if second else [(given[0][0],)]
    if len(given) > 1:
        letters.append(tuple(word[0] for word in given))
    for some in dict.fromkeys(letters):
        yield INITIALS, (*some, surname)
        yield INITIALS, (surname, *some)
