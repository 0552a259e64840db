"""The text of a document in Parla-CLARIN: a turn is a `u`, its paragraphs are `seg`, its label is a `note` before it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from tei_edition.encode.weave import NSMAP, TEI
from tei_edition.exports.parla_clarin._kept import ELEMENTS, local, names, say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tei_edition.exports.parla_clarin._kept import Keeper

CONTAINERS = names("""
    opener closer argument postscript epigraph titlePage floatingText group performance prologue epilogue spGrp
""")
"""Elements that are not kept and hold blocks."""

GLOBAL = names("pb lb cb gb milestone anchor note gap incident kinesic vocal figure space")
"""Elements that may stand anywhere."""

SAID = names("p ab l")
"""What becomes a segment in a turn."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Makes texts with what *keeper* keeps."""

    keeper: Keeper

    def text(self, element: etree._Element) -> etree._Element:
        """Return the `text` that *element* becomes; of a group of texts each is a division."""
        made = self.keeper.empty(element, "text")
        for child in _elements(element):
            if local(child) in {"front", "body", "back"}:
                part = etree.SubElement(made, f"{{{TEI}}}{local(child)}")
                self._blocks(part, child, "")
            elif local(child) == "group":
                body = etree.SubElement(made, f"{{{TEI}}}body")
                for text in child.iterfind(f".//{{{TEI}}}text"):
                    self._blocks(etree.SubElement(body, f"{{{TEI}}}div"), text, "")
        return made

    def _blocks(self, made: etree._Element, holder: etree._Element, kind: str) -> None:
        """Put the blocks of *holder* into *made*; *kind* is the element that is not kept in which they stand."""
        self._loose(made, holder.text)
        for child in holder:
            if isinstance(child.tag, str):
                self._block(made, child, kind)
            self._loose(made, child.tail)

    def _block(self, made: etree._Element, block: etree._Element, kind: str) -> None:
        """Put one block into *made*."""
        name = local(block)
        if name == "sp":
            self._turn(made, block)
        elif name == "stage":
            made.append(self.keeper.stage(block))
        elif name == "div" or (len(name) == len("div1") and name.startswith("div")):
            self._blocks(_added(made, self.keeper.empty(block, "div")), block, "")
        elif name in {"front", "body", "back", "text"} or (name in CONTAINERS and not _has_text(block)):
            self._blocks(made, block, name if name in CONTAINERS else kind)
        elif name not in ELEMENTS or (name == "head" and (kind or _begun(made))):
            made.append(self.keeper.copy(block, "note", type=name))
        elif kind and name == "p":
            made.append(self.keeper.copy(block, "note", type=kind))
        elif name == "address" or (kind and name not in GLOBAL):
            note = etree.SubElement(made, f"{{{TEI}}}note", {"type": kind or name})
            note.append(self.keeper.copy(block))
        else:
            made.append(self.keeper.copy(block))

    def _turn(self, made: etree._Element, turn: etree._Element) -> None:
        """Put a turn into *made*: what stands before its first words, then its words."""
        parts = _elements(turn)
        labels = [number for number, part in enumerate(parts) if local(part) == "speaker"]
        first = labels[-1] + 1 if labels else 0
        for part in parts[:first]:
            made.append(self.keeper.copy(part, "note", type="speaker") if local(part) == "speaker" else self._said(part))
            say(made, part.tail)
        if parts[first:]:
            words = _added(made, self.keeper.empty(turn, "u"))
            say(words, None if first else turn.text)
            for part in parts[first:]:
                self._say(words, part)
                say(words, part.tail)

    def _say(self, words: etree._Element, part: etree._Element) -> None:
        """Put a *part* of a turn into *words*; lines of verse one by one."""
        if local(part) in {"lg", "spGrp"}:
            say(words, part.text)
            for line in _elements(part):
                self._say(words, line)
                say(words, line.tail)
        else:
            words.append(self._said(part))

    def _said(self, part: etree._Element) -> etree._Element:
        """Return what one part of a turn becomes."""
        name = local(part)
        if name == "stage":
            return self.keeper.stage(part)
        if name in SAID:
            return self.keeper.copy(part, "seg")
        return self.keeper.copy(part) if name in ELEMENTS else self.keeper.copy(part, "note", type=name)

    def _loose(self, made: etree._Element, text: str | None) -> None:
        """Put *text* between blocks into *made*: white space as it is, words in a note."""
        if text and text.strip():
            note = etree.SubElement(made, f"{{{TEI}}}note", nsmap=NSMAP)
            note.text = text
        else:
            say(made, text)


def _elements(holder: etree._Element) -> list[etree._Element]:
    """Return the elements in *holder*; what follows a comment or an instruction follows the element before."""
    found: list[etree._Element] = [child for child in holder if isinstance(child.tag, str)]
    return found


def _has_text(holder: etree._Element) -> bool:
    """Tell whether words stand directly in *holder*."""
    return any(part and part.strip() for part in (holder.text, *(child.tail for child in holder)))


def _begun(made: etree._Element) -> bool:
    """Tell whether more than headings stand in *made*."""
    return any(local(child) not in {"head", "note", "pb", "lb", "milestone"} for child in made)


def _added(parent: etree._Element, child: etree._Element) -> etree._Element:
    """Append *child* to *parent* and return it."""
    parent.append(child)
    return child


def words(elements: Iterable[etree._Element]) -> int:
    """Return how many words stand in *elements*."""
    return sum(len("".join(map(str, element.itertext())).split()) for element in elements)
