"""
What a source note states: who keeps the original, who translated it and for whom, who published it.

Only what is said in so many words is taken: "Translated by X for Y", "Published by Z". The first phrase after "Source:" names the
repository; what follows it, up to the end of the sentence, is the call number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from tei_edition import languages

SENTENCE = r"(?<=[^\W\d_]{3})\.\s+(?=[^\W\d_])|(?<=[)\d])\.\s+(?=[^\W\d_])"
"""Where a sentence ends: not after an abbreviation or an initial, as far as can be told."""


@dataclass(frozen=True, slots=True)
class Statement:
    """What a source note states; empty where it says nothing."""

    repository: str = ""
    call_number: str = ""
    translator: str = ""
    sponsor: str = ""
    publisher: str = ""


def parse(text: str) -> Statement:
    """
    Return what the source note *text* states, its brackets aside.

    >>> parse("Source: Archive of X. Translated by Ann Lee for the Y Institute.")
    Statement(repository='Archive of X', call_number='', translator='Ann Lee', sponsor='Y Institute', publisher='')
    """
    body = re.sub(rf"^\s*{languages.pattern('source')}\s*:\s*", "", " ".join(text.split()), flags=re.IGNORECASE)
    sentences = [sentence.strip().removesuffix(".") for sentence in _end().split(body)]
    found = {name: value for sentence in sentences for name, value in _said(sentence).items()}
    first = "" if _said(sentences[0]) else sentences[0]
    repository, _, rest = first.partition(",")
    return Statement(repository.strip(), rest.strip(), **found)


def _said(sentence: str) -> dict[str, str]:
    """Return what *sentence* says of translation or publication."""
    match = _translated().match(sentence)
    if match:
        return {"translator": match["who"].strip(" ,"), "sponsor": (match["sponsor"] or "").strip(" ,")}
    match = _published().match(sentence)
    return {"publisher": match["who"].strip(" ,")} if match else {}


@cache
def _end() -> re.Pattern[str]:
    """Return the pattern of the end of a sentence; before a statement of translation or publication every point is one."""
    said = f"{languages.pattern('translated')}|{languages.pattern('published')}"
    return re.compile(rf"{SENTENCE}|\.\s+(?=(?:{said})(?!\w))", re.IGNORECASE)


@cache
def _translated() -> re.Pattern[str]:
    """Return the pattern of "Translated by X for Y"."""
    sponsor = rf"(?:\s+{languages.pattern('for')}(?:(?<=')|\s+)(?P<sponsor>.+))?"
    return re.compile(rf"{languages.pattern('translated')}\s*:?\s+(?P<who>.+?){sponsor}$", re.IGNORECASE)


@cache
def _published() -> re.Pattern[str]:
    """Return the pattern of "Published by X"."""
    return re.compile(rf"{languages.pattern('published')}\s*:?\s+(?P<who>.+)$", re.IGNORECASE)
