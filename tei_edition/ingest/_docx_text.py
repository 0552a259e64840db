"""The paragraphs, tables and runs of a Word document (ECMA-376 part 1, section 17.3), as blocks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tei_edition.ingest import _zip
from tei_edition.ingest._docx_styles import Styles, W, attribute
from tei_edition.ingest._flow import Flow
from tei_edition.ingest._rich import PLAIN, Run

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tei_edition.ingest._docx_lists import Lists
    from tei_edition.ingest._rich import Block

SPACE = "{http://www.w3.org/XML/1998/namespace}space"
CONTROLS = re.compile(r"[\t\r\n]+")
SIGNS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
INSIDE = frozenset({"hyperlink", "smartTag", "sdt", "sdtContent", "customXml", "bdo", "dir", "moveTo", "oMathPara", "ruby", "rubyBase"})
"""What only holds runs, or paragraphs."""

DRAWN = frozenset({"drawing", "pict", "object", "AlternateContent"})
QUIET = frozenset({"HYPERLINK", "TOC", "REF", "PAGEREF", "NOTEREF"})
"""Fields whose words were typed, or come from the text itself."""

PRIVATE = 0xF000
"""From here on a character of a font of symbols has its code in it ([MS-OI29500], section 2.1.30)."""


@dataclass
class Body:
    """
    A document on its way to blocks.

    *comments* are by their ids; *pages* tells of each section whether it begins a page; *fields* are those that are open, with their
    instructions, and whether their words have begun.
    """

    styles: Styles
    lists: Lists
    comments: Mapping[str, str]
    pages: tuple[bool, ...] = ()
    flow: Flow = field(default_factory=Flow)
    section: int = 0
    fields: list[list[str]] = field(default_factory=list)
    paragraph: str = ""
    heading: bool = False

    def inner(self, element: Any) -> list[Block]:
        """Return the blocks in *element*, apart from those collected so far."""
        other = Body(self.styles, self.lists, self.comments)
        other.blocks(element)
        return other.flow.blocks

    def blocks(self, element: Any) -> None:
        """Take the paragraphs and tables in *element*."""
        for child in element:
            name = _zip.local(child)
            if name == "p":
                self.take(child)
            elif name == "tbl":
                self.table(child)
            elif name in INSIDE or name in {"ins", "body"}:
                self.blocks(child)
            elif name in {"del", "moveFrom"}:
                self.deleted(child)

    def take(self, paragraph: Any) -> None:
        """Take a paragraph."""
        settings = paragraph.find(f"{W}pPr")
        self.paragraph = attribute(settings, "val", "pStyle") or self.styles.default
        self.heading = self.styles.is_heading(paragraph, self.paragraph)
        if self._begins_page(settings):
            self.flow.break_page()
        self.flow.label = "" if self.flow.in_row else self.lists.label(paragraph, self.paragraph, self.styles)
        self.runs(paragraph)
        if not self.flow.runs and not self.flow.in_row:
            self.flow.put(Run(self.flow.label.rstrip()))
        self.flow.label = ""
        self.flow.end(heading=self.heading)
        if settings is not None and settings.find(f"{W}sectPr") is not None:
            self.section += 1
            self.flow.page |= self.section < len(self.pages) and self.pages[self.section]

    def _begins_page(self, settings: Any) -> bool:
        """Tell whether the paragraph itself, or its style, asks for a new page."""
        own = settings.find(f"{W}pageBreakBefore") if settings is not None else None
        asked = self.styles.paragraph(self.paragraph, "pageBreakBefore") if own is None else own
        return asked is not None and asked.get(f"{W}val") not in {"0", "false", "off"}

    def runs(self, element: Any) -> None:
        """Take the runs in *element*."""
        for child in element:
            name = _zip.local(child)
            if name == "r":
                self.run(child)
            elif name in INSIDE:
                self.runs(child)
            elif name == "ins":
                self.inserted(child)
            elif name in {"del", "moveFrom"}:
                self.deleted(child)
            elif name == "fldSimple":
                self.told(attribute(child, "instr"), _zip.words(child))
                self.runs(child)
            elif name == "oMath":
                self.flow.remark("input-left-out", "a formula is taken as its characters in one line.", grave=False)
                self.flow.put(Run(_zip.words(child, most=len(child.xpath("string()")))))

    def inserted(self, element: Any) -> None:
        """Take what was inserted, and say so."""
        words = _zip.words(element)
        if words:
            self.flow.remark("input-changed", f"{_author(element)} inserted {words!r}, which is taken.", "Accept or reject the change.")
        self.runs(element)

    def deleted(self, element: Any) -> None:
        """Say what was deleted, and leave it out."""
        words = _zip.words(element)
        if words:
            verb = "moved away" if _zip.local(element) == "moveFrom" else "deleted"
            self.flow.remark("input-changed", f"{_author(element)} {verb} {words!r}, which is left out.", "Accept or reject the change.")

    def told(self, instruction: str, words: str) -> None:
        """Say that *words* come from a field."""
        kind = (instruction.split() or ["?"])[0].upper()
        if kind not in QUIET and words:
            self.flow.remark("input-field", f"{words!r} comes from a field ({kind}), as it was last shown.", grave=False)

    def run(self, run: Any) -> None:
        """Take a run."""
        settings = run.find(f"{W}rPr")
        styles = self.styles.run(settings, self.paragraph, heading=self.heading)
        if "hidden" in styles:
            words = _zip.words(run)
            if words:
                advice = "Show it in the original if it belongs to the text."
                self.flow.remark("input-left-out", f"hidden text is left out: {words!r}.", advice)
            return
        custom = False
        for child in run:
            name = _zip.local(child)
            if name == "fldChar":
                self.field(attribute(child, "fldCharType"))
            elif name == "instrText" and self.fields:
                self.fields[-1][0] += child.text or ""
            elif self.fields and self.fields[-1][1] == "instruction":
                continue
            elif name in {"footnoteReference", "endnoteReference"}:
                self.flow.put(Run(note=f"{name.removesuffix('Reference')} {attribute(child, 'id')}"))
                custom = attribute(child, "customMarkFollows") in {"1", "true", "on"}
            elif not (custom and name in {"t", "sym"}):
                self.part(child, name, styles)

    def field(self, what: str) -> None:
        """Follow a field: its beginning, the beginning of its words, its end."""
        if what == "begin":
            self.fields.append(["", "instruction", str(len(self.flow.runs))])
        elif what == "separate" and self.fields:
            self.fields[-1][1:] = ["words", str(len(self.flow.runs))]
        elif what == "end" and self.fields:
            instruction, phase, start = self.fields.pop()
            if phase == "words":
                self.told(instruction, "".join(run.text for run in self.flow.runs[int(start) :]).strip())

    def part(self, child: Any, name: str, styles: frozenset[str]) -> None:
        """Take a part of a run: characters, a sign, a break, something drawn."""
        if name == "t":
            text = CONTROLS.sub(" ", child.text or "")
            self.flow.put(Run(text if child.get(SPACE) == "preserve" else text.strip(" "), styles))
        elif name in SIGNS:
            sign = SIGNS[name]
            self.flow.put(Run(" " if self.flow.in_row and sign in "\t\n" else sign, styles if sign.strip() else PLAIN))
        elif name == "br":
            page = attribute(child, "type") == "page" and not self.flow.in_row
            self.flow.put(Run("\f" if page else " " if self.flow.in_row else "\n"))
        elif name == "sym":
            self.symbol(child, styles)
        elif name == "commentReference":
            said = self.comments.get(attribute(child, "id"), "")
            self.flow.remark("input-comment", f"a comment stands here. {said}", grave=False)
        elif name in DRAWN:
            self.drawn(child)

    def symbol(self, child: Any, styles: frozenset[str]) -> None:
        """Take a character that a font of symbols draws."""
        code = _zip.number(attribute(child, "char"), 0, base=16)
        if code:
            self.flow.put(Run(chr(code - PRIVATE if PRIVATE < code < PRIVATE + 256 else code), styles))
        font = attribute(child, "font")
        message = f"a sign of the font {font} stands here; only its code ({code:X}) is known."
        self.flow.remark("input-left-out", message, "Put the character itself there.")

    def drawn(self, element: Any) -> None:
        """Say that a text box or a picture is left out."""
        boxes = [inner for inner in element.iter() if _zip.local(inner) == "txbxContent"]
        if boxes:
            advice = "Put its words into the running text, if they belong there."
            self.flow.remark("input-left-out", f"a text box is left out: {_zip.words(boxes[0])!r}.", advice)
            return
        said = next((value for inner in element.iter() for name in ("descr", "alt") if (value := inner.get(name))), "")
        self.flow.remark("input-left-out", f"a picture is left out{f' ({said[:60]})' if said else ''}.", grave=False)

    def table(self, table: Any) -> None:
        """Take a table: its rows are lines, tabs part the cells; one of a single column is paragraphs."""
        rows = _within(table, "tr")
        cells = [_within(row, "tc") for row in rows]
        if self.flow.in_row or all(len(row) < 2 for row in cells):  # noqa: PLR2004 - two columns make a table
            for row in cells:
                for cell in row:
                    self.blocks(cell)
            return
        self.flow.end()
        for number, (row, within) in enumerate(zip(rows, cells, strict=True)):
            if row.find(f"{W}trPr/{W}del") is not None:
                self.deleted(row)
                continue
            self.flow.put(Run("\n" if number and self.flow.runs else ""))
            self.row(within)
        self.flow.end(table=True)

    def row(self, cells: list[Any]) -> None:
        """Take a row of a table."""
        for column, cell in enumerate(cells):
            self.flow.strip()
            self.flow.put(Run("\t" if column else ""))
            self.flow.in_row = True
            self.blocks(cell)
            self.flow.in_row = False
        self.flow.strip()


def _within(element: Any, name: str) -> list[Any]:
    """Return the rows of a table, or the cells of a row, and none of a table within it."""
    found = [child for child in element.iter(f"{W}{name}") if child is not element]
    return [child for child in found if child.getparent() is element or _zip.local(child.getparent()) == "sdtContent"]


def _author(change: Any) -> str:
    """Return who made a change."""
    return attribute(change, "author") or "somebody"
