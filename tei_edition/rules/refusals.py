"""
What looks like a speaker's label and is refused: told with its reasons, so that a person can see whether a speech was missed.

Told is what looks like somebody's name or office, or comes again as labels do; no word that opens a note, a list or a sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition import languages
from tei_edition.model import Finding
from tei_edition.rules import evidence_against, evidence_for, exchange
from tei_edition.rules.blocks.speaker import judged
from tei_edition.rules.dialogue import is_shouted
from tei_edition.rules.evidence import weigh
from tei_edition.rules.parts import SMALL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.rules.context import Context
    from tei_edition.rules.dialogue import Dialogue
    from tei_edition.rules.labels import Label

PERSONAL = (
    evidence_for.enrolled, evidence_for.titled, evidence_for.listed, evidence_for.formed, evidence_for.kin, evidence_for.elsewhere,
    evidence_for.asks, evidence_for.collective,
)
"""The evidence that a label is somebody's name or office."""

OTHER = (
    evidence_against.partial, evidence_against.unasked, evidence_against.unspoken, evidence_against.roll, evidence_against.greeting,
    evidence_against.counting, evidence_against.common, evidence_against.cut,
)
"""The evidence that it is something else, so that nobody would take it for a label."""

NAME = range(2, 5)
"""How many words a name has that nothing but its form shows."""


def refused(context: Context) -> Iterator[Finding]:
    """Return a finding for each opening that could be a label and is none; a warning where its words go to the speaker before it."""
    source = context.source
    dialogue, taken = judged(context.source, context.lexicon)
    for number, chain in dialogue.chains.items():
        label = next((label for label in reversed(chain) if label.stop), chain[-1])
        if number in taken or not label.stop or source.text.startswith("[", label.start) or not is_worth_telling(label, dialogue):
            continue
        against = [evidence.words for evidence in weigh(label, dialogue) if evidence.weight < 0]
        why = "; ".join(against) or "too little speaks for it"
        place = source.position(label.start)
        within = label.stop == ":" and label.strict and number > min(taken, default=number)
        grave = within or _is_paired(label, dialogue)
        yield Finding(
            source.name, "label-refused", f"{label.name!r} opens a paragraph but is not taken for a speaker.",
            f"{why[0].upper()}{why[1:]}.", place, source.position(label.end), "warning" if grave else "info",
            source.line(place.line)[:200],
        )


def is_worth_telling(label: Label, dialogue: Dialogue) -> bool:
    """Tell whether *label* may be somebody's: it is a label elsewhere, looks like a name or an office, or comes again beside others."""
    if label.key in dialogue.anchors:
        return True
    if _is_other(label, dialogue):
        return False
    again = label.strict and label.key in dialogue.alternating and dialogue.counts.get(label.key, 0) > 1
    alike = _is_alike(label, dialogue) or _is_paired(label, dialogue)
    return again or alike or any(kind(label, dialogue) for kind in PERSONAL) or _is_like_name(label)


def _is_other(label: Label, dialogue: Dialogue) -> bool:
    """Tell whether *label* is surely no name: it begins a sentence, or something else shows it."""
    sentence = evidence_against.sentence(label, dialogue)
    return label.low or bool(sentence and sentence.weight < -1) or any(kind(label, dialogue) for kind in OTHER)


def _is_alike(label: Label, dialogue: Dialogue) -> bool:
    """Tell whether *label* is a short name with a colon, as the labels that are taken are, and no small letter follows."""
    same = label.stop in dialogue.stops and (is_shouted(label.name) or not dialogue.capitals)
    return same and exchange.begins(dialogue.source, label)


def _is_paired(label: Label, dialogue: Dialogue) -> bool:
    """Tell whether *label*, where none is taken, is in capitals and opens a sentence, as another beside it does."""
    here = dialogue.source.paragraph_at(label.start)
    if here is None or dialogue.anchors or not _speaks_up(label, dialogue):
        return False
    near = [dialogue.chains[number][-1] for number in exchange.beside(dialogue.source, here.number) if number in dialogue.chains]
    return any(one.key != label.key and _speaks_up(one, dialogue) for one in near)


def _speaks_up(label: Label, dialogue: Dialogue) -> bool:
    """Tell whether *label* is a short name in capitals, a sentence follows it, and nothing shows it to be something else."""
    here = dialogue.source.paragraph_at(label.start)
    says = here is not None and is_shouted(label.name) and exchange.says(dialogue.source, label, here.end)
    return says and not _is_other(label, dialogue)


def _is_like_name(label: Label) -> bool:
    """Tell whether *label* is a few words with capitals that a colon sets apart: "Van Dusen:"."""
    words = label.name.split()
    known = SMALL | languages.words("title")
    capitals = [word for word in words if word[0].isupper() and word.casefold() not in languages.words("function")]
    small = [word for word in words if word.casefold().strip(".") in known]
    return label.stop == ":" and label.strict and len(words) in NAME and len({*capitals, *small}) == len(words)
