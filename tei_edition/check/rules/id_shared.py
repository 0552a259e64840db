"""
An id of this file is the id of an entry, too, in a list to which this file points, or in another list of its folder.

A list and what points at it are put together one day, by an inclusion or by an export, and then an id must be one. An entry that
is copied, and says so (``corresp``, ``sameAs``, ``copyOf``), is the same one.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from tei_edition import xml
from tei_edition.check._addresses import full, is_file
from tei_edition.check.rules._entries import NAMES
from tei_edition.check.rules._pointers import pointers
from tei_edition.check.rules._survey import ID, TEI, Fault
from tei_edition.errors import EditionError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from lxml import etree

    from tei_edition.check.rules._survey import Survey

CODE = "id-shared"
SEVERITY = "warning"
GUIDELINES = "att.global; section 16.1.1, Pointers and Links"
WRONG = '<p xml:id="quill">By <persName ref="list.xml#quill">Quill</persName>.</p>'
RIGHT = '<p xml:id="p9">By <persName ref="list.xml#quill">Quill</persName>.</p>'

COPIED = ("corresp", "sameAs", "copyOf")
PLACES = (f"{TEI}text", f"{TEI}standOff")
ENTRIES = tuple(TEI + name for name in NAMES)
LISTS = ("listPerson", "listPlace", "listOrg")
FOLDER = "authorities"
"""The folder whose lists serve an edition together."""


def check(survey: Survey) -> Iterator[Fault]:
    """Yield the ids that another file has too."""
    if not survey.path:
        return
    for file in _others(survey, survey.path):
        known = _entries(file, file.stat().st_mtime_ns)
        for element, _, value in survey.bearing(ID) if known else ():
            if value in known and not _is_copy(element, value):
                advice = "Give one of the two another id, or say with corresp that they are the same."
                yield Fault(element, f"{value!r} is the id of an entry of {file.name}, too.", advice, ID, "value")


@lru_cache(maxsize=64)
def _entries(file: Path, _: int) -> frozenset[str]:
    """Return the ids of the entries of lists in *file*, but those of its header; none where it cannot be read."""
    try:
        found = [element for text in xml.parse(file).getroot().iterchildren(*PLACES) for element in text.iter(*ENTRIES)]
    except EditionError:
        return frozenset()
    return frozenset(str(element.get(ID)) for element in found if element.get(ID))


def _others(survey: Survey, path: Path) -> Iterator[Path]:
    """Yield the files to which this one points, and of a list those in its folder, but this one."""
    folder = path.parent
    named = {folder / pointer.file for pointer in pointers(survey) if pointer.file.endswith(".xml")}
    if folder.name == FOLDER and any(True for _ in survey.called(*LISTS)):
        named |= set(folder.glob("*.xml"))
    own = path.resolve()
    yield from sorted(file for file in {full(one) for one in named} if file != own and is_file(file))


def _is_copy(element: etree._Element, value: str) -> bool:
    words = " ".join(str(element.get(name)) for name in COPIED if element.get(name)).split()
    return any(word.endswith(f"#{value}") for word in words)
