"""
Who speaks: a label at the head of a paragraph, taken or refused with its reasons.

First the labels that are beyond doubt are found in a document, then the others are judged by them. Each kind of evidence has a
weight; a label is taken where the sum is high enough. "Note this:" opens a sentence, not a speech.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from tei_edition import ncname
from tei_edition.model import Piece, Span
from tei_edition.reserved import is_reserved
from tei_edition.rules import Rank, attendance
from tei_edition.rules.addressee import addressed, is_manner
from tei_edition.rules.dialogue import Dialogue, anchored, settle, survey
from tei_edition.rules.evidence import weigh
from tei_edition.rules.evidence_against import nameless
from tei_edition.rules.pages import without
from tei_edition.rules.parts import is_nobody

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tei_edition.model import Cert, Source
    from tei_edition.rules.context import Context
    from tei_edition.rules.dialogue import Evidence
    from tei_edition.rules.labels import Label
    from tei_edition.rules.lexicon import Lexicon

RANK = Rank.FORM
CLASS = "speaker"
SURE, LIKELY, MEAGRE = 4, 3, 2
"""The sums from which a label is beyond doubt, from which it is taken beside such labels, and from which it is taken in a short talk."""

ASIDE = re.compile(r"\([^()]*\)|(?<=\s)\[[^\[\]]*\]")
DELIVERY = (("type", "delivery"),)
JOINING = frozenset({"and", "und", "et", "y", "и", "en"})
COMPANY = 2
"""How many paragraphs must open with labels for a document to be talk."""


def annotate(context: Context) -> Iterator[Span]:
    """Return a span for each label that is taken."""
    dialogue, taken = judged(context.source, context.lexicon)
    people = {label.key: _person(label, dialogue) for label in taken.values() if not _names_no_one(label, dialogue)}
    for label in taken.values():
        evidence = weigh(label, dialogue)
        alone = dialogue.counts.get(label.key, 0) == 1 and nameless(label, dialogue)
        cert: Cert = "high" if _sum(evidence) >= SURE and not alone else "medium"
        aside = _aside(context.source, label)
        to = addressed(aside[0], people) if aside else ()
        ids = {"who": people.get(label.key, ""), "toWhom": " #".join(to)}
        attributes = tuple((name, f"#{value}") for name, value in ids.items() if value)
        pieces = [Piece("speaker", label.start, label.end)]
        if aside and aside[0].startswith("(") and is_manner(aside[0]):
            pieces.append(Piece("seg", *aside.span(), DELIVERY))
        yield Span(label.start, label.end, "speaker", CLASS, CLASS, _because(label, evidence), cert, attributes, tuple(pieces))


def _person(label: Label, dialogue: Dialogue) -> str:
    """Return the id of the person that *label* names: the one of those listed as taking part, else its own."""
    attendee = attendance.find(label.words, dialogue.source, dialogue.present)
    return person_id(attendee.printed(dialogue.source) if attendee else label.name)


def _aside(source: Source, label: Label) -> re.Match[str] | None:
    """Return what stands in brackets after the name of *label*: how or to whom it speaks, or what it is."""
    return ASIDE.search(source.text, label.start, label.end) if label.marked else None


def _names_no_one(label: Label, dialogue: Dialogue) -> bool:
    """Tell whether *label* names no person that could be known in this document, where letters may stand for question and answer."""
    return names_no_one(label) or label.key in dialogue.questioning


@lru_cache(maxsize=2)
def judged(source: Source, lexicon: Lexicon) -> tuple[Dialogue, Mapping[int, Label]]:
    """Return how *source* opens its paragraphs, and the label of each paragraph that has one, by its number."""
    first = survey(without(source), lexicon)
    for takes in (_recurs_surely, _is_sure, _is_named_cleanly):
        sure = settle(first, takes)
        if len(sure) >= COMPANY:
            break
    else:
        return first, {}
    dialogue = anchored(first, sure)
    return dialogue, settle(dialogue, _is_likely)


def _is_likely(label: Label, dialogue: Dialogue) -> bool:
    """Tell whether *label* is beyond doubt, or likely beside those that are."""
    total = _sum(weigh(label, dialogue))
    return total >= LIKELY or (total > 0 and label.key in dialogue.anchors)


def _recurs_surely(label: Label, dialogue: Dialogue) -> bool:
    """Tell whether *label* comes again and is beyond doubt."""
    return dialogue.counts.get(label.key, 0) > 1 and _is_sure(label, dialogue)


def _is_sure(label: Label, dialogue: Dialogue) -> bool:
    """Tell whether *label* is beyond doubt."""
    return _sum(weigh(label, dialogue)) >= SURE


def _is_named_cleanly(label: Label, dialogue: Dialogue) -> bool:
    """Tell whether something speaks for *label* and nothing against it: enough in a talk so short that no label comes again."""
    evidence = weigh(label, dialogue)
    return label.strict and all(one.weight > 0 for one in evidence) and _sum(evidence) >= MEAGRE - (label.stop == ".")


def _sum(evidence: Sequence[Evidence]) -> int:
    """Return what the evidence amounts to."""
    return sum(one.weight for one in evidence)


def _because(label: Label, evidence: Sequence[Evidence]) -> str:
    """Return the sentence that gives the reasons for a label."""
    reasons = [one.words for one in evidence if one.weight > 0]
    doubts = [one.words for one in evidence if one.weight < 0]
    but = f" (but {'; '.join(doubts)})" if doubts else ""
    return f"{label.name!r} is a label: {'; '.join(reasons)}{but}."


def names_no_one(label: Label) -> bool:
    """Tell whether *label* names no person that could be known: somebody, several, or two together."""
    initial = label.name[1:2] == "." and len(label.words) > 1
    return (is_nobody(label.words) and not initial) or bool(set(label.name.split()) & JOINING)


def person_id(name: str) -> str:
    """
    Return the id of the person that *name* stands for: the same label, the same person.

    >>> person_id("M. S. Gorbachev")
    'm-s-gorbachev'
    """
    slug = ncname.slug(name)
    free = bool(slug) and ncname.begins(slug[0]) and not is_reserved(slug)
    return slug if free else f"person-{slug}"
