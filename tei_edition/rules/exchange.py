"""
What shows that short paragraphs answer each other: questions and answers, letters that stand for them, replies to and fro.

In a talk so short that hardly a label comes again nothing else tells it from notes.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import cache
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from tei_edition import languages
from tei_edition.paragraphs import BRACKETED, ENDED
from tei_edition.rules.lexicon import longest

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tei_edition.model import Paragraph, Source
    from tei_edition.rules.labels import Label
    from tei_edition.rules.lexicon import Chain, Lexicon

ASKING = ("?", "?”", '?"', "?»", "?“", "？", "؟")
CALLING = ("!", "!”", '!"', "!»", "!“", "！")
BRIEF = 12
"""Up to how many paragraphs a talk is so short that its labels may not come again."""

FULL = 4
"""How many labels that come again a talk has before it is asked how full it is of labels."""

NEARLY_ALL = 0.9
"""Which share of its paragraphs open with labels in a talk that is full of them."""

ALONE = 3
"""How many questions there are where no letter stands for the answer."""


def asked(source: Source, chains: Mapping[int, Chain], lexicon: Lexicon) -> Iterable[tuple[int, str]]:
    """Return the paragraphs of a short talk, with their labels, of which one asks and the next opens with another name in the same form."""
    if len(source.paragraphs) > BRIEF or len(chains) * 2 < len(source.paragraphs):
        return
    for number, chain in chains.items():
        one, two = longest(chain, lexicon), longest(chains.get(number + 1, chain), lexicon)
        same = one.stop == two.stop and one.strict and two.strict and one.follows and two.follows and not (one.low or two.low)
        if same and one.key != two.key and source.text.endswith(ASKING, 0, source.paragraphs[number - 1].end):
            yield from ((number, one.key), (number + 1, two.key))


def questioning(source: Source, chains: Mapping[int, Chain], counts: Mapping[str, int]) -> Iterable[str]:
    """
    Return the letters that stand for question and answer: most paragraphs that the former opens end in a question mark.

    Where nothing opens with the latter, since those who answer are named, there are several questions.
    """
    for pair in languages.words("questioning"):
        question, answer = pair.split()
        if question in counts and (answer in counts or counts[question] >= ALONE):
            ends = [source.paragraphs[number - 1].end for number, chain in chains.items() if chain[0].key == question]
            if sum(source.text.endswith(ASKING, 0, end) for end in ends) * 2 > len(ends):
                yield from (question, answer)


def is_reply(source: Source, chains: Mapping[int, Chain], lexicon: Lexicon) -> bool:
    """
    Tell whether the few paragraphs of *source* answer each other: names in one form alternate, one comes again, and most words reply.

    The first paragraph may be a title.
    """
    places = [paragraph.number for paragraph in source.paragraphs if paragraph.number > 1 or paragraph.number in chains]
    if not ALONE <= len(places) <= BRIEF or any(place not in chains for place in places):
        return False
    labels = [longest(chains[place], lexicon) for place in places]
    apart = all(one.key != two.key for one, two in pairwise(labels))
    alike = len({label.stop for label in labels}) == 1 and len({label.key for label in labels}) < len(labels)
    replies = [_replies(source, label, source.paragraphs[place - 1].end) for place, label in zip(places, labels, strict=True)]
    named = all(label.strict and label.follows and not lexicon.begins_sentences(label.words[0]) for label in labels)
    return apart and alike and named and sum(replies) * 2 > len(replies)


def _replies(source: Source, label: Label, end: int) -> bool:
    """Tell whether what follows *label* up to *end* asks, calls, or opens with a word that replies."""
    said = source.text[label.end : end]
    return said.endswith(ASKING + CALLING) or _reply().match(said) is not None


@cache
def _reply() -> re.Pattern[str]:
    """Return the pattern of words that reply."""
    return re.compile(rf"\s*{languages.pattern('reply')}(?!\w)", re.IGNORECASE)


def enclosed(source: Source, chains: Mapping[int, Chain], lexicon: Lexicon) -> Iterable[int]:
    """
    Return the paragraphs of each run of speeches in one form that ends with the name it began with: A, B, A.

    A name is written anew where another has spoken between. Nothing but asides in brackets stands in a run beside its speeches.
    """
    since: dict[str, int] = {}
    waiting: list[int] = []
    last, form = 0, False
    for number in spoken(source):
        label = longest(chains[number], lexicon) if number in chains else None
        if label is None or not says(source, label, source.paragraphs[number - 1].end):
            since, waiting = {}, []
            continue
        if label.name.isupper() != form:
            since, waiting, form = {}, [], not form
        waiting.append(number)
        begun = since.get(label.key, number)
        while begun < last and waiting and waiting[-1] >= begun:
            yield waiting.pop()
        since[label.key] = last = number


def spoken(source: Source) -> list[int]:
    """Return the numbers of the paragraphs that are no asides in brackets: "[Laughter.]"."""
    return [one.number for one in source.paragraphs if not _is_aside(source, one)]


def beside(source: Source, number: int) -> Iterable[int]:
    """Return the numbers of the paragraphs before and after that of *number*, asides in brackets apart."""
    before, after = reversed(source.paragraphs[: number - 1][-ALONE:]), source.paragraphs[number : number + ALONE]
    for near in (before, after):
        yield from islice((one.number for one in near if not _is_aside(source, one)), 1)


def _is_aside(source: Source, paragraph: Paragraph) -> bool:
    """Tell whether *paragraph* is in brackets as a whole."""
    return BRACKETED.fullmatch(source.text, paragraph.start, paragraph.end) is not None


def begins(source: Source, label: Label) -> bool:
    """Tell whether *label* is a short name with a colon, and what follows begins with a letter that is not small."""
    said = source.text[label.end : label.end + 40]
    first = next((letter for letter in said if letter.isalnum()), "")
    return label.stop == ":" and label.strict and len(label.words) <= ALONE and first.isalpha() and not first.islower()


def says(source: Source, label: Label, end: int) -> bool:
    """Tell whether *label* is a short name with a colon, and a whole sentence follows it up to *end*."""
    return begins(source, label) and ENDED.search(source.text[label.end : end]) is not None


def full(source: Source, chains: Mapping[int, Chain], lexicon: Lexicon) -> Mapping[str, range]:
    """Return, by their stop, the paragraphs between the first and the last label that comes again, where nearly all open with one."""
    found: dict[str, dict[int, str]] = defaultdict(dict)
    for number, chain in chains.items():
        label = longest(chain, lexicon)
        if label.strict and label.follows and not label.low:
            found[label.stop][number] = label.key
    places = {}
    for stop, keys in found.items():
        counts = Counter(keys.values())
        again = [number for number, key in keys.items() if counts[key] > 1]
        if len(again) >= FULL and len({keys[number] for number in again}) > 1:
            within = range(again[0], min(again[-1], len(source.paragraphs)) + 1)
            if sum(number in within for number in keys) >= NEARLY_ALL * len(within):
                places[stop] = within
    return places
