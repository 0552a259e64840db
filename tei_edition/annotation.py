"""
Annotate: what the rules say of each transcript, as spans over its untouched text.

Two passes: what all documents of an edition show is collected and merged into one lexicon, then each is decided with it.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections import Counter, defaultdict
from dataclasses import asdict, dataclass, field, replace
from functools import cache
from pathlib import PurePath
from typing import TYPE_CHECKING

from tei_edition import authorities, registry
from tei_edition.authorities import Known
from tei_edition.decisions.alone import NO_BRACKET
from tei_edition.decisions.replay import Replay
from tei_edition.errors import SettingsError
from tei_edition.model import Finding, Paragraph, Piece, Position, Source, Span
from tei_edition.paragraphs import joined
from tei_edition.profiles import Profile, load
from tei_edition.rules import (
    Rank,
    addressee,
    blocks,
    brackets,
    dated,
    italics,
    lexicon,
    naming,
    pages,
    refusals,
    remainder,
    styles,
    tongue,
    who,
)
from tei_edition.rules.blocks import footnote, speaker
from tei_edition.rules.bracket import Bracket, Reading
from tei_edition.rules.context import Context
from tei_edition.rules.pairs import Pair, Pairs, pair

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from types import ModuleType

    from tei_edition.edition import Edition

WHOLE = frozenset({"list", "table"})
"""What several paragraphs make together, or not at all."""

TOLD = frozenset({"event", "delivery", "pause"})
MANY = 8
"""How many brackets of a document must say what happens before others are believed to do so."""


@dataclass(frozen=True, slots=True)
class Annotation:
    """A transcript, what the rules say of it, what a person should look at, and what of the authority files it uses."""

    source: Source
    spans: tuple[Span, ...]
    findings: tuple[Finding, ...]
    known: Known = field(default_factory=Known)


def annotate(sources: Sequence[Source], edition: Edition) -> tuple[Annotation, ...]:
    """
    Return what the rules, and the decisions of *edition*, say of *sources*, its documents, seen together.

    Raises `SettingsError` with every decision that cannot be replayed, `MarkupError` for an authority file that cannot be read.
    """
    found = tuple(each(sources, edition))
    faults = [finding for one in found for finding in one.findings if finding.severity == "error"]
    if faults:
        raise SettingsError.at(*faults)
    return found


def each(sources: Sequence[Source], edition: Edition) -> Iterator[Annotation]:
    """Return one by one what `annotate` returns; a decision that cannot be replayed is a finding, an error, of the document it is on."""
    whole = together(sources, edition)
    return (one(source, whole, edition) for source in sources)


@dataclass(frozen=True, slots=True)
class Whole:
    """What all documents of an edition show, its house's conventions, and its authority files."""

    lexicon: lexicon.Lexicon
    profile: Profile
    authorities: authorities.Authorities


def together(sources: Iterable[Source], edition: Edition) -> Whole:
    """Return what *sources*, the documents of *edition*, show together, and what stands beside them."""
    lists = authorities.load(edition.folder)
    known = replace(lexicon.merge(map(lexicon.collect, sources)), listed=frozenset(who.index(lists)))
    return Whole(known, load(edition.profile, edition.folder), lists)


def one(source: Source, whole: Whole, edition: Edition) -> Annotation:
    """Return what the rules and the decisions of *edition* say of *source*, a document of the *whole*; as `each`."""
    name = PurePath(source.name).name
    settings = edition.document(name)
    read = replace(source, joined=joined(source.text, source.paragraphs, source.breaks)) if whole.profile.lines == "join" else source
    replay = Replay(read, [decision for decision in edition.decisions if decision.document == name])
    document = Context(read, whole.lexicon, whole.profile, authorities=whole.authorities)
    found = _annotate(document, replay, settings.date)
    return replace(found, findings=(*tongue.strange(source, settings.language), *found.findings))


def _annotate(document: Context, replay: Replay, date: str) -> Annotation:
    """Return what the rules and the decisions to *replay* say of one *document*, whose settings give it that *date*."""
    source = document.source
    first = replace(document, italics=italics.find(source, document.profile))
    speeches, refused = replay.speeches(first, list(speaker.annotate(first)))
    context = replace(
        first,
        labelled=frozenset(span.start for span in speeches),
        speeches=frozenset(_after(source, span.end) for span in speeches),
        notes=footnote.notes(source),
        pages=pages.pages(source),
    )
    pairs = pair(source, document.profile)
    replay.place_brackets([*((one.start, one.end) for one in pairs.pairs), *((at, at + 1) for at in pairs.alone)])
    spans, doubts = _blocks(context, speeches)
    readings, clashes = _brackets(context, pairs, speeches, replay)
    if _staged(readings):
        readings, clashes = _brackets(replace(context, staged=True), pairs, speeches, replay)
    spans = addressee.told(source, spans, readings, {_after(source, span.end): span.start for span in speeches})
    lone, faults = replay.alone(*remainder.alone(source, pairs))
    dates = list(dated.annotate(source, spans))
    readings, styled = styles.annotate(source, readings, speeches)
    styled += italics.spans(context.italics, readings)
    found = naming.named(context, [*spans, *readings, *lone, *dates, *styled], date)
    every = naming.decided(replay.others([*found.spans, *refused], context.authorities.by_id), context.authorities)
    ordered = sorted(every, key=lambda span: (span.start, -span.end, span.kind))
    findings = [
        *source.findings, *doubts, *clashes, *faults, *_undecided(context, refused, spans), *dated.impossible(source, spans),
        *pages.doubtful(source, [span.start for span in ordered if span.class_ == "page"]),
        *remainder.wanting(source, spans), *found.findings,
    ]
    known = replace(found.known, entries=naming.used(ordered, context.authorities))
    return Annotation(source, tuple(ordered), (*replay.faults, *sorted(findings, key=_place)), known)


def _undecided(context: Context, refused: Sequence[Span], blocks: Sequence[Span]) -> Iterator[Finding]:
    """Yield what the rules refuse as labels, but what a person *refused* or took, and what opens one of the *blocks* of another form."""
    decided = {context.source.position(block.start) for block in blocks if _claims(block)}
    decided |= {context.source.position(span.start) for span in refused}
    decided |= {context.source.position(start) for start in context.labelled}
    return (finding for finding in refusals.refused(context) if finding.start not in decided)


def _place(finding: Finding) -> tuple[int, int, str]:
    """Return what findings are sorted by."""
    start = finding.start or Position(0, 0)
    return start.line, start.column, finding.code


def _after(source: Source, offset: int) -> int:
    """Return the first place from *offset* that is not blank."""
    while offset < len(source.text) and source.text[offset].isspace():
        offset += 1
    return offset


def _blocks(context: Context, speeches: Sequence[Span]) -> tuple[list[Span], list[Finding]]:
    """Return what the block rules say, and *speeches*; of two that claim a paragraph the stronger, of two equal ones neither."""
    found = [
        (module.RANK if span.verdict is None else 0, span) for module in registry.modules(blocks).values()
        for span in (speeches if module is speaker else module.annotate(context))
    ]
    claims: dict[int, list[tuple[int, Span]]] = defaultdict(list)
    for rank, span in found:
        if _claims(span):
            claims[span.start].append((rank, span))
    kept = [span for _, span in found if not _claims(span)]
    lost: set[Piece] = set()
    findings = []
    for rivals in claims.values():
        strongest = min(rank for rank, _ in rivals)
        best = [span for rank, span in rivals if rank == strongest]
        lost |= {piece for rank, span in rivals if rank > strongest for piece in span.pieces if piece.element in WHOLE}
        if len(best) == 1:
            kept += best
        else:
            findings.append(_clash(context.source, best[0], [span.rule for span in best]))
    begun = {span.start for span in kept if _claims(span)}
    whole = [span for span in kept if not (lost & set(span.pieces) or (span.class_ == "line" and span.start in begun))]
    return whole, findings


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


def _brackets(context: Context, pairs: Pairs, speeches: Sequence[Span], replay: Replay) -> tuple[list[Span], list[Finding]]:
    """Return the meaning of each pair of brackets, the outer before the inner."""
    spans: list[Span] = []
    findings: list[Finding] = []
    labels = sorted((span.start, span.end) for span in speeches)
    enclosing: list[Span] = []
    topics = 0
    for found in pairs.pairs:
        while enclosing and enclosing[-1].end <= found.start:
            enclosing.pop()
        bracket = _bracket(context, found, enclosing[-1] if enclosing else None, labels)
        read, rules = _one(context, bracket, enclosing[-1] if enclosing else None)
        span = replay.bracket(bracket, context, read)
        if len(rules) > 1 and span is read:
            findings.append(_clash(context.source, span, rules))
        topics += span.class_ == "topic"
        spans.append(_numbered(span, topics))
        if span.class_ != NO_BRACKET:
            enclosing.append(replace(span, start=found.start, end=found.end))
    return spans, [*findings, *remainder.plain_only(context, spans)]


def _staged(spans: Sequence[Span]) -> bool:
    """Tell whether most of the brackets whose meaning is sure say what happens, and there are enough of them."""
    sure = Counter(span.class_ in TOLD for span in spans if span.cert == "high")
    return sure[True] >= MANY and sure[True] > sure[False]


def _numbered(span: Span, number: int) -> Span:
    """Return *span* with its milestone numbered."""
    pieces = tuple(
        replace(piece, attributes=(*piece.attributes, ("n", str(number)))) if piece.element == "milestone" else piece
        for piece in span.pieces
    )
    return replace(span, pieces=pieces)


def _bracket(context: Context, found: Pair, outer: Span | None, labels: Sequence[tuple[int, int]]) -> Bracket:
    """Return the pair *found* in its surroundings."""
    paragraph = context.source.paragraph_at(found.start) or Paragraph(found.start, found.end, 0)
    at = bisect_right(labels, (found.start, len(context.source.text))) - 1
    return Bracket(
        context.source, found.start, found.end, paragraph, found.start in context.speeches, outer.class_ if outer else "", found.width,
        context.italics, apart=found.end > paragraph.end, labelled=at >= 0 and found.end <= labels[at][1],
    )


def _one(context: Context, bracket: Bracket, outer: Span | None) -> tuple[Span, list[str]]:
    """Return what one pair of brackets means, and the rules that say so."""
    found = _readings(bracket, context)
    name, reading = found[0]
    if len(found) > 1:
        name, reading = "unknown", Reading("unknown", (bracket.piece("seg", ("type", "bracketed")),), "Two rules read it.", "unknown")
    span = Span(
        bracket.start, bracket.end, "bracket", reading.class_, name, reading.evidence, reading.cert, reading.attributes,
        reading.pieces, outer.start if outer else None, rival="" if reading.cert == "high" else _rival(bracket, context, reading.class_),
    )
    return span, [name for name, _ in found]


def _rival(bracket: Bracket, context: Context, class_: str) -> str:
    """Return the class, other than *class_*, that the next strongest evidence gives *bracket*; empty where no rule reads it so."""
    found: list[tuple[int, str]] = []
    for rank, _, module in _by_rank():
        reading = bracket.asked(module, context)
        if reading and reading.class_ not in {class_, "unknown"}:
            found.append((reading.rank or rank, reading.class_))
    return min(found, default=(0, ""))[1]


def _readings(bracket: Bracket, context: Context) -> list[tuple[str, Reading]]:
    """Return the readings by the strongest evidence for *bracket*, each with its rule's name."""
    best: list[tuple[str, Reading]] = []
    strongest = max(Rank) + 1
    for rank, name, module in _by_rank():
        if rank > strongest:
            break
        reading = bracket.asked(module, context)
        weight = (reading.rank or rank) if reading else strongest + 1
        if reading and weight < strongest:
            best, strongest = [(name, reading)], weight
        elif reading and weight == strongest:
            best.append((name, reading))
    return best or [("unknown", Reading("unknown", (bracket.piece("seg", ("type", "bracketed")),), "No rule reads it.", "unknown"))]


@cache
def _by_rank() -> tuple[tuple[int, str, ModuleType], ...]:
    """Return the bracket rules with the strongest evidence that each can have, the strongest first."""
    found = [(int(module.RANK), name.replace("_", "-"), module) for name, module in registry.modules(brackets).items()]
    return tuple(sorted(found, key=lambda rule: rule[:2]))


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
        **({"rival": span.rival} if span.rival and not span.verdict else {}),
        **({"decision": asdict(span.verdict)} if span.verdict else {}),
    }


def classes(annotation: Annotation) -> Mapping[str, int]:
    """Return how many brackets of each class *annotation* has, by the name of the class."""
    counts = Counter(span.class_ for span in annotation.spans if span.kind == "bracket")
    return {name: counts[name] for name in sorted(counts)}
