"""
Persons, places and organizations in the header (Guidelines, sections 16.3 and 14): who takes part, who is mentioned, and by which names.

An entry of the authority files is copied with what it states, so that every pointer of the document arrives within it; a person whom only
the document knows has the label or the name that it prints. Nothing else is said of anybody.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from lxml import etree

from tei_edition.encode.facts import Part
from tei_edition.encode.weave import ID, TEI, XML

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tei_edition.authorities import Entry, Labelled, Name, Office
    from tei_edition.encode.facts import Facts, Person

LANG = f"{{{XML}}}lang"
LISTS = {"place": ("listPlace", "place"), "organization": ("listOrg", "org")}
DATES = (("from", "first"), ("to", "last"), ("notBefore", "earliest"), ("notAfter", "latest"))


def add(parent: etree._Element, name: str, text: str = "", **attributes: str) -> etree._Element:
    """Append the element *name* to *parent* and return it; an attribute ``id`` is `xml:id`, empty ones are left out."""
    element = etree.SubElement(parent, f"{{{TEI}}}{name}")
    for key, value in attributes.items():
        if value:
            element.set(ID if key == "id" else key, value)
    if text:
        element.text = text
    return element


def participants(description: etree._Element, facts: Facts) -> None:
    """Add the `particDesc` of *facts*: those who speak, those listed as present or absent, those who are mentioned, the organizations."""
    bodies = [entry for entry in facts.known.entries if entry.sort == "organization"]
    if not facts.people and not bodies:
        return
    parent = add(description, "particDesc")
    for kind in get_args(Part):
        people = [person for person in facts.people if person.part == kind]
        listed = add(parent, "listPerson", type=kind) if people else parent
        for person in people:
            _person(listed, person, facts)
    _listed(parent, bodies, facts)


def places(setting: etree._Element, facts: Facts) -> None:
    """Add the places that are mentioned to a `settingDesc`."""
    _listed(setting, [entry for entry in facts.known.entries if entry.sort == "place"], facts)


def has_places(facts: Facts) -> bool:
    """Tell whether a listed place is mentioned."""
    return any(entry.sort == "place" for entry in facts.known.entries)


def ids(facts: Facts) -> set[str]:
    """Return the ids that persons, places and organizations have in the header, and those of their labels."""
    return {*(person.id for person in facts.people), *(entry.id for entry in facts.known.entries), *doubted(facts).values()}


def doubted(facts: Facts) -> dict[Labelled, str]:
    """Return the id of each label whose person the tool is not sure of; of a label that several sessions have, as the first has it."""
    unsure: dict[tuple[str, str], Labelled] = {}
    for labelled in facts.known.labels:
        if labelled.cert != "high":
            unsure.setdefault((labelled.id, labelled.label), labelled)
    return {labelled: f"{labelled.id}.label{number}" for number, labelled in enumerate(unsure.values(), 1)}


def _person(parent: etree._Element, person: Person, facts: Facts) -> None:
    """Add one person: as the authority files have it, or by the name as printed; then each label, and what the text calls it besides."""
    entry = next((entry for entry in facts.known.entries if entry.id == person.id), None)
    body = entry is not None and entry.sort == "organization"
    element, named = add(parent, "org" if body else "person", id=person.id), "orgName" if body else "persName"
    marks = {labelled.label: name for labelled, name in doubted(facts).items() if labelled.id == person.id}
    if entry:
        _names(element, entry, facts.settings.language)
    elif person.forename:
        name = add(element, "persName")
        add(name, "forename", person.forename).tail = " "
        add(name, "surname", person.surname)
    else:
        add(element, "persName", person.name)
    printed = [label for label in person.labels if entry or label != person.name]
    for label in printed:
        add(element, named, label, type="label", id=marks.get(label, ""))
    for alias in (alias for id_, alias in facts.known.aliases if id_ == person.id):
        add(element, named, alias, type="alias")
    if entry:
        _rest(element, entry)


def _listed(parent: etree._Element, entries: Sequence[Entry], facts: Facts) -> None:
    """Add places or organizations, if there are any, but those that stand among the persons."""
    known = {person.id for person in facts.people}
    found = [entry for entry in entries if entry.id not in known]
    if not found:
        return
    outer, inner = LISTS[found[0].sort]
    listed = add(parent, outer)
    for entry in found:
        element = add(listed, inner, id=entry.id)
        _names(element, entry, facts.settings.language)
        _rest(element, entry)


def _names(element: etree._Element, entry: Entry, language: str) -> None:
    """Add the names of *entry*, those in the *language* of the document first."""
    for name in entry.in_language(language):
        _name(element, name)


def _name(parent: etree._Element, name: Name) -> None:
    """Add a name with its parts."""
    element = add(parent, name.element, type=name.type)
    if name.language:
        element.set(LANG, name.language)
    last: etree._Element | None = None
    for part in name.parts:
        if part.element:
            last = add(element, part.element, part.text, type=part.type)
        elif last is None:
            element.text = (element.text or "") + part.text
        else:
            last.tail = (last.tail or "") + part.text


def _rest(element: etree._Element, entry: Entry) -> None:
    """Add what an entry states besides its names: birth and death, offices, identifiers."""
    for name, dates, words in entry.facts:
        add(element, name, words, **dict(dates))
    for office in entry.offices:
        if office.element != "roleName":
            add(element, office.element, office.text, **_dates(office))
    for kind, value in entry.identifiers:
        add(element, "idno", value, type=kind)


def _dates(office: Office) -> dict[str, str]:
    """Return the dates of an office under TEI's names."""
    return {name: getattr(office, own) for name, own in DATES}


def doubts(facts: Facts) -> Iterable[tuple[str, Labelled]]:
    """Return the id of each label in the header of whose person the tool is not sure, with what it found."""
    return [(name, labelled) for labelled, name in doubted(facts).items()]
