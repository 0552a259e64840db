"""
A grammar as an automaton: its states are what is left of the content of an element, made as documents need them.

States and steps stay from document to document, as long as there are no more than `LIMIT`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tei_edition.relaxng.datatypes.values import BLANK, Values, id_kind
from tei_edition.relaxng.grammar import steps
from tei_edition.relaxng.grammar.index import Index
from tei_edition.relaxng.grammar.patterns import EMPTY, NOTHING, Attribute, Element
from tei_edition.relaxng.grammar.pool import Pool

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tei_edition.relaxng.grammar.names import Name
    from tei_edition.relaxng.grammar.patterns import Grammar, Pattern

LIMIT = 200_000
"""So many patterns, steps and values are kept; with more, all are forgotten between two documents."""


class Step(NamedTuple):
    """
    A step over a child element: *taken* is what it was taken for, *inner* the state in its start tag.

    *after* is the state after its end; None where that hangs on its content (`State.ended`).
    """

    taken: tuple[Element, ...]
    inner: State
    after: State | None


class State:
    """What is left of the content of an open element: *pattern*, attributes included where its tag has only begun."""

    __slots__ = ("_after_tag", "_automaton", "_ended", "_firsts", "_id_kinds", "_known", "_steps", "_text", "ends", "has_values", "pattern")

    def __init__(self, automaton: Automaton, pattern: Pattern) -> None:
        self._automaton = automaton
        self.pattern = pattern
        self.has_values = steps.has_values(pattern)
        self.ends = steps.ended(automaton.pool, pattern) is not NOTHING if steps.is_after(pattern) else pattern.nullable
        self._steps: dict[Name, Step | None] = {}
        self._after_tag: dict[object, State | None] = {}
        self._known: dict[Name, tuple[Attribute, ...]] = {}
        self._id_kinds: dict[Name, str] = {}
        self._firsts: tuple[Pattern, ...] | None = None
        self._text: State | bool | None = False
        self._ended: State | bool | None = False

    @property
    def firsts(self) -> tuple[Pattern, ...]:
        """What can come next."""
        if self._firsts is None:
            self._firsts = steps.firsts(self.pattern)
        return self._firsts

    def step(self, name: Name) -> Step | None:
        """Return the step over a child element called *name*; None where there may be none."""
        try:
            return self._steps[name]
        except KeyError:
            found = self._steps[name] = self._automaton.step(self.pattern, name)
            return found

    def known(self, name: Name) -> tuple[Attribute, ...]:
        """Return the attributes called *name* that the element may have, with one value or another."""
        try:
            return self._known[name]
        except KeyError:
            parts = steps.leaves(self.pattern)
            found = self._known[name] = tuple(part for part in parts if isinstance(part, Attribute) and name in part.names)
            return found

    def taken(self, name: Name, value: str, namespaces: Mapping[str, str]) -> frozenset[Attribute]:
        """Return those of the attributes called *name* that may have this *value*."""
        return self._automaton.values.fitting(self.known(name), value, namespaces)

    def id_kind(self, name: Name) -> str:
        """Return ``ID``, ``IDREF`` or ``IDREFS`` if the attribute called *name* is of that type, else nothing."""
        try:
            return self._id_kinds[name]
        except KeyError:
            kinds = filter(None, map(id_kind, self.known(name)))
            found = self._id_kinds[name] = next(kinds, "")
            return found

    def after_attributes(self, taken: Sequence[frozenset[Attribute]]) -> State | None:
        """Return the state after attributes that were *taken* for these, missing ones not looked at; None if not all fit."""
        key = (False, *taken)
        try:
            return self._after_tag[key]
        except KeyError:
            pattern = self.pattern
            for each in taken:
                pattern = steps.after_attribute(self._automaton.pool, pattern, each)
            found = self._after_tag[key] = self._automaton.known_state(pattern)
            return found

    def after_tag(self, taken: Sequence[frozenset[Attribute]]) -> State | None:
        """Return the state after the start tag, its attributes being *taken* for these; None if one is wrong or missing."""
        key = (True, *taken)
        try:
            return self._after_tag[key]
        except KeyError:
            state = self.after_attributes(taken)
            found = self._after_tag[key] = state.without_attributes(NOTHING) if state else None
            return found

    def without_attributes(self, rest: Pattern = EMPTY) -> State | None:
        """Return the state with *rest* in the place of each attribute."""
        return self._automaton.known_state(steps.without(self._automaton.pool, self.pattern, Attribute, rest))

    def after_text(self, text: str, namespaces: Mapping[str, str]) -> State | None:
        """Return the state after *text*, all there is up to the next tag; None where it may not stand here."""
        if self.has_values:
            return self._after_value(text, namespaces)
        if not text.strip(BLANK):
            return self
        if self._text is False:
            pattern = steps.after_any_text(self._automaton.pool, self.pattern)
            self._text = self._automaton.known_state(pattern)
        return self._text  # type: ignore[return-value] # no more False

    def _after_value(self, text: str, namespaces: Mapping[str, str]) -> State | None:
        automaton = self._automaton
        left = automaton.values.after(self.pattern, text, namespaces)
        if not text.strip(BLANK):
            left = automaton.pool.choice((left, steps.without(automaton.pool, self.pattern, steps.VALUES, NOTHING)))
        return automaton.known_state(left)

    def ended(self) -> State | None:
        """Return the state after the end of the open element, where `Step.after` could not tell; None if it cannot end."""
        if self._ended is False:
            self._ended = self._automaton.known_state(steps.ended(self._automaton.pool, self.pattern))
        return self._ended  # type: ignore[return-value] # no more False

    def broken_off(self) -> State | None:
        """Return the same as if it could end in any case."""
        return self._automaton.known_state(steps.broken_off(self._automaton.pool, self.pattern))


class Automaton:
    """The states of *grammar*."""

    def __init__(self, grammar: Grammar) -> None:
        self.grammar = grammar
        self.pool = Pool()
        self.values = Values(self.pool)
        self.index = Index(grammar)
        self._states: dict[Pattern, State] = {}
        self.start = self.state(grammar.start)

    def state(self, pattern: Pattern) -> State:
        """Return the state of *pattern*."""
        found = self._states.get(pattern)
        if found is None:
            found = self._states[pattern] = State(self, pattern)
        return found

    def known_state(self, pattern: Pattern) -> State | None:
        """Return the state of *pattern*, None if nothing fits it."""
        return None if pattern is NOTHING else self.state(pattern)

    def step(self, pattern: Pattern, name: Name) -> Step | None:
        """Return the step from *pattern* over an element called *name*; None where there may be none."""
        taken = [part for part in steps.firsts(pattern) if isinstance(part, Element) and name in part.names]
        left = [(part, steps.after_element(self.pool, pattern, part)) for part in taken]
        return self.step_into([(part, rest) for part, rest in left if rest is not NOTHING])

    def step_into(self, ways: Sequence[tuple[Element, Pattern]]) -> Step | None:
        """Return the step over an element that can be taken in these *ways*, each with what is left afterwards."""
        if not ways:
            return None
        taken = tuple(part for part, _ in ways)
        contents = [self.grammar.contents[part.number] for part in taken]
        rests = [rest for _, rest in ways]
        if len(set(rests)) == 1 or len(set(contents)) == 1:
            inner = self.pool.choice(dict.fromkeys(contents))
            after: State | None = self.state(self.pool.choice(dict.fromkeys(rests)))
        else:
            inner = self.pool.choice(map(self.pool.after, contents, rests))
            after = None
        return Step(taken, self.state(inner), after)

    def trim(self) -> bool:
        """Forget all states where there are too many, and tell whether that was so; no document may be under way."""
        if len(self.pool) + len(self.values) < LIMIT:
            return False
        self.pool = Pool()
        self.values = Values(self.pool)
        self._states.clear()
        self.start = self.state(self.grammar.start)
        return True
