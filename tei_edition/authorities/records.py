"""What an authority file says of a person, a place or an organization: frozen, and without any XML."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tei_edition.model import Attributes

Sort = Literal["person", "place", "organization"]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a name: the TEI *element* that holds it (empty for words in none), its `@type`, its words."""

    element: str
    text: str
    type: str = ""


@dataclass(frozen=True, slots=True)
class Name:
    """
    A name as it is listed: its *parts* in order, blanks between them left out where there are none.

    *element* is ``persName``, ``placeName``, ``orgName`` or one of the narrower ones; *type* its `@type`; *language* BCP 47 or empty.
    """

    parts: tuple[Part, ...]
    element: str = "persName"
    type: str = ""
    language: str = ""

    @property
    def text(self) -> str:
        """The whole name on one line."""
        return " ".join("".join(part.text for part in self.parts).split())

    def part(self, element: str, *types: str) -> str:
        """Return the words of the parts that are *element*, of one of *types* where some are given."""
        found = (part.text for part in self.parts if part.element == element and (not types or part.type in types))
        return " ".join(" ".join(found).split())

    @property
    def patronymic(self) -> str:
        """The father's name (``addName`` or ``name`` of type ``patronymic``)."""
        return self.part("addName", "patronymic") or self.part("name", "patronymic") or self.part("forename", "patronymic")

    @property
    def forename(self) -> str:
        """The given names, the father's name aside."""
        found = (part.text for part in self.parts if part.element == "forename" and part.type != "patronymic")
        return " ".join(" ".join(found).split())

    @property
    def surname(self) -> str:
        """The family name, with what joins it, such as ``von``."""
        found = (part.text for part in self.parts if part.element in {"surname", "nameLink"})
        return " ".join(" ".join(found).split())


@dataclass(frozen=True, slots=True)
class Office:
    """
    What somebody was, and when: the TEI *element* and its words, and the dates in which it is known (W3C, of any precision).

    *first* and *last* bound it for certain (`@from`, `@to`, `@when`), *earliest* and *latest* only as far as is known
    (`@notBefore`, `@notAfter`).
    """

    text: str
    element: str = "occupation"
    first: str = ""
    last: str = ""
    earliest: str = ""
    latest: str = ""

    @property
    def dated(self) -> bool:
        """Whether any date is known of it."""
        return bool(self.first or self.last or self.earliest or self.latest)


@dataclass(frozen=True, slots=True)
class Entry:
    """
    A person, place or organization of an authority file.

    *id* is its `@xml:id`, *own* whether it stands in the edition's own folder, *file* the name of its file; *identifiers* are
    (type, value) as given; *facts* are `birth` and `death` with their attributes and words.
    """

    id: str
    sort: Sort
    names: tuple[Name, ...]
    offices: tuple[Office, ...] = ()
    identifiers: tuple[tuple[str, str], ...] = ()
    facts: tuple[tuple[str, Attributes, str], ...] = ()
    sex: str = ""
    own: bool = False
    file: str = ""

    @property
    def name(self) -> str:
        """The first name that is listed, by which the entry is called."""
        return self.names[0].text

    def in_language(self, language: str) -> tuple[Name, ...]:
        """Return the names, those of *language* (BCP 47) first, otherwise as they are listed."""
        code = language.partition("-")[0]
        return tuple(sorted(self.names, key=lambda name: name.language.partition("-")[0] != code))

    def when(self, fact: str) -> str:
        """Return the day of a *fact* (``birth``, ``death``) as far as it is known; empty where it is not."""
        found = (dict(attributes).get("when", "") for name, attributes, _ in self.facts if name == fact)
        return next(found, "")


@dataclass(frozen=True, eq=False)
class Authorities:
    """All entries that serve an edition: of two with one id, the edition's own stands here alone."""

    entries: tuple[Entry, ...] = ()

    @cached_property
    def by_id(self) -> Mapping[str, Entry]:
        """The entries by their ids."""
        return {entry.id: entry for entry in self.entries}

    def of(self, *sorts: Sort) -> tuple[Entry, ...]:
        """Return the entries of *sorts*, in order."""
        return tuple(entry for entry in self.entries if entry.sort in sorts)

    def named(self, pointers: Iterable[str]) -> tuple[Entry, ...]:
        """Return the entries that *pointers* (``#id``) name, each once, in their order."""
        ids = dict.fromkeys(pointer.removeprefix("#") for pointer in pointers)
        return tuple(self.by_id[one] for one in ids if one in self.by_id)


@dataclass(frozen=True, slots=True)
class Known:
    """What of the authorities a document uses: the *entries* its pointers name, and who its labels are found to be."""

    entries: tuple[Entry, ...] = ()
    labels: tuple[Labelled, ...] = ()
    aliases: tuple[tuple[str, str], ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Labelled:
    """A label as printed (its name, without stop), the *id* of the person it is, why, and how sure that is."""

    label: str
    id: str
    evidence: str
    cert: Literal["high", "medium", "low", "unknown"] = "high"
