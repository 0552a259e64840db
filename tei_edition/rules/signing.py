"""
Names in brackets that fill the last paragraphs of a document: who signed it, as the editor says.

A heading has text after it; a name at the end has none. After it stand at most the source, a postscript, copies, and what is attached.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from tei_edition import languages
from tei_edition.rules.documents import documents
from tei_edition.rules.grammar import ENGLISH, is_a, proper
from tei_edition.rules.parts import SMALL, is_capital, is_role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tei_edition.model import Paragraph, Source

LONGEST = 60
MOST_WORDS = 5
FILLED = re.compile(r"\[\s*(?P<name>[^\[\]]+?)\s*\]\.?")
NOTE = re.compile(r"(?:\[?\d{1,3}[\].)]?|[*†‡])\s*\S")
OTHER = ("heading", "figure", "event", "vocal", "kinesic", "pause", "blank", "illegible", "inaudible", "garbled", "stamp", "pointer",
         "undated", "topic", "body", "record", "approval")


@lru_cache(maxsize=4)
def signatures(source: Source) -> frozenset[int]:
    """Return where the paragraphs begin in which a name in brackets signs a document of *source*."""
    return frozenset(paragraph.start for paragraphs in documents(source) for paragraph in _last(source, paragraphs))


def _last(source: Source, paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """Yield those of *paragraphs*, which are a document, that are names in brackets with nothing of the text after them."""
    for number, paragraph in enumerate(paragraphs[1:], 1):
        if is_name(source.text[paragraph.start : paragraph.end]) and _ends(source, paragraphs[number + 1 :]):
            yield paragraph


def _ends(source: Source, rest: Sequence[Paragraph]) -> bool:
    """Tell whether no text of the document stands in *rest*, up to what is attached to it."""
    for paragraph in rest:
        text = source.text[paragraph.start : paragraph.end]
        if _attached().match(text):
            return True
        if not (is_name(text) or _after().match(text) or NOTE.match(text) or _is_office(text)):
            return False
    return True


def _is_office(text: str) -> bool:
    """Tell whether *text* is the short line under a name that says which office the person held."""
    return len(text) <= LONGEST and not re.search(r"[.!?:]$|\[", text) and all(map(is_capital, text.split()))


def is_name(text: str) -> bool:
    """
    Tell whether *text* is the name of a person in brackets.

    >>> [is_name(text) for text in ("[W. W. Rostow]", "[Anna von Holm]", "[Enclosure]", "[Basic plan]", "W. Holm")]
    [True, True, False, False, False]
    """
    match = FILLED.fullmatch(text) if len(text) <= LONGEST else None
    words = match["name"].split() if match else []
    if not words or len(words) > MOST_WORDS or words[0].casefold() in SMALL or (words[-1].isupper() and words[-1].isalpha()):
        return False
    names = [word for word in words if word.casefold() not in SMALL]
    return all(_part(word) for word in names) and (any(len(word.strip(".,")) > 1 for word in names) or words == names[:1])


def _part(word: str) -> bool:
    """Tell whether *word* may be a part of the name of a person."""
    bare = word.strip(".,")
    if is_a(bare, *OTHER) or is_role(bare.casefold()):
        return is_a(bare, "title")
    return proper(word.rstrip(","), ENGLISH)


@cache
def _attached() -> re.Pattern[str]:
    """Return the pattern of the heading of what is attached."""
    return re.compile(rf"\W*{languages.pattern('attachment')}(?!\w)", re.IGNORECASE)


@cache
def _after() -> re.Pattern[str]:
    """Return the pattern of what may stand after a signature: the source, copies, a postscript, another mark in brackets."""
    words = "|".join(languages.pattern(kind) for kind in ("source", "signature", "stamp"))
    return re.compile(rf"\W*(?:(?:{words})(?!\w)|P\.?\s?S\b|cc\b|copies\b|copy to\b)", re.IGNORECASE)
