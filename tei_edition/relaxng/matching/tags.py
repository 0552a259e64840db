"""A start tag: which state its attributes lead to, and what is wrong with them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tei_edition.relaxng.grammar import steps
from tei_edition.relaxng.grammar.patterns import NOTHING, Attribute, Choice, Group, Interleave, OneOrMore, Pattern
from tei_edition.relaxng.matching.faults import Fault
from tei_edition.relaxng.messages.closeness import closest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tei_edition.relaxng.grammar.automaton import State, Step
    from tei_edition.relaxng.grammar.names import Name
    from tei_edition.relaxng.matching.document import Node
    from tei_edition.relaxng.matching.faults import Kind


def after(attributes: Mapping[Name, str], namespaces: Mapping[str, str], state: State) -> State | None:
    """Return the state after a start tag with these *attributes*, in which *state* is; None where something in it is wrong."""
    taken: list[frozenset[Attribute]] = []
    for name, value in attributes.items():
        fitting = state.taken(name, value, namespaces)
        if not fitting:
            return None
        taken.append(fitting)
    return state.after_tag(taken)


@dataclass(slots=True)
class Look:
    """A close look at the start tag of *node*, into which *step* leads: `faults` also brings *state* behind the tag."""

    node: Node
    step: Step
    path: tuple[int, ...]
    taken: list[frozenset[Attribute]] = field(default_factory=list)
    state: State = field(init=False)

    def __post_init__(self) -> None:
        self.state = self.step.inner

    def faults(self) -> Iterator[Fault]:
        """Yield what is wrong: with each attribute, then which are missing."""
        for name, value in self.node.attributes.items():
            yield from self._attribute(name, value)
        behind = self.state.without_attributes(NOTHING)
        if not behind:
            yield self._fault("missing", ("", ""))
            behind = self.state.without_attributes()
        self.state = behind or self.state

    def _attribute(self, name: Name, value: str) -> Iterator[Fault]:
        begun = self.step.inner
        if not begun.known(name):
            meant = self._meant(name)
            yield self._fault("attribute", name, meant)
            if meant:
                self._take(begun.taken(meant, value, self.node.namespaces) or frozenset(begun.known(meant)))
            return
        fitting = begun.taken(name, value, self.node.namespaces)
        if not fitting:
            yield self._fault("value", name)
            self._take(frozenset(begun.known(name)))
        elif not self._take(fitting):
            yield self._fault("beside", name, self._rival(name, fitting))

    def _take(self, taken: frozenset[Attribute]) -> bool:
        """Go on behind an attribute, if it may stand beside those before it."""
        state = self.state.after_attributes([taken])
        self.state = state or self.state
        return bool(state)

    def _rival(self, name: Name, fitting: frozenset[Attribute]) -> Name | None:
        """Return the attribute beside which one called *name* cannot stand, if one alone is in its way."""
        begun, node = self.step.inner, self.node
        for other, value in node.attributes.items():
            taken = begun.taken(other, value, node.namespaces)
            if other != name and taken and not begun.after_attributes([taken, fitting]):
                return other
        return None

    def _meant(self, name: Name) -> Name | None:
        """Return the attribute that was probably meant: one that is not there, of much the same name."""
        parts = (part for part in steps.leaves(self.step.inner.pattern) if isinstance(part, Attribute))
        free = {each for part in parts for each in part.names.names()} - set(self.node.attributes)
        return closest(name, free)

    def _fault(self, kind: Kind, name: Name, meant: Name | None = None) -> Fault:
        return Fault(kind, self.node, self.path, self.state, name=name, meant=meant, taken=self.step.taken)


def needed(pattern: Pattern) -> tuple[tuple[Attribute, ...], ...]:
    """Return the attributes without which *pattern* fits nothing: of each entry, one."""
    match pattern:
        case Attribute():
            return ((pattern,),)
        case Choice(options=options):
            needs = [needed(option) for option in options if option is not NOTHING]
            return (tuple(dict.fromkeys(part for need in needs for each in need for part in each)),) if all(needs) else ()
        case Group(parts=parts) | Interleave(parts=parts):
            return tuple(dict.fromkeys(each for part in parts for each in needed(part)))
        case OneOrMore(inner=inner):
            return needed(inner)
    return ()
