"""Names as XML and the datatypes know them: the characters of names are those of XML 1.0 up to its fourth edition."""

from __future__ import annotations

import re
from functools import cache

from tei_edition.ncname import LETTERS, OTHERS

_PLAIN = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")


def _class(ranges: str) -> str:
    """Return the inside of a class of characters for a regular expression."""
    ends = (pair.partition("-") for pair in ranges.split())
    return "".join(f"\\U{int(low, 16):08x}-\\U{int(high or low, 16):08x}" for low, _, high in ends)


INITIAL = _class(LETTERS)
"""The characters that may begin a name (without the colon), for a class of a regular expression."""

FURTHER = _class(LETTERS) + _class(OTHERS)
"""The characters that may stand in a name (without the colon), for a class of a regular expression."""


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """Return *pattern* compiled, with ``INITIAL`` and ``FURTHER`` for the characters of names."""
    return re.compile(pattern.replace("INITIAL", INITIAL).replace("FURTHER", FURTHER))


NCNAME = "[INITIAL][FURTHER]*"


def is_ncname(text: str) -> bool:
    """Tell whether *text* is a name without colon."""
    return bool(_PLAIN.fullmatch(text) or compiled(NCNAME).fullmatch(text))


def is_name(text: str) -> bool:
    """Tell whether *text* is a name, in which a colon is a letter."""
    return bool(_PLAIN.fullmatch(text) or compiled("[:INITIAL][:FURTHER]*").fullmatch(text))


def is_nmtoken(text: str) -> bool:
    """Tell whether *text* consists of characters of names."""
    return bool(_PLAIN.fullmatch(text) or compiled("[:FURTHER]+").fullmatch(text))


def is_qname(text: str) -> bool:
    """Tell whether *text* is a name with or without prefix."""
    prefix, colon, local = text.rpartition(":")
    return is_ncname(local) and (not colon or is_ncname(prefix))
