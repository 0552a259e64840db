"""
Endings of names: what a word may be a form of, where a language inflects its names.

Russian and other names in Cyrillic take the endings of their cases; German ones an -s. A form that is found so is never as sure as a
listed one: "Горбачева" may be Gorbachev's genitive, or the surname of his wife.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

CYRILLIC = "Ѐ"
AFTER_CYRILLIC = "ԯ"

ENDINGS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("ого", ("ий", "ый", "ой")), ("его", ("ий",)), ("ому", ("ий", "ый", "ой")), ("ему", ("ий",)),
    ("ом", ("", "ий", "ый", "ой")), ("ем", ("", "й", "ь")), ("ым", ("", "ый", "ой")), ("им", ("ий",)),
    ("ой", ("а", "ая")), ("ей", ("а", "я")), ("ою", ("а", "ая")), ("ую", ("ая",)),
    ("а", ("",)), ("у", ("", "а")), ("е", ("", "а", "я", "й")), ("ы", ("а",)), ("и", ("а", "я")),
    ("я", ("й", "ь")), ("ю", ("й", "ь", "я")),
)
"""An ending of a case in the singular (casefolded), and what the name may end with in the nominative."""

LEAST = 3
"""How many letters must stand before an ending."""

SIBILANTS = ("s", "ß", "x", "z")


def bases(word: str, *, german: bool) -> Iterator[str]:
    """
    Return what *word* (folded) may be a form of, itself left out.

    >>> list(bases("горбачевым", german=False)), list(bases("kohls", german=True)), list(bases("kohls", german=False))
    (['горбачев', 'горбачевый', 'горбачевой'], ['kohl'], [])
    """
    if CYRILLIC <= word[0] <= AFTER_CYRILLIC:
        for ending, nominatives in ENDINGS:
            if word.endswith(ending) and len(word) >= LEAST + len(ending):
                yield from (word[: -len(ending)] + nominative for nominative in nominatives)
    elif german and word.endswith("s") and len(word) > LEAST and not word[:-1].endswith(SIBILANTS):
        yield word[:-1]
