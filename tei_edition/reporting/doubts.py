"""What waits for a person: uncertain choices, labels that were refused, people who are not resolved, with the commands that settle them."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

from tei_edition.encode.header import meaning
from tei_edition.reporting.model import Doubt, Open, Settled
from tei_edition.rules.printed import label_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tei_edition.annotation import Annotation
    from tei_edition.model import Finding, Position, Source, Span

ORDER = ("unknown", "low", "medium")
"""The tool's certainties, the worst first."""

PEOPLE = ("person-", "name-", "office-")
"""How the codes of findings begin that say who is not resolved."""

LONGEST = 200


def doubts(annotation: Annotation, file: str) -> tuple[Doubt, ...]:
    """
    Return the uncertain choices of *annotation*, worst first; *file* is what commands call the transcript.

    Names of which the same is said for the same reason are one, at their first place.
    """
    source = annotation.source
    unsure = [span for span in annotation.spans if span.cert != "high" and span.verdict is None]
    ordered = sorted(unsure, key=lambda span: (ORDER.index(span.cert), span.start, span.end))
    alike: dict[tuple[object, ...], list[Span]] = {}
    for span in ordered:
        key = (quote(source, span.start, span.end), span.class_, span.evidence) if span.kind == "name" else (id(span),)
        alike.setdefault(key, []).append(span)
    return tuple(_doubt(source, spans[0], file, len(spans)) for spans in alike.values())


def _doubt(source: Source, span: Span, file: str, times: int) -> Doubt:
    """Return the doubt about *span*, which is the first of as many *times*."""
    place = source.position(span.start)
    confirm, instead = _commands(file, place, span)
    said = meaning(span.class_) if span.kind == "bracket" else span.class_.replace("-", " ")
    words = quote(source, span.start, span.end)
    return Doubt(place, words, span.kind, span.class_, said, span.cert, span.evidence, span.rival, confirm, instead, times)


def decided(annotation: Annotation) -> tuple[Settled, ...]:
    """Return what a person decided of *annotation*, in the order of the text."""
    return tuple(
        Settled(
            annotation.source.position(span.start), quote(annotation.source, span.start, span.end), span.class_,
            span.verdict.match.removeprefix("@"), "" if span.verdict.was == span.class_ else span.verdict.was, span.verdict.resp,
            span.verdict.when, span.verdict.why,
        )
        for span in annotation.spans if span.verdict
    )


def _commands(file: str, place: Position, span: Span) -> tuple[str, str]:
    """Return the commands that say that the tool is right about *span*, and that the class after it is."""
    if span.kind == "bracket":
        instead = decide(file, place, "--as", span.rival) if span.rival else ""
        return (decide(file, place, "--confirm") if span.class_ != "unknown" else ""), instead
    if span.kind == "speaker":
        return decide(file, place, "--confirm"), decide(file, place, "--not-speaker")
    others = {"name": "--not-name", "date": "--not-date"}
    return "", decide(file, place, others[span.kind]) if span.kind in others else ""


def decide(file: str, place: Position, *options: str) -> str:
    """
    Return the command line that decides what stands at *place* of the transcript *file*; nothing where that is no file.

    >>> from tei_edition.model import Position
    >>> decide("my minutes.txt", Position(3, 27), "--as", "omitted")
    "tei-edition decide 'my minutes.txt:3:27' --as omitted"
    """
    if file.startswith("<"):
        return ""
    return shlex.join(["tei-edition", "decide", f"{file}:{place}", *options])


def refusals(findings: Sequence[Finding], file: str) -> tuple[Open, ...]:
    """Return the labels that were refused, in order."""
    refused = (one for one in findings if one.code == "label-refused")
    return tuple(
        Open(one.start, one.code, _marked(one), one.advice, decide(file, one.start, "--speaker") if one.start else "") for one in refused
    )


def unresolved(findings: Sequence[Finding], annotation: Annotation, file: str) -> tuple[Open, ...]:
    """Return who is not resolved: labels and names that may be several people or nobody, labels of which nobody is named."""
    told = [one for one in findings if one.code.startswith(PEOPLE)]
    known = {one.start for one in told}
    open_ = [Open(one.start, one.code, _marked(one), f"{one.message} {one.advice}".strip()) for one in told]
    return (*open_, *(one for one in _nameless(annotation, file) if one.place not in known), *_doubtful(annotation))


def _nameless(annotation: Annotation, file: str) -> Iterator[Open]:
    """Yield the first of each label that names nobody."""
    source, seen = annotation.source, set()
    for span in annotation.spans:
        label = quote(source, span.start, span.end)
        if span.kind == "speaker" and "who" not in dict(span.attributes) and label not in seen:
            seen.add(label)
            place = source.position(span.start)
            yield Open(place, "label-nameless", label, "It names no person.", decide(file, place, "--who", "NAME"))


def _doubtful(annotation: Annotation) -> Iterator[Open]:
    """Yield the labels whose person the authority files leave in doubt."""
    source = annotation.source
    first = {label_of(source, span): source.position(span.start) for span in reversed(annotation.spans) if span.kind == "speaker"}
    for one in annotation.known.labels:
        if one.cert != "high":
            yield Open(first.get(one.label), "person-doubtful", one.label, f"Taken for #{one.id} ({one.cert}): {one.evidence}")


def quote(source: Source, start: int, end: int) -> str:
    """Return the words from *start* to *end* in one line."""
    words = " ".join(source.text[start:end].split())
    return words if len(words) <= LONGEST else f"{words[:LONGEST].rstrip()}…"


def _marked(finding: Finding) -> str:
    """Return the words that *finding* marks in its line."""
    start, end = finding.start, finding.end
    if start is None:
        return ""
    stop = end.column - 1 if end and end.line == start.line else len(finding.excerpt)
    return finding.excerpt[start.column - 1 : stop].strip()
