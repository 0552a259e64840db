"""The patterns of a RELAX NG grammar in its simple form. Equal combinations are one object: they are compared by identity."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lxml import etree

Name = tuple[str, str]
"""Namespace and local name."""


@dataclass(frozen=True, slots=True)
class NameClass:
    """
    The names a pattern is for.

    *name* is the one name; without it every name of *namespace* (None: of any), but those of *excluded*. A choice of
    names is *options*.
    """

    name: Name | None = None
    namespace: str | None = None
    excluded: tuple[NameClass, ...] = ()
    options: tuple[NameClass, ...] = ()

    def __contains__(self, name: Name) -> bool:
        if self.options:
            return any(name in option for option in self.options)
        if self.name:
            return name == self.name
        return self.namespace in {None, name[0]} and not any(name in other for other in self.excluded)

    def names(self) -> Iterator[Name]:
        """Yield the names that are written out."""
        if self.name:
            yield self.name
        for option in self.options:
            yield from option.names()


@dataclass(frozen=True, eq=False, slots=True)
class Pattern:
    """A pattern; *nullable* tells whether nothing at all fits it."""

    nullable: bool = False


@dataclass(frozen=True, eq=False, slots=True)
class Element(Pattern):
    """An element of these *names*; *node* is its definition, from which its content is read when it is needed."""

    names: NameClass = NameClass()
    node: etree._Element | None = None


@dataclass(frozen=True, eq=False, slots=True)
class Attribute(Pattern):
    """An attribute of these *names* with a *value*."""

    names: NameClass = NameClass()
    value: Pattern = Pattern()


@dataclass(frozen=True, eq=False, slots=True)
class Value(Pattern):
    """A word that is written out; *exact* where blanks count."""

    text: str = ""
    exact: bool = False


@dataclass(frozen=True, eq=False, slots=True)
class Data(Pattern):
    """A value of a datatype, *type_* by name; *allows* tells whether a text is one."""

    type_: str = ""
    allows: Callable[[str], bool] = str.isprintable


@dataclass(frozen=True, eq=False, slots=True)
class Words(Pattern):
    """A list of words separated by blanks that together fit *inner*."""

    inner: Pattern = Pattern()


@dataclass(frozen=True, eq=False, slots=True)
class Choice(Pattern):
    """One of *options*."""

    options: tuple[Pattern, ...] = ()


@dataclass(frozen=True, eq=False, slots=True)
class Group(Pattern):
    """*left*, then *right*."""

    left: Pattern = Pattern()
    right: Pattern = Pattern()


@dataclass(frozen=True, eq=False, slots=True)
class Interleave(Pattern):
    """*left* and *right*, mixed in any way."""

    left: Pattern = Pattern()
    right: Pattern = Pattern()


@dataclass(frozen=True, eq=False, slots=True)
class OneOrMore(Pattern):
    """*inner*, once or more often."""

    inner: Pattern = Pattern()


NOTHING = Pattern()
"""Nothing fits this."""

EMPTY = Pattern(nullable=True)
"""Only nothing fits this."""

TEXT = Pattern(nullable=True)
"""Any text fits this, none as well."""


def choice(*options: Pattern) -> Pattern:
    """Return the pattern that fits what one of *options* fits."""
    flat: dict[Pattern, None] = {}
    for option in options:
        flat.update(dict.fromkeys(option.options if isinstance(option, Choice) else (option,)))
    flat.pop(NOTHING, None)
    return _choice(tuple(flat))


@cache
def _choice(options: tuple[Pattern, ...]) -> Pattern:
    if any(option is not EMPTY and option.nullable for option in options):
        options = tuple(option for option in options if option is not EMPTY)
    if not options:
        return NOTHING
    return options[0] if len(options) == 1 else Choice(any(o.nullable for o in options), options)


@cache
def group(left: Pattern, right: Pattern) -> Pattern:
    """Return the pattern for *left*, then *right*."""
    if NOTHING in {left, right}:
        return NOTHING
    if EMPTY in {left, right}:
        return right if left is EMPTY else left
    return Group(left.nullable and right.nullable, left, right)


@cache
def interleave(left: Pattern, right: Pattern) -> Pattern:
    """Return the pattern for *left* and *right*, mixed in any way."""
    if NOTHING in {left, right}:
        return NOTHING
    if EMPTY in {left, right}:
        return right if left is EMPTY else left
    return Interleave(left.nullable and right.nullable, left, right)


@cache
def one_or_more(inner: Pattern) -> Pattern:
    """Return the pattern for *inner*, once or more often."""
    if inner in {NOTHING, EMPTY, TEXT} or isinstance(inner, OneOrMore):
        return inner
    return OneOrMore(inner.nullable, inner)


def written(name: Name) -> str:
    """
    Return *name* as one writes it in a document.

    >>> written(("http://www.w3.org/XML/1998/namespace", "id")), written(("", "who"))
    ('xml:id', 'who')
    """
    return f"xml:{name[1]}" if name[0] == "http://www.w3.org/XML/1998/namespace" else name[1]
