"""
Who a printed label is, by the authority files: a listed name, a surname after its title, or an office that one person held on the day.

Every answer carries its evidence in words. Of two candidates the edition's own list comes first; then those who lived on that day, then
those who held the office that the title names. If there are still two, nobody is chosen.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from tei_edition import languages
from tei_edition.rules import name_forms
from tei_edition.rules.grammar import tongues
from tei_edition.rules.name_forms import LISTED
from tei_edition.rules.offices import among, bears, held_by, holders, is_woman, living
from tei_edition.rules.parts import SMALL, is_role

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tei_edition.authorities import Authorities, Entry
    from tei_edition.model import Cert
    from tei_edition.rules.name_forms import Form

SHOWN = 5
"""How many of those who may be meant are named."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Who a label is: the *entry*, or None with all *candidates*; the *evidence* as a sentence, and how sure it is."""

    entry: Entry | None
    evidence: str
    cert: Cert = "high"
    candidates: tuple[Entry, ...] = ()


@lru_cache(maxsize=4)
def index(authorities: Authorities) -> Mapping[tuple[str, ...], tuple[Form, ...]]:
    """Return the forms of all names of persons, and the listed names of organizations, by their words."""
    found: dict[tuple[str, ...], list[Form]] = {}
    for entry in authorities.of("person", "organization"):
        for form in name_forms.of_person(entry) if entry.sort == "person" else name_forms.listed(entry):
            found.setdefault(form.words, []).append(form)
    return {words: tuple(forms) for words, forms in found.items()}


def who(label: str, day: str, authorities: Authorities, letters: frozenset[str] = frozenset()) -> Answer | None:
    """
    Return who *label* (a name as printed, without its stop) is in a document of *day* (ISO 8601, as far as it is known, or empty).

    *letters* are the single letters that are titles in the document's language, as printed: ``M`` in French. Elsewhere they are
    initials. None where the authority files know nobody of that name or office.
    """
    words = name_forms.words(label)
    if not words or not authorities.entries:
        return None
    found = _named(label, words, day, authorities) or _titled(label, words, day, authorities, letters)
    return found or _in_office(label, words, day, authorities)


def letter_titles(text: str) -> frozenset[str]:
    """
    Return the single letters that are titles in the languages of *text*, as they are printed.

    >>> sorted(letter_titles("le conseil et les ministres sont dans la salle")), sorted(letter_titles("he is in the hall and they are not"))
    (['M'], [])
    """
    return frozenset("M") if "fr" in tongues(text) else frozenset()


def listed(label: str, day: str, authorities: Authorities) -> Answer | None:
    """Return who *label* is, if it is listed just so: all that can be known of ``Q.`` or ``A voice``."""
    forms = index(authorities).get(name_forms.words(label), ())
    return _chosen(label, [form for form in forms if form.how == LISTED], day)


def _named(label: str, words: tuple[str, ...], day: str, authorities: Authorities) -> Answer | None:
    """Return the answer for a label that is a name, alone or before a comma."""
    head = label.partition(",")[0]
    known = index(authorities)
    return _chosen(label, known.get(words, ()), day) or _chosen(head, known.get(name_forms.words(head), ()), day)


def _titled(label: str, words: tuple[str, ...], day: str, authorities: Authorities, letters: frozenset[str]) -> Answer | None:
    """Return the answer for a name after a title or an office: "Dr. Kissinger", "Secretary of State Kissinger"."""
    for at in range(1, len(words)):
        forms = index(authorities).get(words[at:], ())
        tokens = name_forms.TOKEN.findall(label)
        title, printed = words[:at], " ".join(tokens[at:])
        forms = tuple(form for form in forms if tokens[at - 1] in letters or _goes_before(title, form))
        if forms:
            return _chosen(printed, forms, day, title)
    return None


def _goes_before(title: Sequence[str], form: Form) -> bool:
    """Tell whether *title* can stand before the name that *form* is; a lady's only before one who is known as such."""
    if form.how != LISTED and set(title) & languages.words("lady") and not is_woman(form.entry):
        return False
    if len(title[-1]) > 1 and (title[-1] in languages.words("title") or is_role(title[-1])):
        return True
    return all(word in SMALL or is_role(word) or bears(form.entry, word) for word in title if word not in languages.words("article"))


def _chosen(printed: str, forms: Iterable[Form], day: str, title: Sequence[str] = ()) -> Answer | None:
    """Return the answer that *forms* of the name *printed* give, after *title*; None where there are none."""
    kinds = {form.entry: form.how for form in reversed(list(forms))}
    found = among(reversed(kinds))
    if not found:
        return None
    alive = living(found, day)
    if len(alive) == 1:
        entry = alive[0]
        only = "" if len(found) == 1 else f", the only one of {len(found)} who lived on {day}"
        after = f" after {' '.join(title)!r}" if title else ""
        return Answer(entry, f"{printed!r}{after} {kinds[entry]} {told(entry)}{only}.")
    held = [entry for entry in alive if any(office for office, _ in holders([entry], title, day))] if title else []
    if len(held) == 1:
        evidence = f"Of {len(alive)} persons called {printed!r} only {told(held[0])} was {' '.join(title)!r} on {day}."
        return Answer(held[0], evidence, "medium")
    several = alive or found
    return Answer(None, f"{printed!r} may be {either(several)}.", "unknown", tuple(several))


def _in_office(label: str, words: tuple[str, ...], day: str, authorities: Authorities) -> Answer | None:
    """Return the answer for a label that names an office: "The Secretary", "Mr. President"."""
    at = 0
    while at < len(words) - 1 and (words[at] in languages.words("article") or words[at] in languages.words("title")):
        at += 1
    office = words[at:]
    every = holders(held_by(authorities, office[0]), office)
    if not every:
        return None
    if not day:
        return Answer(None, f"{label!r} is an office, and the document states no date.", "unknown", tuple(entry for entry, _ in every))
    held = holders([entry for entry, _ in every], office, day)
    found = among(entry for entry, _ in held)
    if len(found) == 1:
        name = next(office.text for entry, office in held if entry is found[0])
        evidence = f"{label!r}: on {day} {told(found[0])} was {name}, and nobody else who is listed held such an office."
        return Answer(found[0], evidence, "medium")
    if not found:
        return Answer(None, f"{label!r} is an office that nobody who is listed held on {day}.", "unknown")
    return Answer(None, f"{label!r} may be {either(found)}, who held such offices on {day}.", "unknown", found)


def either(entries: Sequence[Entry]) -> str:
    """Return *entries* as a choice in words; of very many the first, and how many others."""
    named = " or ".join(map(told, entries[:SHOWN]))
    return f"{named} or one of {len(entries) - SHOWN} others" if len(entries) > SHOWN else named


def told(entry: Entry) -> str:
    """Return what a person calls *entry*: its name, its id and its file."""
    return f"{entry.name} (#{entry.id}, {entry.file})"
