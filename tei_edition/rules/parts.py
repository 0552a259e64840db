"""
The words that labels are made of: names and the small words in them, offices and parts in a talk, and what stands for nobody known.

They come from the word lists of the languages, and from form: an office may end a compound, and old spelling has i for j.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from tei_edition import languages

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

MOST_NOBODY = 5
"""How many words may stand for somebody unnamed."""

MOST_COUNTED = 3
"""How many words may count a question: "The second question"."""

MOST_OFFICE = 8
"""How many words an office may have with the name after it."""

SHORT = 5
"""How many letters a word needs to be known at the end of a compound."""

WORDS = re.compile(r"[^\W\d_][\w'’▪-]*")
ODD = re.compile(r"\.\.\.|[?!=+*#<>{}|\\]")
"""What stands in no name."""

SMALL = frozenset({
    "von", "van", "de", "der", "den", "di", "da", "du", "la", "le", "del", "della", "dos", "of", "the", "für", "zu", "zur", "und", "and",
    "et", "y", "e", "i", "и", "och", "bin", "ibn", "al", "el", "ben", "des", "do", "ter", "ten",
})
"""Words that stand small within a name or an office."""


def fold(name: str) -> str:
    """
    Return *name* without case, points, brackets and numbers.

    >>> fold("Dr. H. A. KISSINGER"), fold("Frage 12")
    ('dr h a kissinger', 'frage')
    """
    return " ".join(WORDS.findall(name.casefold()))


def is_capital(word: str) -> bool:
    """Tell whether *word* may stand in a name: it begins with a capital, or is one that stands small, or counts."""
    core = word.strip(".,()[]'’")
    if not core:
        return word in {".", ","}
    if core.isdigit():
        return True
    small = core.casefold() in SMALL or (word.endswith(".") and core in languages.words("title"))
    return small or (core[0].isalpha() and not core[0].islower() and not ODD.search(word))


def is_office(name: str) -> bool:
    """
    Tell whether *name*, with small words in it, may still be a label.

    It is an article or an office with what belongs to it (``Le président``, ``M. le ministre``, ``Minister of trade Ann Lee``), a name
    with an office after a comma (``Kris Peeters, ministre``), or what stands for somebody unnamed (``Ein anderer``, ``First question``).
    """
    words = fold(name).split()
    if is_nobody(words):
        return True
    while len(words) > 1 and words[0] in languages.words("title"):
        words = words[1:]
    roles = [is_role(word) for word in words]
    if not any(roles) or len(words) > MOST_OFFICE:
        return False
    head, comma, _ = name.rpartition(",")
    named = bool(comma) and all(map(is_capital, head.split()))
    short = roles[0] and (len(words) <= MOST_NOBODY or is_capital(name.rsplit(maxsplit=1)[-1]))
    return named or words[0] in languages.words("article") or short


def is_nobody(words: Sequence[str]) -> bool:
    """
    Tell whether *words* (casefolded) stand for a question, an answer, a voice, several, or somebody unnamed.

    >>> is_nobody(["erste", "frage"]), is_nobody(["a", "delegate"]), is_nobody(["the", "delegate"])
    (True, True, False)
    """
    if not words or len(words) > MOST_NOBODY:
        return False
    known = languages.words("collective")
    if " ".join(words) in known or words[0] in _long(known) or words[0] in _voices():
        return True
    if len(words) <= MOST_COUNTED and _question().search(words[-1]):
        return True
    unnamed = words[1:] and words[0] in languages.words("indefinite")
    another = len(words) > 1 and len(words[1]) > 1 and words[1] in languages.words("indefinite") | _voices()
    return bool(unnamed) and (another or any(map(is_role, words[1:])))


@cache
def _voices() -> frozenset[str]:
    """Return the words that stand for voices or cries, and open what says whose they are: ``Voix à gauche``."""
    return frozenset(word for word in languages.words("cry") if " " not in word)


@cache
def _question() -> re.Pattern[str]:
    """Return the pattern of a compound that ends with one of the longer words for a question or a voice."""
    return re.compile("(?:" + "|".join(map(re.escape, sorted(_long(languages.words("collective") - languages.words("everyone"))))) + ")$")


@cache
def _long(words: frozenset[str]) -> frozenset[str]:
    """Return those of *words* that are no mere letters."""
    return frozenset(word for word in words if len(word) >= SHORT)


def is_role(word: str) -> bool:
    """
    Tell whether *word* (casefolded) names an office or a part in the talk, alone or at the end of a compound.

    >>> is_role("vizekanzler"), is_role("kanzel")
    (True, False)
    """
    modern = _modern(word)
    return modern in _roles() or any(modern.endswith(role) for role in _roles_by_tail().get(modern[-SHORT:], ()))


def _modern(word: str) -> str:
    """Return *word* as it is spelt today: ``iury`` and ``vvarden`` stood for jury and warden."""
    word = word.replace("vv", "w").replace("-", "")
    return f"j{word[1:]}" if re.match(r"i[aeou]", word) else word


@cache
def _roles() -> frozenset[str]:
    """Return the words for offices and parts in a talk."""
    return languages.words("office") | languages.words("role")


@cache
def _roles_by_tail() -> Mapping[str, tuple[str, ...]]:
    """Return the words for offices that are long enough to end a compound, by their last letters."""
    found: dict[str, list[str]] = {}
    for role in sorted(_roles()):
        if len(role) >= SHORT:
            found.setdefault(role[-SHORT:], []).append(role)
    return {tail: tuple(roles) for tail, roles in found.items()}
