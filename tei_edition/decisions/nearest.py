"""What to say of a decision that does not find its place: the faults, with the nearest candidates."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from tei_edition.decisions.anchors import Flat, Range, flat

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_edition.decisions.decision import Decision
    from tei_edition.model import Finding

LOST, SEVERAL, TWICE, UNFIT = "decision-lost", "decision-ambiguous", "decision-twice", "decision-unfit"
SHOWN = 3
"""How many candidates are shown."""

CONSIDERED = 500
"""Of how many candidates, those with the likest words, the context is looked at."""

CONTEXT = 24
KINDS = {"bracket": "bracket", "label": "paragraph that opens with these words", "name": "name", "date": "date"}


def lost(decision: Decision, text: Flat, candidates: Sequence[Range]) -> Finding:
    """Return the fault of a decision whose place is not among *candidates*."""
    near = nearest(decision, text, candidates)
    alike = [place for place in near if text.quoted(place) == flat(decision.quote).strip()]
    what = "does not stand between these words" if alike else f"is no {KINDS[decision.subject]}"
    message = f"{decision.quote!r} {what} in {decision.document} any more, if it ever did."
    advice = f"Decide its place anew, correct quote, before and after, or take the decision out. {shown(text, near)}"
    return decision.place.finding(LOST, message, advice)


def several(decision: Decision, text: Flat, places: Sequence[Range]) -> Finding:
    """Return the fault of a decision that finds several *places*."""
    message = f"{decision.quote!r} stands {len(places)} times in {decision.document} between these words."
    advice = f"Give more of the words before and after it, or every = true if all are meant. {shown(text, places[:SHOWN], 'They are')}"
    return decision.place.finding(SEVERAL, message, advice)


def twice(decision: Decision, other: Decision) -> Finding:
    """Return the fault of a decision on a place that is decided by the *other* one."""
    message = f"{decision.quote!r} in {decision.document} is decided already, in line {other.place.start.line}."
    return decision.place.finding(TWICE, message, "Take one of the two out.")


def unfit(decision: Decision, what: str) -> Finding:
    """Return the fault of a decision that cannot be carried out: *what* lacks."""
    message = f"{decision.quote!r} in {decision.document} cannot be taken {decision.said}: it needs {what}."
    return decision.place.finding(UNFIT, message, "Decide otherwise, or give what is missing.")


def nearest(decision: Decision, text: Flat, candidates: Sequence[Range]) -> list[Range]:
    """Return those of *candidates* that are most like what *decision* quotes, the likest first."""
    return likest(text, candidates, decision.quote, decision.before, decision.after)


def likest(text: Flat, candidates: Sequence[Range], quote: str, before: str = "", after: str = "") -> list[Range]:
    """Return the few of *candidates* that are most like *quote* with the words *before* and *after* it, the likest first."""
    matcher = SequenceMatcher(autojunk=False)
    printed = [text.quoted(place) for place in candidates]
    likeness = {words: _likeness(matcher, flat(quote).strip(), words) for words in dict.fromkeys(printed)}
    best = sorted(range(len(candidates)), key=lambda number: (-likeness[printed[number]], number))[:CONSIDERED]
    scored = []
    for number in best:
        score = likeness[printed[number]] * 2
        for given, found in zip((before, after), text.round(candidates[number], CONTEXT), strict=True):
            score += _likeness(matcher, flat(given)[-80:], found) if given else 0
        scored.append((-score, number))
    return [candidates[number] for _, number in sorted(scored)[:SHOWN]]


def _likeness(matcher: SequenceMatcher[str], one: str, two: str) -> float:
    """Return how like each other two texts are, from 0 to 1."""
    matcher.set_seqs(two, one)
    return matcher.ratio()


def shown(text: Flat, places: Sequence[Range], lead: str = "Nearest") -> str:
    """Return *places* in words: line and column, and the quotation in its context."""
    if not places:
        return "There is none in it now."
    return f"{lead}: {'; '.join(_one(text, place) for place in places)}."


def _one(text: Flat, place: Range) -> str:
    """Return one place in words."""
    before, after = text.round(place, CONTEXT)
    return f"{text.source.position(place[0])} \u201c{before}{text.quoted(place)}{after}\u201d"
