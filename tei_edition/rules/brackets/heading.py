"""
The heading of a part that the editor names.

``[Enclosure]`` in a paragraph by itself is ``<head><supplied ana="#heading">Enclosure</supplied></head>`` of a new division.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition.model import Piece
from tei_edition.rules import Rank, form, wording
from tei_edition.rules.bracket import Reading
from tei_edition.rules.grammar import capitalised, finite, is_a, personal

if TYPE_CHECKING:
    from tei_edition.model import Attributes
    from tei_edition.rules.bracket import Bracket
    from tei_edition.rules.context import Context

RANK = Rank.FORM
TITLE = "the heading of a part"
MOST_WORDS = 12
NUMBERED = re.compile(r"\s*(?:No\.?\s*|Nr\.?\s*|n°\s*|№\s*)?(?:\d{1,3}|[A-Z]|[IVX]{1,5})(?:[.)]?|:\s*\S[^.?!]*)\s*", re.IGNORECASE)
"""The number or letter of an attachment, and its title after a colon."""



def read(bracket: Bracket, _context: Context) -> Reading | None:
    """Read a bracket that fills its paragraph with a few words that are no sentence."""
    inner = bracket.inner.strip()
    if not bracket.alone or not capitalised(inner) or not 0 < len(bracket.words) <= MOST_WORDS:
        return None
    found = wording.opening(bracket, "heading", MOST_WORDS)
    if found and NUMBERED.fullmatch(bracket.inner, found.end):
        why = f"It fills its paragraph with {found.words!r} and its number."
        return Reading("heading", _pieces(bracket), why, rank=Rank.FORM, attributes=_part(found))
    if re.search(r"[.?!:,;]$", inner) or _sentence(bracket, inner):
        return None
    if found:
        why = f"It fills its paragraph and opens with {found.words!r}."
        return Reading("heading", _pieces(bracket), why, rank=Rank.FORM, attributes=_part(found))
    return Reading("heading", _pieces(bracket), "It fills its paragraph with a few words that are no sentence.", "medium", Rank.POSITION)


def _sentence(bracket: Bracket, inner: str) -> bool:
    """Tell whether *inner* is a sentence; a participle that opens a title is no verb: "Proposed Statement"."""
    verb = finite(inner, bracket.tongues)
    title = inner.startswith(verb) and verb.endswith(("ed", "ing")) and all(word[0].isupper() for word in inner.split())
    return bool(verb and not title) or personal(inner, bracket.tongues)


def _part(found: wording.Found) -> Attributes:
    """Return the type of the division that the heading opens: what is attached to a document is a part of its own."""
    return (("type", "attachment"),) if is_a(found.words, "attachment") else ()


def _pieces(bracket: Bracket) -> tuple[Piece, ...]:
    """Return the elements of a heading: `head` too where it fills its paragraph."""
    head = (Piece("head", bracket.start, bracket.end),) if bracket.whole else ()
    return (*head, bracket.piece("supplied", ("ana", "#heading")))


def _form(bracket: Bracket, _context: Context, _given: form.Given) -> tuple[Piece, ...]:
    """Return the elements of a heading."""
    return _pieces(bracket)


FORM = _form
