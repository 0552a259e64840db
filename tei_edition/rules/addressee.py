"""How and to whom a speaker speaks, by what stands in brackets in the label: ``Rusk (to Colby):``, ``Петров (обращаясь к Волкову).``."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from tei_edition import languages
from tei_edition.rules.lexicon import LEAST_STEM, is_form, stems
from tei_edition.rules.parts import is_nobody, is_role

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tei_edition.model import Source, Span

WORD = re.compile(r"[^\W\d_][\w'’-]*")
ASIDE = re.compile(r"\[[^\[\]]*\]|\([^()]*\)")


def addressed(aside: str, people: Mapping[str, str]) -> tuple[str, ...]:
    """
    Return the ids of those to whom *aside* says that the words are said; *people* are ids by the keys of their labels.

    >>> addressed("(laughing, to Colby and Lee)", {"mr colby": "mr-colby", "lee": "lee", "drew": "drew"})
    ('mr-colby', 'lee')
    """
    match = _to().search(aside)
    if match is None:
        return ()
    words = [word.casefold() for word in WORD.findall(aside[match.end() :])]
    found = (_one(word, people) for word in words if len(word) > 1 and word not in languages.words("title"))
    return tuple(dict.fromkeys(id_ for id_ in found if id_))


def told(source: Source, spans: Sequence[Span], readings: Iterable[Span], speeches: Mapping[int, int]) -> list[Span]:
    """
    Return *spans*, each speaker's label with those to whom a bracket at the start of its speech says that it is addressed.

    *speeches* are the offsets of labels by those where their speeches begin.
    """
    labels = [span for span in spans if span.kind == "speaker"]
    people = {_key(source, span): dict(span.attributes)["who"][1:] for span in labels if "who" in dict(span.attributes)}
    found = {speeches[one.start]: one for one in readings if one.class_ == "delivery" and one.start in speeches}
    to = {start: addressed(source.text[one.start : one.end], people) for start, one in found.items()}
    return [
        replace(span, attributes=(*span.attributes, ("toWhom", " ".join(f"#{id_}" for id_ in to[span.start]))))
        if span.kind == "speaker" and to.get(span.start) and "toWhom" not in dict(span.attributes) else span
        for span in spans
    ]


def _key(source: Source, label: Span) -> str:
    """Return the words of *label*, casefolded, without those in brackets, which may name another person."""
    printed = source.text[label.start : label.end]
    own = ASIDE.sub(" ", printed)
    return " ".join(word.casefold() for word in WORD.findall(own if WORD.search(own) else printed))


def is_manner(aside: str) -> bool:
    """
    Tell whether *aside*, round brackets after a name, says how or to whom somebody speaks, rather than what party or office is theirs.

    >>> [is_manner(aside) for aside in ("(softly)", "(à M. Perrin)", "(Labour)", "(minister)", "(2)")]
    [True, True, False, False, False]
    """
    words = [word.casefold() for word in WORD.findall(aside)]
    return bool(words) and aside[1:2].islower() and not is_role(words[0]) and not any(letter.isdigit() for letter in aside)


def _one(word: str, people: Mapping[str, str]) -> str:
    """Return the id of the one person whose label has *word*, perhaps with another ending, or nothing where there are several or none."""
    keys = [key for key in people if _names(word, key.split())]
    ids = {people[key] for key in keys}
    return ids.pop() if len(ids) == 1 else ""


def _names(word: str, label: Iterable[str]) -> bool:
    """Tell whether *word* is one of the *label*, which may end otherwise."""
    own = [one for one in label if len(one) > 1 and one not in languages.words("title") and not is_nobody([one])]
    long = [one for one in own if len(one) > LEAST_STEM and not is_role(one)]
    return word in own or (len(word) > LEAST_STEM and is_form(word, stems(long)))


@cache
def _to() -> re.Pattern[str]:
    """Return the pattern of what says to whom."""
    return re.compile(rf"(?<!\w){languages.pattern('addressing')}(?!\w)", re.IGNORECASE)
