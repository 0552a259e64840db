"""The datatypes of XML Schema (part 2, second edition) as RELAX NG uses them: a table of the types, and their facets."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from tei_edition.relaxng.datatypes import lexical
from tei_edition.relaxng.datatypes import xsd_times as times
from tei_edition.relaxng.datatypes import xsd_values as values
from tei_edition.relaxng.datatypes.regex import RegexError, regex

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

PRESERVE, REPLACE, COLLAPSE = 0, 1, 2
"""What happens to blanks."""

BLANKS = re.compile("[ \t\n\r]+")
REPLACED = str.maketrans("\t\n\r", "   ")

LENGTHS = ("length", "minLength", "maxLength")
LIMITS = ("minInclusive", "minExclusive", "maxInclusive", "maxExclusive")
DIGITS = ("totalDigits", "fractionDigits")
FACETS = frozenset({*LENGTHS, *LIMITS, *DIGITS, "pattern"})


@dataclass(frozen=True, slots=True)
class Type:
    """
    A datatype: *read* gives the value of a text whose blanks are treated as *blanks* says, None where there is none.

    *named*: it needs the namespaces. *length* measures a value, *compare* orders two, where facets may ask for that;
    *digits*: they may ask for digits.
    """

    read: Callable[..., Any]
    blanks: int = COLLAPSE
    named: bool = False
    length: Callable[[Any], int] | None = None
    compare: Callable[[Any, Any], int | None] | None = None
    digits: bool = False

    def value(self, text: str, namespaces: Mapping[str, str]) -> Any:
        """Return the value of *text*, or None."""
        text = self.normalized(text)
        return self.read(text, namespaces) if self.named else self.read(text)

    def normalized(self, text: str) -> str:
        """Return *text* with its blanks treated."""
        if self.blanks == COLLAPSE:
            return BLANKS.sub(" ", text).strip(" ")
        return text.translate(REPLACED) if self.blanks == REPLACE else text

    def applies(self, facet: str) -> bool:
        """Tell whether *facet* may be asked for."""
        if facet in LENGTHS:
            return self.length is not None
        return self.compare is not None if facet in LIMITS else facet == "pattern" or (self.digits and facet in DIGITS)


def _text(read: Callable[[str], Any] = str, blanks: int = COLLAPSE) -> Type:
    return Type(read, blanks, length=len)


def _whole(low: int | None, high: int | None) -> Type:
    return Type(values.integer(low, high), compare=values.compare, digits=True)


def _never(_text: str) -> None:
    """Return None: there is no such value, for a document without DTD declares no entities."""


@cache
def types() -> dict[str, Type]:
    """Return the datatypes by name."""
    ncname = values.checked(lexical.is_ncname)
    nmtoken = values.checked(lexical.is_nmtoken)
    return {
        "string": _text(blanks=PRESERVE),
        "normalizedString": _text(blanks=REPLACE),
        "token": _text(),
        "language": _text(values.matching(values.LANGUAGE)),
        "Name": _text(values.checked(lexical.is_name)),
        "NMTOKEN": _text(nmtoken),
        **dict.fromkeys(("NCName", "ID", "IDREF"), _text(ncname)),
        "NMTOKENS": _text(values.items(nmtoken)),
        "IDREFS": _text(values.items(ncname)),
        **dict.fromkeys(("ENTITY", "ENTITIES"), _text(_never)),
        **dict.fromkeys(("QName", "NOTATION"), Type(values.qname, named=True)),
        "boolean": Type(values.boolean),
        "decimal": Type(values.decimal, compare=values.compare, digits=True),
        **_integers(),
        "float": Type(values.single, compare=values.compare),
        "double": Type(values.double, compare=values.compare),
        "duration": Type(times.duration, compare=times.compare_durations),
        **{name: Type(times.moments(name), compare=times.compare_moments) for name in times.FORMS},
        "hexBinary": Type(values.hex_binary, length=len),
        "base64Binary": Type(values.base64_binary, length=len),
        "anyURI": _text(values.matching(values.URI)),
    }


def _integers() -> dict[str, Type]:
    sizes = {"long": 63, "int": 31, "short": 15, "byte": 7}
    unsigned = {"unsignedLong": 64, "unsignedInt": 32, "unsignedShort": 16, "unsignedByte": 8}
    return {
        "integer": _whole(None, None),
        "nonPositiveInteger": _whole(None, 0),
        "negativeInteger": _whole(None, -1),
        "nonNegativeInteger": _whole(0, None),
        "positiveInteger": _whole(1, None),
        **{name: _whole(-(2**bits), 2**bits - 1) for name, bits in sizes.items()},
        **{name: _whole(0, 2**bits - 1) for name, bits in unsigned.items()},
    }


class FacetError(Exception):
    """A facet that the datatype does not have, or cannot have with this value; *advice* says what to do."""

    def __init__(self, message: str, advice: str = "") -> None:
        super().__init__(message)
        self.advice = advice


def facet(type_: Type, name: str, text: str) -> Callable[[str, Any], bool]:
    """Return the test for a facet of *type_* with the value *text*. Raises `FacetError`."""
    if not type_.applies(name):
        raise FacetError(f'there is no facet "{name}" of this datatype', _instead(type_, name))
    if name == "pattern":
        return _pattern(text)
    if name in LIMITS:
        return _limit(type_, name, text)
    number = types()["nonNegativeInteger" if name != "totalDigits" else "positiveInteger"].value(text, {})
    if number is None:
        raise FacetError(f'"{text}" is not a number for {name}', "Write a whole number.")
    if name in DIGITS:
        return _digits(name, int(number))
    return _length(type_, name, int(number))


def _instead(type_: Type, name: str) -> str:
    if name == "enumeration":
        return "Write a <choice> of <value>."
    if name == "whiteSpace":
        return "Take the datatype that treats blanks so: string, normalizedString or token."
    return f"It has {', '.join(sorted(each for each in FACETS if type_.applies(each)))}."


def _pattern(text: str) -> Callable[[str, Any], bool]:
    try:
        matches = regex(text)
    except RegexError as error:
        raise FacetError(f'"{text}" is not a regular expression of XML Schema: {error}', error.advice) from None
    return lambda lexical_form, _value: matches(lexical_form)


def _limit(type_: Type, name: str, text: str) -> Callable[[str, Any], bool]:
    limit = type_.value(text, {})
    if limit is None:
        raise FacetError(f'"{text}" is not a value of the datatype', f"{name} is one of its values.")
    compare = type_.compare
    assert compare is not None
    passing = {"minInclusive": {0, 1}, "minExclusive": {1}, "maxInclusive": {0, -1}, "maxExclusive": {-1}}[name]
    return lambda _text, value: compare(value, limit) in passing


def _length(type_: Type, name: str, number: int) -> Callable[[str, Any], bool]:
    length = type_.length
    assert length is not None
    if name == "length":
        return lambda _text, value: length(value) == number
    if name == "minLength":
        return lambda _text, value: length(value) >= number
    return lambda _text, value: length(value) <= number


def _digits(name: str, number: int) -> Callable[[str, Any], bool]:
    """Return the test for the digits of a number; noughts that say nothing are not counted."""

    def total(text: str, _value: Any) -> bool:
        whole, _, fraction = text.lstrip("+-").partition(".")
        digits = whole.lstrip("0") + fraction.rstrip("0")
        return max(len(digits.lstrip("0")), len(fraction.rstrip("0"))) <= number

    def fraction(text: str, _value: Any) -> bool:
        return len(text.partition(".")[2].rstrip("0")) <= number

    return total if name == "totalDigits" else fraction


def contradiction(type_: Type, params: tuple[tuple[str, str], ...]) -> str:
    """Return in words which of *params* contradict each other; nothing if they do not."""
    given = {name: type_.value(text, {}) for name, text in params if name in LIMITS}
    for ones in (("minInclusive", "minExclusive"), ("maxInclusive", "maxExclusive")):
        if all(name in given for name in ones):
            return f"{ones[0]} and {ones[1]} cannot be given both"
    low = next((name for name in LIMITS[:2] if name in given), None)
    high = next((name for name in LIMITS[2:] if name in given), None)
    if low and high and type_.compare:
        order = type_.compare(given[low], given[high])
        if order == 1 or (order == 0 and low == "minExclusive"):
            return f"no value can lie between {low} and {high}"
    return ""
