"""
A pointer names an XML file that is not there, or an id that the file does not have.

Only files beside this one are looked at; nothing is fetched, and pages of a web site are left alone. A prefix such as
``psn:`` is resolved by the header's ``prefixDef``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.check._addresses import is_file
from tei_edition.check.rules._pointers import ids_of, pointers
from tei_edition.check.rules._survey import Fault
from tei_edition.strict import suggestion

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tei_edition.check.rules._pointers import Pointer
    from tei_edition.check.rules._survey import Survey

CODE = "pointer-file"
SEVERITY = "error"
GUIDELINES = "section 16.2.3, Using Abbreviated Pointers; att.pointing"
WRONG = '<p>By <persName ref="persons-that-are-not-there.xml#p1">Orlov</persName>.</p>'
RIGHT = '<p>By <persName ref="https://example.org/persons.xml#p1">Orlov</persName>.</p>'

XML = (".xml", ".tei")


def check(survey: Survey) -> Iterator[Fault]:
    """Yield the pointers to files whose file or whose id is not there."""
    for pointer in pointers(survey):
        folder = survey.folder(pointer.element) if pointer.file.lower().endswith(XML) else None
        if folder:
            yield from _of_file(pointer, folder / pointer.file)


def _of_file(pointer: Pointer, file: Path) -> Iterator[Fault]:
    if not is_file(file):
        yield Fault(pointer.element, f"There is no file {pointer.file}.", f"Put it at {file}.", pointer.attribute, "value")
    elif pointer.fragment:
        known = ids_of(file, file.stat().st_mtime_ns)
        if known is not None and pointer.fragment not in known:
            message = f"{pointer.file} has no id {pointer.fragment!r}."
            yield Fault(pointer.element, message, suggestion(pointer.fragment, sorted(known)), pointer.attribute, "value")
