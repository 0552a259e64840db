"""
What a statement of withholding says was withheld, and under which exemption: categories for `@ana`, declared where they are used.

``[name not declassified]`` withholds a name; ``[25X1]``, ``[(b)(1)]`` and ``[E.O. 13526, 1.4(c)]`` name why. The codes are those of
the United States: Executive Order 13526, sections 1.4 and 3.3(b), and the Freedom of Information Act, 5 U.S.C. 552(b).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from tei_edition import languages

THINGS = ("name", "place", "date", "sum", "office", "source", "cryptonym", "marking", "number", "heading", "signature", "footnote")
"""Kinds of things that are withheld, each with its words in the language files."""

PREFIX = "redacted-"
ORDER = r"E\.?\s?O\.?,?\s*(?P<order>1\d{4})"
SECTION = r"(?P<section>\d\.\d)\s?\(?(?P<letter>[a-h])\)?(?!\w)"
CODES = (
    (re.compile(rf"(?<!\w){ORDER}(?:\W+(?:sec(?:tion|\.)?\s*)?{SECTION})?", re.IGNORECASE), "order"),
    (re.compile(r"(?<!\w)(?P<years>25|50)\s?X\s?(?P<number>\d)(?P<more>-(?:HUM|WMD))?", re.IGNORECASE), "years"),
    (re.compile(r"(?<!\w)(?:FOIA\s*)?\(?b\)?\s?\((?P<number>\d)\)", re.IGNORECASE), "act"),
    (re.compile(r"(?<!\w)(?:FOIA\s*,?\s*\(?b\)?\s?\(?|\(?b\)?(?=\d\W*$))(?P<number>\d)\)?", re.IGNORECASE), "act"),
    (re.compile(rf"(?<![\w.]){SECTION}", re.IGNORECASE), "section"),
    (re.compile(r"(?<!\w)FOIA(?!\w)"), "whole"),
)


@dataclass(frozen=True, slots=True, order=True)
class Category:
    """A category: its id, its name (empty where it has none), and the words that explain it."""

    id: str
    name: str
    words: str


def codes(text: str) -> tuple[Category, ...]:
    """
    Return the exemptions that *text* names, in order.

    >>> [code.id for code in codes("E.O. 13526, 1.4(c); (b)(1), b(3)")]
    ['eo13526-1.4c', 'foia-b1', 'foia-b3']
    >>> [code.name for code in codes("25X1, 50X1-HUM")]
    ['25X1', '50X1-HUM']
    >>> codes("1.5 lines"), codes("b7")[0].name
    ((), '(b)(7)')
    """
    found: list[tuple[int, int, Category]] = []
    for pattern, kind in CODES:
        for match in pattern.finditer(text):
            if not any(start < match.end() and match.start() < end for start, end, _ in found):
                found.append((*match.span(), _category(match, kind)))
    return tuple(dict.fromkeys(category for _, _, category in sorted(found)))


def _category(match: re.Match[str], kind: str) -> Category:
    """Return the category of a code."""
    said = {name: value or "" for name, value in match.groupdict().items()}
    if kind == "years":
        code = f"{said['years']}X{said['number']}{said['more'].upper()}"
        return Category(f"exempt-{code}", code, f"exempt from declassification after {said['years']} years under {code}")
    if kind == "act":
        return Category(f"foia-b{said['number']}", f"(b)({said['number']})", f"exempt under 5 U.S.C. 552(b)({said['number']})")
    if kind == "whole":
        return Category("foia", "FOIA", "exempt under the Freedom of Information Act, 5 U.S.C. 552")
    section = f"{said['section']}({said['letter'].lower()})" if said.get("section") else ""
    order = said.get("order", "")
    short = section.replace("(", "").replace(")", "")
    named = "-".join(filter(None, (f"eo{order}" if order else "section", short)))
    name = ", ".join(filter(None, (f"E.O. {order}" if order else "", section)))
    words = ", ".join(filter(None, (f"Executive Order {order}" if order else "", f"section {section}" if section else "")))
    return Category(named, name, f"classified under {words}")


def things(text: str) -> tuple[Category, ...]:
    """
    Return the kinds of things that *text* says were withheld, in the order of `THINGS`.

    >>> [thing.id for thing in things("name and title not declassified")]
    ['redacted-name', 'redacted-office']
    """
    return tuple(Category(f"{PREFIX}{kind}", "", f"withheld: {kind}") for kind in THINGS if _pattern(kind).search(text))


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    """Return the pattern of the words for things of *kind*."""
    return re.compile(rf"(?<![\w-])(?:{languages.pattern(f'withheld_{kind}')})(?![\w-])", re.IGNORECASE)


def ana(text: str, *classes: str) -> tuple[tuple[str, str], ...]:
    """
    Return `@ana` for a statement of withholding: the *classes* first, then what was withheld, then the codes; nothing where it has none.

    >>> ana("name not declassified"), ana("2 lines not declassified")
    ((('ana', '#redacted-name'),), ())
    """
    pointers = [*classes, *(f"#{category.id}" for category in (*things(text), *codes(text)))]
    return (("ana", " ".join(pointers)),) if pointers else ()
