"""The values of the datatypes of XML Schema (part 2): from text to a value that can be compared."""

from __future__ import annotations

import base64
import binascii
import re
import struct
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from tei_edition.relaxng.datatypes import lexical
from tei_edition.relaxng.grammar.names import XML

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

DECIMAL = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)")
INTEGER = re.compile(r"[+-]?[0-9]+")
FLOAT = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
LANGUAGE = re.compile(r"[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8})*")
_DIGIT = "[A-Za-z0-9+/] ?"
BASE64 = re.compile(
    f"(?:(?:{_DIGIT}){{4}})*(?:(?:{_DIGIT}){{3}}[A-Za-z0-9+/]|(?:{_DIGIT}){{2}}[AEIMQUYcgkosw048] ?=|{_DIGIT}[AQgw] ?= ?=)?"
)
HEX = re.compile("(?:[0-9a-fA-F]{2})*")
URI = re.compile(
    r"(?:[A-Za-z][A-Za-z0-9+.-]*:(?=[^#])|(?![^/?#]*:))"
    r"(?://(?!$|[?#])(?:[^/?#%]|%[0-9A-Fa-f]{2})*|(?!//))"
    r"(?:[^\[\]#%]|%[0-9A-Fa-f]{2})*(?:#(?:[^\[\]#%]|%[0-9A-Fa-f]{2})*)?"
)
"""A reference to a URI, with any characters that are escaped in it (RFC 2396; XLink 1.0, section 5.4)."""

NOT_A_NUMBER = "NaN"
"""The value ``NaN``, which is equal to itself."""

SPECIAL: dict[str, float | str] = {"INF": float("inf"), "-INF": float("-inf"), "NaN": NOT_A_NUMBER}


def matching(pattern: re.Pattern[str]) -> Callable[[str], str | None]:
    """Return a function that gives back a text that *pattern* matches, and for another None."""
    return lambda text: text if pattern.fullmatch(text) else None


def checked(test: Callable[[str], bool]) -> Callable[[str], str | None]:
    """Return a function that gives back a text that passes *test*, and for another None."""
    return lambda text: text if test(text) else None


def items(item: Callable[[str], str | None]) -> Callable[[str], tuple[str, ...] | None]:
    """Return a function that reads one or more words, each an *item*."""

    def read(text: str) -> tuple[str, ...] | None:
        words = text.split(" ") if text else []
        return tuple(words) if words and all(item(word) is not None for word in words) else None

    return read


def boolean(text: str) -> bool | None:
    """Return the truth value that *text* writes."""
    return {"true": True, "1": True, "false": False, "0": False}.get(text)


def decimal(text: str) -> Decimal | None:
    """Return the number that *text* writes."""
    return Decimal(text) if DECIMAL.fullmatch(text) else None


def integer(low: int | None, high: int | None) -> Callable[[str], Decimal | None]:
    """Return a function that reads whole numbers from *low* to *high*."""

    def read(text: str) -> Decimal | None:
        if not INTEGER.fullmatch(text):
            return None
        value = Decimal(text)
        return None if (low is not None and value < low) or (high is not None and value > high) else value

    return read


def double(text: str) -> float | str | None:
    """Return the number of 64 bits that *text* writes."""
    return SPECIAL.get(text) if text in SPECIAL else float(text) if FLOAT.fullmatch(text) else None


def single(text: str) -> float | str | None:
    """Return the number of 32 bits that *text* writes."""
    value = double(text)
    if not isinstance(value, float):
        return value
    try:
        return float(struct.unpack("f", struct.pack("f", value))[0])
    except OverflowError:
        return SPECIAL["INF" if value > 0 else "-INF"]


def hex_binary(text: str) -> bytes | None:
    """Return the bytes that *text* writes."""
    return bytes.fromhex(text) if HEX.fullmatch(text) else None


def base64_binary(text: str) -> bytes | None:
    """Return the bytes that *text* writes."""
    if not BASE64.fullmatch(text):
        return None
    try:
        return base64.b64decode(text.replace(" ", ""), validate=True)
    except binascii.Error:
        return None


def qname(text: str, namespaces: Mapping[str, str]) -> tuple[str, str] | None:
    """Return namespace and local name that *text* writes where *namespaces* are in scope."""
    if not lexical.is_qname(text):
        return None
    prefix, _, local = text.rpartition(":")
    if prefix == "xml":
        return XML, local
    uri = namespaces.get(prefix) or ""
    return (uri, local) if uri or not prefix else None


def compare(one: Any, other: Any) -> int | None:
    """Return -1, 0 or 1 where the number *one* is less than, equal to or greater than *other*; None where it is neither."""
    if NOT_A_NUMBER in {one, other}:
        return 0 if one == other else None
    return -1 if one < other else int(one > other)
