"""Offices in labels: with a title and an article before them, or after a name and a comma."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition import languages
from tei_edition.rules.parts import SMALL, is_capital, is_role

if TYPE_CHECKING:
    from tei_edition.rules.labels import Label

OFFICE = 3
"""How many words a title, an article and an office are."""

PARTICLES = frozenset({"von", "van", "de", "di", "da", "du", "del", "bin", "ibn", "ben", "al", "ter", "ten"})
"""Small words that open surnames, and in print bear a capital at the head of a line."""


def opens_surname(label: Label) -> bool:
    """Tell whether it is a small word of surnames and a word with a capital, which no office or title is, with a colon: "Van Dusen:"."""
    first, *more = label.words
    words = label.name.split()
    known = any(map(is_role, more)) or any(word in languages.words("title") for word in more)
    return label.stop == ":" and label.strict and first in PARTICLES and len(words) in {2, 3} and words[1][0].isupper() and not known


def names_office(label: Label) -> bool:
    """Tell whether it is a title, an article and an office, and what belongs to the office: "M. le ministre des travaux publics"."""
    title, article, office, *more = (*label.words, "", "", "")[: max(len(label.words), OFFICE)]
    if title not in languages.words("title") or article not in languages.words("article") or not is_role(office):
        return False
    return not more or more[0] in SMALL or label.name.split()[OFFICE][0].isupper()


def holds_office(label: Label) -> bool:
    """Tell whether it is a name with an office after a comma: "SEGNI, Ministro dell'agricoltura e delle foreste"."""
    name, comma, office = label.name.partition(",")
    words = office.casefold().split()
    return bool(comma and words) and is_role(words[0]) and all(map(is_capital, name.split()))
