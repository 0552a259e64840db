"""
What is asked to be written into the authority files of an edition: labels listed as names, new entries, corrected names and dates.

Nothing is written before all of it is known to be right; then all files together. What is not asked for stays byte for byte.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tei_edition import files as disk
from tei_edition import ncname, xml
from tei_edition.authorities import FOLDER, files, load, near, reading
from tei_edition.authorities.editing import NEW, Editor, element, person_name
from tei_edition.authorities.reading import ID, NAMES, SORTS, TEI
from tei_edition.authorities.table import words
from tei_edition.errors import SettingsError
from tei_edition.model import Finding
from tei_edition.reserved import is_reserved

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from lxml import etree

CODE = "authority"
ELEMENTS: dict[str, str] = {sort: name for name, sort in SORTS.items()}
LISTS = {"person": ("persons.xml", "listPerson"), "place": ("places.xml", "listPlace"), "organization": ("organizations.xml", "listOrg")}
TITLES = {"person": "Persons", "place": "Places", "organization": "Organizations"}


@dataclass(frozen=True, slots=True)
class Changed:
    """What was changed, a sentence for each, and the files that were written."""

    said: tuple[str, ...] = ()
    written: tuple[Path, ...] = ()

    def __str__(self) -> str:
        """Return what was changed, a line each."""
        return "\n".join([*self.said, f"{len(self.said)} changed." if self.said else "Nothing is changed.", ""])


@dataclass(slots=True)
class _New:
    """An entry that is to be added: its sort and the markup of what it holds."""

    sort: str
    names: list[str] = field(default_factory=list)
    more: list[str] = field(default_factory=list)


class Changes:
    """The changes that are asked of the authority files of the edition in *folder*; new entries go into its *own* ones, or those shared."""

    def __init__(self, folder: Path, *, own: bool = False) -> None:
        """Read the files. Raises `MarkupError` where one is broken."""
        self.folder, self.home = folder, (folder if own else folder.resolve().parent) / FOLDER
        self.editors = {path: Editor(path, xml.read(path)) for path in files(folder)}
        self.new: dict[str, _New] = {}
        self.said: list[str] = []

    def entry(self, id_: str) -> tuple[Editor, etree._Element] | None:
        """Return the entry with the id and the editor of its file, the edition's own first; None where there is none."""
        for editor in self.editors.values():
            for found in editor.root.iter(*(f"{TEI}{name}" for name in SORTS)):
                if found.get(ID) == id_:
                    return editor, found
        return None

    def list_name(self, id_: str, name: str, markup: str = "") -> None:
        """List *name* (or its *markup*) as one of the entry with that id, if it is not listed already."""
        found = self.entry(id_)
        if found is None:
            self.new[id_].names.append(markup or element(NAMES[self.new[id_].sort][0], name, {}))
            self.said.append(f"{id_}: {name!r} is listed as a name.")
            return
        editor, entry = found
        names = list(entry.iterchildren(*(f"{TEI}{one}" for one in (*NAMES[SORTS[_local(entry)]], "name"))))
        if name in map(words, names):
            return
        markup = markup or element(NAMES[SORTS[_local(entry)]][0], name, {})
        if names:
            editor.insert_after(names[-1], markup)
        else:
            editor.insert_into(entry, markup)
        self.said.append(f"{id_}: {name!r} is listed as a name ({editor.path.name}).")

    def add_entry(self, id_: str, sort: str, name: str = "", markup: str = "") -> None:
        """Add an entry with that id, called *name*: of a person "Surname, Forename" makes its parts."""
        if self.entry(id_) or id_ in self.new:
            raise _refused(self.folder, f"the id {id_} is there already.", "Choose another id, or list the name under this one.")
        if not ncname.is_id(id_) or is_reserved(id_):
            raise _refused(self.folder, f"{id_!r} can be no id.", "Write letters, numbers and hyphens, such as ann-lee; no number first.")
        self.new[id_] = _New(sort)
        self.said.append(f"{id_}: a new {sort}{f', {name}' if name else ''}.")
        if markup or name:
            self.new[id_].names.append(markup or _called(name, sort))

    def write(self, *, dry: bool = False) -> Changed:
        """Write all that is changed, together, unless it is only to be tried (*dry*). Raises `MarkupError` for what would not be read."""
        self._place_new()
        made = {path: editor.changed() for path, editor in self.editors.items()}
        reading.read_bytes(made, self.folder / FOLDER)
        old = {path: editor.raw if path.exists() else b"" for path, editor in self.editors.items()}
        changed = {path: data for path, data in made.items() if data != old[path]}
        if not dry and changed:
            disk.write_all(changed)
        return Changed(tuple(self.said), tuple(changed))

    def _place_new(self) -> None:
        """Put the new entries into their lists."""
        for id_, entry in self.new.items():
            name, list_name = LISTS[entry.sort]
            path = self._path(name)
            if path not in self.editors:
                self.editors[path] = Editor(path, NEW.format(title=TITLES[entry.sort], name=list_name).encode())
            editor = self.editors[path]
            parent = next(editor.root.iter(f"{TEI}{list_name}"), None)
            if parent is None:
                raise _refused(path, f"this file has no {list_name}.", f"Put one into it, for the entry {id_}.")
            editor.insert_into(parent, "".join(_lines(editor, parent, id_, entry)))

    def _path(self, name: str) -> Path:
        """Return the path of the file *name* in the folder that new entries go into, as it is known."""
        wanted = (self.home / name).resolve()
        return next((path for path in self.editors if path.resolve() == wanted), self.home / name)


def _lines(editor: Editor, parent: etree._Element, id_: str, entry: _New) -> Iterator[str]:
    """Return the markup of a new entry, in lines that stand as those of its list do; first a name with parts, by which it is called."""
    margin = editor.margin(parent)
    tag = ELEMENTS[entry.sort]
    yield f'<{tag} xml:id="{id_}">'
    for markup in (*sorted(entry.names, key=lambda name: "</surname>" not in name), *entry.more):
        yield f"{margin}    {markup}" if margin else markup
    yield f"{margin}  </{tag}>" if margin else f"</{tag}>"


def _called(name: str, sort: str) -> str:
    """Return the markup of a name: of a person's with a comma, its parts."""
    surname, comma, forename = (part.strip() for part in name.partition(","))
    if sort == "person" and comma and surname and forename:
        return person_name(forename, "", surname, {})
    return element(NAMES[sort][0], name, {})


def _local(entry: etree._Element) -> str:
    """Return the name of an element without its namespace."""
    return str(entry.tag).rpartition("}")[2]


def _refused(path: Path, message: str, advice: str) -> SettingsError:
    """Return the error for what cannot be written."""
    return SettingsError.at(Finding(str(path), CODE, message, advice))  # type: ignore[return-value]


def assign(
    folder: Path, labels: list[tuple[str, str]], persons: list[tuple[str, str]] | None = None, *, own: bool = False, dry: bool = False,
) -> Changed:
    """
    List printed *labels* as names of persons, each with the id of whose it is, in the authority files of the edition in *folder*.

    *persons* are new ones, by id and name. They go into the shared folder beside the editions, or into the edition's *own*; *dry*:
    nothing is written. Raises `SettingsError` for an id that can be none, or that is nobody's and given for a label: it names the
    nearest; `MarkupError` for a broken file.
    """
    changes = Changes(folder, own=own)
    for id_, name in persons or ():
        changes.add_entry(id_, "person", name)
    unknown = [id_ for _, id_ in labels if id_ not in changes.new and changes.entry(id_) is None]
    if unknown:
        raise SettingsError.at(*(_nobody(changes, id_) for id_ in dict.fromkeys(unknown)))
    for label, id_ in labels:
        changes.list_name(id_, label)
    return changes.write(dry=dry)


def _nobody(changes: Changes, id_: str) -> Finding:
    """Return the finding for an id that nobody has, and that none of the *changes* adds."""
    otherwise = f'For a new person add: --new {id_} "Surname, Forename".'
    advice = near.advice(id_, load(changes.folder), otherwise, changes.new)
    return Finding(str(changes.folder), CODE, f"nobody who is listed has the id {id_!r}.", advice)
