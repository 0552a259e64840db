"""Offices in labels: with a title and an article before them, or after a name and a comma."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition import languages
from tei_edition.rules.parts import SMALL, is_capital, is_role

if TYPE_CHECKING:
    from tei_edition.rules.labels import Label

OFFICE = 3
"""How many words a title, an article and an office are."""


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
