"""
What is left of a pattern after a step, and what a pattern allows.

After James Clark, "An algorithm for RELAX NG validation" (derivatives), with one difference: an element is one step; its
content is looked at apart, unless the element can be taken in several ways that end differently (`After`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.relaxng.grammar.patterns import (
    EMPTY,
    NOTHING,
    TEXT,
    After,
    Attribute,
    Choice,
    Data,
    Element,
    Group,
    Interleave,
    OneOrMore,
    Value,
    Words,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tei_edition.relaxng.grammar.patterns import Pattern
    from tei_edition.relaxng.grammar.pool import Pool

    Leaf = Callable[[Pattern], Pattern]


def after(pool: Pool, pattern: Pattern, leaf: Leaf) -> Pattern:
    """Return what is left of *pattern* after a step, *leaf* telling what is left of each thing that is no combination."""
    match pattern:
        case Choice(options=options):
            return pool.choice([after(pool, option, leaf) for option in options])
        case Group(parts=parts):
            return pool.choice(_grouped(pool, parts, leaf))
        case Interleave(parts=parts):
            return pool.choice(_replaced(pool.interleave, parts, lambda part: after(pool, part, leaf)))
        case OneOrMore(inner=inner):
            return pool.group((after(pool, inner, leaf), pool.optional(pattern)))
        case After(inner=inner, rest=rest):
            return pool.after(after(pool, inner, leaf), rest)
    return leaf(pattern)


def _grouped(pool: Pool, parts: tuple[Pattern, ...], leaf: Leaf) -> Iterator[Pattern]:
    for number, part in enumerate(parts, 1):
        left = after(pool, part, leaf)
        if left is not NOTHING:
            yield pool.group((left, *parts[number:]))
        if not part.nullable:
            return


def _replaced(combine: Callable[[tuple[Pattern, ...]], Pattern], parts: tuple[Pattern, ...], step: Leaf) -> Iterator[Pattern]:
    """Yield *parts* combined, each in its turn replaced by what *step* leaves of it."""
    for number, part in enumerate(parts):
        left = step(part)
        if left is not NOTHING:
            yield combine((*parts[:number], left, *parts[number + 1 :]))


def after_attribute(pool: Pool, pattern: Pattern, taken: frozenset[Attribute]) -> Pattern:
    """Return what is left of *pattern* after an attribute that fits those of *taken*, wherever in a group they stand."""
    match pattern:
        case Attribute():
            return EMPTY if pattern in taken else NOTHING
        case Choice(options=options):
            return pool.choice([after_attribute(pool, option, taken) for option in options])
        case Group(parts=parts) | Interleave(parts=parts):
            combine = pool.group if isinstance(pattern, Group) else pool.interleave
            return pool.choice(_replaced(combine, parts, lambda part: after_attribute(pool, part, taken)))
        case OneOrMore(inner=inner):
            return pool.group((after_attribute(pool, inner, taken), pool.optional(pattern)))
        case After(inner=inner, rest=rest):
            return pool.after(after_attribute(pool, inner, taken), rest)
    return NOTHING


def without(pool: Pool, pattern: Pattern, kinds: type | tuple[type, ...], rest: Pattern) -> Pattern:
    """Return *pattern* with *rest* in the place of each thing of these *kinds*."""

    def again(part: Pattern) -> Pattern:
        return without(pool, part, kinds, rest)

    match pattern:
        case Choice(options=options):
            return pool.choice(map(again, options))
        case Group(parts=parts):
            return pool.group(map(again, parts))
        case Interleave(parts=parts):
            return pool.interleave(map(again, parts))
        case OneOrMore(inner=inner):
            return pool.one_or_more(again(inner))
        case After(inner=inner):
            return pool.after(again(inner), pattern.rest)
    return rest if isinstance(pattern, kinds) else pattern


def ended(pool: Pool, pattern: Pattern) -> Pattern:
    """Return what is left of *pattern*, a choice of `After`, where the open element ends: nothing if it cannot."""
    match pattern:
        case After(inner=inner, rest=rest):
            return rest if inner.nullable else NOTHING
        case Choice(options=options):
            return pool.choice([ended(pool, option) for option in options])
    return NOTHING


def broken_off(pool: Pool, pattern: Pattern) -> Pattern:
    """Return what is left of *pattern*, a choice of `After`, as if the open element could end in any case."""
    match pattern:
        case After(rest=rest):
            return rest
        case Choice(options=options):
            return pool.choice([broken_off(pool, option) for option in options])
    return NOTHING


def is_after(pattern: Pattern) -> bool:
    """Tell whether what follows an open element hangs on its content: *pattern* is made of `After`."""
    return isinstance(pattern, After) or (isinstance(pattern, Choice) and any(isinstance(part, After) for part in pattern.options))


def leaves(pattern: Pattern) -> tuple[Pattern, ...]:
    """Return all parts of *pattern* that are no combinations, wherever they stand, each once."""
    return tuple(dict.fromkeys(_leaves(pattern)))


def _leaves(pattern: Pattern) -> Iterator[Pattern]:
    match pattern:
        case Choice(options=parts) | Group(parts=parts) | Interleave(parts=parts):
            for part in parts:
                yield from _leaves(part)
        case OneOrMore(inner=inner) | After(inner=inner):
            yield from _leaves(inner)
        case _:
            yield pattern


def firsts(pattern: Pattern) -> tuple[Pattern, ...]:
    """Return the parts of *pattern* that can come next, each once."""
    return tuple(dict.fromkeys(_firsts(pattern)))


def _firsts(pattern: Pattern) -> Iterator[Pattern]:
    match pattern:
        case Choice(options=parts) | Interleave(parts=parts):
            for part in parts:
                yield from _firsts(part)
        case Group(parts=parts):
            for part in parts:
                yield from _firsts(part)
                if not part.nullable:
                    return
        case OneOrMore(inner=inner) | After(inner=inner):
            yield from _firsts(inner)
        case _:
            yield pattern


VALUES = (Value, Data, Words)
"""What fits a text as a whole."""


def has_values(pattern: Pattern) -> bool:
    """Tell whether it matters to *pattern* which text there is next."""
    return any(isinstance(part, VALUES) for part in firsts(pattern))


def after_any_text(pool: Pool, pattern: Pattern) -> Pattern:
    """Return what is left of *pattern* after a text, where it does not matter which."""
    return after(pool, pattern, lambda part: TEXT if part is TEXT else NOTHING)


def after_element(pool: Pool, pattern: Pattern, taken: Element) -> Pattern:
    """Return what is left of *pattern* after an element that is *taken* for this one."""
    return after(pool, pattern, lambda part: EMPTY if part is taken else NOTHING)
