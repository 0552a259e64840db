"""
Names that are spelt alike in two transliterations: Gorbachev, Gorbatschow, Gorbaciov, Горбачёв.

Systems of transliteration differ in vowels and in how they write the same few sounds (``ch``, ``tsch``, ``č``; ``w`` and ``v``). What is
left when vowels and these differences are taken away is compared. Two that are alike so may still be two names: it is a suggestion.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import lru_cache

from anyascii import anyascii

SOUNDS = (
    (re.compile(r"^ch(?=[lrn])"), ""),
    (re.compile(r"schtsch|shch|stsch|tzsch|tsch|tch|sch|sh|zh|ch|cz|sz|ts|tz|[csz]"), "s"),
    (re.compile(r"ph|ff|[wvf]"), "v"), (re.compile(r"kh"), ""),
    (re.compile(r"gh|[kqg]"), "k"), (re.compile("x"), "ks"), (re.compile("th"), "t"),
    (re.compile(r"[aeiouyjh'’`-]"), ""), (re.compile(r"(.)\1+"), r"\1"),
)
"""What different systems write for one sound, and what is compared instead; vowels and doubled letters count for nothing."""

LEAST = 3
"""How many sounds a name needs to be compared."""

ALIKE = 0.55
"""How much of two spellings must be the same letters, in the same order."""


@lru_cache(maxsize=50_000)
def latin(name: str) -> str:
    """
    Return *name* in Latin letters without marks, small.

    >>> latin("Горбачёв"), latin("Gorbačov")
    ('gorbachev', 'gorbacov')
    """
    return str(anyascii(name)).casefold()


@lru_cache(maxsize=50_000)
def sounds(name: str) -> str:
    """
    Return what is compared of *name*.

    >>> {sounds(name) for name in ("Gorbachev", "Gorbatschow", "Gorbaciov", "Gorbačov", "Горбачёв")}
    {'krbsv'}
    >>> {sounds(name) for name in ("Khrushchev", "Chruschtschow", "Hruščov", "Хрущёв")}, {sounds(name) for name in ("Hobart", "Хобарт")}
    ({'rsv'}, {'brt'})
    """
    found = latin(name)
    for pattern, instead in SOUNDS:
        found = pattern.sub(instead, found)
    return found


def alike(one: str, two: str) -> float:
    """
    Return how much two single names are alike, 0 to 1: 0 where no transliteration makes one of the other.

    >>> alike("Gorbachev", "Gorbatschow") > 0.6, alike("Gorbachev", "Gromyko"), alike("Lee", "Li")
    (True, 0.0, 0.0)
    """
    key = sounds(one)
    if len(key) < LEAST or key != sounds(two):
        return 0.0
    ratio = SequenceMatcher(None, latin(one), latin(two), autojunk=False).ratio()
    return ratio if ratio >= ALIKE else 0.0
