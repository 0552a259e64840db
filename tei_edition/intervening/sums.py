"""The sums of several documents, as those of one edition."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from tei_edition.intervening.model import Amount, Named, SpeakerSum, Sum, Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tei_edition.intervening.model import Interventions


def words(documents: Iterable[Interventions]) -> Words:
    """Return how many words *documents* have together."""
    return sum((one.words for one in documents), Words())


def sums(documents: Iterable[Interventions]) -> tuple[Sum, ...]:
    """Return the interventions of *documents* by class, what was withheld first, of one act the most first."""
    found: dict[str, Sum] = {}
    for one in (one for document in documents for one in document.sums):
        found[one.class_] = _both(found[one.class_], one) if one.class_ in found else one
    return tuple(sorted(found.values(), key=lambda one: (one.order, -one.interventions, one.class_)))


def _both(one: Sum, other: Sum) -> Sum:
    """Return the sum of two sums of one class."""
    return replace(
        one, interventions=one.interventions + other.interventions, words=one.words + other.words,
        unmeasured=one.unmeasured + other.unmeasured, amounts=_amounts([*one.amounts, *other.amounts]),
        things=_named([*one.things, *other.things]), codes=_named([*one.codes, *other.codes]),
    )


def _named(counted: Sequence[Named]) -> tuple[Named, ...]:
    """Return the sum of what is *counted*, by name."""
    found: Counter[str] = Counter()
    for one in counted:
        found[one.name] += one.interventions
    return tuple(Named(name, found[name]) for name in sorted(found))


def _amounts(amounts: Sequence[Amount]) -> tuple[Amount, ...]:
    """Return the sum of *amounts*, by unit and by whether it is exact."""
    found: dict[tuple[str, str], Amount] = {}
    for one in amounts:
        known = found.get((one.unit, one.bound), Amount(one.unit, one.bound, 0, 0))
        found[one.unit, one.bound] = replace(
            known, amount=known.amount + one.amount, interventions=known.interventions + one.interventions,
        )
    return tuple(found.values())


def speakers(documents: Iterable[Interventions]) -> tuple[SpeakerSum, ...]:
    """Return who speaks in *documents*, one for each name, in the order of the first turn."""
    found: dict[str, SpeakerSum] = {}
    for one in (speaker for document in documents for speaker in document.speakers):
        known = found.get(one.speaker)
        found[one.speaker] = one if known is None else SpeakerSum(
            known.who, known.speaker, tuple(dict.fromkeys([*known.labels, *one.labels])), known.turns + one.turns,
            known.text + one.text, known.supplied + one.supplied, known.undecided + one.undecided, known.remarks + one.remarks,
        )
    return tuple(found.values())
