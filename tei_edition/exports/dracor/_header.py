"""The header of a play for DraCor: title, licence, sources, the year, and who speaks."""

from __future__ import annotations

import re
from copy import deepcopy
from typing import TYPE_CHECKING

from lxml import etree

from tei_edition.encode.people import add
from tei_edition.encode.weave import ID, TEI
from tei_edition.exports._known.identity import PERSONS, entries, label
from tei_edition.exports._known.needed import needed
from tei_edition.exports._known.paths import words
from tei_edition.ncname import begins, slug

if TYPE_CHECKING:
    from tei_edition.edition import Edition

SEXES = {"1": "MALE", "m": "MALE", "male": "MALE", "2": "FEMALE", "f": "FEMALE", "female": "FEMALE", "0": "UNKNOWN", "unknown": "UNKNOWN"}
"""What TEI may say of a sex (ISO 5218 among it), and how DraCor says it."""

WIKIDATA = re.compile(r"(?:https?://www\.wikidata\.org/(?:entity|wiki)/)?(Q\d+)")
NAMES = frozenset({"variant", "pen", "nobility", "pseudo"})
YEAR = re.compile(r"-?\d{4}")


def convert(root: etree._Element, edition: Edition) -> None:
    """Change the header of the document with *root*, with what *edition* states. Raises `SettingsError` where there is no licence."""
    header = root.find(f"{{{TEI}}}teiHeader")
    description = header.find(f"{{{TEI}}}fileDesc") if header is not None else None
    if header is None or description is None:
        return
    title = description.find(f"{{{TEI}}}titleStmt/{{{TEI}}}title")
    if title is not None and not title.get("type"):
        title.set("type", "main")
    _licence(description, edition)
    _sources(description, header, edition)
    _characters(root, header)


def _licence(description: etree._Element, edition: Edition) -> None:
    """See that the document has a licence with an address: its own, or that of the edition."""
    statement = description.find(f"{{{TEI}}}publicationStmt")
    if statement is None or statement.find(f".//{{{TEI}}}licence[@target]") is not None:
        return
    target = needed(edition, "licence.target", "dracor", "DraCor asks for a licence")
    for former in statement.findall(f"{{{TEI}}}availability"):
        statement.remove(former)
    said = list(statement.iterchildren(f"{{{TEI}}}p"))
    if said:
        for one in said:
            statement.remove(one)
        add(statement, "publisher", edition.publisher or words(said[0]))
    name = edition.licence.text if edition.licence else ""
    add(add(statement, "availability"), "licence", name or target, target=target)


def _sources(description: etree._Element, header: etree._Element, edition: Edition) -> None:
    """Say where the digital text and the original are, and when it was written; nothing that is not stated."""
    sources = description.find(f"{{{TEI}}}sourceDesc")
    if sources is None:
        return
    original = _original(sources)
    made = etree.Element(f"{{{TEI}}}sourceDesc")
    if edition.address:
        add(add(made, "bibl", type="digitalSource"), "ref", edition.title or edition.address, target=edition.address)
    elif edition.title:
        add(add(made, "bibl", type="digitalSource"), "name", edition.title)
    if original:
        add(made, "bibl", original, type="originalSource")
    date = header.find(f"{{{TEI}}}profileDesc/{{{TEI}}}creation/{{{TEI}}}date")
    years = {key: year[0] for key in ("when", "notBefore", "notAfter") if date is not None and (year := YEAR.match(date.get(key) or ""))}
    if date is not None and not years and (first := YEAR.match(date.get("from") or "")) and (last := YEAR.match(date.get("to") or "")):
        years = {"when": first[0]} if first[0] == last[0] else {"notBefore": first[0], "notAfter": last[0]}
    if years:
        add(add(add(made, "listEvent"), "event", type="written", **years), "desc")
    if not len(made):
        add(made, "p")
    description.replace(sources, made)


def _original(sources: etree._Element) -> str:
    """Return where the original is, in words: archive and call number, or what the first other source says."""
    for source in sources:
        if isinstance(source.tag, str) and source.get("type") not in {"transcript", "original", "translation", "witness"}:
            parts = [" ".join(str(one).split()) for one in source.itertext() if str(one).strip()]
            if parts and source.tag != f"{{{TEI}}}p":
                return ", ".join(parts)
    return ""


def _characters(root: etree._Element, header: etree._Element) -> None:
    """List who speaks, each with an id, a label without a person too; those who are only mentioned are left out."""
    known = {str(entry.get(ID)): entry for entry in entries(root.getroottree(), *PERSONS, "org")}
    spoken = _spoken(root, known)
    made = etree.Element(f"{{{TEI}}}particDesc")
    listed = add(made, "listPerson")
    for id_, printed in spoken.items():
        listed.append(_character(known[id_]) if id_ in known else _labelled(id_, printed))
    profile = header.find(f"{{{TEI}}}profileDesc")
    if profile is None:
        profile = etree.Element(f"{{{TEI}}}profileDesc")
        previous = header.find(f"{{{TEI}}}encodingDesc")
        (previous if previous is not None else header.find(f"{{{TEI}}}fileDesc")).addnext(profile)  # type: ignore[union-attr]
    former = profile.find(f"{{{TEI}}}particDesc")
    if former is not None:
        profile.replace(former, made)
    else:
        place = [one for one in profile if etree.QName(one).localname in {"abstract", "creation", "langUsage", "calendarDesc"}]
        profile.insert(len(place), made)


def _spoken(root: etree._Element, known: dict[str, etree._Element]) -> dict[str, str]:
    """Return the ids of those who speak, in their order, with their labels; a speech that names nobody gets an id of its label."""
    taken = {str(one.get(ID)) for one in root.iter() if one.get(ID)}
    found: dict[str, str] = {}
    of_label: dict[str, str] = {}
    for speech in root.iter(f"{{{TEI}}}sp"):
        ids = [one[1:] for one in (speech.get("who") or "").split() if one[1:] in known]
        printed = label(speech)
        if not ids and printed:
            ids = [of_label.setdefault(printed, _free(printed, taken))]
        if ids:
            speech.set("who", " ".join(f"#{one}" for one in ids))
            found |= {one: printed for one in ids if one not in found}
        else:
            speech.attrib.pop("who", "")
    return found


def named(root: etree._Element) -> bool:
    """Tell whether a speech below *root* has a label, or leads to somebody who is listed."""
    known = {f"#{entry.get(ID)}" for entry in entries(root.getroottree(), *PERSONS, "org")}
    return any(label(speech) or known & set((speech.get("who") or "").split()) for speech in root.iter(f"{{{TEI}}}sp"))


def _free(printed: str, taken: set[str]) -> str:
    """Return an id for the label *printed* that is not *taken*; from now on it is."""
    name = slug(printed) or "speaker"
    first = name if begins(name[0]) else f"speaker-{name}"
    number, free = 1, first
    while free in taken:
        number += 1
        free = f"{first}-{number}"
    taken.add(free)
    return free


def _labelled(id_: str, printed: str) -> etree._Element:
    """Return the character of which only the label is known, as *printed*."""
    made = etree.Element(f"{{{TEI}}}person", {ID: id_})
    add(made, "persName", printed)
    return made


def _character(entry: etree._Element) -> etree._Element:
    """Return the character that *entry* is: names, the sex and the item of Wikidata only as they are stated."""
    group = etree.QName(entry).localname in {"org", "personGrp"}
    made = etree.Element(f"{{{TEI}}}{'personGrp' if group else 'person'}", {ID: str(entry.get(ID))})
    stated = entry.find(f"{{{TEI}}}sex")
    sex = SEXES.get((entry.get("sex") or (stated.get("value") if stated is not None else None) or "").casefold())
    if sex:
        made.set("sex", sex)
    for name in entry:
        if isinstance(name.tag, str) and etree.QName(name).localname in {"persName", "orgName", "name"}:
            made.append(_name(name, group=group))
    for idno in entry.iterfind(f"{{{TEI}}}idno"):
        item = WIKIDATA.fullmatch(words(idno))
        if item and (idno.get("type") or "").casefold() == "wikidata":
            add(made, "idno", item[1], type="wikidata")
            break
    return made


def _name(name: etree._Element, *, group: bool) -> etree._Element:
    """Return *name* as DraCor knows it."""
    made = deepcopy(name)
    made.tail = None
    made.tag = f"{{{TEI}}}{'name' if group else 'persName'}"
    for inner in made.iter():
        inner.attrib.pop(ID, "")
    if made.get("type") and made.get("type") not in NAMES:
        made.set("type", "variant")
    return made
