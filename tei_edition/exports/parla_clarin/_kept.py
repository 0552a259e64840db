"""
What a document in Parla-CLARIN may keep of its markup.

Parla-CLARIN is a choice of elements of TEI 4.4; the content of an element is that of the TEI. So what is valid TEI stays valid where
elements that are not chosen give way to their content, and attributes that are younger or not chosen are left out.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lxml import etree

from tei_edition.encode.weave import NSMAP, TEI

if TYPE_CHECKING:
    from collections.abc import Mapping

ID = "{http://www.w3.org/XML/1998/namespace}id"


def names(words: str) -> frozenset[str]:
    """Return the names in *words*."""
    return frozenset(words.split())


ELEMENTS = names("""
    ab abbr add addName addrLine address affiliation anchor appInfo application author authority availability
    bibl biblScope birth c calendar calendarDesc catDesc category cb cell change choice cit classDecl corr country creation
    date death del desc district distributor div edition editionStmt editor editorialDecl education email emph encodingDesc event
    ex expan extent figDesc figure fileDesc floruit foreign forename funder fw g gap genName geogName gloss graphic
    head headItem headLabel hi hyphenation idno incident interpretation item keywords kinesic l label langUsage language lb lg licence
    list listOrg listPerson listPlace location mentioned meeting milestone name nameLink nationality normalization note notesStmt num
    occupation org orgName orig p particDesc pause pb pc persName person personGrp persona placeName place principal profileDesc
    projectDesc ptr pubPlace publicationStmt publisher punctuation q quotation quote ref reg region relation listRelation rendition
    residence resp respStmt revisionDesc roleName row rs s said samplingDecl seg segmentation series seriesStmt setting settingDesc
    settlement sex shift sic soCalled sourceDesc space sponsor state street subst supplied surname table tagUsage tagsDecl taxonomy
    teiHeader term textClass textDesc time title titleStmt trait unclear vocal w writing
""")
"""The elements that are kept; those of speeches are made anew."""

ATTRIBUTES = names("""
    n rend rendition type subtype who toWhom next prev ref key target when from to notBefore notAfter when-iso from-iso to-iso cert resp
    reason unit quantity extent atLeast atMost ana corresp role calendar dur cols rows place level full ident version scheme scope
    selector url value lemma pos sex age evidence precision status
""") | {ID, "{http://www.w3.org/XML/1998/namespace}lang"}
"""The attributes that are kept."""

UNTYPED = names("""
    p hi sic corr gap unclear supplied foreign emph person orig reg subst choice ex catDesc language licence publisher pubPlace
    add item row cell soCalled mentioned author editor speaker lb u
""")
"""The elements that have no type in TEI 4.4."""


@dataclass(frozen=True, slots=True)
class Keeper:
    """Copies elements of a document; its ids become those that *ids* says, and pointers to them too."""

    ids: Mapping[str, str] = field(default_factory=dict)

    def copy(self, element: etree._Element, name: str = "", **more: str) -> etree._Element:
        """Return a copy of *element* with what may be kept; its name is *name* where one is given, *more* are its further attributes."""
        made = self.empty(element, name or local(element), **more)
        self.fill(made, element)
        return made

    def empty(self, element: etree._Element, name: str, **more: str) -> etree._Element:
        """Return the same without its content."""
        made = etree.Element(f"{{{TEI}}}{name}", nsmap=NSMAP)
        for key, value in element.attrib.items():
            if key in ATTRIBUTES and not (name in UNTYPED and key in {"type", "subtype"}):
                made.set(key, self._value(str(key), str(value)))
        for key, value in more.items():
            made.set(key, value)
        return made

    def fill(self, made: etree._Element, element: etree._Element) -> None:
        """Put the content of *element* into *made*, without comments and instructions; of what cannot be kept the content stays."""
        say(made, element.text)
        for child in element:
            if isinstance(child.tag, str):
                self._put(made, child)
            say(made, child.tail)

    def _put(self, made: etree._Element, child: etree._Element) -> None:
        """Put *child* into *made*, or its content."""
        if local(child) in ELEMENTS and child.tag == f"{{{TEI}}}{local(child)}":
            made.append(self.copy(child))
        elif local(child) == "stage":
            made.append(self.stage(child))
        else:
            self.fill(made, child)

    def stage(self, element: etree._Element) -> etree._Element:
        """Return what a stage direction becomes: something that happened, or a note."""
        if element.get("type") in {"entrance", "exit", "business"}:
            made = self.empty(element, "incident")
            etree.SubElement(made, f"{{{TEI}}}desc").text = "".join(map(str, element.itertext()))
            return made
        kind = {"subtype": element.get("type", "")} if element.get("type") else {}
        return self.copy(element, "note", type="stage", **kind)

    def _value(self, key: str, value: str) -> str:
        """Return the *value* of an attribute, with the new ids."""
        if key == ID:
            return self.ids.get(value, value)
        words = value.split(" ")
        return " ".join(f"#{self.ids.get(word[1:], word[1:])}" if word.startswith("#") else word for word in words)


def local(element: etree._Element) -> str:
    """Return the name of *element* without its namespace."""
    return etree.QName(element).localname


def say(element: etree._Element, text: str | None) -> None:
    """Put *text* behind all that is in *element*."""
    if not text:
        return
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text
