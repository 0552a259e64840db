"""
The specifications that an ODD chooses from and changes: elements, classes, macros, datatypes, attributes.

All are frozen. A content model stays the lxml element that holds it (``content``), since TEI's own language for content
models is read once, when the pattern is written. See the TEI Guidelines, chapter *Documentation Elements*.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml import etree

TEI = "http://www.tei-c.org/ns/1.0"
T = f"{{{TEI}}}"
SCH = "http://purl.oclc.org/dsdl/schematron"
S = f"{{{SCH}}}"

Usage = Literal["opt", "rec", "req"]
ListType = Literal["open", "semi", "closed"]


@dataclass(frozen=True)
class Value:
    """One value of a list of values, with what it means where the ODD says so."""

    ident: str
    description: str = ""


@dataclass(frozen=True)
class ValueList:
    """A list of values: ``closed`` allows no others, ``semi`` and ``open`` only suggest them."""

    type: ListType
    values: tuple[Value, ...]


@dataclass(frozen=True)
class Attribute:
    """
    An attribute's definition (``attDef``).

    *datatype* is the element ``dataRef`` or another that says what one value looks like; *low* and *high* say how many
    values stand in the attribute, separated by blanks (*high* ``None``: any number).
    """

    ident: str
    name: str
    usage: Usage = "opt"
    datatype: etree._Element | None = None
    low: int = 1
    high: int | None = 1
    values: ValueList | None = None
    namespace: str = ""
    description: str = ""


@dataclass(frozen=True)
class Attributes:
    """
    The attributes a specification declares: added ones, deleted ones, and groups that exclude each other.

    *changed* holds, one after the other, the changes of attributes that a class gives.
    """

    defined: Mapping[str, Attribute] = field(default_factory=dict)
    changed: Mapping[str, tuple[etree._Element, ...]] = field(default_factory=dict)
    deleted: frozenset[str] = frozenset()
    choices: tuple[tuple[str, ...], ...] = ()
    borrowed: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Specification:
    """What ``elementSpec``, ``classSpec``, ``macroSpec`` and ``dataSpec`` have in common."""

    kind: Literal["element", "class", "macro", "data"]
    ident: str
    module: str
    name: str
    namespace: str = ""
    type: str = ""
    classes: tuple[str, ...] = ()
    content: etree._Element | None = None
    attributes: Attributes = field(default_factory=Attributes)
    description: str = ""


@dataclass(frozen=True)
class Schema:
    """
    A customization after all its choices and changes are made.

    *specifications* are in the order of the source, which is the order of the members of a class; *constraints* are the
    ``constraintSpec`` of the ODD with the element each is bound to ("" for none), in the ODD's order.
    """

    ident: str
    start: tuple[str, ...]
    namespace: str
    specifications: Mapping[str, Specification]
    constraints: tuple[tuple[str, etree._Element], ...] = ()
    edition: str = ""

    def get(self, kind: str, ident: str) -> Specification | None:
        """Return the specification *ident* if it is in the schema and of this *kind*."""
        found = self.specifications.get(ident)
        return found if found and found.kind == kind else None
