"""
A pointer has lost its ``#``: its value is the id of an element of this very file, and no file is called so.

Without the ``#`` it names a file beside this one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.check._addresses import is_file
from tei_edition.check.rules._pointers import ATTRIBUTES
from tei_edition.check.rules._survey import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.check.rules._survey import Survey

CODE = "pointer-hash"
SEVERITY = "error"
GUIDELINES = "section 16.2, Pointing Mechanisms; teidata.pointer"
WRONG = '<p xml:id="p1">See <ref target="p1">here</ref>.</p>'
RIGHT = '<p xml:id="p1">See <ref target="#p1">here</ref>.</p>'


def check(survey: Survey) -> Iterator[Fault]:
    """Yield the pointers that lack their ``#``."""
    for element, attribute, value in survey.bearing(*ATTRIBUTES):
        words = value.split()
        bare = [word for word in words if word in survey.ids]
        folder = survey.folder(element) if bare else None
        bare = [word for word in bare if not (folder and is_file(folder / word))]
        if bare:
            meant = " ".join(f"#{word}" if word in bare else word for word in words)
            message = f"{attribute}={value!r} names no file; {bare[0]!r} is an id of this one."
            yield Fault(element, message, f'Write {attribute}="{meant}".', attribute, "value", meant)
