"""
What is left of a pattern after a step, and what a pattern allows.

After James Clark, "An algorithm for RELAX NG validation" (derivatives), with one difference: an element is one step, by its
name alone; what is inside it is looked at apart. Each step is computed once, so that the patterns of a content model become
the states of an automaton.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from tei_edition.check._patterns import (
    EMPTY,
    NOTHING,
    TEXT,
    Attribute,
    Choice,
    Data,
    Element,
    Group,
    Interleave,
    OneOrMore,
    Value,
    Words,
    choice,
    group,
    interleave,
    one_or_more,
    written,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from tei_edition.check._patterns import Name, Pattern


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
    if not _has_values(pattern):
        return _after_any_text(pattern)

    def leaf(part: Pattern) -> Pattern:
        if part is TEXT:
            return TEXT
        return EMPTY if _is_value(part, text) else NOTHING

    return _derive(pattern, leaf)


@cache
def _has_values(pattern: Pattern) -> bool:
    """Tell whether it matters to *pattern* which text there is."""
    return any(isinstance(leaf, Value | Data | Words) for leaf in leaves(pattern))


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
