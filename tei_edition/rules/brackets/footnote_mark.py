"""
The mark of a note, or a statement that the text before is a note of the source.

``so he said.[1]`` is ``so he said.<ref type="noteref" target="#n1">1</ref>``; ``[Footnote in the source text.]`` is
``<note type="footnote">Footnote in the source text.</note>``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition.model import Piece
from tei_edition.rules import Rank, form, wording
from tei_edition.rules.bracket import Reading
from tei_edition.rules.grammar import is_a

if TYPE_CHECKING:
    from tei_edition.rules.bracket import Bracket
    from tei_edition.rules.context import Context

RANK = Rank.FORM
TITLE = "the mark of a note"
MARK = re.compile(r"\d{1,3}|[*†‡]{1,3}")


def read(bracket: Bracket, context: Context) -> Reading | None:
    """Read a number or asterisks, and words that say that something is a footnote."""
    found = wording.find(bracket, "footnote", 40)
    first = bracket.words[:1] and is_a(bracket.words[0], "article", "determiner")
    if found and (found.opens or (first and len(bracket.inner[: found.end].split()) <= len(found.words.split()) + 2)):
        return Reading("footnote-mark", (bracket.piece("note", ("type", "footnote")),), found.evidence)
    mark = bracket.inner.strip()
    if not MARK.fullmatch(mark):
        return None
    if mark in context.notes:
        return _matched(bracket, mark, context.notes[mark])
    kept = Piece("seg", bracket.start, bracket.end, (("rend", "brackets"), ("ana", "#footnote-mark")))
    if context.notes and bracket.start == bracket.paragraph.start and bracket.after.strip():
        evidence = f"The number {mark} opens a paragraph as a note has it, but no mark in the text has it."
        return Reading("footnote-mark", (kept,), evidence, "low")
    if bracket.start == bracket.paragraph.start or bracket.before[-1:].isspace() or bracket.before[-1:].isdigit():
        return None
    evidence = f"The {'number' if mark.isdigit() else 'mark'} {mark} stands straight after a word, but no note at the end has it."
    return Reading("footnote-mark", (kept,), evidence, "low", Rank.TOUCH)


def _form(bracket: Bracket, _context: Context, _given: form.Given) -> tuple[Piece, ...]:
    """Return the element of a mark whose note nobody knows: it stays text."""
    return (Piece("seg", bracket.start, bracket.end, (("rend", "brackets"), ("ana", "#footnote-mark"))),)


FORM = _form


def _matched(bracket: Bracket, mark: str, at: int) -> Reading:
    """Return the reading of *mark*, whose note begins at the offset *at*."""
    if bracket.start == at:
        return Reading("footnote-mark", (bracket.piece("label", ("type", "footnote")),), f"It opens the note {mark}.")
    piece = bracket.piece("ref", ("type", "noteref"), ("target", f"#@{at}"))
    return Reading("footnote-mark", (piece,), f"The note {mark} stands at the end.")
