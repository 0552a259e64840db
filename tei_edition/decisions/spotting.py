"""Spotting: what a person means by a place of a transcript, or by a quotation from it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tei_edition.decisions import nearest
from tei_edition.decisions.anchors import Flat, Range, context, flat
from tei_edition.decisions.replay import STOPS, openings, place_of
from tei_edition.errors import EditionError
from tei_edition.model import Finding, Position
from tei_edition.rules.labels import candidates

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tei_edition.decisions.decision import Subject
    from tei_edition.model import Source, Span

CODE = "decision-place"


@dataclass(frozen=True, slots=True)
class Where:
    """
    A place as a person names it: by *line* and *column* (from 1; 0 for not said), by a *quote*, or by both.

    *before* and *after* are words round the quotation.
    """

    line: int = 0
    column: int = 0
    quote: str = ""
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Target:
    """Something that can be decided: what kind of thing, its range, and what the rules say of it, if they say something."""

    subject: Subject
    place: Range
    span: Span | None = None


def spot(source: Source, spans: Sequence[Span], where: Where, subjects: Sequence[Subject], *, every: bool = False) -> Target:
    """
    Return what *where* means in *source*, of which the rules say *spans*: one of the kinds of *subjects*.

    With *every* the first of several where the same is printed.

    Raises `EditionError` with the places to choose from where it means nothing, or several things.
    """
    text = Flat(source)
    known = [target for subject in subjects for target in targets(source, spans, subject)]
    if where.quote and "label" in subjects:
        labels = {target.place for target in known if target.subject == "label"}
        known += [Target("label", place) for place in openings(text, where.quote, {}) if not _known(place, labels)]
    found = [target for target in known if _is_meant(text, target, where)]
    if where.column and len(found) > 1:
        shortest = min(target.place[1] - target.place[0] for target in found)
        found = [target for target in found if target.place[1] - target.place[0] == shortest]
    if len(found) == 1 or (every and len({(target.subject, text.quoted(target.place)) for target in found}) == 1):
        return found[0]
    raise EditionError.at(_several(text, where, found) if found else _none(text, where, known))


def _known(place: Range, known: set[Range]) -> bool:
    """Tell whether a label that begins where *place* does is among those *known*."""
    return any(start == place[0] for start, _ in known)


def targets(source: Source, spans: Sequence[Span], subject: Subject) -> Iterator[Target]:
    """Yield all of *source* that is of the kind *subject*."""
    if subject == "bracket":
        yield from (
            Target("bracket", (span.start, span.end), span) for span in spans
            if span.kind == "bracket" and not (span.rule == "pairs" and source.text[span.start] == "\\")
        )
        yield from (Target("bracket", (span.start, span.end), span) for span in spans if span.class_ == "no-bracket")
    elif subject == "label":
        yield from _labels(source, spans)
    else:
        yield from (Target(subject, place, span) for span in spans if (place := place_of(span, subject)))
        yield from (Target(subject, (span.start, span.end), span) for span in spans if span.class_ == f"no-{subject}")


def _labels(source: Source, spans: Sequence[Span]) -> Iterator[Target]:
    """Yield the speakers' labels that are taken, and what opens a paragraph and could be one."""
    taken = {span.start: span for span in spans if span.kind == "speaker" or span.class_ == "no-speaker"}
    for paragraph in source.paragraphs:
        chain = candidates(source.text, paragraph.start, paragraph.end)
        if paragraph.start in taken:
            span = taken[paragraph.start]
            yield Target("label", (span.start, span.end), span)
        elif chain:
            yield Target("label", (chain[-1].start, chain[-1].end))


def _is_meant(text: Flat, target: Target, where: Where) -> bool:
    """Tell whether *target* is at the place that is named."""
    start, end = target.place
    if where.line:
        first, last = text.source.position(start), text.source.position(end - 1)
        at = Position(where.line, where.column)
        if not (first <= at <= last if where.column else first.line <= where.line <= last.line):
            return False
    if not where.quote:
        return True
    stops = STOPS if target.subject == "label" else ""
    same = text.quoted(target.place).rstrip(stops) == flat(where.quote).strip().rstrip(stops)
    return same and text.holds(target.place, where.before, where.after)


def anchor(source: Source, target: Target, spans: Sequence[Span]) -> tuple[str, str, str]:
    """Return the quotation of *target*, and the words before and after it that tell it from all others of its kind."""
    text = Flat(source)
    quote = text.quoted(target.place)
    rivals = [other.place for other in targets(source, spans, target.subject) if text.quoted(other.place) == quote]
    if target.subject == "label":
        rivals = list(openings(text, quote, {}))
        rivals = [rival if rival[0] != target.place[0] else target.place for rival in rivals]
    found = context(text, target.place, rivals)
    if found is None:
        message = "this place is like others for thousands of characters before and after it."
        raise EditionError.at(_finding(text, target.place, message, "Decide on every such place, with --every."))
    return quote, *found


def _several(text: Flat, where: Where, found: Sequence[Target]) -> Finding:
    """Return the finding that several places are meant."""
    places = [target.place for target in found]
    message = f"{len(found)} things are meant by {_named(where)}."
    advice = f"Name one with its column, or give words before and after it. {nearest.shown(text, places[:8], 'They are')}"
    return _finding(text, places[0], message, advice)


def _none(text: Flat, where: Where, every: Sequence[Target]) -> Finding:
    """Return the finding that nothing is there, with the nearest that is."""
    lines = text.source.text.count("\n") + 1
    place = min(where.line, lines) and (text.source.line_starts[min(where.line, len(text.source.line_starts)) - 1],) * 2
    if where.quote:
        near = nearest.likest(text, [target.place for target in every], where.quote, where.before, where.after)
    else:
        near = sorted((target.place for target in every), key=lambda one: abs(text.source.position(one[0]).line - where.line))
    message = f"there is no bracket, label, name or date to decide at {_named(where)}."
    return _finding(text, place or None, message, nearest.shown(text, near[: nearest.SHOWN]))


def _named(where: Where) -> str:
    """
    Return a place as the person named it.

    >>> _named(Where(3, 4)), _named(Where(quote="[so]"))
    ('line 3, column 4', "'[so]'")
    """
    line = f"line {where.line}" + (f", column {where.column}" if where.column else "") if where.line else ""
    return " and ".join(part for part in (line, repr(where.quote) if where.quote else "") if part)


def _finding(text: Flat, place: Range | None, message: str, advice: str) -> Finding:
    """Return an error at *place* of the transcript."""
    start = text.source.position(place[0]) if place else None
    excerpt = re.sub(r"[\r\n]+$", "", text.source.line(start.line)) if start else ""
    return Finding(text.source.name, CODE, message, advice, start, excerpt=excerpt)
