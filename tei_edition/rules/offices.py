"""Offices and their times: who held one on a day, who lived then, whose list comes first."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from tei_edition.rules import name_forms

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tei_edition.authorities import Authorities, Entry, Office


def among(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Return each of *entries* once; where some stand in the edition's own list, those alone."""
    found = tuple({entry.id: entry for entry in entries}.values())
    return tuple(entry for entry in found if entry.own) or found


def living(entries: Iterable[Entry], day: str) -> tuple[Entry, ...]:
    """Return those of *entries* who may have lived on *day*: not born after it, not dead before it, as far as is known."""
    return tuple(entry for entry in entries if not (_after(entry.when("birth"), day) or _after(day, entry.when("death"))))


def _after(one: str, two: str) -> bool:
    """Tell whether the date *one* is certainly later than *two*; a date that is not known is neither."""
    length = min(len(one), len(two))
    return bool(length) and one[:length] > two[:length]


def holders(entries: Iterable[Entry], words: Sequence[str], day: str | None = None) -> list[tuple[Entry, Office]]:
    """
    Return who of *entries* held an office that begins with *words* (folded), with that office: on *day*, or at any time without one.

    ``secretary`` begins Secretary of State, and not General Secretary.
    """
    wanted = tuple(words)
    found = []
    for entry in entries:
        office = next((one for one in entry.offices if _begins(one, wanted) and (day is None or _held(one, day))), None)
        if office:
            found.append((entry, office))
    return found


@lru_cache(maxsize=4)
def _by_first_word(authorities: Authorities) -> Mapping[str, tuple[Entry, ...]]:
    """Return the persons by the first words of their dated offices."""
    found: dict[str, dict[str, Entry]] = {}
    for entry in authorities.of("person"):
        for office in entry.offices:
            if office.dated and _words(office.text):
                found.setdefault(_words(office.text)[0], {})[entry.id] = entry
    return {word: tuple(entries.values()) for word, entries in found.items()}


def held_by(authorities: Authorities, word: str) -> tuple[Entry, ...]:
    """Return the persons who held a dated office that begins with *word* (folded)."""
    return _by_first_word(authorities).get(word, ())


@lru_cache(maxsize=4096)
def held_on(authorities: Authorities, words: tuple[str, ...], day: str) -> tuple[Entry, ...]:
    """Return the persons who held a dated office that begins with *words* (folded) on *day*; at any time, where it is empty."""
    return tuple(entry for entry, _ in holders(held_by(authorities, words[0]), words, day or None))


def is_woman(entry: Entry) -> bool:
    """Tell whether the authority file states that *entry* is a woman (`sex`, by ISO 5218 or a letter)."""
    return entry.sex.upper() in {"2", "F", "FEMALE"}


def bears(entry: Entry, word: str) -> bool:
    """Tell whether *word* (folded) stands in the name of an office of *entry*."""
    return any(word in _words(office.text) for office in entry.offices)


@lru_cache(maxsize=10_000)
def _words(text: str) -> tuple[str, ...]:
    """Return the words of an office, folded."""
    return name_forms.words(text)


def _begins(office: Office, words: tuple[str, ...]) -> bool:
    """Tell whether a dated *office* begins with *words*."""
    return bool(words) and office.dated and _words(office.text)[: len(words)] == words


def _held(office: Office, day: str) -> bool:
    """Tell whether *office* may have been held on *day*: neither certainly later nor certainly over."""
    begun, ended = office.first or office.earliest, office.last or office.latest
    return not _after(begun, day) and not _after(day, ended)
