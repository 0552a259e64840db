"""
An identifier cannot be one of its type: it has another form, or its check digit is wrong.

A digit is mistyped or lost, or the type is another. Looked at are VIAF, GND, ISNI, ORCID, Wikidata, GeoNames, ISBN, ISSN and DOI, as they
are or as addresses. Nothing is looked up.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from tei_edition.check.rules._survey import Fault, words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lxml import etree

    from tei_edition.check.rules._survey import Survey

CODE = "idno-form"
SEVERITY = "error"
GUIDELINES = "section 13.3.1, Basic Principles; idno"
WRONG = '<listPerson><person xml:id="p1"><persName>Ada Weber</persName><idno type="ORCID">0000-0002-1825-0098</idno></person></listPerson>'
RIGHT = """<listPerson><person xml:id="p1"><persName>Ada Weber</persName><idno type="ORCID">https://orcid.org/0000-0002-1825-0097</idno>
<idno type="Wikidata">Q42</idno><idno type="shelfmark">7/b</idno></person></listPerson>"""


class _Form(NamedTuple):
    """The form of an identifier in its *pattern* and in words, with an *example*, and what tells whether its digits are *right*."""

    pattern: re.Pattern[str]
    words: str
    example: str
    right: Callable[[str], bool] = bool


def mod_11_2(digits: str) -> bool:
    """
    Tell whether the last of *digits* checks the others (ISO 7064, MOD 11-2).

    >>> mod_11_2("0000000218250097"), mod_11_2("0000000218250098"), mod_11_2("000000012150090X")
    (True, False, True)
    """
    total = 0
    for digit in digits[:-1]:
        total = (total + int(digit)) * 2
    return "0123456789X"[(12 - total % 11) % 11] == digits[-1]


def mod_11(digits: str) -> bool:
    """
    Tell whether *digits*, weighted from 1 at the end, make a multiple of 11, as those of ISBN-10, ISSN and GND do.

    >>> mod_11("118540238"), mod_11("118540239"), mod_11("03178471"), mod_11("080442957X")
    (True, False, True, True)
    """
    return sum(weight * (10 if digit == "X" else int(digit)) for weight, digit in enumerate(reversed(digits), 1)) % 11 == 0


def isbn(digits: str) -> bool:
    """
    Tell whether *digits* are those of an ISBN.

    >>> isbn("9780306406157"), isbn("9780306406158"), isbn("080442957X")
    (True, False, True)
    """
    if len(digits) == 10:  # noqa: PLR2004 - the older form
        return mod_11(digits)
    return sum(int(digit) * (3 if number % 2 else 1) for number, digit in enumerate(digits)) % 10 == 0


def gnd(digits: str) -> bool:
    """Tell whether *digits* are those of a GND number; of a hyphenated one nothing is known."""
    return "-" in digits or mod_11(digits)


def _form(before: str, digits: str, words: str, example: str, right: Callable[[str], bool] = bool) -> _Form:
    """Return the form of an identifier of these *digits*, which may stand in an address: after *before*, and before a slash."""
    return _Form(re.compile(rf"(?:{before})?{digits}/?"), words, example, right)


WEB = r"https?://(?:www\.)?"
FORMS = {
    "viaf": _form(rf"{WEB}viaf\.org/viaf/", r"(\d{2,22})", "digits", "102333412"),
    "gnd": _form(r"https?://d-nb\.info/gnd/|\(DE-588\)", r"(\d{8,9}[\dX]|\d{1,8}-[\dX])", "nine or ten digits", "118540238", gnd),
    "isni": _form(rf"{WEB}isni\.org/(?:isni/)?", r"((?:\d{4}[ -]?){3}\d{3}[\dX])", "sixteen digits", "0000 0001 2281 955X", mod_11_2),
    "orcid": _form(r"https?://orcid\.org/", r"((?:\d{4}-){3}\d{3}[\dX])", "four times four digits", "0000-0002-1825-0097", mod_11_2),
    "wikidata": _form(rf"{WEB}wikidata\.org/(?:wiki|entity)/", r"(Q[1-9]\d*)", "Q and digits", "Q42"),
    "geonames": _form(r"https?://(?:www\.|sws\.)?geonames\.org/", r"(\d+)(?:/[\w.-]*)*", "digits", "2761369"),
    "isbn": _form("ISBN[ :]*", r"((?:\d[ -]?){9}[\dX]|97[89][ -]?(?:\d[ -]?){9}\d)", "ten or thirteen digits", "978-0-306-40615-7", isbn),
    "issn": _form("ISSN[ :]*", r"(\d{4}-?\d{3}[\dX])", "eight digits", "0317-8471", mod_11),
    "doi": _form(r"https?://(?:dx\.)?doi\.org/|doi:", r"(10\.\d{4,9}/\S+)", "10., digits, a slash and more", "10.1234/abcd"),
}


def check(survey: Survey) -> Iterator[Fault]:
    """Yield the identifiers that cannot be of the type that is stated."""
    for idno in survey.called("idno"):
        kind = next((name for name in (idno.get("type", ""), idno.get("subtype", "")) if name.lower() in FORMS), "")
        text = words(idno)
        if kind and text and not len(idno):
            yield from _of(idno, kind, text)


def _of(idno: etree._Element, kind: str, text: str) -> Iterator[Fault]:
    """Yield what is wrong with *text* as an identifier of the type *kind*."""
    form = FORMS[kind.lower()]
    found = form.pattern.fullmatch(text)
    if not found:
        yield Fault(idno, f"{text!r} is no {kind}.", f"It must be {form.words}, such as {form.example}.", part="text")
    elif not form.right(found[1] if form.right is gnd else re.sub("[ -]", "", found[1])):
        yield Fault(idno, f"{text!r} is no {kind}: its check digit is wrong.", "Compare it with where it was taken from.", part="text")
