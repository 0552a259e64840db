"""
The shapes of a speaker's label at the start of a paragraph: ``Name.`` ``NAME:`` ``M. S. Gorbachev.`` ``Rusk (to Colby):``.

A shape makes a candidate; whether it is a label is decided by the speaker rule, which knows the whole edition.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tei_edition import languages

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST = 70
MOST_WORDS = 7
TOKEN = re.compile(r"[^\s.:]+|[.:]|\s+")
ASIDE = re.compile(r"\s*(?:\([^()]*\)|\[[^\[\]]*\])\s*$")
COLON = re.compile(r"(?P<label>\[?[^\n:]{1,70}?):\]?(?=\s|$)")
INITIAL = re.compile(r"[^\W\d_]$")
SMALL = frozenset({
    "von", "van", "de", "der", "den", "di", "da", "du", "la", "le", "del", "della", "dos", "of", "the", "für", "zu", "zur", "und", "and",
    "et", "y", "e", "i", "и", "och", "bin", "ibn", "al", "el", "ben",
})
"""Words that stand small within a name or an office."""


@dataclass(frozen=True, slots=True)
class Label:
    """A label that may be one: its range, the name in it, its stop, and whether each word of it looks like a name."""

    start: int
    end: int
    name: str
    stop: str
    strict: bool

    @property
    def key(self) -> str:
        """The name without regard to case or punctuation."""
        return fold(self.name)


def fold(name: str) -> str:
    """
    Return *name* without case, points and brackets.

    >>> fold("Dr. H. A. KISSINGER")
    'dr h a kissinger'
    """
    return " ".join(re.findall(r"[\w'’-]+", name.casefold()))


def candidates(text: str, offset: int = 0) -> Iterator[Label]:
    """
    Return what may be a label at the start of *text*, the longest first.

    >>> [label.name for label in candidates("Mr. Smith. I see.")]
    ['Mr. Smith']
    >>> [label.name for label in candidates("Rusk (to Colby): Yes.")]
    ['Rusk']
    """
    colon = COLON.match(text)
    if colon:
        name = bare(colon["label"])
        if _is_shaped(name, strict=False):
            yield Label(offset, offset + colon.end(), name, ":", _is_shaped(name, strict=True))
            return
    yield from sorted(_pointed(text, offset), key=lambda label: -label.end)


def bare(label: str) -> str:
    """Return the name in *label*: without brackets round it, or words in brackets after it."""
    name = label.strip()
    if name.startswith("[") and name.count("[") == name.count("]") + 1:
        name = name[1:]
    whole = re.fullmatch(r"\[([^\[\]]+)\]", name)
    name = whole[1] if whole else name
    while ASIDE.search(name):
        name = ASIDE.sub("", name)
    return re.sub(r"[\[\]]", "", name).strip()


def _is_shaped(name: str, *, strict: bool) -> bool:
    """Tell whether *name* has the shape of a name; without *strict*, whether it begins like one."""
    words = [word for word in re.split(r"[\s]+", name) if word]
    if not words or len(words) > MOST_WORDS or not name[0].isalpha() or name[0].islower():
        return False
    return not strict or all(not word[0].islower() or word.casefold() in SMALL for word in words if word[0].isalpha())


def _pointed(text: str, offset: int) -> Iterator[Label]:
    """Return the labels that end with a point: names, initials and titles up to it."""
    word = ""
    count = 0
    for match in TOKEN.finditer(text, 0, LONGEST + 1):
        part = match[0]
        if part == ".":
            if word and re.match(r"\s+[^\s\d]", text[match.end() : match.end() + 3]) and _ends(word, count):
                yield Label(offset, offset + match.end(), text[: match.start()], ".", strict=True)
        elif part == ":":
            return
        elif not part.isspace():
            word, count = part, count + 1
            if count > MOST_WORDS or not _is_word(word):
                return


def _is_word(word: str) -> bool:
    """Tell whether *word* may stand in a label."""
    return (word[0].isalpha() and not word[0].islower() and re.fullmatch(r"[\w'’-]+", word) is not None) or word in SMALL


def _ends(word: str, count: int) -> bool:
    """Tell whether a label may end with *word*: not with a title alone."""
    return word not in SMALL and (count > 1 or (word.casefold() not in languages.words("title") and not INITIAL.match(word)))
