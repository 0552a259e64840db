"""
Elements of EAD3 (Encoded Archival Description, version 1.1.1, Tag Library of the Society of American Archivists), from what is stated.

Codes are those that the tag library names as the usual ones: ISO 639-2b, ISO 15924, ISO 3166-1, ISO 15511, ISO 8601.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from lxml import etree

from tei_edition.exports._known.languages import language
from tei_edition.exports._known.people import name as person

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tei_edition.edition import Licence
    from tei_edition.exports._known.header import Dated, Header
    from tei_edition.exports._known.named import Named

EAD = "http://ead3.archivists.org/schema/"
DECLARED = f' xmlns="{EAD}"'
NSMAP = cast("dict[str, str]", {None: EAD})


def add(parent: etree._Element, name: str, text: str = "", **attributes: str) -> etree._Element:
    """Append the element *name* with *text* to *parent* and return it; attributes that are empty are left out."""
    element = etree.SubElement(parent, f"{{{EAD}}}{name}", {key: value for key, value in attributes.items() if value})
    element.text = text or None
    return element


def root(name: str, **attributes: str) -> etree._Element:
    """Return a new element."""
    return etree.Element(f"{{{EAD}}}{name}", attributes, nsmap=NSMAP)


def titles(parent: etree._Element, title: str, others: Iterable[tuple[str, str]]) -> None:
    """Append the *title*, and those in *others*: pairs of a language (BCP 47) and words, of which each language that is known is told."""
    add(parent, "unittitle", title)
    for tag, words in others:
        known = language(tag) if tag else None
        add(parent, "unittitle", words, lang=known.code if known else "")


def paragraph(parent: etree._Element, name: str, text: str) -> None:
    """Append the element *name* with a paragraph of *text*, if there is any."""
    if text:
        add(add(parent, name), "p", text)


def dated(parent: etree._Element, date: Dated | None) -> None:
    """Append a date: structured, where its day, month or year is known, else as it is worded."""
    if not date:
        return
    if not date.first and not date.last:
        add(parent, "unitdate", date.words)
        return
    holder = add(parent, "unitdatestructured")
    if not date.exact:
        add(holder, "datesingle", date.words, notbefore=date.first, notafter=date.last)
    elif date.first == date.last:
        add(holder, "datesingle", date.words, standarddate=date.first)
    else:
        interval(holder, date.first, date.last)


def interval(holder: etree._Element, first: str, last: str) -> None:
    """Append the days from *first* to *last* (ISO 8601); one of them may be empty."""
    if first == last:
        add(holder, "datesingle", first, standarddate=first)
        return
    between = add(holder, "daterange")
    for name, day in (("fromdate", first), ("todate", last)):
        if day:
            add(between, name, day, standarddate=day)


def languages(parent: etree._Element, tags: Iterable[str]) -> None:
    """Append the languages of *tags* (BCP 47) that are known, with their scripts."""
    known = [found for tag in tags if (found := language(tag))]
    holder = add(parent, "langmaterial") if known else parent
    for one in known:
        within = add(holder, "languageset") if one.script else holder
        add(within, "language", one.name, langcode=one.code)
        if one.script:
            add(within, "script", scriptcode=one.script)


def written_in(control: etree._Element, tag: str) -> None:
    """Append the language of the finding aid itself, where it and its script are known, which EAD wants together."""
    one = language(tag) if tag else None
    if one and one.script:
        declaration = add(control, "languagedeclaration")
        add(declaration, "language", one.name, langcode=one.code)
        add(declaration, "script", scriptcode=one.script)


def named(parent: etree._Element, name: str, text: str, relator: str = "", identifiers: Iterable[tuple[str, str]] = ()) -> None:
    """Append a person, body, place or subject; of *identifiers* the first, which is all that an element can bear."""
    kind, value = next(iter(identifiers), ("", ""))
    add(add(parent, name, relator=relator, source=kind, identifier=value), "part", text)


def creators(parent: etree._Element, people: Iterable[tuple[str, str]]) -> None:
    """Append who made what is described: pairs of an act and a name."""
    given = tuple(people)
    holder = add(parent, "origination") if given else parent
    for act, name in given:
        named(holder, "persname", person(name).sorted, act)


def access(parent: etree._Element, stated: Header, helpers: Iterable[tuple[str, str]]) -> None:
    """Append the names and subjects by which a document is found; *helpers* are pairs of an act and a name."""
    holder = root("controlaccess")
    for act, name in helpers:
        named(holder, "persname", person(name).sorted, act)
    for one in stated.people:
        named(holder, "persname", one.listed, "speaker" if one.speaks else "", one.identifiers)
    for name, bodies in (("corpname", stated.organizations), ("geogname", stated.places)):
        _each(holder, name, bodies)
    for term in stated.terms:
        named(holder, "subject", term)
    if len(holder):
        parent.append(holder)


def _each(holder: etree._Element, name: str, bodies: Iterable[Named]) -> None:
    """Append each of *bodies*."""
    for one in bodies:
        named(holder, name, one.name, identifiers=one.identifiers)


def originals(parent: etree._Element, *parts: str) -> None:
    """Append where the originals are: repository, collection, call number."""
    paragraph(parent, "originalsloc", ", ".join(filter(None, parts)))


def use(parent: etree._Element, licence: Licence | None) -> None:
    """Append the licence."""
    if licence:
        words = add(add(parent, "userestrict"), "p")
        if licence.target:
            add(words, "ref", licence.text or licence.target, href=licence.target)
        else:
            words.text = licence.text


def object_(parent: etree._Element, address: str, title: str) -> None:
    """Append the digital object at *address*, if there is one: made from an original, since it is an edition."""
    if address:
        add(parent, "dao", daotype="derived", href=address, linktitle=title)


def data(element: etree._Element, depth: int = 0) -> bytes:
    """Return *element* as it stands in a file, with a line feed at its end; *depth* levels deep in another it says no namespace."""
    etree.indent(element, space="  ", level=depth)
    written = etree.tostring(element, encoding="unicode").rstrip()
    return f"{'  ' * depth}{written.replace(DECLARED, '', 1) if depth else written}\n".encode()
