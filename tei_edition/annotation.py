"""
Annotate: what the rules say of each transcript, as spans over its untouched text.

Two passes: what all documents of an edition show is collected and merged into one lexicon, then each is decided with it.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from tei_edition import registry
from tei_edition.model import Finding, Piece, Position, Source, Span
from tei_edition.profiles import Profile, load
from tei_edition.rules import blocks, brackets, dated, lexicon
from tei_edition.rules.blocks import footnote, speaker
from tei_edition.rules.context import Bracket, Context, Reading
from tei_edition.rules.pairs import Pairs, pair

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from types import ModuleType

    from tei_edition.edition import Edition


@dataclass(frozen=True, slots=True)
class Annotation:
    """A transcript, what the rules say of it, and what a person should look at."""

    source: Source
    spans: tuple[Span, ...]
    findings: tuple[Finding, ...]


def annotate(sources: Sequence[Source], edition: Edition) -> tuple[Annotation, ...]:
    """Return what the rules say of *sources*, the documents of *edition*, seen together."""
    profile = load(edition.profile, edition.folder)
    known = lexicon.merge(map(lexicon.collect, sources))
    return tuple(_annotate(source, known, profile) for source in sources)


def _annotate(source: Source, known: lexicon.Lexicon, profile: Profile) -> Annotation:
    """Return what the rules say of one document."""
    first = Context(source, known, profile)
    speeches = list(speaker.annotate(first))
    context = replace(
        first,
        labelled=frozenset(span.start for span in speeches),
        speeches=frozenset(_after(source, span.end) for span in speeches),
        notes=footnote.notes(source),
    )
    pairs = pair(source)
    spans, doubts = _blocks(context)
    readings, clashes = _brackets(context, pairs, speeches)
    lone, faults = _alone(source, pairs)
    dates = list(dated.annotate(source, spans))
    ordered = sorted([*spans, *readings, *lone, *dates], key=lambda span: (span.start, -span.end, span.kind))
    findings = [*doubts, *clashes, *faults, *speaker.refused(context), *dated.impossible(source, spans)]
    return Annotation(source, tuple(ordered), tuple(sorted(findings, key=_place)))


def _place(finding: Finding) -> tuple[int, int, str]:
    """Return what findings are sorted by."""
    start = finding.start or Position(0, 0)
    return start.line, start.column, finding.code


def _after(source: Source, offset: int) -> int:
    """Return the first place from *offset* that is not blank."""
    while offset < len(source.text) and source.text[offset].isspace():
        offset += 1
    return offset


def _blocks(context: Context) -> tuple[list[Span], list[Finding]]:
    """Return what the block rules say; of two that claim a paragraph the stronger, of two equal ones neither."""
    found = [(module.RANK, span) for module in registry.modules(blocks).values() for span in module.annotate(context)]
    claims: dict[int, list[tuple[int, Span]]] = defaultdict(list)
    for rank, span in found:
        if _claims(span):
            claims[span.start].append((rank, span))
    kept = [span for _, span in found if not _claims(span)]
    findings = []
    for rivals in claims.values():
        strongest = min(rank for rank, _ in rivals)
        best = [span for rank, span in rivals if rank == strongest]
        if len(best) == 1:
            kept += best
        else:
            findings.append(_clash(context.source, best[0], [span.rule for span in best]))
    return kept, findings


def _claims(span: Span) -> bool:
    """Tell whether *span* says what a block is."""
    return bool(span.pieces) and span.kind in {"block", "speaker", "note"} and span.class_ != "footnote-mark"


def _clash(source: Source, span: Span, rules: Sequence[str]) -> Finding:
    """Return the finding for rules of one rank that claim the same span."""
    place = source.position(span.start)
    named = " and ".join(sorted(rules))
    return Finding(
        source.name, "rules-clash", f"{source.text[span.start : span.end][:60]!r} is read by {named}, which are equally strong.",
        "It is kept as it is printed; decide which is meant.", place, source.position(span.end), "warning", source.line(place.line),
    )


def _brackets(context: Context, pairs: Pairs, speeches: Sequence[Span]) -> tuple[list[Span], list[Finding]]:
    """Return the meaning of each pair of brackets, the outer before the inner."""
    spans: list[Span] = []
    findings: list[Finding] = []
    labels = sorted((span.start, span.end) for span in speeches)
    enclosing: list[Span] = []
    topics = 0
    for start, end in pairs.pairs:
        while enclosing and enclosing[-1].end <= start:
            enclosing.pop()
        span, rules = _one(context, start, end, enclosing[-1] if enclosing else None, labels)
        if len(rules) > 1:
            findings.append(_clash(context.source, span, rules))
        topics += span.class_ == "topic"
        spans.append(_numbered(span, topics))
        enclosing.append(span)
    return spans, findings


def _numbered(span: Span, number: int) -> Span:
    """Return *span* with its milestone numbered."""
    pieces = tuple(
        replace(piece, attributes=(*piece.attributes, ("n", str(number)))) if piece.element == "milestone" else piece
        for piece in span.pieces
    )
    return replace(span, pieces=pieces)


def _one(
    context: Context, start: int, end: int, outer: Span | None, labels: Sequence[tuple[int, int]],
) -> tuple[Span, list[str]]:
    """Return what one pair of brackets means, and the rules that say so."""
    source = context.source
    paragraph = source.paragraph_at(start)
    if paragraph is None or end > paragraph.end:
        return _apart(start, end), ["multi-paragraph"]
    if any(low <= start and end <= high for low, high in labels if low <= start):
        return _in_label(start, end), ["speaker"]
    opens = start == paragraph.start or start in context.speeches
    bracket = Bracket(source, start, end, paragraph, opens, outer.class_ if outer else "")
    if bracket.outer == "source":
        piece = Piece("seg", start, end, (("rend", "brackets"),))
        return Span(start, end, "bracket", "nested-inner", "source", "It stands in the source note.", pieces=(piece,)), ["source"]
    found = _readings(bracket, context)
    name, reading = found[0]
    if len(found) > 1:
        name, reading = "unknown", Reading("unknown", (bracket.piece("seg", ("type", "bracketed")),), "Two rules read it.", "unknown")
    span = Span(
        start, end, "bracket", reading.class_, name, reading.evidence, reading.cert, reading.attributes, reading.pieces,
        outer.start if outer else None,
    )
    return span, [name for name, _ in found]


def _readings(bracket: Bracket, context: Context) -> list[tuple[str, Reading]]:
    """Return the readings of the strongest rank that reads *bracket*, each with its rule's name."""
    for modules in _by_rank():
        found = [(name, reading) for name, module in modules if (reading := module.read(bracket, context))]
        if found:
            return found
    return [("unknown", Reading("unknown", (bracket.piece("seg", ("type", "bracketed")),), "No rule reads it.", "unknown"))]


@cache
def _by_rank() -> tuple[tuple[tuple[str, ModuleType], ...], ...]:
    """Return the bracket rules by their rank, the strongest first."""
    found: dict[int, list[tuple[str, ModuleType]]] = defaultdict(list)
    for name, module in registry.modules(brackets).items():
        found[module.RANK].append((name.replace("_", "-"), module))
    return tuple(tuple(found[rank]) for rank in sorted(found))


def _apart(start: int, end: int) -> Span:
    """Return a bracket that opens in one paragraph and closes in another."""
    piece = Piece("seg", start, end, (("type", "bracketed"),), 1, 1)
    evidence = "It opens in one paragraph and closes in another."
    return Span(start, end, "bracket", "multi-paragraph", "pairs", evidence, "medium", pieces=(piece,))


def _in_label(start: int, end: int) -> Span:
    """Return a bracket in a speaker's label: a name the editor supplied."""
    piece = Piece("supplied", start, end, (), 1, 1)
    return Span(start, end, "bracket", "speaker", "speaker", "It stands in a speaker's label.", pieces=(piece,))


def _alone(source: Source, pairs: Pairs) -> tuple[list[Span], list[Finding]]:
    """Return each mark that has no partner, kept as text, and the finding for it."""
    spans, findings = [], []
    for offset in pairs.alone:
        piece = Piece("seg", offset, offset + 1, (("type", "unbalanced"),))
        spans.append(Span(offset, offset + 1, "bracket", "unbalanced", "pairs", "It has no partner.", pieces=(piece,)))
        place = source.position(offset)
        mark = source.text[offset]
        partner = "closing ]" if mark == "[" else "opening ["
        findings.append(Finding(
            source.name, "bracket-unbalanced", f"this {mark} has no {partner}.",
            f"Put the {partner} where the editor's words {'end' if mark == '[' else 'begin'}, or take the mark out.",
            place, source.position(offset + 1), "warning", source.line(place.line),
        ))
    return spans, findings


def span_lines(annotation: Annotation) -> Iterator[str]:
    """Return the spans of *annotation* as JSON, one a line."""
    for span in annotation.spans:
        yield json.dumps(_record(annotation.source, span), ensure_ascii=False)


def _record(source: Source, span: Span) -> Mapping[str, object]:
    """Return *span* under the names that its JSON has."""
    place = source.position(span.start)
    marked = sorted(span.pieces, key=lambda piece: (not piece.open, not piece.attributes))
    attributes = span.attributes or (marked[0].attributes if marked else ())
    return {
        "file": source.name, "line": place.line, "column": place.column, "start": span.start, "end": span.end,
        "kind": span.kind, "class": span.class_, "attributes": dict(attributes), "rule": span.rule,
        "evidence": span.evidence, "cert": span.cert, "parent": span.parent,
    }


def classes(annotation: Annotation) -> Mapping[str, int]:
    """Return how many brackets of each class *annotation* has, by the name of the class."""
    counts = Counter(span.class_ for span in annotation.spans if span.kind == "bracket")
    return {name: counts[name] for name in sorted(counts)}
