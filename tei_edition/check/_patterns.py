"""
The patterns of a RELAX NG grammar in its simple form, and what is left of a pattern after a step.

After James Clark, "An algorithm for RELAX NG validation" (derivatives), with one difference: an element is one step, by its
name alone; what is inside it is looked at apart. Equal patterns are one object, so that each step is computed once and the
patterns of a content model become the states of an automaton.
"""

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


def _derive(pattern: Pattern, leaf: Callable[[Pattern], Pattern], *, ordered: bool = True) -> Pattern:
    """
    Return what is left of *pattern* after a step, *leaf* telling what is left of each thing that is no combination.

    Not *ordered*: the step may be taken anywhere in a group, as attributes may.
    """
    match pattern:
        case Choice(options=options):
            return choice(*(_derive(option, leaf, ordered=ordered) for option in options))
        case Group(left=left, right=right):
            first = group(_derive(left, leaf, ordered=ordered), right)
            if ordered and not left.nullable:
                return first
            before = EMPTY if ordered else left
            return choice(first, group(before, _derive(right, leaf, ordered=ordered)))
        case Interleave(left=left, right=right):
            first = interleave(_derive(left, leaf, ordered=ordered), right)
            return choice(first, interleave(left, _derive(right, leaf, ordered=ordered)))
        case OneOrMore(inner=inner):
            return group(_derive(inner, leaf, ordered=ordered), choice(pattern, EMPTY))
    return leaf(pattern)


@cache
def after_element(pattern: Pattern, name: Name) -> tuple[Pattern, tuple[Element, ...]]:
    """Return what is left of *pattern* after an element called *name*, and what it was taken for."""
    taken: dict[Element, None] = {}

    def leaf(part: Pattern) -> Pattern:
        if isinstance(part, Element) and name in part.names:
            taken[part] = None
            return EMPTY
        return NOTHING

    return _derive(pattern, leaf), tuple(taken)


@cache
def after_attribute(pattern: Pattern, taken: frozenset[Attribute]) -> Pattern:
    """Return what is left of *pattern* after an attribute that fits those of *taken*."""
    return _derive(pattern, lambda part: EMPTY if part in taken else NOTHING, ordered=False)


def after_text(pattern: Pattern, text: str) -> Pattern:
    """Return what is left of *pattern* after *text*."""
    if not any(isinstance(leaf, Value | Data | Words) for leaf in leaves(pattern)):
        return _after_any_text(pattern)

    def leaf(part: Pattern) -> Pattern:
        if part is TEXT:
            return TEXT
        return EMPTY if _is_value(part, text) else NOTHING

    return _derive(pattern, leaf)


@cache
def _after_any_text(pattern: Pattern) -> Pattern:
    return _derive(pattern, lambda part: TEXT if part is TEXT else NOTHING)


def _is_value(part: Pattern, text: str) -> bool:
    match part:
        case Value(text=value, exact=exact):
            return text == value if exact else text.split() == value.split()
        case Data(allows=allows):
            return allows(text)
        case Words(inner=inner):
            for word in text.split():
                inner = after_text(inner, word)
            return inner.nullable
    return False


def fits(pattern: Pattern, text: str) -> bool:
    """Tell whether *text* as a whole, such as the value of an attribute, fits *pattern*."""
    return (pattern.nullable and not text.strip()) or after_text(pattern, text).nullable


@cache
def leaves(pattern: Pattern) -> tuple[Pattern, ...]:
    """Return all parts of *pattern* that are no combinations, wherever they stand."""
    match pattern:
        case Choice(options=options):
            parts = options
        case Group(left=left, right=right) | Interleave(left=left, right=right):
            parts = (left, right)
        case OneOrMore(inner=inner):
            parts = (inner,)
        case _:
            return (pattern,)
    return tuple(dict.fromkeys(leaf for part in parts for leaf in leaves(part)))


@cache
def firsts(pattern: Pattern) -> tuple[Pattern, ...]:
    """Return the parts of *pattern* that can come next."""
    match pattern:
        case Choice(options=options):
            parts: tuple[Pattern, ...] = options
        case Group(left=left, right=right):
            parts = (left, right) if left.nullable else (left,)
        case Interleave(left=left, right=right):
            parts = (left, right)
        case OneOrMore(inner=inner):
            parts = (inner,)
        case _:
            return (pattern,)
    return tuple(dict.fromkeys(leaf for part in parts for leaf in firsts(part)))


@cache
def without_attributes(pattern: Pattern, rest: Pattern) -> Pattern:
    """Return *pattern* with *rest* (`NOTHING` or `EMPTY`) in the place of each attribute."""
    match pattern:
        case Attribute():
            return rest
        case Choice(options=options):
            return choice(*(without_attributes(option, rest) for option in options))
        case Group(left=left, right=right):
            return group(without_attributes(left, rest), without_attributes(right, rest))
        case Interleave(left=left, right=right):
            return interleave(without_attributes(left, rest), without_attributes(right, rest))
        case OneOrMore(inner=inner):
            return one_or_more(without_attributes(inner, rest))
    return pattern


@cache
def needed_attributes(pattern: Pattern) -> frozenset[str]:
    """Return the attributes without which *pattern* fits nothing; of a choice, all in one, joined by "or"."""
    match pattern:
        case Attribute(names=names):
            return frozenset({" or ".join(sorted(written(name) for name in names.names()))} - {""})
        case Choice(options=options):
            needs = [needed_attributes(option) for option in options]
            return frozenset({" or ".join(sorted(frozenset.union(*needs)))}) if all(needs) else frozenset()
        case Group(left=left, right=right) | Interleave(left=left, right=right):
            return needed_attributes(left) | needed_attributes(right)
        case OneOrMore(inner=inner):
            return needed_attributes(inner)
    return frozenset()


def written(name: Name) -> str:
    """
    Return *name* as one writes it in a document.

    >>> written(("http://www.w3.org/XML/1998/namespace", "id")), written(("", "who"))
    ('xml:id', 'who')
    """
    return f"xml:{name[1]}" if name[0] == "http://www.w3.org/XML/1998/namespace" else name[1]
