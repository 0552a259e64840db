"""
Read HTML: what a browser shows of it, as plain text with styles.

It is parsed as HTML5 is, by selectolax (MIT; the extra ``html``). Scripts and style sheets are not read: a style counts where an
element or its own ``style`` sets it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tei_edition.errors import SourceError
from tei_edition.ingest import _css, _decode, _links, _lists
from tei_edition.ingest._extra import needed
from tei_edition.ingest._flow import Flow
from tei_edition.ingest._rich import PLAIN, Block, Run, compose
from tei_edition.model import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tei_edition.ingest._rich import Remark
    from tei_edition.model import Source

ALSO = ("htm", "xhtml")
CHARSET = re.compile(rb"""<meta[^>]+charset\s*=\s*["']?\s*([\w:.-]+)|<\?xml[^>]+encoding\s*=\s*["']([\w.-]+)""", re.IGNORECASE)
SILENT = frozenset({"script", "style", "template", "noscript", "head", "title", "meta", "link", "wbr", "colgroup", "col"})
BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "div", "dl", "dt", "fieldset", "figcaption",
    "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "li", "main", "menu", "nav", "ol", "p", "pre",
    "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "caption", "legend",
})
PICTURES = frozenset({"img", "svg", "object", "embed", "video", "audio", "canvas", "iframe", "picture", "math"})
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
DEEPEST = 300
SHOWN = 60


def read(data: bytes, name: str, encoding: str | None = None) -> Source:
    """Return the transcript that the page in *data* shows; raises `SourceError` where it cannot be read."""
    text, _, _ = _decode.decode(data, name, encoding or _charset(data))
    return read_text(text, data, name)


def read_text(text: str, data: bytes, name: str, extra: str = "html", remarks: Sequence[Remark] = ()) -> Source:
    """Return the transcript that the page *text* shows, made of the file *data*, which the *extra* reads, with *remarks* on it."""
    body = needed("selectolax.lexbor", extra, name).LexborHTMLParser(text).body
    if body is None:
        return compose(data, name, [], remarks=remarks)
    notes = _links.find(body)
    page = _Page(notes, name)
    page.walk(body, PLAIN, 0)
    page.flow.end()
    return compose(data, name, page.flow.blocks, {key: list(page.note(node)) for key, node in notes.elements.items()}, remarks)


def _charset(data: bytes) -> str | None:
    """Return the encoding that the page itself names; what it calls Latin-1 is Windows-1252 (Encoding Standard, section 4.2)."""
    found = CHARSET.search(data[:4096])
    named = (found[1] or found[2]).decode("ascii", "replace").lower() if found else ""
    return "windows-1252" if named in {"iso-8859-1", "latin1", "us-ascii", "ascii"} else named or None


@dataclass
class _Page:
    """A page on its way to blocks; *counters* are the numbers of the lists that are open."""

    notes: _links.Notes
    name: str
    flow: Flow = field(default_factory=Flow)
    counters: list[_Counter] = field(default_factory=list)

    def note(self, node: Any) -> Iterator[Block]:
        """Return the blocks of a note."""
        inner = _Page(_links.Notes(backs=self.notes.backs), self.name)
        inner.children(node, PLAIN, 0)
        inner.flow.end()
        yield from inner.flow.blocks

    def children(self, node: Any, styles: frozenset[str], depth: int, *, pre: bool = False) -> None:
        """Take what stands in *node*."""
        if depth > DEEPEST:
            message = f"its elements are nested more than {DEEPEST} deep."
            raise SourceError.at(Finding(self.name, "input", message, "Save it anew from the program it comes from."))
        child = node.child
        while child is not None:
            self.walk(child, styles, depth + 1, pre=pre)
            child = child.next

    def walk(self, node: Any, styles: frozenset[str], depth: int, *, pre: bool = False) -> None:
        """Take *node* with what stands in it."""
        tag = node.tag or "-"
        if tag == "-text":
            self.text(node.text_content or "", styles, pre=pre)
        elif tag in SILENT or tag.startswith(("-", "!")) or node.mem_id in self.notes.backs or node.mem_id in self.notes.bodies:
            return
        elif node.mem_id in self.notes.marks:
            self.flow.put(Run(note=self.notes.marks[node.mem_id]))
        elif _css.is_hidden(node.attributes):
            self.left_out("hidden text", node)
        elif tag == "br":
            self.flow.line()
        elif tag in PICTURES:
            self.picture(node)
        elif tag in BLOCKS:
            self.block(node, tag, styles, depth, pre=pre)
        else:
            self.children(node, _css.styles(tag, node.attributes, styles), depth, pre=pre)

    def text(self, text: str, styles: frozenset[str], *, pre: bool) -> None:
        """Take characters."""
        if not pre:
            self.flow.flow(text, styles)
            return
        for number, line in enumerate(text.split("\n")):
            if number:
                self.flow.put(Run("\n"))
            self.flow.put(Run(line, styles))

    def left_out(self, what: str, node: Any) -> None:
        """Say that the words in *node* are left out."""
        words = " ".join(node.text(deep=True).split())
        if words:
            advice = "Show it in the original if it belongs to the text."
            self.flow.remark("input-left-out", f"{what} is left out: {words[:SHOWN]!r}.", advice)

    def picture(self, node: Any) -> None:
        """Say that a picture is left out."""
        said = node.attributes.get("alt") or node.attributes.get("src") or ""
        self.flow.remark("input-left-out", f"a picture is left out{f' ({said[:SHOWN]})' if said else ''}.", grave=False)

    def block(self, node: Any, tag: str, styles: frozenset[str], depth: int, *, pre: bool) -> None:
        """Take an element that makes paragraphs of its own."""
        attributes = node.attributes
        self.flow.end()
        if _css.breaks(attributes, "before"):
            self.flow.break_page()
        inner = _css.styles(tag, attributes, styles)
        if tag == "table" and _is_grid(node):
            self.table(node, inner, depth)
        elif tag == "li":
            self.item(node, inner, depth)
        elif tag in {"ol", "ul", "menu"}:
            self.counters.append(_Counter.of(node))
            self.children(node, inner, depth)
            self.counters.pop()
        else:
            self.children(node, inner, depth, pre=pre or tag == "pre")
        self.flow.end(heading=tag in HEADINGS)
        if _css.breaks(attributes, "after"):
            self.flow.break_page()

    def item(self, node: Any, styles: frozenset[str], depth: int) -> None:
        """Take a list item, with what is printed before it."""
        self.flow.label += self.counters[-1].next(node.attributes.get("value")) if self.counters else f"{_lists.BULLET} "
        self.children(node, styles, depth)
        if self.flow.label:
            self.flow.put(Run(self.flow.label.rstrip()))
            self.flow.label = ""

    def table(self, node: Any, styles: frozenset[str], depth: int) -> None:
        """Take a table: its rows are lines, tabs part the cells."""
        for caption in node.css("caption"):
            self.block(caption, "caption", styles, depth, pre=False)
        for number, row in enumerate(node.css("tr")):
            if number:
                self.flow.strip()
                self.flow.put(Run("\n"))
            for column, cell in enumerate(_cells(row)):
                if column:
                    self.flow.strip()
                    self.flow.put(Run("\t"))
                self.flow.in_row = True
                self.children(cell, _css.styles(cell.tag, cell.attributes, styles), depth + 1)
                self.flow.in_row = False
        self.flow.strip()
        self.flow.end(table=True)


@dataclass
class _Counter:
    """The count of a list: its *style* of numbers, empty for bullets, the next *number* and the *step* to the one after."""

    style: str
    number: int
    step: int = 1

    @classmethod
    def of(cls, node: Any) -> _Counter:
        """Return the counter of the list *node*."""
        if node.tag != "ol":
            return cls("", 0)
        items = sum(1 for child in node.iter() if child.tag == "li")
        back = "reversed" in node.attributes
        return cls(node.attributes.get("type") or "1", _number(node.attributes.get("start"), items if back else 1), -1 if back else 1)

    def next(self, value: str | None) -> str:
        """Return what is printed before the next item, whose own number is *value*."""
        if not self.style:
            return f"{_lists.BULLET} "
        number = _number(value, self.number)
        self.number = number + self.step
        return f"{_lists.numeral(number, self.style)}. "


def _number(value: str | None, usual: int) -> int:
    """Return the number that an attribute has, the *usual* one where it has none."""
    return int(value) if value and re.fullmatch(r"-?\d{1,9}", value.strip()) else usual


def _cells(row: Any) -> list[Any]:
    """Return the cells of a row."""
    return [cell for cell in row.iter() if cell.tag in {"td", "th"}]


def _is_grid(table: Any) -> bool:
    """Tell whether *table* is one of several columns and no mere frame round other things."""
    nested = len(table.css("table")) > 1
    return not nested and any(len(_cells(row)) > 1 for row in table.css("tr"))
