"""The pointers of a file: which attributes hold them, and where they lead (TEI Guidelines, section 16.2)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import unquote

from tei_edition import xml
from tei_edition.check.rules._survey import ID
from tei_edition.errors import EditionError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from lxml import etree

    from tei_edition.check.rules._survey import Survey

ATTRIBUTES = (
    "who", "ref", "resp", "target", "corresp", "next", "prev", "facs", "ana", "toWhom", "source", "sameAs", "copyOf", "decls",
    "synch", "exclude", "select", "wit", "hand", "datingMethod", "calendar", "rendition", "change", "spanTo", "active", "passive", "mutual",
)  # fmt: skip
"""The attributes of TEI whose value is one or several pointers (teidata.pointer)."""

SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9.+-]*):(.*)", re.DOTALL)


@dataclass(frozen=True)
class Pointer:
    """A pointer in *attribute* of *element*: to *fragment* in *file*, a path from here; an empty one is this file."""

    element: etree._Element
    attribute: str
    file: str
    fragment: str


@lru_cache(maxsize=1)
def pointers(survey: Survey) -> tuple[Pointer, ...]:
    """Return the pointers that lead into this file or to a file beside it; those to elsewhere are left out."""
    return tuple(_pointers(survey))


def _pointers(survey: Survey) -> Iterator[Pointer]:
    for element, attribute, value in survey.bearing(*ATTRIBUTES):
        for word in value.split():
            found = _local(survey, word)
            if found is not None:
                file, _, fragment = found.partition("#")
                yield Pointer(element, attribute, unquote(file), unquote(fragment))


def _local(survey: Survey, word: str) -> str | None:
    """Return the pointer *word* without its prefix; None where it leads elsewhere, or is no pointer at an id."""
    scheme = SCHEME.fullmatch(word)
    if scheme:
        resolved = _resolved(survey, scheme[1], scheme[2])
        return _local(survey, resolved) if resolved and not SCHEME.fullmatch(resolved) else None
    if "#" not in word or word.startswith("//") or "(" in word:
        return None
    return word


def _resolved(survey: Survey, prefix: str, rest: str) -> str | None:
    """Return what a prefix of the header stands for: the first definition whose pattern fits."""
    for definition in survey.called("prefixDef"):
        pattern, replacement = definition.get("matchPattern"), definition.get("replacementPattern")
        if definition.get("ident") == prefix and pattern and replacement:
            try:
                found = re.fullmatch(pattern, rest)
            except re.error:
                return None
            if found:
                return _filled(replacement, (found[0], *found.groups("")))
    return None


def _filled(replacement: str, groups: tuple[str, ...]) -> str:
    """
    Return *replacement* with what each ``$1`` stands for.

    >>> _filled("persons.xml#$1", ("p1", "p1"))
    'persons.xml#p1'
    """
    return re.sub(r"\$(\d)", lambda number: (*groups, *[""] * 10)[int(number[1])], replacement)


@lru_cache(maxsize=64)
def ids_of(file: Path, _: int) -> frozenset[str] | None:
    """Return the ids in *file*, read once for each time it was written; None where it cannot be read as XML."""
    try:
        return frozenset(str(element.get(ID)) for element in xml.parse(file).getroot().iter("*") if element.get(ID))
    except (EditionError, OSError):
        return None


