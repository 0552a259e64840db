"""
Patterns of RELAX NG as frozen values, simplified while they are made.

A pattern that can match nothing is `NOT_ALLOWED`, and makes what needs it impossible: an alternative loses it, a sequence
becomes `NOT_ALLOWED` too, a repetition that may be absent becomes `EMPTY`. So a schema never allows more because an element
was taken out of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True)
class Plain:
    """``empty``, ``text`` or ``notAllowed``."""

    name: str


EMPTY = Plain("empty")
TEXT = Plain("text")
NOT_ALLOWED = Plain("notAllowed")


@dataclass(frozen=True)
class Ref:
    """A reference to a definition of the grammar."""

    name: str


@dataclass(frozen=True)
class Data:
    """A value of an XML Schema datatype, with facets."""

    type: str
    facets: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Literal:
    """One value, with what it means."""

    value: str
    description: str = ""


@dataclass(frozen=True)
class Group:
    """A sequence (``group``) or an alternative (``choice``) of at least two patterns."""

    name: str
    parts: tuple[Pattern, ...]


@dataclass(frozen=True)
class Wrap:
    """``optional``, ``zeroOrMore``, ``oneOrMore`` or ``list`` round one pattern."""

    name: str
    part: Pattern


@dataclass(frozen=True)
class AnyElement:
    """An element of any name but those excepted, or of the namespaces required."""

    require: tuple[str, ...] = ()
    excepted: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class AttributePattern:
    """An attribute with its value."""

    name: str
    value: Pattern
    namespace: str = ""
    description: str = ""


Pattern = Plain | Ref | Data | Literal | Group | Wrap | AnyElement | AttributePattern


def sequence(parts: Iterable[Pattern]) -> Pattern:
    """
    Return *parts* one after the other.

    >>> sequence([EMPTY, Ref("p")])
    Ref(name='p')
    >>> sequence([Ref("p"), NOT_ALLOWED])
    Plain(name='notAllowed')
    """
    flat = tuple(part for part in _flat("group", parts) if part != EMPTY)
    if NOT_ALLOWED in flat:
        return NOT_ALLOWED
    return _several("group", flat, EMPTY)


def alternate(parts: Iterable[Pattern]) -> Pattern:
    """
    Return one of *parts*; each only once.

    >>> alternate([NOT_ALLOWED, Ref("p"), Ref("p")])
    Ref(name='p')
    >>> alternate([])
    Plain(name='notAllowed')
    """
    flat = tuple(dict.fromkeys(part for part in _flat("choice", parts) if part != NOT_ALLOWED))
    if EMPTY in flat and len(flat) > 1:
        return repeat(alternate(part for part in flat if part != EMPTY), 0, 1)
    return _several("choice", flat, NOT_ALLOWED)


def repeat(part: Pattern, low: int, high: int | None) -> Pattern:
    """
    Return *part* from *low* to *high* times (``None``: without end).

    >>> repeat(Ref("p"), 0, None)
    Wrap(name='zeroOrMore', part=Ref(name='p'))
    >>> repeat(NOT_ALLOWED, 0, None)
    Plain(name='empty')
    >>> repeat(Ref("p"), 2, 3)
    Group(name='group', parts=(Ref(name='p'), Ref(name='p'), Wrap(name='optional', part=Ref(name='p'))))
    """
    if part == NOT_ALLOWED:
        return EMPTY if low == 0 else NOT_ALLOWED
    if part == EMPTY:
        return EMPTY
    if high is None:
        tail = _wrap("oneOrMore" if low else "zeroOrMore", part)
        return sequence([*[part] * (low - 1), tail])
    tail = EMPTY
    for _ in range(high - low):
        tail = _wrap("optional", sequence([part, tail]))
    return sequence([*[part] * low, tail])


def _wrap(name: str, part: Pattern) -> Pattern:
    """Return *part* in *name*, without what the wrapping makes superfluous: ``optional(zeroOrMore(x))`` is ``zeroOrMore(x)``."""
    if not isinstance(part, Wrap) or part.name == "list":
        return Wrap(name, part)
    if part.name == name:
        return part
    return Wrap("zeroOrMore", part.part)


def _flat(name: str, parts: Iterable[Pattern]) -> Iterable[Pattern]:
    """Yield *parts*, with groups of the same *name* taken apart."""
    for part in parts:
        if isinstance(part, Group) and part.name == name:
            yield from part.parts
        else:
            yield part


def _several(name: str, parts: tuple[Pattern, ...], none: Pattern) -> Pattern:
    if len(parts) > 1:
        return Group(name, parts)
    return parts[0] if parts else none
