"""Authority files as they are read: TEI lists to frozen entries; every fault is told at its line and column."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lxml import etree

from tei_edition import fields, xml
from tei_edition.authorities.records import Authorities, Entry, Name, Office, Part, Sort
from tei_edition.errors import MarkupError
from tei_edition.model import Finding
from tei_edition.positions import Positions
from tei_edition.reserved import is_reserved

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from tei_edition.model import Attributes

CODE = "authority"
TEI = "{http://www.tei-c.org/ns/1.0}"
ID = "{http://www.w3.org/XML/1998/namespace}id"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"

SORTS: dict[str, Sort] = {"person": "person", "place": "place", "org": "organization"}
NAMES = {
    "person": ("persName",),
    "place": ("placeName", "geogName", "settlement", "region", "country"),
    "organization": ("orgName",),
}
"""The elements that name an entry, by its sort; a `name` does so in each."""

OFFICES = ("occupation", "affiliation")
DATES = ("when", "from", "to", "notBefore", "notAfter")
ORDER = (("from", "to"), ("notBefore", "notAfter"), ("notBefore", "to"), ("from", "notAfter"))


def read(paths: Iterable[Path], own: Path | None) -> Authorities:
    """Return what stands in the files at *paths*, those in the folder *own* first. Raises `MarkupError`."""
    return read_bytes({path: xml.read(path) for path in paths}, own)


def read_bytes(contents: Mapping[Path, bytes], own: Path | None) -> Authorities:
    """Return what stands in files with *contents*, as `read` does."""
    entries: dict[str, Entry] = {}
    findings: list[Finding] = []
    for path, data in contents.items():
        file = _File(path, data, own=own is not None and path.parent == own)
        file.read(entries)
        findings += file.findings
    if findings:
        raise MarkupError.at(*findings)
    return Authorities(tuple(entries.values()))


@dataclass
class _File:
    """One file, and what is wrong in it."""

    path: Path
    data: bytes
    own: bool
    findings: list[Finding] = field(default_factory=list)
    positions: Positions | None = None

    def read(self, entries: dict[str, Entry]) -> None:
        """Add what stands in the file to *entries*; an entry of an id that stands there from another folder is passed over."""
        try:
            root = xml.parse_bytes(self.data, str(self.path)).getroot()
        except MarkupError as error:
            self.findings += error.findings
            return
        if not root.tag.startswith(TEI):
            self.fault(root, "this is no list of TEI.", 'Write xmlns="http://www.tei-c.org/ns/1.0" on its first element.')
            return
        for element in root.iter(*(f"{TEI}{name}" for name in SORTS)):
            entry = self.entry(element)
            known = entries.get(entry.id) if entry else None
            if entry and known is None:
                entries[entry.id] = entry
            elif entry and known and known.own == self.own:
                where = "in this file" if known.file == self.path.name else f"in {known.file}"
                self.fault(element, f"the id {entry.id} is given twice; {known.name!r} has it {where}.", "Give one another id.", "id")

    def entry(self, element: etree._Element) -> Entry | None:
        """Return the entry of *element*; None, with a finding, where it has no id or no name."""
        tag = etree.QName(element).localname
        sort, id_ = SORTS[tag], element.get(ID, "")
        if not id_:
            self.fault(element, f"this {tag} has no id.", "Give it an xml:id that no other entry has, and never change it.")
            return None
        if is_reserved(id_):
            self.fault(element, f"documents give the id {id_} to parts of their own.", f"Choose another, such as {tag}-{id_}.", "id")
            return None
        wanted = [f"{TEI}{name}" for name in (*NAMES[sort], "name")]
        names = tuple(_name(child) for child in element.iterchildren(*wanted) if _words(child))
        if not names:
            self.fault(element, f"{id_} has no name.", f"Write a {NAMES[sort][0]} in it.")
            return None
        facts = tuple(self.facts(element))
        sex = next((child.get("value", "") for child in element.iterchildren(f"{TEI}sex")), element.get("sex", ""))
        return Entry(id_, sort, names, tuple(self.offices(element)), tuple(_identifiers(element)), facts, sex, self.own, self.path.name)

    def offices(self, element: etree._Element) -> Iterator[Office]:
        """Return what a person was, and when: from `occupation`, `affiliation` and the `roleName` of a name."""
        for child in element.iterchildren(*(f"{TEI}{name}" for name in OFFICES)):
            yield self.office(child, child)
        for name in element.iterchildren(f"{TEI}persName"):
            for role in name.iter(f"{TEI}roleName"):
                yield self.office(role, role if any(map(role.get, DATES)) else name)

    def office(self, element: etree._Element, dated: etree._Element) -> Office:
        """Return the office that *element* names, with the dates of *dated*."""
        self.check_dates(dated)
        first, last = (dated.get(name, dated.get("when", "")) for name in ("from", "to"))
        bounds = first, last, dated.get("notBefore", ""), dated.get("notAfter", "")
        return Office(_words(element), etree.QName(element).localname, *bounds)

    def facts(self, element: etree._Element) -> Iterator[tuple[str, Attributes, str]]:
        """Return birth and death, with their dates and words."""
        for child in element.iterchildren(f"{TEI}birth", f"{TEI}death"):
            self.check_dates(child)
            dates = tuple((name, child.get(name, "")) for name in DATES if child.get(name))
            yield etree.QName(child).localname, dates, _words(child)

    def check_dates(self, element: etree._Element) -> None:
        """Tell of each date on *element* that no calendar has, and of an end before the beginning."""
        for name in DATES:
            value = element.get(name, "")
            try:
                _ = value and fields.date(value)
            except ValueError:
                self.fault(element, f'{name}="{value}" is no date.', "Write 1986, 1986-11 or 1986-11-13.", name)
        for first, last in ORDER:
            start, end = element.get(first, ""), element.get(last, "")
            length = min(len(start), len(end))
            if length and start[:length] > end[:length]:
                self.fault(element, f'{first}="{start}" is later than {last}="{end}".', "Correct one of them.", first)

    def fault(self, element: etree._Element, message: str, advice: str, attribute: str = "") -> None:
        """Add a finding at *element*, or at its *attribute* (``id`` is `xml:id`)."""
        self.positions = self.positions or Positions.read(self.data, str(self.path))
        start, end = self.positions.range(element, ID if attribute == "id" else attribute or None)
        self.findings.append(Finding(str(self.path), CODE, message, advice, start, end, excerpt=self.positions.text.line(start.line)))


def _name(element: etree._Element) -> Name:
    """Return the name in *element*, with its parts."""
    return Name(tuple(_parts(element)), etree.QName(element).localname, element.get("type", ""), _language(element))


def _language(element: etree._Element) -> str:
    """Return the language that *element* states itself, or the nearest around it but the file as a whole."""
    holders = (element, *element.iterancestors())
    return next((holder.get(LANG, "") for holder in holders if holder.get(LANG) and holder.getparent() is not None), "")


def _parts(element: etree._Element) -> Iterator[Part]:
    """Return the parts of a name in order; words between them and blanks stand for themselves."""
    if element.text:
        yield Part("", _single(element.text))
    for child in element:
        if isinstance(child.tag, str):
            yield Part(etree.QName(child).localname, _words(child), child.get("type", ""))
        if child.tail:
            yield Part("", _single(child.tail))


def _single(text: str) -> str:
    """Return *text* with each run of blanks as one."""
    return re.sub(r"\s+", " ", text)


def _words(element: etree._Element) -> str:
    """Return the words of *element* on one line."""
    return " ".join("".join(map(str, element.itertext())).split())


def _identifiers(element: etree._Element) -> Iterator[tuple[str, str]]:
    """Return the identifiers of an entry as given."""
    for child in element.iterchildren(f"{TEI}idno"):
        yield child.get("type", ""), _words(child)
