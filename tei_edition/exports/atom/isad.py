"""
What AtoM writes its own way: cultures, events, languages, several values in a cell.

Sources: AtoM 2.8, User manual, "CSV import" (Prepare archival descriptions; Importing translations; Other data entry notes), and the
template ``lib/task/import/example/isad/example_information_objects_isad.csv``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.exports._known import people
from tei_edition.exports._known.languages import language

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tei_edition.exports._known.header import Header

COLUMNS = (
    "legacyId", "parentId", "qubitParentSlug", "identifier", "title", "levelOfDescription", "extentAndMedium", "repository",
    "scopeAndContent", "reproductionConditions", "language", "script", "languageNote", "locationOfOriginals", "publicationNote",
    "digitalObjectURI", "subjectAccessPoints", "placeAccessPoints", "nameAccessPoints", "alternativeIdentifiers",
    "alternativeIdentifierLabels", "eventDates", "eventTypes", "eventStartDates", "eventEndDates", "eventActors", "culture",
)
"""The columns of the template that an edition can fill, in its order."""

NOTHING = "NULL"
"""What AtoM reads as nothing among several values."""

Row = dict[str, str]


def cultures(stated: Header, name: str, own: str) -> list[tuple[str, str, str]]:
    """
    Return culture, title and abstract of a document: first in the culture *own*, then in each other that its title has and AtoM can have.

    The first has the title in that language, where there is one, else the document's own; *name* stands for a title where there is none.
    """
    titles = _by_culture(stated.titles)
    abstracts = _by_culture(stated.abstracts)
    main = titles.pop(own, "") or stated.title or name
    rest = {culture: title for culture, title in titles.items() if culture and title != main}
    first = abstracts.get(own) or abstracts.get("") or stated.abstract
    return [(own, main, first), *((culture, title, abstracts.get(culture, "")) for culture, title in rest.items())]


def _by_culture(said: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return the first words of each culture; under an empty one those whose language is not known, or has no culture."""
    found: dict[str, str] = {}
    for tag, words in said:
        known = language(tag) if tag else None
        found.setdefault(known.short if known else "", words)
    return found


def events(words: str, first: str, last: str, makers: Iterable[str]) -> Row:
    """Return the creation: the date with the first of *makers*, and each further one without."""
    actors = [people.name(name).sorted for name in dict.fromkeys(makers)]
    if not (words or first or last or actors):
        return {}
    more = [NOTHING] * (len(actors) - 1)
    values = {"eventDates": words, "eventStartDates": first, "eventEndDates": last}
    return {
        "eventTypes": joined(["Creation"] * max(len(actors), 1)), "eventActors": joined(actors) or NOTHING,
        **{column: joined([value or NOTHING, *more]) for column, value in values.items()},
    }


def languages(*tags: str) -> Row:
    """Return codes and scripts of *tags*, and the names of those that have no code."""
    known = [one for tag in tags if (one := language(tag))]
    return {
        "language": joined(dict.fromkeys(one.short for one in known)), "script": joined(dict.fromkeys(one.script for one in known)),
        "languageNote": joined(one.name for one in known if not one.short),
    }


def listed(*parts: str) -> str:
    """Return *parts* in one sentence, without those that are empty."""
    return ", ".join(filter(None, parts))


def joined(values: Iterable[str]) -> str:
    """Return *values* in one cell, without those that are empty."""
    return "|".join(value.replace("|", "｜") for value in values if value)
