"""
Which labels may be one person's, and whom of the authority files a label may mean: scored, with reasons, and never applied.

A surname beside its title, initials that fit, a spelling that another transliteration explains speak for it; another forename speaks
against it, and so does a label that answers the other: nobody talks to himself.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tei_edition import languages
from tei_edition.rules import spelling
from tei_edition.rules.name_forms import TOKEN, fold
from tei_edition.rules.parts import SMALL, is_role

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tei_edition.authorities import Authorities, Entry

LEAST = 0.4
"""The score from which a suggestion is worth showing."""

SAME, INITIALS, TITLE, SPELT, LETTER = 0.95, 0.9, 0.85, 0.75, 0.5
"""How much each kind of likeness speaks for one person."""

ANSWERS = 0.35
"""How much it speaks against it that one label answers the other."""

OFTEN = 2
"""How often one must answer the other to count."""


@dataclass(frozen=True, slots=True)
class Label:
    """A label that nobody listed is found for: its person in the document, its turns, and how often which label stood next to it."""

    printed: str
    id: str
    turns: int = 0
    beside: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """That *label* may be the person of another label, or the entry *id* of the authority files (*other* names it); 0 < *score* < 1."""

    label: str
    other: str
    id: str
    score: float
    reasons: tuple[str, ...]
    listed: bool = False


@dataclass(frozen=True, slots=True)
class _Name:
    """A name taken apart: title words, given names or initials, and the last word."""

    titles: tuple[str, ...]
    given: tuple[str, ...]
    last: str


def suggest(labels: Sequence[Label], lists: Authorities) -> tuple[Suggestion, ...]:
    """Return what may be one person, the likeliest first: of labels among themselves, and of labels and listed persons."""
    found = [*_among(labels), *_with_listed(labels, lists)]
    return tuple(sorted(found, key=lambda one: (-one.score, one.label, one.other)))


def _among(labels: Sequence[Label]) -> Iterator[Suggestion]:
    """Return what may be one person of the labels among themselves."""
    groups: dict[str, list[Label]] = defaultdict(list)
    for label in labels:
        for key in _keys(_taken_apart(label.printed).last):
            groups[key].append(label)
    pairs = {(one.printed, two.printed): (one, two) for group in groups.values() for i, one in enumerate(group) for two in group[i + 1 :]}
    for one, two in pairs.values():
        if one.id != two.id:
            score, reasons = _likeness(_taken_apart(one.printed), _taken_apart(two.printed))
            score, reasons = _answered(one, two, score, reasons)
            if score >= LEAST:
                yield Suggestion(one.printed, two.printed, two.id, round(score, 2), reasons)


def _with_listed(labels: Sequence[Label], lists: Authorities) -> Iterator[Suggestion]:
    """Return whom of the lists each label may mean."""
    groups: dict[str, dict[str, Entry]] = defaultdict(dict)
    for entry in lists.of("person"):
        for name in entry.names:
            for key in _keys((name.surname or name.text).rpartition(" ")[2]):
                groups[key][entry.id] = entry
    for label in labels:
        apart = _taken_apart(label.printed)
        entries = {id_: entry for key in _keys(apart.last) for id_, entry in groups.get(key, {}).items()}
        for entry in entries.values():
            score, reasons = max(_of_entry(apart, entry), default=(0.0, ()))
            if score >= LEAST:
                yield Suggestion(label.printed, f"{entry.name} (#{entry.id})", entry.id, round(score, 2), reasons, listed=True)


def _of_entry(apart: _Name, entry: Entry) -> Iterator[tuple[float, tuple[str, ...]]]:
    """Return how like a name is to each name of *entry*."""
    for name in entry.names:
        given = tuple(map(fold, TOKEN.findall(f"{name.forename} {name.patronymic}")))
        last = fold((name.surname or name.text).rpartition(" ")[2])
        yield _likeness(apart, _Name((), given, last))


def _keys(last: str) -> tuple[str, ...]:
    """Return by what names that may be alike are brought together: their first letter, for a letter alone, and their sounds."""
    letter = f"letter {spelling.latin(last)[:1]}"
    return (letter,) if len(last) == 1 else (letter, f"sounds {spelling.sounds(last)}")


def _taken_apart(label: str) -> _Name:
    """
    Return *label* taken apart.

    >>> _taken_apart("Dr. H. A. Kissinger")
    _Name(titles=('dr',), given=('h', 'a'), last='kissinger')
    """
    words = [fold(word) for word in TOKEN.findall(label.partition(",")[0])]
    titles = tuple(word for word in words[:-1] if _is_title(word))
    rest = [word for word in words if word not in titles] or words[-1:]
    inverted = len(rest) > 1 and len(rest[-1]) == 1
    return _Name(titles, tuple(rest[1:] if inverted else rest[:-1]), rest[0] if inverted else rest[-1]) if rest else _Name((), (), "")


def _is_title(word: str) -> bool:
    """Tell whether *word* is a title, an office or a small word."""
    return len(word) > 1 and (word in languages.words("title") or word in languages.words("article") or word in SMALL or is_role(word))


def _likeness(one: _Name, two: _Name) -> tuple[float, tuple[str, ...]]:
    """Return how much speaks for one person, 0 to 1, and why."""
    shorter, longer = sorted((one.last, two.last), key=len)
    if one.last == two.last:
        score, reason = SAME, "the same last name"
    elif len(shorter) == 1 and longer.startswith(shorter):
        score, reason = LETTER, f"{shorter.upper()} is the first letter of {longer.capitalize()}"
    else:
        ratio = spelling.alike(one.last, two.last)
        score, reason = SPELT * (0.6 + 0.4 * ratio), f"{one.last.capitalize()} and {two.last.capitalize()} may be one name in two spellings"
        if not ratio:
            return 0.0, ()
    return _with_given(one, two, score, reason)


def _with_given(one: _Name, two: _Name, score: float, reason: str) -> tuple[float, tuple[str, ...]]:
    """Return the score of a likeness of last names, as given names and titles change it."""
    for mine, other in zip(one.given, two.given, strict=False):
        if not (mine.startswith(other) or other.startswith(mine) or spelling.alike(mine, other)):
            return 0.0, ()
    if one.given and two.given:
        fits = "the same given names" if one.given == two.given else "given names or initials that fit"
        return (score if one.given == two.given else score * INITIALS / SAME), (reason, fits)
    if one.titles and two.titles and one.titles != two.titles:
        return score * TITLE / SAME, (reason, "different titles")
    if one.titles or two.titles:
        return score * INITIALS / SAME, (reason, "one of them with a title")
    return score * TITLE / SAME, (reason,)


def _answered(one: Label, two: Label, score: float, reasons: tuple[str, ...]) -> tuple[float, tuple[str, ...]]:
    """Return the score, less where one label answers the other."""
    times = one.beside.get(two.printed, 0)
    if not score or times < OFTEN:
        return score, reasons
    return score - ANSWERS, (*reasons, f"but one stands next to the other {times} times")
