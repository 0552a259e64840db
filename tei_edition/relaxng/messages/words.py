"""Words for messages: lists of what may stand somewhere, glosses from the schema's own documentation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition.relaxng.datatypes.plain_words import ANY_DATE, DATES, described
from tei_edition.relaxng.grammar import steps
from tei_edition.relaxng.grammar.names import NameClass, written
from tei_edition.relaxng.grammar.patterns import NOTHING, TEXT, Attribute, Data, Element, Value, Words
from tei_edition.relaxng.messages.findings import Expected

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tei_edition.relaxng.grammar.automaton import State
    from tei_edition.relaxng.grammar.patterns import Pattern

SHOWN = 8
"""So many names are listed before "and others"."""

LONGEST_GLOSS = 60
"""A description longer than this is no gloss."""

ANY = "*"


def names_of(parts: Iterable[Pattern], kind: type[Element | Attribute]) -> tuple[str, ...]:
    """Return the names of the elements (or attributes) among *parts* as one writes them, sorted; `ANY` for open classes."""
    classes = [part.names for part in parts if isinstance(part, kind)]
    return tuple(sorted({each for names in classes for each in _of_class(names)}))


def _of_class(names: NameClass) -> list[str]:
    return [written(name) for name in names.names()] + [ANY] * names.is_open


def content(state: State) -> Expected:
    """Return what may stand next in the content of an element."""
    parts = state.firsts
    return Expected(
        elements=names_of(parts, Element),
        values=_values(parts),
        types=_types(parts),
        text=TEXT in parts,
        end=state.ends,
    )


def attributes(state: State) -> Expected:
    """Return which attributes may yet stand in a start tag."""
    return Expected(attributes=names_of(steps.leaves(state.pattern), Attribute))


def value(parts: Sequence[Attribute]) -> Expected:
    """Return which values one of the attributes *parts* may have."""
    found = [leaf for part in parts for leaf in _within_lists(part.value)]
    return Expected(values=_values(found), types=_types(found), text=TEXT in found)


def _within_lists(pattern: Pattern) -> list[Pattern]:
    """Return the values and datatypes in *pattern*, those of a list as well."""
    found: list[Pattern] = []
    for leaf in steps.leaves(pattern):
        found.extend(_within_lists(leaf.inner) if isinstance(leaf, Words) else [leaf])
    return found


def _values(parts: Iterable[Pattern]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(leaf.text for part in parts for leaf in _within_lists(part) if isinstance(leaf, Value)))


def _types(parts: Iterable[Pattern]) -> tuple[str, ...]:
    found = [leaf for part in parts for leaf in _within_lists(part) if isinstance(leaf, Data)]
    dates = {leaf.type_ for leaf in found} & DATES
    together = len(dates) > 2  # noqa: PLR2004 - one or two are told one by one
    return tuple(dict.fromkeys(ANY_DATE if together and leaf.type_ in DATES else _type(leaf) for leaf in found))


def _type(leaf: Data) -> str:
    return described(leaf.type_, leaf.params) + _but(leaf.excluded)


def _but(excluded: Pattern) -> str:
    if excluded is NOTHING:
        return ""
    kept = [*_values([excluded]), *_types([excluded])]
    return f", but not {joined(kept)}"


def joined(words: Sequence[str], last: str = "or") -> str:
    """
    Return *words* as a list in a sentence, the first `SHOWN` of them.

    >>> joined(["a"]), joined(["a", "b", "c"])
    ('a', 'a, b or c')
    """
    if len(words) > SHOWN + 1:
        return f"{', '.join(words[:SHOWN])} or one of {len(words) - SHOWN} others"
    return f" {last} ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def tags(names: Iterable[str]) -> list[str]:
    """Return *names* as tags: ``<p>``; for any name "another element"."""
    return ["any element" if name == ANY else f"<{name}>" for name in names]


def may_be(expected: Expected) -> list[str]:
    """Return what a value or text may be, each in words."""
    return [*expected.values, *expected.types, *(["any text"] if expected.text else [])]


def may_stand(expected: Expected) -> list[str]:
    """Return what may stand in an element, each in words."""
    return [*tags(expected.elements), *(["text"] if expected.text else []), *expected.values, *expected.types]


def gloss(doc: str) -> str:
    """
    Return what a description says shortly: what it begins with in parentheses, or all of a short one; else nothing.

    >>> gloss("(title statement) groups information about the title"), gloss("a long" + "er" * 40), gloss("A year.")
    (' (title statement)', '', ' (A year)')
    """
    words = " ".join(doc.split())
    match = re.match(r"\(([^()]+)\)", words)
    short = match[1] if match else words.rstrip(".")
    return f" ({short})" if 0 < len(short) <= LONGEST_GLOSS else ""
