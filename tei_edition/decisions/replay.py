"""Replaying: the decisions on one document, each at its place, instead of what the rules say there."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from tei_edition.decisions import nearest
from tei_edition.decisions.alone import alone, characters
from tei_edition.decisions.anchors import Flat, Range, flat
from tei_edition.decisions.decision import NO_DATE, Decision
from tei_edition.model import Piece, Span, Verdict
from tei_edition.rules import form
from tei_edition.rules.blocks.speaker import CLASS, judged, person_id
from tei_edition.rules.labels import bare
from tei_edition.rules.parts import fold, is_nobody

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from tei_edition.decisions.decision import Subject
    from tei_edition.model import Attributes, Finding, Source
    from tei_edition.rules.bracket import Bracket
    from tei_edition.rules.context import Context

RULE = "decision"
"""What a decided span has for its rule."""

STOPS = " \t.:：–—"


@dataclass
class Replay:
    """The decisions on *source*, and what is wrong with those that cannot be replayed (*faults*)."""

    source: Source
    decisions: Sequence[Decision] = ()
    faults: list[Finding] = field(default_factory=list)
    brackets: dict[Range, Decision] = field(default_factory=dict)

    @cached_property
    def text(self) -> Flat:
        """The text, as quotations see it."""
        return Flat(self.source)

    def of(self, subject: Subject) -> list[Decision]:
        """Return the decisions on one kind of thing, those on a single place first."""
        return sorted((one for one in self.decisions if one.subject == subject), key=lambda one: one.every)

    def place(self, subject: Subject, candidates: Sequence[Range]) -> dict[Range, Decision]:
        """Return the decision on each of *candidates* that has one."""
        found: dict[Range, Decision] = {}
        decisions = self.of(subject)
        by_words: dict[str, list[Range]] = defaultdict(list)
        for place in candidates if decisions else ():
            by_words[self.text.quoted(place)].append(place)
        for decision in decisions:
            alike = by_words.get(flat(decision.quote).strip(), [])
            self._take(decision, alike, candidates, found)
        return found

    def _take(self, decision: Decision, alike: Sequence[Range], candidates: Sequence[Range], found: dict[Range, Decision]) -> None:
        """Put *decision* at its place among those that are *alike*, or say why it has none."""
        places = [place for place in alike if self.text.holds(place, decision.before, decision.after)]
        if not places:
            self.faults.append(nearest.lost(decision, self.text, candidates))
        elif len(places) > 1 and not decision.every:
            self.faults.append(nearest.several(decision, self.text, places))
        elif not decision.every and places[0] in found:
            self.faults.append(nearest.twice(decision, found[places[0]]))
        else:
            found.update((place, decision) for place in places if place not in found)

    def place_brackets(self, candidates: Sequence[Range]) -> None:
        """Find the places of the decisions on brackets."""
        self.brackets = self.place("bracket", candidates)

    def bracket(self, bracket: Bracket, context: Context, span: Span) -> Span:
        """Return what is decided of *bracket*, which the rules read as *span*; that itself where nothing is decided."""
        decision = self.brackets.get((bracket.start, bracket.end))
        if decision is None:
            return span
        if decision.bracket is False:
            return _decided(characters(span), decision, span.class_)
        try:
            given = form.Given(_range(decision.of, bracket), decision.attributes, pointer(decision.ref))
            class_ = decision.as_ or span.class_
            pieces = form.pieces(class_, bracket, context, given) if decision.as_ else form.told(span.pieces, given)
        except form.Lacking as lacking:
            self.faults.append(nearest.unfit(decision, str(lacking)))
            return span
        return _decided(replace(span, class_=class_, pieces=pieces, attributes=()), decision, span.class_)

    def alone(self, spans: Sequence[Span], findings: Sequence[Finding]) -> tuple[list[Span], list[Finding]]:
        """Return the marks without a partner, *spans*, as decided, and the *findings* for those that nobody decided."""
        decided = {span.start: self._alone(span) for span in spans if (span.start, span.end) in self.brackets}
        places = {self.source.position(start) for start, span in decided.items() if span.verdict}
        return [decided.get(span.start, span) for span in spans], [one for one in findings if one.start not in places]

    def _alone(self, span: Span) -> Span:
        """Return a mark without a partner as decided: no bracket, the source's own, or as it is."""
        decision = self.brackets[span.start, span.end]
        made = characters(span) if decision.bracket is False else alone(span, decision.as_)
        if made is None:
            self.faults.append(nearest.unfit(decision, "its partner: put that into the transcript, or decide otherwise"))
            return span
        return _decided(made, decision, span.class_)

    def speeches(self, context: Context, found: Sequence[Span]) -> tuple[list[Span], list[Span]]:
        """Return the speakers' labels, which the rules *found*, as decided; and a span for each that is decided to be none."""
        spans = {span.start: span for span in found}
        refused: list[Span] = []
        for (start, end), decision in self._labels(context).items():
            rules = spans.pop(start, None)
            if decision.speaker is False:
                refused.append(_nothing((start, end), decision, "no-speaker", CLASS if rules else ""))
            else:
                spans[start] = self._label((start, end), decision, rules)
        return sorted(spans.values(), key=lambda span: span.start), refused

    def _labels(self, context: Context) -> dict[Range, Decision]:
        """Return the decision on each label that has one."""
        decisions = self.of("label")
        if not decisions:
            return {}
        dialogue, _ = judged(self.source, context.lexicon)
        chains = {number: [(label.start, label.end) for label in chain] for number, chain in dialogue.chains.items()}
        candidates = [chain[-1] for chain in chains.values()]
        found: dict[Range, Decision] = {}
        for decision in decisions:
            self._take(decision, list(openings(self.text, decision.quote, chains)), candidates, found)
        return found

    def _label(self, place: Range, decision: Decision, rules: Span | None) -> Span:
        """Return the span of a label that is decided: as the *rules* have it, but for what is decided."""
        span = Span(*place, "speaker", CLASS, RULE, "", attributes=self._local(place), pieces=(Piece("speaker", *place),))
        if rules:
            same = (rules.start, rules.end) == place
            span = replace(span, attributes=rules.attributes, pieces=rules.pieces if same else span.pieces)
        if decision.who:
            kept = (pair for pair in span.attributes if pair[0] != "who")
            span = replace(span, attributes=(("who", pointer(decision.who)), *kept))
        return _decided(span, decision, CLASS if rules else "")

    def _local(self, place: Range) -> Attributes:
        """Return the pointer at the person of this document whom a label stands for; none where it stands for nobody known."""
        printed = self.source.text[slice(*place)]
        name = bare(printed.rstrip(STOPS)) or printed
        return () if is_nobody(fold(name).split()) else (("who", pointer(name)),)

    def others(self, spans: Sequence[Span], listed: Iterable[str] = ()) -> list[Span]:
        """Return *spans* with names and dates as decided; among the faults what points at nobody, here or among the ids *listed*."""
        told = list(spans)
        for subject in ("name", "date"):
            at = {place: number for number, span in enumerate(told) if (place := place_of(span, subject))}
            for place, decision in self.place(subject, list(at)).items():
                told[at[place]] = self._other(told[at[place]], place, decision)
        self._pointers(told, listed)
        return told

    def _other(self, span: Span, place: Range, decision: Decision) -> Span:
        """Return a name or a date as decided."""
        if decision.name is False or decision.date == NO_DATE:
            if span.kind == "bracket":
                self.faults.append(nearest.unfit(decision, 'a decision on the bracket itself, such as as = "subaudible"'))
                return span
            return _nothing(place, decision, f"no-{decision.subject}", span.class_)
        if decision.date:
            when = (("when", decision.date),)
            return _decided(replace(span, attributes=when, pieces=(replace(span.pieces[0], attributes=when),)), decision, span.class_)
        number = next(number for number, piece in enumerate(span.pieces) if (piece.start, piece.end) == place)
        if span.pieces[number].element != "persName" and not decision.ref.startswith("#"):
            self.faults.append(nearest.unfit(decision, "# and an id of the authority files, for what is no person"))
            return span
        pieces = list(span.pieces)
        pieces[number] = form.with_attributes(pieces[number], (("ref", pointer(decision.ref)),))
        return _decided(replace(span, pieces=tuple(pieces)), decision, span.class_)

    def _pointers(self, spans: Sequence[Span], listed: Iterable[str]) -> None:
        """Note each decision that points at an id that nobody in the document or in the authority files has."""
        ids = {f"#{one}" for one in listed}
        known = {value for span in spans if not span.verdict or span.verdict.person for value in pointers(span)}
        for decision in self.decisions:
            for value in (decision.who, decision.ref):
                if value.startswith("#") and value not in known | ids:
                    there = ", ".join(sorted(known)) or "nobody"
                    self.faults.append(nearest.unfit(decision, f"somebody with that id, and there are: {there}; or give the name"))


def openings(text: Flat, quote: str, chains: Mapping[int, Sequence[Range]]) -> Iterator[Range]:
    """
    Yield the place of *quote* in each paragraph that opens with it: with its stop where a rule sees one.

    *chains* are the places of what rules see as possible labels, by the number of the paragraph.
    """
    wanted = re.compile(r"\s+".join(map(re.escape, quote.rstrip(STOPS).split() or quote.split())))
    source, stopped = text.source, quote[len(quote.rstrip(STOPS)) :].strip()
    for paragraph in source.paragraphs:
        match = wanted.match(source.text, paragraph.start, paragraph.end)
        if match and not source.text[match.end() : match.end() + 1].isalnum():
            end = match.end() + len(stopped) if source.text.startswith(stopped, match.end()) else match.end()
            bare_ = text.quoted(match.span()).rstrip(STOPS)
            known = (place for place in chains.get(paragraph.number, ()) if text.quoted(place).rstrip(STOPS) == bare_)
            yield next(known, (paragraph.start, end))


def pointer(person: str) -> str:
    """
    Return the pointer at *person*: a name, or an id after #.

    >>> pointer("Yuri Orlov"), pointer("#orlov"), pointer("")
    ('#yuri-orlov', '#orlov', '')
    """
    return person if not person or person.startswith("#") else f"#{person_id(person)}"


def pointers(span: Span) -> Iterator[str]:
    """Yield what *span* points at as a person."""
    for name, value in (*span.attributes, *(pair for piece in span.pieces for pair in piece.attributes)):
        if name in {"who", "ref"}:
            yield value


def place_of(span: Span, subject: Subject) -> Range | None:
    """Return the place of *span* if it is a name or a date, as *subject* says: of a completed name, all of it."""
    if span.kind == subject:
        return span.start, span.end
    if subject == "name" and span.kind == "bracket":
        return next(((piece.start, piece.end) for piece in span.pieces if piece.element == "persName"), None)
    return None


def _range(words: str, bracket: Bracket) -> Range | None:
    """Return the place of the *words* right before or after *bracket*; None where there are none to find."""
    if not words:
        return None
    wanted = r"\s+".join(map(re.escape, words.split()))
    text, paragraph = bracket.source.text, bracket.paragraph
    before = re.search(rf"(?P<of>{wanted})\s*$", text[paragraph.start : bracket.start])
    if before:
        return paragraph.start + before.start("of"), paragraph.start + before.end("of")
    after = re.compile(rf"\s*(?P<of>{wanted})").match(text, bracket.end, max(bracket.end, paragraph.end))
    if after:
        return after.span("of")
    raise form.Lacking(f"the words {words!r} right before or after it")


def _decided(span: Span, decision: Decision, was: str) -> Span:
    """Return *span* as what *decision* says."""
    person = next((value for value in (decision.who, decision.ref) if value and not value.startswith("#")), "")
    verdict = Verdict(decision.resp, decision.why, decision.when, decision.cert, decision.match, person, was)
    return replace(span, rule=RULE, evidence=decision.why, cert="high", verdict=verdict)


def _nothing(place: Range, decision: Decision, class_: str, was: str) -> Span:
    """Return the span that tells that what stood here is no label, name or date: it makes no element."""
    return _decided(Span(*place, "block", class_, RULE, ""), decision, was)
