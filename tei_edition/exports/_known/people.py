"""Names of persons: in two parts where they are written so, else whole; a name is never parted by a guess."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tei_edition.exports._known.paths import find, words

if TYPE_CHECKING:
    from lxml import etree


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
    whole = " ".join(written.split())
    family, comma, given = (part.strip() for part in whole.partition(","))
    if not comma or not family or not given or "," in given:
        return PersonName(literal=whole)
    return PersonName(family=family, given=given)


def name_in(element: etree._Element) -> PersonName:
    """Return the name in an *element* of TEI: in its parts where there is one `surname` and a `forename`, else as it is written."""
    family, given = ([words(part) for part in find(element, f".//t:{kind}")] for kind in ("surname", "forename"))
    if len(family) == 1 and given:
        return PersonName(family=family[0], given=" ".join(given))
    return name(words(element, "t:idno"))

