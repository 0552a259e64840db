"""
Two words run together where markup begins or ends: the blank between them was lost.

Looked at are names, dates and references in scripts that part words by blanks and do not join prepositions to nouns; an
ending that follows a name in small letters is not taken for a word.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from tei_edition.check.rules._survey import Fault, local

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from tei_edition.check.rules._survey import Survey

CODE = "space-eaten"
SEVERITY = "warning"
GUIDELINES = "section v.7.3, White Space"
WRONG = "<p>He spoke to<persName>Orlov</persName> yesterday.</p>"
RIGHT = "<p>He spoke to <persName>Orlov</persName>, and of <persName>Orlov</persName>s.</p>"

WORDS = ("persName", "placeName", "orgName", "date", "name", "ref", "rs", "title")
PARTING = ("LATIN", "CYRILLIC", "GREEK")


def check(survey: Survey) -> Iterator[Fault]:
    """Yield the places where two words run together."""
    for element in survey.called(*WORDS):
        text = "".join(map(str, element.itertext()))
        name = f"<{local(element)}>"
        before, after = _before(element), (element.tail or "")[:1]
        if _is_small(before) and _is_capital(text[:1]):
            yield Fault(element, f"A word runs into {name}: …{before}{text[:12]}…", "Write the blank before it.")
        if _is_small(text[-1:]) and _is_capital(after):
            yield Fault(element, f"{name} runs into the next word: …{text[-12:]}{after}…", "Write the blank behind it.", part="end")


def _before(element: etree._Element) -> str:
    """Return the character just before *element*, in the same parent."""
    previous = element.getprevious()
    if previous is not None and not isinstance(previous.tag, str):
        return ""
    parent = element.getparent()
    text = previous.tail if previous is not None else parent.text if parent is not None else ""
    return (text or "")[-1:]


def _is_small(character: str) -> bool:
    return character.islower() and _parts_words(character)


def _is_capital(character: str) -> bool:
    return character.isupper() and _parts_words(character)


def _parts_words(character: str) -> bool:
    """
    Tell whether *character* is of a script that parts words by blanks.

    >>> _parts_words("a"), _parts_words("ж"), _parts_words("א"), _parts_words("")
    (True, True, False, False)
    """
    return bool(character) and unicodedata.name(character, "").startswith(PARTING)
