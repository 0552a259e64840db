"""What is left when the rules have read a text: marks without a partner, a text with nothing in it, what italics would have told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.model import Finding, Piece, Source, Span
from tei_edition.rules.grammar import counted
from tei_edition.rules.pairs import CLOSING, PARTNER
from tei_edition.rules.partner import where

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_edition.rules.context import Context
    from tei_edition.rules.pairs import Pairs

UNTOLD = frozenset({"correction", "subaudible", "omitted", "explanation", "name"})
"""The rules that would have been surer, or another one's, if italics were known."""


def plain_only(context: Context, spans: Sequence[Span]) -> list[Finding]:
    """Return the finding that italics would have told more, where this house's italics mean something and the input has none."""
    source, guessed = context.source, [span for span in spans if span.rule in UNTOLD]
    if context.profile.italics == "nothing" or context.italics.known or not guessed:
        return []
    first = guessed[0]
    place = source.position(first.start)
    return [Finding(
        source.name, "italics-unknown",
        f"{counted(len(guessed), 'bracket')} {'was' if len(guessed) == 1 else 'were'} read by words alone: this house tells corrections "
        "from additions by italics, and the transcript has none.",
        f"Write italics {context.profile.italic_mark}so{context.profile.italic_mark}, or decide each where it matters."
        if context.profile.italic_mark else "Decide each where it matters.",
        place, source.position(first.end), "info", source.line(place.line),
    )]


def wanting(source: Source, spans: Sequence[Span]) -> list[Finding]:
    """Return the finding for a transcript that has no text, or none but its title."""
    titles = [(span.start, span.end) for span in spans if span.class_ == "title"]
    if any(not any(start <= paragraph.start < end for start, end in titles) for paragraph in source.paragraphs):
        return []
    said = "this transcript has a title and nothing else." if titles else "this transcript has no text."
    start, end = source.position(0), source.position(len(source.text))
    advice = "See whether the file was saved whole, or take it away."
    return [Finding(source.name, "text-missing", said, advice, start, end, "warning", source.line(1))]


def alone(source: Source, pairs: Pairs) -> tuple[list[Span], list[Finding]]:
    """Return each mark that has no partner, and each that is escaped, kept as text, and the findings for the former."""
    spans, findings = [], []
    for offset in pairs.escaped:
        piece = Piece("seg", offset, offset + 2, (("rend", "brackets"),), 1, 0)
        evidence = f"{source.text[offset]!r} before it says that it is an ordinary character."
        spans.append(Span(offset, offset + 2, "bracket", "original", "pairs", evidence, pieces=(piece,)))
    for offset in pairs.alone:
        piece = Piece("seg", offset, offset + 1, (("type", "unbalanced"),))
        spans.append(Span(offset, offset + 1, "bracket", "unbalanced", "pairs", "It has no partner.", pieces=(piece,)))
        place = source.position(offset)
        mark = source.text[offset]
        partner = f"opening {PARTNER[mark]}" if mark in PARTNER else f"closing {CLOSING[mark]}"
        findings.append(Finding(
            source.name, "bracket-unbalanced", f"this {mark} has no {partner}.",
            f"Put the {partner} where the editor's words {'end' if mark in CLOSING else 'begin'}{where(source, offset)}; "
            "take the mark out; or decide that it is none: tei-edition decide --not-bracket.",
            place, source.position(offset + 1), "warning", source.line(place.line),
        ))
    return spans, findings
