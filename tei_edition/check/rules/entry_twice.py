"""
Two entries of a list bear one name, and nothing tells them apart.

If they are one person (place, organization), what is said of it is scattered; if they are two, no reader knows which is meant, and
a name in a text cannot be resolved. Entries with other dates of birth, other identifiers or other types are two.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.check.rules._entries import FIRST, NAMES, day, names
from tei_edition.check.rules._survey import ID, TEI, Fault, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from tei_edition.check.rules._survey import Survey

CODE = "entry-twice"
SEVERITY = "warning"
GUIDELINES = "section 13.3, Biographical and Prosopographical Data"
WRONG = """<listPerson><person xml:id="marlow"><persName>Edith Marlow</persName></person>
<person xml:id="marlow2"><persName>Edith Marlow</persName></person></listPerson>"""
RIGHT = """<listPerson><person xml:id="marlow"><persName>Edith Marlow</persName><birth when="1931"/></person>
<person xml:id="marlow2"><persName>Edith Marlow</persName><birth when="1968"/></person></listPerson>"""

WHOLE = 2
"""A person's name of fewer words is a short one, which several may bear."""


def check(survey: Survey) -> Iterator[Fault]:
    """Yield the entries whose name an earlier one has."""
    for sort in NAMES:
        known: dict[str, etree._Element] = {}
        for entry in survey.called(sort):
            name = next(names(entry, sort), "")
            first = known.setdefault(name.casefold(), entry) if name and _is_whole(name, sort) else entry
            if first is not entry and not _are_two(first, entry):
                known_as = f"#{first.get(ID)}" if first.get(ID) else f"line {first.sourceline}"
                advice = f"If they are one, put both together; if not, tell them apart{_by(sort)}."
                yield Fault(entry, f"{name!r} is the name of an earlier entry too ({known_as}).", advice)


def _by(sort: str) -> str:
    return ": by a date of birth or an identifier" if sort == "person" else ": by an identifier, a country or a type"


def _is_whole(name: str, sort: str) -> bool:
    return sort != "person" or len(name.split()) >= WHOLE


def _are_two(one: etree._Element, other: etree._Element) -> bool:
    """Tell whether something tells two entries apart."""
    facts = [_facts(entry) for entry in (one, other)]
    return any(facts[0][key] != facts[1][key] for key in facts[0].keys() & facts[1].keys())


def _facts(entry: etree._Element) -> dict[str, str]:
    """Return what tells an entry from others: its type, birth, country, place, identifiers, those that are stated."""
    inner = {str(idno.get("type") or idno.get("subtype") or ""): words(idno) for idno in entry.iterchildren(TEI + "idno")}
    born = day(entry.find(TEI + "birth"), FIRST)
    geo = next((words(found) for found in entry.iter(TEI + "geo", TEI + "country", TEI + "region")), "")
    said = {"type": entry.get("type", ""), "birth": born, "where": geo, "sex": entry.get("sex", ""), **inner}
    return {key: value for key, value in said.items() if value}
