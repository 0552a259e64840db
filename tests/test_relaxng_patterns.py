"""Patterns: equal ones are one object, and what is so whatever the document is simplified."""

from __future__ import annotations

import pytest

from tei_edition.relaxng.grammar.names import XML, NameClass
from tei_edition.relaxng.grammar.patterns import EMPTY, NOTHING, TEXT, Choice, Data, Group, Value
from tei_edition.relaxng.grammar.pool import Pool

pool = Pool()
A = pool.element(NameClass(("", "a")), 0)
B = pool.element(NameClass(("", "b")), 1)


@pytest.mark.parametrize(
    ("made", "same"),
    [
        (pool.choice([A, NOTHING]), A),
        (pool.choice([]), NOTHING),
        (pool.choice([EMPTY, TEXT]), TEXT),
        (pool.choice([A, pool.choice([B, A])]), pool.choice([B, A])),
        (pool.group([A, EMPTY]), A),
        (pool.group([]), EMPTY),
        (pool.group([A, NOTHING, B]), NOTHING),
        (pool.group([pool.group([A, B]), A]), pool.group([A, pool.group([B, A])])),
        (pool.interleave([A, TEXT, B, TEXT]), pool.interleave([TEXT, A, B])),
        (pool.one_or_more(pool.one_or_more(A)), pool.one_or_more(A)),
        (pool.one_or_more(TEXT), TEXT),
        (pool.attribute(NameClass(("", "a")), NOTHING), NOTHING),
        (pool.words(NOTHING), NOTHING),
        (pool.value(Value(text="a")), pool.value(Value(text="a"))),
        (pool.data(Data(type_="int")), pool.data(Data(type_="int"))),
        (pool.after(NOTHING, A), NOTHING),
    ],
)
def test_equal_patterns_are_one_object(made, same):
    """Two ways to write the same make one object."""
    assert made is same


def test_what_differs_stays_apart():
    """The order counts in a group, the documentation in a value, the pool everywhere."""
    assert pool.group([A, B]) is not pool.group([B, A])
    assert pool.value(Value(text="a", doc="x")) is not pool.value(Value(text="a", doc="y"))
    assert Pool().words(TEXT) is not pool.words(TEXT)


def test_nullable():
    """Nothing at all fits a choice if it fits one of its options, a group if it fits all its parts."""
    assert isinstance(pool.optional(A), Choice)
    assert pool.optional(A).nullable
    maybe = pool.group([pool.optional(A), pool.optional(B)])
    assert isinstance(maybe, Group)
    assert maybe.nullable
    assert not pool.group([pool.optional(A), B]).nullable
    assert not pool.after(EMPTY, EMPTY).nullable


def test_classes_of_names():
    """A name is in a class with exceptions if no exception has it; a choice is open if one of its options is."""
    names = NameClass(options=(NameClass(("", "a")), NameClass(namespace="u", excluded=(NameClass(("u", "x")),))))

    assert [name in names for name in [("", "a"), ("u", "a"), ("u", "x"), ("", "b")]] == [True, True, False, False]
    assert (XML, "id") in NameClass(excluded=(NameClass(namespace=""),))
    assert names.is_open
    assert not NameClass(("", "a")).is_open
    assert list(names.names()) == [("", "a")]
