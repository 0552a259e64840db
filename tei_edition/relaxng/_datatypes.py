"""Datatypes: the library that RELAX NG has itself, and that of XML Schema."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.relaxng._patterns import Data, Value

XSD = "http://www.w3.org/2001/XMLSchema-datatypes"
"""The library of XML Schema (part 2)."""

TYPES: dict[str, frozenset[str]] = {
    "": frozenset({"string", "token"}),
    XSD: frozenset(
        {
            *("string", "normalizedString", "token", "language", "Name", "NCName", "NMTOKEN", "NMTOKENS", "ID", "IDREF", "IDREFS"),
            *("ENTITY", "ENTITIES", "QName", "NOTATION", "boolean", "decimal", "integer", "nonPositiveInteger", "negativeInteger"),
            *("nonNegativeInteger", "positiveInteger", "long", "int", "short", "byte", "unsignedLong", "unsignedInt"),
            *("unsignedShort", "unsignedByte", "float", "double", "duration", "dateTime", "time", "date", "gYearMonth", "gYear"),
            *("gMonthDay", "gDay", "gMonth", "hexBinary", "base64Binary", "anyURI"),
        }
    ),
}
"""The datatypes of each library, by its URI."""


def faults(leaf: Data | Value) -> Iterator[tuple[int | None, str, str]]:
    """Yield what is wrong with a ``data`` or ``value``: the number of the parameter, if it is one, message and advice."""
    if leaf.library not in TYPES:
        yield None, f'the datatype library "{leaf.library}" is not known', f'The library of XML Schema is "{XSD}".'
    elif leaf.type_ not in TYPES[leaf.library]:
        near = difflib.get_close_matches(leaf.type_, sorted(TYPES[leaf.library]), 1)
        advice = f'Did you mean "{near[0]}"?' if near else ""
        if leaf.type_ in TYPES[XSD]:
            advice = f'Did you mean that of XML Schema? Write datatypeLibrary="{XSD}".'
        yield None, f'there is no datatype "{leaf.type_}"', advice


def needs_namespaces(library: str, type_: str) -> bool:
    """Tell whether a value of a datatype depends on the namespaces in scope."""
    return library == XSD and type_ in {"QName", "NOTATION"}
