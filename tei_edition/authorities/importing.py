"""
A table of persons, places and organizations, out to a spreadsheet or OpenRefine and back.

Out goes one row for each thing that the authority files state, and one for each label that nobody listed bears. Back comes what was
changed in it; a row that is missing takes nothing away.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from tei_edition import fields, xml
from tei_edition.authorities import cells, files, load, near, table
from tei_edition.authorities.changing import LISTS, Changed, Changes
from tei_edition.authorities.editing import element, name_parts, person_name
from tei_edition.authorities.reading import NAMES
from tei_edition.authorities.table import ATTRIBUTES, COLUMNS, NEEDED, PARTS
from tei_edition.errors import SettingsError, ToolError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from tei_edition.authorities.cells import Line
    from tei_edition.authorities.editing import Editor
    from tei_edition.authorities.table import Item
    from tei_edition.model import Finding
    from tei_edition.roster import Roster

NEW_ELEMENTS = {"office": "occupation", "identifier": "idno", "birth": "birth", "death": "death"}
DATES = frozenset({"when", "from", "to", "notBefore", "notAfter"})

Key = tuple[str, str, str, str]


def people_table(folder: Path, found: Roster | None = None) -> str:
    """
    Return the table (CSV) of the authority files that serve the edition in *folder*, and of the labels *found* to be nobody's listed.

    Raises `MarkupError` where a file is broken.
    """
    rows: list[Mapping[str, str]] = []
    for path in files(folder):
        rows += [item.cells for item in table.items(xml.parse(path).getroot(), _name(path, folder))]
    likely: dict[str, str] = {}
    for suggestion in found.suggestions if found else ():
        words = f"{suggestion.id if suggestion.listed else suggestion.other} {suggestion.score:.2f} ({'; '.join(suggestion.reasons)})"
        likely[suggestion.label] = "; ".join(filter(None, (likely.get(suggestion.label), words)))
    for row in found.rows if found else ():
        if row.id and not row.name:
            shown = {"turns": str(row.turns), "documents": "; ".join(row.documents), "suggestion": likely.get(row.label, "")}
            rows.append({"sort": "person", "item": "label", "text": row.label, **shown})
    return cells.write(COLUMNS, rows)


def import_people(folder: Path, path: Path, *, own: bool = False, dry: bool = False) -> Changed:
    """
    Write what the table at *path* changes into the authority files of the edition in *folder*, all or nothing.

    A label with an id becomes a name of that person, a row without a number a new name, office or identifier. An id that is nowhere is
    a new entry, in the shared folder or in the edition's *own*, if a row gives its name. *dry*: nothing is written. Raises
    `SettingsError` with every fault at its line and the number of its column.
    """
    lines = cells.read(xml.read(path), str(path), NEEDED)
    importer = _Importer(Changes(folder, own=own), str(path), tuple(lines[0].cells) if lines else COLUMNS)
    importer.named = {line.cells["id"] for line in lines if _names(line.cells)}
    for line in lines:
        importer.take(line)
    if importer.findings:
        raise SettingsError.at(*importer.findings)
    return importer.changes.write(dry=dry)


def _name(path: Path, folder: Path) -> str:
    """Return what the table calls an authority file: its path from the edition's folder."""
    return os.path.relpath(path.resolve(), folder.resolve()).replace(os.sep, "/")


class _Importer:
    """Takes the lines of a table one by one, and keeps what is wrong with them."""

    def __init__(self, changes: Changes, path: str, columns: tuple[str, ...]) -> None:
        """Look up what the files state now."""
        self.changes, self.path, self.columns = changes, path, columns
        self.findings: list[Finding] = []
        self.named: set[str] = set()
        self.items: dict[Key, tuple[Editor, Item]] = {}
        for file, editor in changes.editors.items():
            name = _name(file, changes.folder)
            self.items |= {(name, *item.key): (editor, item) for item in table.items(editor.root, name)}

    def take(self, line: Line) -> None:
        """Make the changes of one line, or tell why not."""
        for check in (self._check_item, self._check_dates, self._check_words, self._check_id):
            if finding := check(line):
                self.findings.append(finding)
                return
        own = line.cells
        try:
            if own["item"] == "label":
                self._label(own)
            elif own["number"]:
                self._known(line)
            elif own["id"]:
                self._added(own)
        except ToolError as error:
            self.findings.append(self._fault(line, "id", " ".join(found.message for found in error.findings), error.findings[0].advice))

    def _fault(self, line: Line, column: str, message: str, advice: str) -> Finding:
        """Return a finding at the cell of *line* in *column*."""
        return line.fault(self.path, column, self.columns, message, advice)

    def _check_item(self, line: Line) -> Finding | None:
        """Return the finding for a row that is of nothing known."""
        if line.cells["sort"] not in LISTS:
            return self._fault(line, "sort", f"the sort {line.cells['sort']!r} is none.", f"Write {', '.join(LISTS)}.")
        if line.cells["item"] not in {"name", "label", *NEW_ELEMENTS}:
            return self._fault(line, "item", f"the item {line.cells['item']!r} is none.", f"Write name, label, {', '.join(NEW_ELEMENTS)}.")
        key = tuple(line.cells[name] for name in ("file", "id", "item", "number"))
        if line.cells["number"] and line.cells["item"] != "label" and key not in self.items:
            said = f"{line.cells['file']} has no {line.cells['item']} {line.cells['number']} of {line.cells['id']!r}."
            return self._fault(line, "number", said, "Leave the number empty for what is new; if the file has changed, export again.")
        return None

    def _check_dates(self, line: Line) -> Finding | None:
        """Return the finding for a date or a language that is none."""
        checks: dict[str, Callable[[object], str]] = {**dict.fromkeys(sorted(DATES), fields.date), "language": fields.language}
        for column, check in checks.items():
            try:
                _ = line.cells.get(column) and check(line.cells[column])
            except ValueError as error:
                return self._fault(line, column, f"{column} {error}.", "Correct the cell.")
        return None

    def _check_words(self, line: Line) -> Finding | None:
        """Return the finding for words that XML cannot hold."""
        for column in ("text", "type", *PARTS):
            try:
                _ = line.cells.get(column, "").strip() and fields.text(line.cells[column])
            except ValueError as error:
                return self._fault(line, column, f"{column} {error}.", "Correct the cell.")
        return None

    def _check_id(self, line: Line) -> Finding | None:
        """Return the finding for an id that is nobody's, and for which no row gives a name."""
        id_ = line.cells["id"]
        if not id_ or line.cells["number"] or id_ in self.named or self.changes.entry(id_):
            return None
        otherwise = "For a new entry give forename or surname in this row, or a row of the item name."
        return self._fault(line, "id", f"nobody who is listed has the id {id_!r}.", near.advice(id_, load(self.changes.folder), otherwise))

    def _label(self, own: Mapping[str, str]) -> None:
        """List a label as a name of the person whose id it got."""
        if not own["id"]:
            return
        if self.changes.entry(own["id"]) is None and own["id"] not in self.changes.new:
            self.changes.add_entry(own["id"], own["sort"], markup=_structured(own))
        self.changes.list_name(own["id"], _line(own["text"]))

    def _added(self, own: Mapping[str, str]) -> None:
        """Add a name, an office or an identifier, to an entry that is there or to a new one."""
        found = self.changes.entry(own["id"])
        if any(_is_there(own, item.cells) for _, item in self.items.values()):
            return
        if found is None and own["id"] not in self.changes.new:
            self.changes.add_entry(own["id"], own["sort"])
        markup, text = _markup(own), _line(own["text"]) or " ".join(_line(own.get(part, "")) for part in PARTS if own.get(part))
        if own["item"] == "name":
            self.changes.list_name(own["id"], text, markup)
            return
        if found is None:
            self.changes.new[own["id"]].more.append(markup)
        else:
            found[0].insert_into(found[1], markup)
        self.changes.said.append(f"{own['id']}: {own['item']} {text!r} is added.")

    def _known(self, line: Line) -> None:
        """Change what a row says otherwise than the file."""
        own = line.cells
        editor, item = self.items[own["file"], own["id"], own["item"], own["number"]]
        changed = [column for column in ("text", *PARTS, *ATTRIBUTES) if column in own and _line(own[column]) != item.cells[column]]
        parts = [part for part in PARTS if part in changed]
        if "text" in changed and not parts and len(item.element):
            advice = "Change forename, patronymic or surname; the whole follows from them."
            self.findings.append(self._fault(line, "text", "this name is made of parts.", advice))
            return
        if ("text" in changed and not _line(own["text"])) or any(not _line(own[part]) for part in parts):
            column = next(one for one in (*parts, "text") if not _line(own[one]))
            advice = "A table takes nothing away; take it out of the XML file."
            self.findings.append(self._fault(line, column, f"{item.cells[column]!r} is gone.", advice))
            return
        for said in _edit(editor, item, own, changed, parts):
            self.changes.said.append(f"{own['id']}: {said}")


def _edit(editor: Editor, item: Item, own: Mapping[str, str], changed: list[str], parts: list[str]) -> Iterator[str]:
    """Make the changes of a row in its element; yield what each is."""
    added = [part for part in parts if len(table.parts(item.element, part)) != 1]
    if added:
        editor.set_markup(item.element, name_parts(*(_line(own.get(part, item.cells[part])) for part in PARTS)))
    for column in changed:
        value = _line(own[column])
        if column in PARTS and not added:
            editor.set_text(table.parts(item.element, column)[0], value)
        elif column == "text" and not parts:
            editor.set_text(item.element, value)
        elif column in ATTRIBUTES:
            editor.set_attribute(item.element, ATTRIBUTES[column], value)
        if column != "text" or not parts:
            yield f"{column} of {item.cells['item']} {item.cells['number']} was {item.cells[column]!r}, is {value!r}."


def _names(own: Mapping[str, str]) -> bool:
    """Tell whether a row gives a new entry a name: it is of that item, or has the parts of one."""
    return not own["number"] and (own["item"] == "name" or any(_line(own.get(part, "")) for part in PARTS))


def _is_there(own: Mapping[str, str], cells: Mapping[str, str]) -> bool:
    """Tell whether the files state already what a row without a number would add."""
    told = {name: _line(own.get(name, "")) for name in ("id", "item", "text", *ATTRIBUTES)}
    return own["item"] != "name" and all(cells[name] == value for name, value in told.items())


def _line(value: str) -> str:
    """Return *value* on one line."""
    return " ".join(value.split())


def _structured(own: Mapping[str, str]) -> str:
    """Return the markup of a name whose parts a row gives; nothing where it gives none."""
    parts = [_line(own.get(part, "")) for part in PARTS]
    return person_name(parts[0], parts[1], parts[2], {}) if any(parts) else ""


def _markup(own: Mapping[str, str]) -> str:
    """Return the markup of what a row adds."""
    attributes = {name: _line(own.get(column, "")) for column, name in ATTRIBUTES.items()}
    parts = [_line(own.get(part, "")) for part in PARTS]
    if own["item"] == "name" and any(parts):
        return person_name(parts[0], parts[1], parts[2], attributes)
    name = own.get("element") or (NAMES[own["sort"]][0] if own["item"] == "name" else NEW_ELEMENTS[own["item"]])
    return element(name, _line(own["text"]), attributes)


