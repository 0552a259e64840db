"""
What is learnt of all documents of an edition before any is decided: their speaker labels and the names in them.

`collect` sees one document; `merge` puts the observations of all together. Nothing here depends on the order of the documents.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tei_edition import languages
from tei_edition.rules.labels import Label, candidates

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from tei_edition.model import Source

WORD = re.compile(r"[^\W\d_][\w'’-]*")
OPENING = re.compile(r"(?:^|[.!?:…]['\"”’)\]]*\s+|[\n\r(\[“\"«„]\s*)$")


@dataclass(frozen=True, slots=True)
class Observations:
    """What one document shows: labels, names (capitalised within a sentence) and words that are written small."""

    labels: tuple[Label, ...]
    names: Mapping[str, int]
    small: frozenset[str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """
    What an edition shows: how often each label opens a paragraph, by its folded form, and the words.

    *proven* are the stops (``.`` or ``:``) that its labels are shown to end with.
    """

    labels: Mapping[str, int] = field(default_factory=dict)
    proven: frozenset[str] = frozenset()
    names: Mapping[str, int] = field(default_factory=dict)
    small: frozenset[str] = frozenset()


def collect(source: Source) -> Observations:
    """Return what *source* shows."""
    names: Counter[str] = Counter()
    small: set[str] = set()
    labels: list[Label] = []
    for paragraph in source.paragraphs:
        text = source.text[paragraph.start : paragraph.end]
        labels.extend(candidates(text, paragraph.start))
        for match in WORD.finditer(text):
            word = match[0]
            if word[0].islower():
                small.add(word.casefold())
            elif match.start() and not OPENING.search(text[max(0, match.start() - 4) : match.start()]):
                names[word.casefold()] += 1
    return Observations(tuple(labels), names, frozenset(small))


def merge(observations: Iterable[Observations]) -> Lexicon:
    """Return the lexicon of an edition whose documents show *observations*."""
    labels: Counter[str] = Counter()
    stops: dict[str, Counter[str]] = {}
    names: Counter[str] = Counter()
    small: set[str] = set()
    for seen in observations:
        for label in seen.labels:
            labels[label.key] += 1
            stops.setdefault(label.key, Counter())[label.stop] += 1
        names.update(seen.names)
        small |= seen.small
    return Lexicon(labels, frozenset(_proven(labels, stops)), names, frozenset(small))


def _proven(labels: Mapping[str, int], stops: Mapping[str, Counter[str]]) -> Iterator[str]:
    """Return the stops of labels that open several paragraphs, and the colon where several labels have it."""
    spoken = [key for key in labels if key not in languages.words("unspoken")]
    for stop in ".:":
        like = [key for key in spoken if stops[key][stop]]
        if any(stops[key][stop] > 1 for key in like) or (stop == ":" and len(like) > 1):
            yield stop
