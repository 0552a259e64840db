"""
Footnotes that the transcript prints at the end: paragraphs that open with a mark which also stands in the text.

A mark is a number in square brackets, a raised number or asterisks. Only a note whose mark is found, and a mark whose note is found,
are encoded; both point at each other.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition.model import Piece, Span
from tei_edition.rules import Rank

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tei_edition.model import Source
    from tei_edition.rules.context import Context

RANK = Rank.FORM
CLASS = "footnote"
RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
SIGN = r"\*{1,3}|†{1,3}|‡{1,3}"
OPENING = re.compile(
    rf"\[(?P<bracket>\d{{1,3}}|{SIGN})\]|(?P<raised>[⁰¹²³⁴-⁹]{{1,3}})|(?P<star>{SIGN})|(?P<plain>\d{{1,3}})[.)]?(?=\s)",
)
MARK = re.compile(
    rf"(?<=\S)(?P<raised>[⁰¹²³⁴-⁹]{{1,3}})|(?<=[^\s*†‡])(?P<star>{SIGN})(?=[\s.,;:!?)]|$)|(?<=[^\n])\[(?P<bracket>\d{{1,3}}|{SIGN})\]",
)
APART = 2
"""How many paragraphs without a mark may stand after a note: its own further paragraphs, or what closes the document."""


def annotate(context: Context) -> Iterator[Span]:
    """Return the notes, and their marks where those are no brackets."""
    for number, start in context.notes.items():
        paragraph = context.source.paragraph_at(start)
        if paragraph:
            piece = Piece("note", paragraph.start, paragraph.end, (("type", "footnote"), ("n", number)))
            evidence = f"It stands at the end, and its mark {number} stands in the text."
            yield Span(paragraph.start, paragraph.end, "note", CLASS, CLASS, evidence, pieces=(piece,))
    for start, end, number in _marks(context):
        target = ("target", f"#@{context.notes[number]}")
        piece = Piece("ref", start, end, (("type", "noteref"), target))
        yield Span(start, end, "note", "footnote-mark", CLASS, f"The note {number} stands at the end.", pieces=(piece,))


def _marks(context: Context) -> Iterator[tuple[int, int, str]]:
    """Return the marks that are no brackets: those that the file itself says, else those that have the form."""
    told = {mark.label for mark in context.source.notes}
    yield from ((mark.start, mark.end, mark.label) for mark in context.source.notes)
    for match in MARK.finditer(context.source.text, 0, min(context.notes.values(), default=0)):
        number = _number(match)
        if number in context.notes and number not in told and not match["bracket"]:
            yield match.start(), match.end(), number


def notes(source: Source) -> Mapping[str, int]:
    """Return the offset of each note at the end of *source* that has its mark in the text, by that mark."""
    found: dict[str, int] = {}
    apart = 0
    for paragraph in reversed(source.paragraphs):
        match = OPENING.match(source.text, paragraph.start, paragraph.end)
        if match and not (apart and match["plain"]):
            if not _precedes(_number(match), found):
                break
            found[_number(match)], apart = paragraph.start, 0
        elif not source.text.startswith("[", paragraph.start):
            apart += 1
            if apart > APART:
                break
    first = min(found.values(), default=0)
    marks = {_number(match) for match in MARK.finditer(source.text, 0, first)}
    found |= {mark.label: mark.note for mark in source.notes}
    marks |= {mark.label for mark in source.notes}
    return {number: found[number] for number in sorted(found, key=found.__getitem__) if number in marks}


def _precedes(mark: str, found: Mapping[str, int]) -> bool:
    """Tell whether the note with *mark* may stand before those *found* last, which are in order."""
    after = next(reversed(list(found)), "")
    return mark not in found and not (mark.isdigit() and after.isdigit() and int(mark) > int(after))


def _number(match: re.Match[str]) -> str:
    """Return the mark as plain characters."""
    return next(value for value in match.groupdict().values() if value).translate(RAISED)
