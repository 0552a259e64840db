"""The datatypes in plain words, for messages."""

from __future__ import annotations

_DATE = "a date such as 1986-11-13"

PLAIN = {
    "anyURI": "an address, or # and an id",
    "NCName": "a name that begins with a letter and has neither blanks nor colons",
    "Name": "a name that begins with a letter and has no blanks",
    "NMTOKEN": "a name without blanks",
    "NMTOKENS": "names without blanks, with blanks between them",
    "QName": "a name, with a prefix that is declared if it has one",
    "ID": "an id: a name that begins with a letter and has neither blanks nor colons",
    "IDREF": "the id of an element",
    "IDREFS": "ids of elements, with blanks between them",
    "language": "a language code such as en or ru",
    "boolean": "true or false",
    "date": _DATE,
    "gYear": "a year such as 1986",
    "gYearMonth": "a year and month such as 1986-11",
    "gMonth": "a month such as --11",
    "gMonthDay": "a month and day such as --11-13",
    "gDay": "a day such as ---13",
    "time": "a time such as 14:30:00",
    "dateTime": "a date and time such as 1986-11-13T14:30:00",
    "duration": "a duration such as P1Y2M or PT30M",
    "decimal": "a number",
    "float": "a number",
    "double": "a number",
    "integer": "a whole number",
    "long": "a whole number",
    "int": "a whole number",
    "short": "a whole number",
    "nonNegativeInteger": "a whole number from 0",
    "unsignedInt": "a whole number from 0",
    "unsignedShort": "a whole number from 0",
    "unsignedByte": "a whole number from 0 to 255",
    "positiveInteger": "a whole number from 1",
    "negativeInteger": "a whole number below 0",
    "nonPositiveInteger": "a whole number not above 0",
    "hexBinary": "bytes written as pairs of the digits 0-9 and A-F",
    "base64Binary": "bytes in Base64",
}

LIMITS = {
    "minInclusive": "not less than {}",
    "minExclusive": "more than {}",
    "maxInclusive": "not more than {}",
    "maxExclusive": "less than {}",
    "length": "of {} characters",
    "minLength": "of {} characters or more",
    "maxLength": "of no more than {} characters",
    "totalDigits": "of no more than {} digits",
    "fractionDigits": "with no more than {} digits after the point",
    "pattern": "of the form {}",
}
"""The parameters of a datatype, after its words."""

FORMS = {
    r"[^\p{C}\p{Z}]+": "a word without blanks",
    r"(\p{L}|\p{N}|\p{P}|\p{S})+": "a word without blanks",
    r"\S+": "a word without blanks",
    r"[^\s]+": "a word without blanks",
}
"""Regular expressions that have a name in plain words."""


DATES = frozenset({"date", "gYear", "gYearMonth", "gMonth", "gMonthDay", "gDay", "time", "dateTime"})
"""The datatypes of dates and times: where several of them may stand, they are told together."""

ANY_DATE = "a date or time such as 1986, 1986-11, 1986-11-13 or 14:30:00"


def described(type_: str, params: tuple[tuple[str, str], ...]) -> str:
    """
    Return in words what a datatype with its parameters allows.

    >>> described("integer", (("minInclusive", "1"),))
    'a whole number, not less than 1'
    """
    low, high = dict(params).get("minInclusive"), dict(params).get("maxInclusive")
    if low and high:
        return f"{'a whole number' if 'nteger' in type_ else 'a number'} from {low} to {high}"
    rest = [(name, value) for name, value in params if not (name == "pattern" and value in FORMS)]
    forms = [FORMS[value] for name, value in params if name == "pattern" and value in FORMS]
    base = forms[0] if forms else PLAIN.get(type_, "a text")
    limits = [LIMITS[name].format(value) for name, value in rest if name in LIMITS]
    if base == "a text" and limits:
        return f"a text {' and '.join(limits)}"
    return ", ".join((base, *limits))
