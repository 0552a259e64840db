"""
The patterns of a RELAX NG grammar in its simple form (ISO/IEC 19757-2, section 4.18 and after).

A pattern is pure data. Those of one grammar come from one `Pool` (module ``pool``), which makes equal combinations one
object: patterns are compared by identity. Groups and interleaves hold any number of parts, flat.

What a datatype allows is no part of them: package ``datatypes`` answers, with ``checker(data)`` and ``comparer(value)``, each
a `Check` that is made when it is first asked for, and with ``id_type(library, type_)``: ``ID``, ``IDREF``, ``IDREFS`` or nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tei_edition.relaxng.grammar.names import ANY_NAME

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from tei_edition.relaxng.grammar.names import NameClass
    from tei_edition.relaxng.messages.findings import Finding

    Check = Callable[[str, Mapping[str, str]], bool]
    """Tells whether a text fits, the namespaces in scope given by prefix (``""``: the default one)."""


@dataclass(frozen=True, eq=False, slots=True)
class Pattern:
    """A pattern; *nullable* tells whether nothing at all fits it."""

    nullable: bool = False


NOTHING = Pattern()
"""``notAllowed``: nothing fits this."""

EMPTY = Pattern(nullable=True)
"""``empty``: only nothing fits this."""

TEXT = Pattern(nullable=True)
"""``text``: any text fits this, none as well."""


@dataclass(frozen=True, eq=False, slots=True)
class Element(Pattern):
    """
    An element of these *names*, number *number* of the grammar, where its content is found.

    *doc* is its ``a:documentation``, if the schema has one.
    """

    names: NameClass = ANY_NAME
    number: int = 0
    doc: str = ""


@dataclass(frozen=True, eq=False, slots=True)
class Attribute(Pattern):
    """An attribute of these *names* with a *value*."""

    names: NameClass = ANY_NAME
    value: Pattern = TEXT
    doc: str = ""


@dataclass(frozen=True, eq=False, slots=True)
class Value(Pattern):
    """
    A value that is written out, of the datatype *type_* in *library* (the built-in one: empty).

    *namespaces* are those in scope where the schema has it, by prefix and sorted, for a datatype that needs them (``QName``).
    """

    text: str = ""
    type_: str = "token"
    library: str = ""
    namespaces: tuple[tuple[str, str], ...] = ()
    doc: str = ""


@dataclass(frozen=True, eq=False, slots=True)
class Data(Pattern):
    """A value of the datatype *type_* in *library* with these *params* in their order, but none that fits *excluded*."""

    type_: str = "string"
    library: str = ""
    params: tuple[tuple[str, str], ...] = ()
    excluded: Pattern = NOTHING
    doc: str = ""


@dataclass(frozen=True, eq=False, slots=True)
class Words(Pattern):
    """``list``: words separated by blanks that together fit *inner*."""

    inner: Pattern = EMPTY


@dataclass(frozen=True, eq=False, slots=True)
class Choice(Pattern):
    """One of *options*, two or more."""

    options: tuple[Pattern, ...] = ()


@dataclass(frozen=True, eq=False, slots=True)
class Group(Pattern):
    """All of *parts*, two or more, one after the other."""

    parts: tuple[Pattern, ...] = ()


@dataclass(frozen=True, eq=False, slots=True)
class Interleave(Pattern):
    """All of *parts*, two or more, mixed in any way."""

    parts: tuple[Pattern, ...] = ()


@dataclass(frozen=True, eq=False, slots=True)
class OneOrMore(Pattern):
    """*inner*, once or more often."""

    inner: Pattern = EMPTY


@dataclass(frozen=True, eq=False, slots=True)
class After(Pattern):
    """
    *inner*, the rest of an open element, and after its end *rest*.

    Only the matcher makes it, where an element can be taken in two ways that end differently.
    """

    inner: Pattern = EMPTY
    rest: Pattern = EMPTY


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file a grammar was read from: *path* as it can be opened, *sha256* the digest of its bytes."""

    path: str
    sha256: str


@dataclass(frozen=True, eq=False)
class Grammar:
    """
    A grammar in its simple form.

    *start* is what a document may be; *elements* are its elements by their numbers, and *contents* what each may hold,
    attributes included. *files* are all it was read from, the schema itself first (none: it was given as text).
    *id_faults* are what keeps the ids of documents from being checked.
    """

    start: Pattern
    elements: Sequence[Element]
    contents: Sequence[Pattern]
    files: tuple[SourceFile, ...] = field(default=())
    id_faults: tuple[Finding, ...] = ()
