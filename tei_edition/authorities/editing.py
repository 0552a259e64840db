"""
Changing an authority file where it is asked, and nowhere else: every other byte, comments and layout included, stays.

An edit puts new bytes in the place of some; all edits of a file are made together.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from lxml import etree

from tei_edition import xml, xmltext
from tei_edition.authorities.reading import ID
from tei_edition.bom import MARKS
from tei_edition.errors import MarkupError
from tei_edition.model import Finding
from tei_edition.positions import Positions

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

CODE = "authority"

NEW = """<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0">
  <teiHeader>
    <fileDesc>
      <titleStmt><title>{title}</title></titleStmt>
      <publicationStmt><p>Unpublished.</p></publicationStmt>
      <sourceDesc><p>Entered by hand.</p></sourceDesc>
    </fileDesc>
  </teiHeader>
  <standOff>
    <{name}>
    </{name}>
  </standOff>
</TEI>
"""
"""A list with nothing in it."""


class Editor:
    """An authority file that is to be changed: *root* is its first element, to be looked at and not to be changed."""

    def __init__(self, path: Path, data: bytes) -> None:
        """Read *data*, the bytes of the file at *path*. Raises `MarkupError` where it is no XML, or not in UTF-8."""
        self.path, self.raw = path, data
        self.text = xmltext.read(data, str(path))
        if self.text.encoding.lower() not in {"utf-8", "utf8"}:
            said = f"this file is in {self.text.encoding}, and only UTF-8 is written."
            raise MarkupError.at(Finding(str(path), CODE, said, "Save it as UTF-8, and say so on its first line."))
        self.root = xml.parse_text(self.text).getroot()
        self.positions = Positions.read(self.text)
        self.edits: list[tuple[int, int, bytes]] = []

    @property
    def newline(self) -> str:
        """How the lines of the file end."""
        return "\r\n" if b"\r\n" in self.text.data else "\n"

    def changed(self) -> bytes:
        """Return the bytes of the file with all edits made. Raises `MarkupError` for two that change the same bytes."""
        data = self.text.data
        ordered = sorted(self.edits, key=lambda edit: edit[:2])
        for (_, end, _), (start, *_) in pairwise(ordered):
            if start < end:
                place = self.text.position(start)
                said = "two changes at one place cannot be made together."
                raise MarkupError.at(Finding(str(self.path), CODE, said, "Make one of them, then the other.", place))
        for start, end, new in reversed(ordered):
            data = data[:start] + new + data[end:]
        mark = next((mark for mark, _ in MARKS if self.raw.startswith(mark)), b"")
        return mark + data

    def _put(self, start: int, end: int, new: str) -> None:
        """Put *new* in the place of the bytes from *start* to *end*; of two at one place the later stands after the earlier."""
        same = [number for number, edit in enumerate(self.edits) if edit[:2] == (start, end) == (start, start)]
        if same:
            self.edits[same[0]] = (start, end, self.edits[same[0]][2] + new.encode())
        else:
            self.edits.append((start, end, new.encode()))

    def _tags(self, element: etree._Element) -> tuple[tuple[int, int], tuple[int, int]]:
        """Return where the start tag and the end tag of *element* stand: the same place twice where it is empty."""
        opening = self.positions.indexes(element)
        if self.text.data[: opening[1]].endswith(b"/>"):
            return opening, opening
        return opening, self.positions.indexes(element, part="end")

    def set_text(self, element: etree._Element, words: str) -> None:
        """Let *element*, which holds no other, hold *words*."""
        self.set_markup(element, escape(words))

    def set_markup(self, element: etree._Element, markup: str) -> None:
        """Let *element* hold *markup* and nothing else."""
        opening, closing = self._tags(element)
        if opening == closing:
            tag = self.text.data[slice(*opening)].removesuffix(b"/>").rstrip().decode()
            self._put(*opening, f"{tag}>{markup}</{etree.QName(element).localname}>")
        else:
            self._put(opening[1], closing[0], markup)

    def set_attribute(self, element: etree._Element, name: str, value: str) -> None:
        """Let the attribute *name* of *element* (``xml:id`` and ``xml:lang`` as such) have *value*; take it away for an empty one."""
        key = name.replace("xml:", ID.removesuffix("id"))
        if element.get(key) is None:
            end = self.positions.indexes(element, part="name")[1]
            if value:
                self._put(end, end, f" {name}={quoteattr(value)}")
            return
        start, end = self.positions.indexes(element, key)
        blanks = len(self.text.data[:start]) - len(self.text.data[:start].rstrip())
        self._put(start - blanks if not value else start, end, f"{name}={quoteattr(value)}" if value else "")

    def insert_after(self, element: etree._Element, markup: str) -> None:
        """Put *markup* after *element*, on a line of its own if the element has one."""
        opening, closing = self._tags(element)
        self._put(closing[1], closing[1], f"{self._margin(opening[0])}{markup}")

    def insert_into(self, element: etree._Element, markup: str) -> None:
        """Put *markup* as the last into *element*, one step deeper than that stands."""
        opening, closing = self._tags(element)
        margin = self._margin(opening[0])
        inside = f"{margin}  {markup}" if margin else markup
        if opening == closing:
            tag = self.text.data[slice(*opening)].removesuffix(b"/>").rstrip().decode()
            self._put(*opening, f"{tag}>{inside}{margin}</{etree.QName(element).localname}>")
            return
        before = self.text.data[: closing[0]]
        at = closing[0] - (len(before) - len(before.rstrip())) if margin else closing[0]
        self._put(at, at, inside)

    def margin(self, element: etree._Element) -> str:
        """Return the line end and the blanks before *element*; nothing where it shares its line."""
        return self._margin(self.positions.indexes(element)[0])

    def _margin(self, start: int) -> str:
        """Return the line end and the blanks that stand before what begins at *start*; nothing where it shares its line."""
        line = self.text.data.rfind(b"\n", 0, start) + 1
        blanks = self.text.data[line:start]
        return self.newline + blanks.decode() if not blanks.strip(b" \t") else ""


def element(name: str, words: str, attributes: Mapping[str, str]) -> str:
    """
    Return the markup of an element that holds *words*; attributes without a value are left out.

    >>> element("persName", "A & B", {"type": "", "xml:lang": "en"})
    '<persName xml:lang="en">A &amp; B</persName>'
    """
    given = "".join(f" {key}={quoteattr(value)}" for key, value in attributes.items() if value)
    return f"<{name}{given}>{escape(words)}</{name}>" if words else f"<{name}{given}/>"


def name_parts(forename: str, father: str, surname: str) -> str:
    """Return the markup of the parts of a person's name, with blanks between them."""
    patronymic = element("addName", father, {"type": "patronymic"}) if father else ""
    plain = [element(name, words, {}) if words else "" for name, words in (("forename", forename), ("surname", surname))]
    return " ".join(part for part in (plain[0], patronymic, plain[1]) if part)


def person_name(forename: str, father: str, surname: str, attributes: Mapping[str, str]) -> str:
    """
    Return the markup of a person's name of those parts.

    >>> person_name("Ann", "", "Lee", {})
    '<persName><forename>Ann</forename> <surname>Lee</surname></persName>'
    """
    inner = name_parts(forename, father, surname)
    given = "".join(f" {key}={quoteattr(value)}" for key, value in attributes.items() if value)
    return f"<persName{given}>{inner}</persName>"
