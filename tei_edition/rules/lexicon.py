"""
What is learnt of all documents of an edition before any is decided: how their paragraphs open, and how their words are written.

`collect` sees one document; `merge` puts the observations of all together. Nothing here depends on the order of the documents.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from tei_edition import languages
from tei_edition.rules.labels import Label, openings
from tei_edition.rules.parts import SMALL, is_role
from tei_edition.rules.written import Words, count

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tei_edition.model import Source

GLUED = re.compile(r"\w\w\S* [^\W\d_]\.[^\W\d_]$")
"""A surname with initials after it that no blank parts: ``Gorin M.S.``"""

VOWEL = re.compile(r"[aeiouyäöüàâéèêëîïôûœæáíóúýěů]|[^\x00-ɏ]")
"""What every full word of a Latin script has; other scripts are not asked."""

ENDING = 3
"""By how many letters at its end an inflected name may differ."""

LEAST_STEM = 4
RECURRING = 3
"""How often a longer label must come before a common word in it is believed to belong to it."""

FEW = 5
"""How many words may stand between a point in a label and its colon: "El Sr. Ministro de Obras Públicas:"."""

Chain = tuple[Label, ...]
"""What may be a label at the head of one paragraph, the shortest first."""


@dataclass(frozen=True, slots=True)
class Observations:
    """What one document shows: how its paragraphs open, and its words."""

    chains: tuple[Chain, ...]
    words: Words


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """
    What an edition shows, by folded words.

    *labels* counts the paragraphs that each label opens, where nothing longer can be the label; *most* is the highest such count in
    one document. *names* counts words capitalised within a sentence, *things* those of them that follow an article, *small* words
    written small; *stems* are the names with or without their last letters; *abbreviations* always have a point after them;
    *raw* counts the paragraphs that may open with a label, *shut* those of them where a longer one ends with a colon;
    *listed* are the forms of names that the authority files know, word by word.
    """

    labels: Mapping[str, int] = field(default_factory=dict)
    most: Mapping[str, int] = field(default_factory=dict)
    names: Mapping[str, int] = field(default_factory=dict)
    things: Mapping[str, int] = field(default_factory=dict)
    small: Mapping[str, int] = field(default_factory=dict)
    stems: frozenset[str] = frozenset()
    abbreviations: frozenset[str] = frozenset()
    raw: Mapping[str, int] = field(default_factory=dict)
    shut: Mapping[str, int] = field(default_factory=dict)
    listed: frozenset[tuple[str, ...]] = frozenset()

    def is_small(self, word: str) -> bool:
        """Tell whether *word* is written small more often than with a capital within a sentence."""
        return self.small.get(word, 0) > self.names.get(word, 0)

    def begins_sentences(self, word: str) -> bool:
        """Tell whether *word* is one of those that begin a sentence, and no name of this edition (May, Will)."""
        if word not in languages.words("function"):
            return False
        return word in languages.words("pronoun") or len(word) == 1 or self.names.get(word, 0) <= self.small.get(word, 0)

    def is_name(self, word: str) -> bool:
        """Tell whether *word* may be one of a name or an office."""
        if word in languages.words("title") or is_role(word) or len(word) == 1:
            return True
        return not (self.is_small(word) or self.begins_sentences(word) or word in languages.words("unspoken"))

    def mentions(self, word: str) -> bool:
        """Tell whether *word*, or a form of it with another ending, stands with a capital within a sentence."""
        return not self.is_small(word) and is_form(word, self.stems)

    def is_short(self, word: str) -> bool:
        """Tell whether *word* is an initial, a title or an abbreviation, which a name may follow."""
        known = word in languages.words("title") or word in self.abbreviations
        return len(word) == 1 or known or VOWEL.search(word) is None

    def is_cut(self, label: Label) -> bool:
        """Tell whether *label* ends with an initial, a title or an abbreviation, and a name follows: "Henry A. Kissinger"."""
        last = label.words[-1]
        glued = GLUED.search(label.name) is not None
        unknown = self.is_small(label.follows) or self.begins_sentences(label.follows) or label.follows in languages.words("unspoken")
        return label.stop == "." and self.is_short(last) and not (label.number or glued) and label.follows[:1].isalpha() and not unknown


def is_form(word: str, stems: frozenset[str]) -> bool:
    """Tell whether *word* is one of those whose *stems* are given, with or without another ending."""
    return word in stems or (len(word) > LEAST_STEM and word[:-1] in stems)


def stems(words: Iterable[str]) -> frozenset[str]:
    """
    Return *words* with and without up to `ENDING` letters at their ends.

    >>> sorted(stems(["korytáře"]))
    ['koryt', 'korytá', 'korytář', 'korytáře']
    """
    return frozenset(word[:end] for word in words for end in range(max(min(LEAST_STEM, len(word)), len(word) - ENDING), len(word) + 1))


def collect(source: Source) -> Observations:
    """Return what *source* shows."""
    words = Words()
    chains: list[Chain] = []
    opened = {paragraph.number: chain for paragraph, chain in openings(source)}
    for paragraph in source.paragraphs:
        chain = opened.get(paragraph.number, ())
        if chain:
            chains.append(chain)
        count(source.text, (paragraph.start, paragraph.end), words, chain[-1].end if chain else paragraph.start)
    return Observations(tuple(chains), words)


def merge(observations: Iterable[Observations]) -> Lexicon:
    """Return the lexicon of an edition whose documents show *observations*."""
    seen = tuple(observations)
    words = Words()
    for one in seen:
        words.add(one.words)
    known = Lexicon(
        names=words.names, things=words.things, small=words.small, stems=stems(words.names),
        abbreviations=frozenset(word for word, count in words.pointed.items() if count > 1 and not words.plain[word]),
        raw=Counter(label.key for one in seen for chain in one.chains for label in chain),
        shut=Counter(label.key for one in seen for chain in one.chains for label in _shut(chain)),
    )
    labels: Counter[str] = Counter()
    most: dict[str, int] = {}
    for one in seen:
        counts = Counter(longest(chain, known).key for chain in one.chains)
        labels.update(counts)
        most.update({key: max(count, most.get(key, 0)) for key, count in counts.items()})
    return replace(known, labels=labels, most=most)


def _shut(chain: Chain) -> Chain:
    """Return those of *chain* that a point ends within a label that a colon ends, a few words on."""
    last = chain[-1]
    near = last.stop == ":" and all(label.stop == "." for label in chain[:-1])
    return tuple(label for label in chain[:-1] if len(last.words) - len(label.words) <= FEW) if near else ()


def _is_within(one: Label, two: Label, lexicon: Lexicon) -> bool:
    """Tell whether the point after *one* stands within *two*, which a colon ends: each time, or as a title follows it."""
    again = lexicon.raw[one.key] == lexicon.shut.get(one.key, 0)
    titles = languages.words("title")
    titled = (two.strict and two.words[len(one.words)] in titles) or one.words[-1] in titles
    return again and (lexicon.raw[one.key] > 1 or titled)


def longest(chain: Chain, lexicon: Lexicon) -> Label:
    """
    Return the longest of *chain* that may be a label as a whole: what it has more than a shorter one is no sentence.

    In "Mr. Att. Gen. You say" it is "Mr. Att. Gen."; in "Hone. Yes. I was" it is "Hone.", since "yes" opens answers.
    """
    found = chain[0]
    if any(_is_within(label, chain[-1], lexicon) for label in _shut(chain)):
        return chain[-1]
    for label in chain[1:]:
        if found.stop != "." or not (label.strict or found.low) or not label.follows or not _adds_a_name(found, label, lexicon):
            break
        if not lexicon.is_cut(label) or lexicon.is_cut(found) or found.low or lexicon.raw[label.key] >= RECURRING:
            found = label
    return found


def _adds_a_name(one: Label, two: Label, lexicon: Lexicon) -> bool:
    """Tell whether what *two* has more than *one* may belong to a name or an office: ``M. le président`` is one, and ``M`` none."""
    if one.low and not two.strict:
        return True
    more, last = two.words[len(one.words) :], one.words[-1]
    raw = lexicon.raw.get(two.key, 0)
    if not more or (len(more[-1]) == 1 < len(last) and raw < RECURRING):
        return False
    if all(word in SMALL or lexicon.is_name(word) for word in more):
        return raw > 1 or lexicon.is_short(last) or _goes_with_title(one, more, lexicon)
    opens = any(word in languages.words("function") | languages.words("unspoken") for word in more)
    if len(last) == 1 and len(more) == 1:
        opens = lexicon.names.get(more[0], 0) < RECURRING
    return lexicon.is_short(last) and not opens and raw >= RECURRING


def _goes_with_title(one: Label, more: Sequence[str], lexicon: Lexicon) -> bool:
    """Tell whether *more* goes on with a name or an office that a title opened: "Mr. Phil. Howard", "Mr. Soli. Gen."."""
    titles = languages.words("title")
    short = one.words[0] in titles and len(one.words[-1]) <= LEAST_STEM
    return short and all(word in titles or lexicon.names.get(word, 0) for word in more)
