"""
Mentions: the names of listed persons, places and organizations in running text, as spans.

Never inside another name, a speaker's label or across the border of what another rule found. A name that may be of two entries makes no
span; it is listed.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tei_edition import registry
from tei_edition.model import Finding, Piece, Span
from tei_edition.rules import names
from tei_edition.rules.grammar import counted, tongues
from tei_edition.rules.name_forms import SURNAME
from tei_edition.rules.names_found import Found, search, tree
from tei_edition.rules.neighbours import Neighbours
from tei_edition.rules.offices import among, is_woman
from tei_edition.rules.who import either, letter_titles, told

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tei_edition.authorities import Entry
    from tei_edition.model import Paragraph
    from tei_edition.rules.context import Context

NAMES = frozenset({"speaker", "persName", "placeName", "orgName", "name", "rs", "ex", "metamark"})
"""The elements within which no name is sought."""

OFFICES = NAMES - {"placeName", "orgName"}
"""The elements within which no office is sought: one may hold the name of its place or body."""


@dataclass(frozen=True)
class Borders:
    """What other rules found: the *closed* stretches, in which no name is sought, and where each piece begins or ends."""

    closed: tuple[tuple[int, int], ...] = ()
    edges: tuple[int, ...] = ()
    partners: Mapping[int, tuple[tuple[int, int], ...]] = field(default_factory=dict)

    def allow(self, start: int, end: int) -> bool:
        """Tell whether a name at ``[start, end)`` lies in no closed stretch and crosses no piece."""
        near = bisect_right(self.closed, (start, end))
        if any(low < end and start < high for low, high in self.closed[max(near - 1, 0) : near + 1]):
            return False
        inside = self.edges[bisect_right(self.edges, start) : bisect_left(self.edges, end)]
        return all(start <= low and high <= end for edge in inside for low, high in self.partners[edge])


def borders(spans: Sequence[Span], names: frozenset[str] = NAMES, class_: str = "") -> Borders:
    """Return the borders that *spans* set; no name is sought within the elements *names*, nor within a span of *class_*."""
    told = [(span, piece) for span in spans if span.kind != "style" for piece in span.pieces if piece.start < piece.end]
    closed = sorted((piece.start, piece.end) for span, piece in told if piece.element in names or span.class_ == class_)
    pieces = [piece for _, piece in told]
    partners: dict[int, list[tuple[int, int]]] = {}
    for piece in pieces:
        for edge in {piece.start, piece.end, piece.start + piece.open, piece.end - piece.close}:
            partners.setdefault(edge, []).append((piece.start, piece.end))
    return Borders(_merged(closed), tuple(sorted(partners)), {edge: tuple(places) for edge, places in partners.items()})


def _merged(stretches: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Return sorted *stretches*, those that overlap as one."""
    found: list[tuple[int, int]] = []
    for start, end in stretches:
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text, and the entries that it may be of; *why* one of several was chosen, as a clause."""

    found: Found
    entries: tuple[Entry, ...]
    why: str = ""


def mentions(context: Context, limits: Borders, paragraphs: Sequence[Paragraph] | None = None) -> Iterator[Mention]:
    """Return the names of listed entries in the text, or in some of its *paragraphs*, in order, apart from each other."""
    root = tree(context.authorities)
    if root.words:
        for paragraph in context.source.paragraphs if paragraphs is None else paragraphs:
            yield from _in_paragraph(context, paragraph, limits)


def _in_paragraph(context: Context, paragraph: Paragraph, limits: Borders) -> Iterator[Mention]:
    """Return the names in one paragraph."""
    text = context.source.text
    sample = text[paragraph.start : min(paragraph.end, paragraph.start + 2000)]
    german, letters = "de" in tongues(sample), letter_titles(sample)
    groups = list(search(text, paragraph.start, paragraph.end, tree(context.authorities), german=german))
    known = frozenset(start for group in groups for found in group for start, _ in found.words)
    at = paragraph.start
    for group in groups:
        for found in group:
            beside = Neighbours(text, found.start, found.end, context.lexicon, known, german, letters)
            if found.start >= at and limits.allow(found.start, found.end) and _stands(found, beside, paragraph):
                lady = beside.after_lady(paragraph.start)
                entries = among(form.entry for form in found.forms if not lady or form.how != SURNAME or is_woman(form.entry))
                if entries:
                    yield Mention(found, entries)
                at = found.end
                break


def _stands(found: Found, beside: Neighbours, paragraph: Paragraph) -> bool:
    """Tell whether the words at *found* are the whole name, and no common word."""
    if all(not form.alone for form in found.forms):
        return True
    only = len(found.words) == 1
    start, end = found.words[0]
    word = beside.text[start:end].casefold()
    if only and not beside.text[start:end].isupper() and (beside.lexicon.is_small(word) or beside.lexicon.begins_sentences(word)):
        return False
    return beside.free(paragraph.start, paragraph.end)


def whole(context: Context, start: int, end: int) -> Mention | None:
    """Return whom the name at ``[start, end)`` is of, in any case, if the authority files list one person by all of it."""
    text = context.source.text
    german = "de" in tongues(text[max(0, start - 1000) : end + 1000])
    group = next(search(text, start, end, tree(context.authorities), german=german), None)
    entries = among(form.entry for form in group[0].forms) if group and (group[0].start, group[0].end) == (start, end) else ()
    return Mention(group[0], entries) if group and len(entries) == 1 and entries[0].sort == "person" else None


def spans(source_text: str, found: Sequence[Mention]) -> list[Span]:
    """Return a span for each mention of one entry."""
    elements = {module.SORT: (name, module.ELEMENT) for name, module in registry.modules(names).items()}
    return [_span(source_text, mention, *elements[mention.entries[0].sort]) for mention in found if len(mention.entries) == 1]


def _span(text: str, mention: Mention, rule: str, element: str) -> Span:
    """Return the span of a mention."""
    found, entry = mention.found, mention.entries[0]
    form = next(form for form in found.forms if form.entry.id == entry.id)
    printed = text[found.start : found.end]
    ref = ("ref", f"#{entry.id}")
    doubt = ", as far as its ending can tell: it may be a form of another name" if found.inflected else ""
    evidence = f"{printed!r} {form.how} {told(entry)}{doubt}{mention.why}."
    return Span(
        found.start, found.end, "name", entry.sort, rule, evidence, "medium" if found.inflected or mention.why else "high", (ref,),
        (Piece(element, found.start, found.end, (ref,)),),
    )


def ambiguous(context: Context, found: Sequence[Mention]) -> Iterator[Finding]:
    """Return a finding for each name in the text that may be of several entries, at its first place."""
    source = context.source
    several: dict[tuple[str, ...], list[Mention]] = {}
    for mention in found:
        if len(mention.entries) > 1:
            several.setdefault((source.text[mention.found.start : mention.found.end], *(e.id for e in mention.entries)), []).append(mention)
    for (printed, *_), places in several.items():
        first = places[0]
        place, end = source.position(first.found.start), source.position(first.found.end)
        who = either(first.entries)
        yield Finding(
            source.name, "name-ambiguous", f"{printed!r} ({counted(len(places), 'place')}) may be {who}; it is not linked.",
            "List a fuller name, or decide which is meant.", place, end, "info", source.line(place.line)[:200],
        )
