"""
How one document opens its paragraphs: the labels it may have, how often, what follows them, and which are beyond doubt.

From those beyond doubt (`Dialogue.anchors`) the others are judged: the stop they share, their capitals, where the talk begins.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from tei_edition.rules import attendance, exchange
from tei_edition.rules.label_forms import names_office
from tei_edition.rules.labels import openings, styled_heads
from tei_edition.rules.lexicon import Chain, longest, stems
from tei_edition.rules.parts import WORDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from tei_edition.model import Source, StyleRun
    from tei_edition.rules.attendance import Roll
    from tei_edition.rules.attendee import Attendee
    from tei_edition.rules.labels import Label
    from tei_edition.rules.lexicon import Lexicon

DENSE = 0.5
"""From which share of paragraphs that open with a label a document is talk throughout."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is seen of a label: how much it says (more than 0: for a label), and the sentence."""

    weight: int
    words: str


@dataclass(frozen=True, slots=True)
class Dialogue:
    """
    How the paragraphs of a document open.

    *chains* are the candidates by the number of their paragraph; *counts* how often each label is the longest possible, *follows* the
    words after it, *forms* its stops. *shares* tells what part of the paragraphs opens with each stop, *alternating* which labels stand
    beside others that recur, *alone* which stand on lines of their own, *varied* which different words follow. *heads* are the styles in
    which paragraphs begin, *asked* the paragraphs (with their labels) of which one asks and the next answers, *questioning*
    the letters that stand for question and answer, *surnames* what different labels have beside initials,
    *rolls* the lists of those who took part, *present* who is listed there,
    *replying* whether its few paragraphs answer each other, *titles* what stands before offices: ``M`` is no initial then,
    *full* are the paragraphs, by the stop of their labels, between labels that come again where nearly all open with one,
    *enclosed* those of speeches between two of one name.

    Known once some labels are beyond doubt (the *anchors*): *stops* are theirs and *capitals* whether they are in capitals throughout;
    *dense* whether most paragraphs open with one; *first* is the offset of the first, *listed* the words before it; *firsts* and *lasts*
    count their first and last words; *exchanged* are the paragraphs between two of theirs.
    """

    source: Source
    lexicon: Lexicon
    chains: Mapping[int, Chain]
    counts: Mapping[str, int]
    follows: Mapping[str, Counter[str]]
    forms: Mapping[str, Counter[str]]
    anchors: frozenset[str] = frozenset()
    stops: frozenset[str] = frozenset()
    capitals: bool = False
    dense: bool = False
    first: int = -1
    listed: frozenset[str] = frozenset()
    firsts: Mapping[str, int] = field(default_factory=dict)
    lasts: Mapping[str, int] = field(default_factory=dict)
    exchanged: frozenset[int] = frozenset()
    alternating: frozenset[str] = frozenset()
    shares: Mapping[str, float] = field(default_factory=dict)
    alone: frozenset[str] = frozenset()
    varied: frozenset[str] = frozenset()
    heads: Mapping[int, StyleRun] = field(default_factory=dict)
    asked: frozenset[tuple[int, str]] = frozenset()
    questioning: frozenset[str] = frozenset()
    surnames: frozenset[str] = frozenset()
    rolls: tuple[Roll, ...] = ()
    present: tuple[Attendee, ...] = ()
    replying: bool = False
    titles: frozenset[str] = frozenset()
    full: Mapping[str, range] = field(default_factory=dict)
    enclosed: frozenset[int] = frozenset()

    def apart(self, label: Label) -> bool:
        """Tell whether a paragraph stands between *label* and the first sure label."""
        here, there = self.source.paragraph_at(label.start), self.source.paragraph_at(max(self.first, 0))
        return here is not None and there is not None and there.number > here.number + 1


def survey(source: Source, lexicon: Lexicon) -> Dialogue:
    """Return how *source* opens its paragraphs, before anything is decided."""
    chains = {paragraph.number: chain for paragraph, chain in openings(source)}
    counts: Counter[str] = Counter()
    follows: dict[str, Counter[str]] = defaultdict(Counter)
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for chain in chains.values():
        last = longest(chain, lexicon)
        counts[last.key] += 1
        for label in chain:
            follows[label.key][label.follows] += 1
            forms[label.key][label.stop if label.follows else ""] += 1
    return Dialogue(
        source, lexicon, chains, counts, dict(follows), dict(forms),
        alternating=frozenset(_alternating(chains, counts, lexicon)), shares=_shares(source, chains, lexicon), alone=_alone(chains),
        varied=_varied(chains.values(), lexicon), heads=styled_heads(source), asked=frozenset(exchange.asked(source, chains, lexicon)),
        questioning=frozenset(exchange.questioning(source, chains, counts)), surnames=_shared(chains.values(), lexicon),
        titles=frozenset(label.words[0] for chain in chains.values() for label in chain if names_office(label)),
        full=exchange.full(source, chains, lexicon), replying=exchange.is_reply(source, chains, lexicon),
        enclosed=frozenset(exchange.enclosed(source, chains, lexicon)), rolls=attendance.rolls(source),
        present=attendance.present(attendance.rolls(source)),
    )


def surnames(label: Label) -> tuple[str, ...]:
    """Return the surname in *label*, if initials stand before or after it: "P. K. Ershov", "Ershov P.K."."""
    long = tuple(word for word in label.words if len(word) > 1)
    return long if label.strict and len(long) == 1 < len(label.words) else ()


def _shared(chains: Iterable[Chain], lexicon: Lexicon) -> frozenset[str]:
    """Return the surnames that stand beside initials in several labels: "P. K. Ershov" and "Ershov P.K."."""
    labels = {label.key: label for label in (longest(chain, lexicon) for chain in chains)}
    counts = Counter(name for label in labels.values() for name in surnames(label))
    return frozenset(name for name, count in counts.items() if count > 1)


def _varied(chains: Iterable[Chain], lexicon: Lexicon) -> frozenset[str]:
    """Return the labels that different words follow, words known as names and paragraphs that may be a name as a whole aside."""
    found: dict[str, set[str]] = defaultdict(set)
    for label in (label for chain in chains if chain[-1].follows for label in chain):
        if not lexicon.names.get(label.follows):
            found[label.key].add(label.follows)
    return frozenset(key for key, words in found.items() if len(words) > 1)


def _shares(source: Source, chains: Mapping[int, Chain], lexicon: Lexicon) -> Mapping[str, float]:
    """Return for each stop the share of paragraphs, the first aside, that open with it, if some label comes again and others differ."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for chain in chains.values():
        label = longest(chain, lexicon)
        if label.strict and label.follows and not label.low:
            found[label.stop][label.key] += 1
    total = max(len(source.paragraphs) - 1, 1)
    talks = {stop: keys for stop, keys in found.items() if len(keys) > 1 and max(keys.values()) > 1}
    return {stop: keys.total() / total for stop, keys in talks.items()}


def stands_alone(label: Label) -> bool:
    """Tell whether *label* is a line of its own: with a point at its end only in capitals, as it were a sentence otherwise."""
    return not label.follows and (label.stop != "." or is_shouted(label.name))


def _alone(chains: Mapping[int, Chain]) -> frozenset[str]:
    """Return the labels that come again on lines of their own, each time with a speech after it, if there are several."""
    silent = {number: chain[-1].key for number, chain in chains.items() if stands_alone(chain[-1])}
    counts = Counter(key for number, key in silent.items() if number + 1 not in silent)
    found = frozenset(key for key, count in counts.items() if count > 1)
    return found if len(found) > 1 else frozenset()


def _alternating(chains: Mapping[int, Chain], counts: Mapping[str, int], lexicon: Lexicon) -> Iterable[str]:
    """Return the labels that stand, in most of their paragraphs, beside a paragraph that another recurring label opens."""
    keys = {number: longest(chain, lexicon).key for number, chain in chains.items()}
    beside: Counter[str] = Counter()
    for number, key in keys.items():
        near = (keys.get(number - 1, key), keys.get(number + 1, key))
        beside[key] += any(other != key and counts[other] > 1 for other in near)
    return (key for key, count in beside.items() if count * 2 >= counts[key])


def anchored(dialogue: Dialogue, chosen: Mapping[int, Label]) -> Dialogue:
    """Return *dialogue* with the labels that *chosen* holds, by their paragraphs, as those beyond doubt."""
    if not chosen:
        return dialogue
    labels = [label for label in chosen.values() if label.key not in dialogue.questioning] or list(chosen.values())
    counts = Counter(label.stop for label in labels)
    stops = frozenset(stop for stop, count in counts.items() if count * 4 >= len(labels))
    keys = {label.key for label in chosen.values() if label.stop in stops or label.bracketed or label.key in dialogue.questioning}
    shouted = sum(is_shouted(label.name) for label in labels)
    first = min(label.start for label in chosen.values())
    return replace(
        dialogue,
        anchors=frozenset(keys),
        stops=stops,
        capitals=shouted * 5 > len(labels) * 4,
        dense=len(chosen) > DENSE * len(dialogue.source.paragraphs),
        first=first,
        listed=_listed(dialogue.source, first),
        firsts=Counter(key.split()[0] for key in keys),
        lasts=Counter(key.split()[-1] for key in keys),
        exchanged=frozenset(_exchanged(dialogue, chosen)),
    )


def is_shouted(name: str) -> bool:
    """Tell whether *name* is in capitals throughout and longer than initials."""
    return name.isupper() and any(len(word) > 2 for word in WORDS.findall(name))  # noqa: PLR2004 - longer than initials


def _listed(source: Source, first: int) -> frozenset[str]:
    """Return the words, with and without their endings, that stand before the offset *first*."""
    return stems(set(WORDS.findall(source.text[:first].casefold())))


def _exchanged(dialogue: Dialogue, chosen: Mapping[int, Label]) -> Iterable[int]:
    """Return the numbers of the paragraphs right after and right before which, asides apart, somebody surely speaks."""
    numbers = exchange.spoken(dialogue.source)
    near = zip(numbers, numbers[1:], numbers[2:], strict=False)
    return (number for before, number, after in near if number in dialogue.chains and before in chosen and after in chosen)


def settle(dialogue: Dialogue, takes: Callable[[Label, Dialogue], bool]) -> dict[int, Label]:
    """Return, by the number of the paragraph, the label that *takes* accepts; of several the one that opens most paragraphs."""
    found = {}
    verdicts: dict[Label, bool] = {}
    for number, chain in dialogue.chains.items():
        taken = [label for label in chain if verdicts.setdefault(label, takes(label, dialogue))]
        if taken:
            found[number] = max(taken, key=lambda label: (dialogue.lexicon.labels.get(label.key, 0), -label.end))
    return found
