"""
Who is who in a document: labels, completed names and mentions, by the authority files and by what the text itself declares.

It runs after all other rules and changes nothing but pointers: a label that is found in the lists points at their person, any other at a
person of this document; mentions become spans of their own.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from tei_edition.authorities import Known, Labelled
from tei_edition.model import Finding, Piece, Span
from tei_edition.rules import aliases, guesses, mentions, office_mentions, who
from tei_edition.rules.printed import label_of, name_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tei_edition.authorities import Authorities, Entry
    from tei_edition.model import Attributes, Cert
    from tei_edition.rules.context import Context
    from tei_edition.rules.who import Answer

SAMPLE = 20_000
"""How many characters of a document tell its languages."""


@dataclass(frozen=True, slots=True)
class Named:
    """The spans with their pointers and the mentions, what of the authorities they use, and what is left open."""

    spans: tuple[Span, ...]
    known: Known
    findings: tuple[Finding, ...]


def named(context: Context, spans: Sequence[Span], date: str = "") -> Named:
    """
    Return *spans* with what the authority files and the text say of their labels and names, and the mentions added.

    *date* is that of the document, where its settings state one; otherwise it is the last that stands before a label.
    """
    source = context.source
    spans = guesses.settled(context, spans)
    namer = _Namer(context, tuple(_days(spans, date)))
    named_ = mentions.mentions(context, mentions.borders(spans)) if context.authorities.entries else ()
    found = [office_mentions.told_apart(context, one, namer.day(one.found.start)) for one in named_]
    told = mentions.spans(source.text, found)
    namer.read_lists(spans)
    pointed = [namer.span(span) for span in spans]
    declared = aliases.declared(source, [*pointed, *told])
    pointed = [namer.addressed(namer.alias(span, declared)) for span in pointed]
    short = list(aliases.used(source, declared, mentions.borders([*pointed, *told]))) if declared else []
    limits = mentions.borders([*pointed, *told, *short], mentions.OFFICES, "office")
    held = list(office_mentions.meant(context, limits, namer.around(told, pointed)))
    every = (*pointed, *told, *short, *office_mentions.spans(source.text, held))
    pairs = tuple(dict.fromkeys((alias.id, alias.printed) for alias in declared))
    known = Known(used(every, context.authorities), tuple(dict.fromkeys(namer.labels)), pairs)
    left = (*mentions.ambiguous(context, found), *office_mentions.unsettled(context, held))
    return Named(every, known, (*namer.findings.values(), *left))


def decided(spans: Sequence[Span], authorities: Authorities) -> list[Span]:
    """Return *spans*, in which a name that a person gave for who is meant points at the person of the lists who bears it."""
    return [_given(span, authorities) if span.verdict and span.verdict.person else span for span in spans]


def _given(span: Span, authorities: Authorities) -> Span:
    """Return *span*, of which a person decided whom it means."""
    answer = who.who(span.verdict.person, "", authorities) if span.verdict else None
    if not answer or not answer.entry:
        return span
    pointer = f"#{answer.entry.id}"
    pieces = tuple(_pointed(piece, pointer) for piece in span.pieces)
    return replace(span, pieces=pieces, attributes=_changed(span.attributes, "who", pointer))


def _pointed(piece: Piece, pointer: str) -> Piece:
    """Return *piece*, which points elsewhere now if it is a person's name."""
    return replace(piece, attributes=_changed(piece.attributes, "ref", pointer)) if piece.element == "persName" else piece


def _changed(attributes: Attributes, name: str, value: str) -> Attributes:
    """Return *attributes* with another *value* of the one called *name*, if it is there."""
    return tuple((key, value if key == name else old) for key, old in attributes)


def used(spans: Iterable[Span], authorities: Authorities) -> tuple[Entry, ...]:
    """Return the entries of *authorities* that pointers of *spans* name, in the order of the text."""
    return authorities.named(pointer for span in sorted(spans, key=lambda span: span.start) for pointer in pointers_of(span))


def pointers_of(span: Span) -> Iterable[str]:
    """Return the pointers of *span* and its pieces that may name an entry."""
    for attributes in (span.attributes, *(piece.attributes for piece in span.pieces)):
        for name, value in attributes:
            if name in {"who", "toWhom", "ref"}:
                yield from value.split()


def _days(spans: Sequence[Span], date: str) -> Iterable[tuple[int, str]]:
    """Return from which offset which date is the document's: several sessions have several; a day without its year tells none."""
    dated = [(span.start, dict(span.attributes).get("when", "")) for span in spans if span.kind == "date"]
    days = [(start, when) for start, when in dated if not when.startswith("-")]
    if not days or (date and len(days) == 1):
        return [(0, date)]
    return [(0, days[0][1]), *days]


@dataclass
class _Namer:
    """
    Gives each label and each completed name its person, and keeps what it found, and which pointer stands for which *now*.

    *attending* are those whom a list of who took part names and the authority files know, by the pointers of the document.
    """

    context: Context
    days: tuple[tuple[int, str], ...]
    labels: list[Labelled] = field(default_factory=list)
    findings: dict[str, Finding] = field(default_factory=dict)
    now: dict[str, str] = field(default_factory=dict)
    attending: dict[str, Labelled] = field(default_factory=dict)

    @cached_property
    def letters(self) -> frozenset[str]:
        """The single letters that are titles in the document."""
        return who.letter_titles(self.context.source.text[:SAMPLE])

    def who(self, name: str, day: str | None = None) -> Answer | None:
        """Return who *name* is by the authority files: on *day*, or on that of the document."""
        return who.who(name, self.days[0][1] if day is None else day, self.context.authorities, self.letters)

    def read_lists(self, spans: Sequence[Span]) -> None:
        """Look up those whom the lists of who took part among *spans* name."""
        for span in spans:
            if span.class_ in {"participant", "absentee"}:
                name = name_of(self.context.source, span.pieces[0])
                answer = self.who(name)
                if answer and answer.entry:
                    found = Labelled(name, answer.entry.id, answer.evidence, answer.cert)
                    self.attending.setdefault(dict(span.attributes)["ref"], found)

    def around(self, told: Sequence[Span], pointed: Sequence[Span]) -> office_mentions.Around:
        """Return what an office in the text is judged by: where the names *told* begin, the days, and who speaks in which paragraph."""
        speakers = [span for span in pointed if span.kind == "speaker"]
        who = {span.start: dict(span.attributes).get("who", "") for span in speakers}
        return office_mentions.Around(frozenset(span.start for span in told), self.day, who)

    def day(self, offset: int) -> str:
        """Return the day of the document, or of the session, at *offset*."""
        return next(day for start, day in reversed(self.days) if start <= offset)

    def span(self, span: Span) -> Span:
        """Return *span* with its pointers; whom a person decided that it means stays."""
        if span.verdict and (span.verdict.match or span.verdict.person):
            return span
        if span.kind == "speaker":
            return self._label(span)
        piece = next((piece for piece in span.pieces if piece.element == "persName" and span.kind == "bracket"), None)
        return self._completed(span, piece) if piece else span

    def alias(self, span: Span, declared: Sequence[aliases.Alias]) -> Span:
        """Return *span*, whose label may be a short form that the text *declared*; whom a person decided that it means stays."""
        if span.verdict and (span.verdict.match or span.verdict.person):
            return span
        alias = aliases.of_label(label_of(self.context.source, span), span.start, declared) if declared and span.kind == "speaker" else None
        return self._is(span, label_of(self.context.source, span), alias.id, alias.evidence) if alias else span

    def _label(self, span: Span) -> Span:
        """Return the label *span*, which points at a person of the lists, or at one of the document."""
        label, authorities, day = label_of(self.context.source, span), self.context.authorities, self.day(span.start)
        nobody = not dict(span.attributes).get("who")
        answer = who.listed(label, day, authorities) if nobody else self.who(label, day)
        if answer and answer.entry:
            return self._is(span, label, answer.entry.id, answer.evidence, answer.cert)
        listed = self.attending.get(dict(span.attributes).get("who", ""))
        if listed:
            return self._is(span, label, listed.id, f"It is {listed.label!r} of those who took part. {listed.evidence}", listed.cert)
        if not nobody and authorities.of("person"):
            self._open(span, label, answer)
        return span if nobody else self._moved(span, self._local(dict(span.attributes)["who"]))

    def _is(self, span: Span, label: str, id_: str, evidence: str, cert: Cert = "high") -> Span:
        """Return the label *span*, which is the person *id_*."""
        self.labels.append(Labelled(label, id_, evidence, cert))
        self.findings.pop(label, None)
        return replace(self._moved(span, f"#{id_}"), evidence=f"{span.evidence} {evidence}")

    def _moved(self, span: Span, pointer: str) -> Span:
        """Return the label *span* with the person it points at, and keep what it pointed at before."""
        self.now[dict(span.attributes).get("who", "")] = pointer
        return _replaced(span, "who", pointer)

    def addressed(self, span: Span) -> Span:
        """Return *span*, whose addressees, or who is listed in it as taking part, are those that their own labels point at."""
        if span.class_ in {"participant", "absentee", "reporter"}:
            return self._listed(span)
        if span.class_ == "said":
            pointer = self.now.get(dict(span.attributes)["who"], dict(span.attributes)["who"])
            pieces = tuple(replace(one, attributes=_changed(one.attributes, "who", pointer)) for one in span.pieces)
            return replace(_replaced(span, "who", pointer), pieces=pieces)
        to = dict(span.attributes).get("toWhom", "")
        return _replaced(span, "toWhom", " ".join(self.now.get(one, one) for one in to.split())) if to else span

    def _listed(self, span: Span) -> Span:
        """Return *span*, a name in a list of those who took part: whom the label points at that was found there, else by the lists."""
        ref = dict(span.attributes)["ref"]
        answer = self.who(name_of(self.context.source, span.pieces[0]))
        known = f"#{answer.entry.id}" if answer and answer.entry else self._local(ref)
        pointer = self.now.setdefault(ref, known)
        return replace(_replaced(span, "ref", pointer), pieces=tuple(_pointed(one, pointer) for one in span.pieces))

    def _completed(self, span: Span, piece: Piece) -> Span:
        """Return *span*, a name that a bracket completes, which points at a person of the lists, or at one of the document."""
        name = name_of(self.context.source, piece)
        answer = self.who(name)
        ref = dict(piece.attributes)["ref"]
        pointer, evidence = self._local(ref), span.evidence
        listed = mentions.whole(self.context, piece.start, piece.end) if not answer else None
        if answer and answer.entry:
            pointer, evidence = f"#{answer.entry.id}", f"{evidence} {answer.evidence}"
        elif listed:
            pointer, evidence = f"#{listed.entries[0].id}", f"{evidence} It is a form of the name of {who.told(listed.entries[0])}."
        pieces = tuple(_pointed(one, pointer) for one in span.pieces)
        return replace(span, pieces=pieces, evidence=evidence)

    def _local(self, pointer: str) -> str:
        """Return *pointer* to a person of the document; one whose id an entry of the lists has, gets another."""
        return f"#label-{pointer[1:]}" if pointer[1:] in self.context.authorities.by_id else pointer

    def _open(self, span: Span, label: str, answer: Answer | None) -> None:
        """Keep the finding for a label that is not found in the lists, at its first place."""
        if label in self.findings:
            return
        source = self.context.source
        place, end = source.position(span.start), source.position(span.end)
        code = "person-ambiguous" if answer and len(answer.candidates) > 1 else "person-unlisted"
        message = f"the label {label!r} is nobody's whom the authority files list."
        message = f"the label is not resolved: {answer.evidence}" if answer else message
        advice = "List it as a name of the person it stands for, or decide who it is: tei-edition people."
        self.findings[label] = Finding(source.name, code, message, advice, place, end, "info", source.line(place.line)[:200])


def _replaced(span: Span, name: str, value: str) -> Span:
    """Return *span* with its attribute *name* of another *value*."""
    others = tuple((key, old) for key, old in span.attributes if key != name)
    ordered = ((name, value), *others) if name == "who" else (*others, (name, value))
    return replace(span, attributes=ordered)
