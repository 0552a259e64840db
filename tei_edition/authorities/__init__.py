"""
Authority files: who is who, in TEI lists that serve all editions, or one.

``editions/authorities/*.xml`` serve all editions; the files in an edition's own ``authorities/`` come first. Usual names are
``persons.xml``, ``places.xml`` and ``organizations.xml``; each may hold `person`, `place` and `org` (Guidelines, chapter ND).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.authorities.records import Authorities, Entry, Known, Labelled, Name, Office, Part, Sort

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["EMPTY", "FOLDER", "Authorities", "Entry", "Known", "Labelled", "Name", "Office", "Part", "Sort", "files", "load"]

FOLDER = "authorities"
"""The folder of authority files, beside the editions or in one."""

EMPTY = Authorities()


def files(folder: Path | None) -> tuple[Path, ...]:
    """Return the authority files that serve the edition in *folder*: its own first, sorted; none where it has no folder."""
    if folder is None:
        return ()
    places = (folder / FOLDER, folder.resolve().parent / FOLDER)
    return tuple(path for place in places for path in sorted(place.glob("*.xml")) if path.is_file())


def load(folder: Path | None) -> Authorities:
    """
    Return the authorities that serve the edition in *folder*; none for a lone transcript, which has no folder.

    Raises `MarkupError` with the line and column of every fault where a file is no XML, or no list of TEI: an entry without an id
    or a name, an id given twice or taken by the documents, a date that is none.
    """
    paths = files(folder)
    if not paths:
        return EMPTY
    from tei_edition.authorities import reading  # noqa: PLC0415 - lxml is loaded only where there is something to read

    return reading.read(paths, folder / FOLDER if folder else None)
