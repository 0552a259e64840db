"""
The text of a play for DraCor, which takes all of `p` and `l` in a speech for spoken but for `stage` and `note`.

So that no word of an editor is counted as spoken: what was put in, corrected, expanded or said in the place of a gap becomes a `note`,
what happened a `stage`. Their printed marks, which the header declared for the element, stand in them as text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from tei_edition.encode import instruction, marks
from tei_edition.encode.transcript import RENDITION
from tei_edition.encode.weave import TEI

if TYPE_CHECKING:
    from collections.abc import Iterable

DIVISIONS = frozenset({
    "act", "scene", "subscene", "prologue", "epilogue", "preface", "postface", "dedication", "interlude", "entracte", "part", "appendix",
    "front", "epigraph", "notes", "set", "tableau", "location", "configuration", "variant", "dictionary", "ouverture",
})
"""The types of divisions that DraCor knows."""

PUT_IN = ("supplied", "ex", "corr", "reg", "figDesc", "stamp")
UNFIT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""Characters that a mark may have and XML may not, such as a form feed."""

HAPPENED = ("incident", "vocal", "kinesic")


def convert(tree: etree._ElementTree) -> None:
    """Change the text of *tree*."""
    declared = marks.read(tree.iter(RENDITION))
    for text in tree.getroot().iterfind(f"{{{TEI}}}text"):
        for division in text.iter(f"{{{TEI}}}div"):
            if division.get("type") not in DIVISIONS:
                division.set("type", "part")
        for speech in list(text.iter(f"{{{TEI}}}sp")):
            _speech(speech, declared)
        for event in _all(text, HAPPENED):
            _become(event, "stage", declared)
        etree.strip_elements(text, etree.ProcessingInstruction, with_tail=False)


def _speech(speech: etree._Element, declared: marks.Marks) -> None:
    """Take out of what is spoken what nobody said, and see that all the rest stands in paragraphs."""
    for event in _all(speech, HAPPENED):
        _become(event, "stage", declared)
    for gap in _all(speech, ("gap", "space")):
        _gap(gap, declared)
    for put in _all(speech, (*PUT_IN, "seg", "label", "ref", "expan")):
        name = _kind(put, declared)
        if name:
            _become(put, name, declared)
    for choice in _all(speech, ("choice",)):
        choice.tag = f"{{{TEI}}}seg"
        choice.set("type", "choice")
    for block in [one for one in speech if one.tag in {f"{{{TEI}}}list", f"{{{TEI}}}table"}]:
        _unfold(block)


def _kind(element: etree._Element, declared: marks.Marks) -> str:
    """Return what *element* becomes, if its words are not those of the speaker; an empty text where they are."""
    name, type_ = etree.QName(element).localname, element.get("type")
    if name == "seg":
        return {"delivery": "stage", "bracketed": "note"}.get(type_ or "", "")
    if name == "label":
        return "note" if any(_marks(element, declared)) else ""
    if name == "expan":
        return "note" if _parent(element) == "choice" else ""
    return "note" if name != "ref" or type_ == "noteref" else ""


def _parent(element: etree._Element) -> str:
    """Return the name of what *element* is in."""
    parent = element.getparent()
    return etree.QName(parent).localname if parent is not None else ""


def _unfold(block: etree._Element) -> None:
    """Put paragraphs in the place of a list or a table in a speech: a label with its item, a row."""
    made: list[etree._Element] = []
    label: etree._Element | None = None
    for part in [one for one in block if isinstance(one.tag, str)]:
        kind = etree.QName(part).localname
        if kind == "label":
            label = part
            continue
        paragraph = etree.Element(f"{{{TEI}}}p", {str(key): str(value) for key, value in part.attrib.items() if str(key).startswith("{")})
        for inner in ([label] if label is not None else []) + ([part] if kind != "row" else list(part)):
            _pour(inner, paragraph)
        made.append(paragraph)
        label = None
    if made:
        made[-1].tail = block.tail
        parent = block.getparent()
        if parent is not None:
            place = parent.index(block)
            parent[place:place + 1] = made


def _pour(source: etree._Element, target: etree._Element) -> None:
    """Put the content of *source* at the end of *target*, after a blank."""
    words = f"{' ' if len(target) or target.text else ''}{source.text or ''}"
    if len(target):
        target[-1].tail = (target[-1].tail or "") + words
    else:
        target.text = (target.text or "") + words
    target.extend(list(source))


def _gap(gap: etree._Element, declared: marks.Marks) -> None:
    """Leave *gap* empty, and put what is said of it or printed for it into a note behind it."""
    before, after = _marks(gap, declared)
    words = f"{before}{''.join(map(str, gap.itertext()))}{after}"
    if not words.strip():
        return
    note = etree.Element(f"{{{TEI}}}note", type="gap")
    note.text, note.tail, gap.tail, gap.text = words, gap.tail, None, None
    gap[:] = []
    gap.addnext(note)


def _become(element: etree._Element, name: str, declared: marks.Marks) -> None:
    """Make *element* a note or a stage direction, with its marks as text."""
    before, after = _marks(element, declared)
    kind = etree.QName(element).localname
    for described in element.findall(f"{{{TEI}}}desc"):
        described.tag = f"{{{TEI}}}seg"
    kept = {key: value for key, value in element.attrib.items() if str(key).startswith("{")}
    element.attrib.clear()
    element.attrib.update(kept)
    element.tag = f"{{{TEI}}}{name}"
    if name == "note":
        element.set("type", kind)
    element.text = before + (element.text or "")
    if len(element):
        element[-1].tail = (element[-1].tail or "") + after
    else:
        element.text += after


def _marks(element: etree._Element, declared: marks.Marks) -> tuple[str, str]:
    """Return the marks of *element*: those declared, without those where it was cut, or those that an instruction in it tells."""
    attributes = [(str(name), str(value)) for name, value in element.attrib.items()]
    before, after = declared.of(etree.QName(element).localname, attributes)
    before, after = "" if "prev" in element.attrib else before, "" if "next" in element.attrib else after
    for node in element:
        told = instruction.read(node)
        before, after = told.get("before", before), told.get("after", after)
    return UNFIT.sub(" ", before), UNFIT.sub(" ", after)


def _all(element: etree._Element, names: Iterable[str]) -> list[etree._Element]:
    """Return the elements in *element* called one of *names*, but those in a speaker's label."""
    found = element.iter(*(f"{{{TEI}}}{name}" for name in names))
    return [one for one in found if next(one.iterancestors(f"{{{TEI}}}speaker"), None) is None]
