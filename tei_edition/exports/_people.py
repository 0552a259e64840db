"""Names of persons: in two parts where they are written so, else whole; a name is never parted by a guess."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name: *family* and *given* where it is written in two parts, else *literal*, the whole of it."""

    literal: str = ""
    family: str = ""
    given: str = ""

    @property
    def shown(self) -> str:
        """The name as it is read aloud: the given name first."""
        return self.literal or f"{self.given} {self.family}"

    @property
    def sorted(self) -> str:
        """The name as lists have it: the family's name first where the parts are known."""
        return self.literal or f"{self.family}, {self.given}"


def name(written: str) -> PersonName:
    """
    Return the name that is *written* ``Doe, Jane``, in its parts; any other is literal.

    >>> name("Doe, Jane").shown, name("Jane Doe").sorted, name("Doe, Jane, Dr.").literal
    ('Jane Doe', 'Jane Doe', 'Doe, Jane, Dr.')
    """
    words = " ".join(written.split())
    family, comma, given = (part.strip() for part in words.partition(","))
    if not comma or not family or not given or "," in given:
        return PersonName(literal=words)
    return PersonName(family=family, given=given)
