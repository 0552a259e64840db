"""
Datatypes: the library that RELAX NG has itself, that of XML Schema, and that of ID and IDREF (RELAX NG DTD Compatibility).

A text is tried by a `Check`, which is made when it is first asked for.
"""

from __future__ import annotations

import difflib
from functools import cache
from typing import TYPE_CHECKING, Literal

from tei_edition.relaxng.datatypes import xsd
from tei_edition.relaxng.grammar.patterns import NOTHING, Choice, Data, Value

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tei_edition.relaxng.grammar.patterns import Check, Pattern

BUILT_IN = ""
XSD = "http://www.w3.org/2001/XMLSchema-datatypes"
"""The library of XML Schema (part 2)."""

COMPATIBILITY = "http://relaxng.org/ns/compatibility/datatypes/1.0"
"""The library of ID and IDREF."""

IDS: dict[str, Literal["ID", "IDREF", "IDREFS"]] = {"ID": "ID", "IDREF": "IDREF", "IDREFS": "IDREFS"}


@cache
def libraries() -> dict[str, dict[str, xsd.Type]]:
    """Return the datatypes of each library by name."""
    every = xsd.types()
    return {
        BUILT_IN: {"string": every["string"], "token": every["token"]},
        XSD: every,
        COMPATIBILITY: {name: every[name] for name in IDS},
    }


def id_type(library: str, type_: str) -> Literal["", "ID", "IDREF", "IDREFS"]:
    """Return what a datatype makes of a value: an ID, a reference to one or to several; nothing for the others."""
    return IDS.get(type_, "") if library in {XSD, COMPATIBILITY} else ""


def needs_namespaces(library: str, type_: str) -> bool:
    """Tell whether a value of a datatype depends on the namespaces in scope."""
    found = libraries().get(library, {}).get(type_)
    return found is not None and found.named


def checker(data: Data) -> Check:
    """Return what tells whether a text is of the datatype *data*, its parameters and what it excludes taken into account."""
    type_ = libraries()[data.library][data.type_]
    facets = [xsd.facet(type_, name, text) for name, text in data.params]
    excluded = list(_checks(data.excluded))

    def check(text: str, namespaces: Mapping[str, str]) -> bool:
        value = type_.value(text, namespaces)
        if value is None:
            return False
        normalized = type_.normalized(text) if facets else text
        if not all(facet(normalized, value) for facet in facets):
            return False
        return not any(other(text, namespaces) for other in excluded)

    return check


def _checks(excluded: Pattern) -> Iterator[Check]:
    """Yield the checks of what a datatype excludes."""
    match excluded:
        case Choice(options=options):
            for option in options:
                yield from _checks(option)
        case Data():
            yield checker(excluded)
        case Value():
            yield comparer(excluded)
        case _:
            assert excluded is NOTHING


def comparer(value: Value) -> Check:
    """Return what tells whether a text stands for the same as *value*."""
    type_ = libraries()[value.library][value.type_]
    wanted = type_.value(value.text, dict(value.namespaces))

    def check(text: str, namespaces: Mapping[str, str]) -> bool:
        found = type_.value(text, namespaces)
        return found is not None and bool(found == wanted)

    return check


def faults(leaf: Data | Value) -> Iterator[tuple[int | None, str, str]]:
    """Yield what is wrong with a ``data`` or ``value``: the number of the parameter, if it is one, message and advice."""
    library = libraries().get(leaf.library)
    if library is None:
        yield None, f'the datatype library "{leaf.library}" is not known', f'The library of XML Schema is "{XSD}".'
    elif leaf.type_ not in library:
        yield None, f'there is no datatype "{leaf.type_}"', _near(leaf.type_, library)
    elif isinstance(leaf, Data):
        yield from _of_params(leaf, library[leaf.type_])
    elif library[leaf.type_].value(leaf.text, dict(leaf.namespaces)) is None:
        yield None, f'"{leaf.text}" is not of the datatype "{leaf.type_}"', "Write a value of it, or take another datatype."


def _near(name: str, library: dict[str, xsd.Type]) -> str:
    if name in xsd.types():
        return f'Did you mean that of XML Schema? Write datatypeLibrary="{XSD}".'
    near = difflib.get_close_matches(name, sorted(library), 1)
    return f'Did you mean "{near[0]}"?' if near else ""


def _of_params(data: Data, type_: xsd.Type) -> Iterator[tuple[int | None, str, str]]:
    found = False
    for number, (name, text) in enumerate(data.params):
        if data.library != XSD:
            yield number, f'the datatype "{data.type_}" has no parameters', f'Those of the library "{XSD}" have.'
            continue
        try:
            xsd.facet(type_, name, text)
        except xsd.FacetError as error:
            found = True
            yield number, str(error), error.advice
    contradiction = "" if found or data.library != XSD else xsd.contradiction(type_, data.params)
    if contradiction:
        yield len(data.params) - 1, contradiction, "Give limits that leave values between them."
