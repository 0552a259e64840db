"""The paragraphs, lists, tables and characters of an OpenDocument text (OpenDocument 1.3, part 3, sections 5 to 9), as blocks."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tei_edition.ingest._flow import Flow
from tei_edition.ingest._odt_styles import OFFICE, STYLE, TEXT, Count, Styles
from tei_edition.ingest._rich import PLAIN, Run
from tei_edition.ingest._zip import local, number, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.ingest._rich import Block

DC = "{http://purl.org/dc/elements/1.1/}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
XLINK = "{http://www.w3.org/1999/xlink}"
SILENT = frozenset({
    "tracked-changes", "sequence-decls", "variable-decls", "user-field-decls", "forms", "annotation-end", "bookmark", "bookmark-start",
    "bookmark-end", "reference-mark", "reference-mark-start", "reference-mark-end", "soft-page-break", "alphabetical-index-mark",
    "toc-mark", "toc-mark-start", "toc-mark-end", "alphabetical-index-mark-start", "alphabetical-index-mark-end", "ruby-text",
    "table-of-content-source", "alphabetical-index-source", "illustration-index-source", "dde-connection-decls", "note-citation",
})
INSIDE = frozenset({"span", "a", "meta", "ruby", "ruby-base", "meta-field"})
"""What only holds characters."""

PLAIN_FIELDS = frozenset({"bookmark-ref", "reference-ref", "note-ref", "sequence", "number"})
"""Fields whose words come from the text itself."""

HIDDEN = frozenset({"hidden-text", "hidden-paragraph"})
GROUPS = frozenset({"section", "index-body", "table-of-content", "illustration-index", "alphabetical-index", "index-title", "bibliography",
                    "user-index", "object-index", "table-index"})


@dataclass
class Body:
    """
    A document on its way to blocks.

    *changes* are its tracked changes by their ids: what was done, by whom, and the words if they were deleted; *open* are the
    insertions that have begun, with the number of runs at that place; *notes* are filled on the way.
    """

    styles: Styles
    changes: dict[str, tuple[str, str, str]] = field(default_factory=dict)
    flow: Flow = field(default_factory=Flow)
    notes: dict[str, list[Block]] = field(default_factory=dict)
    open: dict[str, int] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)

    def blocks(self, element: Any, count: Count | None = None, level: int = 0, listed: str = "") -> None:
        """Take the paragraphs, lists and tables in *element*, which stands in the list *listed* at a *level*."""
        for child in element:
            name = local(child)
            if name in {"p", "h"}:
                self.paragraph(child, heading=name == "h")
            elif name == "list":
                self.list(child, count, level + 1, child.get(f"{TEXT}style-name") or listed or self._styled(child))
            elif name == "table":
                self.table(child)
            elif name in GROUPS:
                self.group(child, count, level, listed)
            elif name in {"change", "change-start", "change-end"}:
                self.change(child, name)
            elif name in {"frame", "custom-shape", "rect", "g"}:
                self.drawn(child)

    def group(self, element: Any, count: Count | None, level: int, listed: str) -> None:
        """Take what a section or an index holds, unless it is hidden."""
        if element.get(f"{TEXT}display") == "none":
            self.left_out("a hidden section", element)
        else:
            self.blocks(element, count, level, listed)

    def _styled(self, element: Any) -> str:
        """Return the list style that the first paragraph of a list names."""
        first = next((one for one in element.iter(f"{TEXT}p")), None)
        return self.styles.list_of(first.get(f"{TEXT}style-name") or "") if first is not None else ""

    def list(self, element: Any, outer: Count | None, level: int, listed: str) -> None:
        """Take a list: each item with what is printed before it."""
        definition = self.styles.level(listed, level)
        start = number(definition.get(f"{TEXT}start-value"), 1) if definition is not None else 1
        goes_on = element.get(f"{TEXT}continue-numbering") == "true" or element.get(f"{TEXT}continue-list")
        count = Count(definition, self.counts.get(f"{listed} {level}", start) if goes_on else start, outer)
        for item in element:
            if local(item) == "list-item":
                count.number = number(item.get(f"{TEXT}start-value"), count.number)
                first = next((one for one in item if local(one)), None)
                self.flow.label = count.shown if first is not None and local(first) != "list" else ""
                count.number += 1
            self.blocks(item, count, level, listed)
            self.flow.label = ""
        self.counts[f"{listed} {level}"] = count.number

    def paragraph(self, element: Any, *, heading: bool) -> None:
        """Take a paragraph."""
        name = element.get(f"{TEXT}style-name") or ""
        heading = heading or self.styles.is_heading(name)
        self.flow.page |= self.styles.breaks(name, "before") and not self.flow.in_row
        looks = {} if heading else self.styles.of_style("paragraph", name)
        self.inline(element, looks)
        self.flow.strip()
        if not self.flow.runs and not self.flow.in_row:
            self.flow.put(Run(self.flow.label.rstrip()))
        self.flow.label = "" if not self.flow.in_row else self.flow.label
        self.flow.end(heading=heading)
        self.flow.page |= self.styles.breaks(name, "after") and not self.flow.in_row

    def inline(self, element: Any, looks: dict[str, bool]) -> None:
        """Take the characters in *element*, which are set as *looks* says."""
        self.characters(element.text, looks)
        for child in element:
            self.part(child, local(child), looks)
            self.characters(child.tail, looks)

    def characters(self, text: str | None, looks: dict[str, bool]) -> None:
        """Take characters; those that are hidden are left out."""
        if text and looks.get("hidden"):
            shown = " ".join(text.split())
            if shown:
                advice = "Show it in the original if it belongs to the text."
                self.flow.remark("input-left-out", f"hidden text is left out: {shown[:80]!r}.", advice)
        elif text:
            self.flow.flow(text, _shown(looks))

    def part(self, child: Any, name: str, looks: dict[str, bool]) -> None:
        """Take an element among the characters."""
        if name in INSIDE:
            own = self.styles.of_style("text", child.get(f"{TEXT}style-name") or "") if name == "span" else {}
            self.inline(child, looks | own)
        elif name in {"s", "tab", "line-break"}:
            self.blank(child, name, looks)
        elif name == "note":
            key = f"note {len(self.notes) + 1}"
            self.notes[key] = list(self.note(child))
            self.flow.put(Run(note=key))
        elif name == "annotation":
            said = " ".join(words(one) for one in child if local(one) in {"p", "list"})
            author = child.findtext(f"{DC}creator") or "somebody"
            self.flow.remark("input-comment", f"a comment stands here. {author}: {said!r}", grave=False)
        elif name in {"change", "change-start", "change-end"}:
            self.change(child, name)
        elif name in HIDDEN:
            self.left_out("hidden text", child)
        elif name in {"frame", "custom-shape", "rect", "g"}:
            self.drawn(child)
        elif name and name not in SILENT:
            self.told(child, name)
            self.inline(child, looks)

    def blank(self, child: Any, name: str, looks: dict[str, bool]) -> None:
        """Take blanks, a tab or the end of a line."""
        if name == "s":
            self.flow.put(Run(" " * min(number(child.get(f"{TEXT}c"), 1), 1000), _shown(looks)))
        else:
            self.flow.put(Run(" " if self.flow.in_row else {"tab": "\t"}.get(name, "\n"), PLAIN))

    def note(self, element: Any) -> Iterator[Block]:
        """Yield the blocks of a note."""
        inner = Body(self.styles, self.changes)
        for body in element:
            if local(body) == "note-body":
                inner.blocks(body)
        yield from inner.flow.blocks

    def change(self, child: Any, name: str) -> None:
        """Say what was changed here."""
        key = child.get(f"{TEXT}change-id") or ""
        what, author, deleted = self.changes.get(key, ("", "", ""))
        if name == "change" and what == "deletion" and deleted:
            self.flow.remark("input-changed", f"{author} deleted {deleted!r}, which is left out.", "Accept or reject the change.")
        elif name == "change-start" and what == "insertion":
            self.open[key] = len(self.flow.runs)
        elif name == "change-end" and key in self.open:
            inserted = " ".join("".join(run.text for run in self.flow.runs[self.open.pop(key) :]).split())
            told = f"inserted {inserted[:80]!r}, which is taken." if inserted else "inserted paragraphs that end here, which are taken."
            self.flow.remark("input-changed", f"{author} {told}", "Accept or reject the change.")

    def told(self, child: Any, name: str) -> None:
        """Say that words come from a field."""
        if words(child) and name not in PLAIN_FIELDS:
            self.flow.remark("input-field", f"{words(child)!r} comes from a field ({name}), as it was last shown.", grave=False)

    def left_out(self, what: str, element: Any) -> None:
        """Say that the words in *element* are left out."""
        shown = words(element) or element.get(f"{TEXT}string-value") or ""
        if shown:
            self.flow.remark("input-left-out", f"{what} is left out: {shown!r}.", "Show it in the original if it belongs to the text.")

    def drawn(self, element: Any) -> None:
        """Say that a text box or a picture is left out."""
        inside = " ".join(words(one) for one in element.iter(f"{TEXT}p"))
        if inside.strip():
            advice = "Put its words into the running text, if they belong there."
            self.flow.remark("input-left-out", f"a text box is left out: {inside[:80]!r}.", advice)
        else:
            said = next((words(one) for one in element.iter() if local(one) in {"title", "desc"} and words(one)), "")
            self.flow.remark("input-left-out", f"a picture is left out{f' ({said})' if said else ''}.", grave=False)

    def table(self, table: Any) -> None:
        """Take a table: its rows are lines, tabs part the cells; one of a single column is paragraphs."""
        rows = [[cell for cell in row if local(cell) in {"table-cell", "covered-table-cell"}] for row in _rows(table)]
        if self.flow.in_row or all(len(row) < 2 for row in rows):  # noqa: PLR2004 - two columns make a table
            for row in rows:
                for cell in row:
                    self.blocks(cell)
            return
        self.flow.end()
        for at, row in enumerate(rows):
            self.flow.put(Run("\n" if at else ""))
            for column, cell in enumerate(row):
                self.flow.put(Run("\t" if column else ""))
                self.flow.in_row = True
                self.blocks(cell)
                self.flow.in_row = False
                self.flow.strip()
        self.flow.end(table=True)


def _rows(table: Any) -> Iterator[Any]:
    """Yield the rows of *table*, those of its groups and headings too, none of a table within it."""
    for child in table:
        if local(child) == "table-row":
            yield child
        elif local(child) in {"table-header-rows", "table-row-group", "table-rows"}:
            yield from _rows(child)


def _shown(looks: dict[str, bool]) -> frozenset[str]:
    """Return the styles that are on."""
    return frozenset(style for style, on in looks.items() if on and style != "hidden")


def changes(text: Any) -> dict[str, tuple[str, str, str]]:
    """Return the tracked changes in the element ``text`` by their ids: what was done, by whom, and the words that were deleted."""
    found = {}
    for region in text.iter(f"{TEXT}changed-region"):
        for what in region:
            author = what.findtext(f"{OFFICE}change-info/{DC}creator") or "somebody"
            deleted = " ".join(words(one) for one in what if local(one) not in {"change-info", ""})
            key = region.get(f"{TEXT}id") or region.get("{http://www.w3.org/XML/1998/namespace}id") or ""
            found[key] = (local(what), author, deleted)
    return found


def furniture(root: Any) -> Iterator[tuple[str, str]]:
    """Yield what each header and footer of the pages says, with what it is called."""
    for page in root.iter(f"{STYLE}master-page"):
        for part in page:
            if local(part).startswith(("header", "footer")) and words(part):
                yield local(part)[:6], words(part)
