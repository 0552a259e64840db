"""
Entries of lists that nobody points at: what can be said only of all files of a run together.

A list that no file of the run points at is left alone: its names are found otherwise, as those of transcripts are.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from tei_edition import xml
from tei_edition.check._addresses import full as resolved
from tei_edition.check._document import Document
from tei_edition.check._glance import POINTING
from tei_edition.check._ignored import without_ignored
from tei_edition.check.rules._entries import NAMES
from tei_edition.check.rules._pointers import pointers
from tei_edition.check.rules._survey import ID, Survey
from tei_edition.errors import MarkupError
from tei_edition.positions import path_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from tei_edition.model import Finding

CODE = "entry-unused"
FEW = 5
"""So many ids are named."""


def unused(paths: Iterable[Path]) -> Iterator[Finding]:
    """Yield one finding for each list among the files at *paths* that has entries at which none of them points."""
    known = {path.resolve(): path for path in paths if path.suffix.lower() == ".xml"}
    used: Mapping[Path, set[str]] = _used(known)
    for full in sorted(used.keys() & known.keys()):
        document = Document(str(known[full]), xml.read(full), full)
        yield from without_ignored(document, tuple(_of_list(document, used[full])), late=True)


def _used(known: Mapping[Path, Path]) -> dict[Path, set[str]]:
    """Return the ids, by the full paths of the files, that the *known* files point at."""
    found: dict[Path, set[str]] = defaultdict(set)
    for full in known:
        data = xml.read(full)
        for file, fragment in _pointed(full, data) if any(mark in data for mark in POINTING) else ():
            found[file].add(fragment)
    return found


def _pointed(full: Path, data: bytes) -> Iterator[tuple[Path, str]]:
    """Yield the files and ids at which the file at *full* points; nothing where it is no XML, which is told elsewhere."""
    try:
        survey = Survey(xml.parse_bytes(data, str(full)), full)
    except MarkupError:
        return
    for pointer in pointers(survey):
        if pointer.file and pointer.fragment:
            yield resolved(full.parent / pointer.file), pointer.fragment


def _of_list(document: Document, used: set[str]) -> Iterator[Finding]:
    """Yield the finding about the entries of *document* that are not *used*, and to which it does not point itself."""
    try:
        survey = Survey(document.tree, document.path)
    except MarkupError:
        return
    within = {pointer.fragment for pointer in pointers(survey) if not pointer.file}
    lone = [one for one in survey.called(*NAMES) if one.get(ID) and one.get(ID) not in used | within]
    if lone:
        names = ", ".join(str(one.get(ID)) for one in lone[:FEW]) + (" and others" if len(lone) > FEW else "")
        what = f"No file that is checked here points at {names}"
        message = f"{what} ({len(lone)} entries)." if len(lone) > FEW else f"{what}."
        path = path_of(lone[0])
        yield document.finding(CODE, message, "Take out what is not needed.", document.positions.indexes(path, ID, "value"), path, "info")
