"""How to go on after an element that does not fit: what its author most likely meant."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from tei_edition.relaxng.grammar import steps
from tei_edition.relaxng.grammar.patterns import EMPTY, Element
from tei_edition.relaxng.matching.faults import Fault
from tei_edition.relaxng.messages.closeness import closest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Protocol

    from tei_edition.relaxng.grammar.automaton import Automaton, State, Step
    from tei_edition.relaxng.grammar.names import Name
    from tei_edition.relaxng.grammar.patterns import Pattern
    from tei_edition.relaxng.matching.document import Node
    from tei_edition.relaxng.matching.faults import Kind, Running
    from tei_edition.relaxng.matching.frame import Frame

    class _Fault(Protocol):
        def __call__(self, kind: Kind, meant: Name | None = None) -> Fault: ...


class Repair(NamedTuple):
    """
    How to go on: over *step* (None: the element is passed over unseen).

    *fault* is what to tell (None: it follows from a mistake told before), *running* what is still wrong after the element.
    *shift* are the namespace that is written and the one that is meant, where that is all that is wrong. *suspect*: the name
    is as likely wrong as its place, so that what does not fit the name is no mistake of its own.
    """

    fault: Fault | None
    step: Step | None
    running: Running = ""
    shift: tuple[str, str] | None = None
    suspect: bool = False


AS_IT_IS = Repair(None, None)


def of_root(automaton: Automaton, root: Node) -> Repair:
    """Return how to go on with a *root* that the grammar does not have as one."""
    state = automaton.start
    meant = closest(root.name, names_of(state.firsts))
    step = (state.step(meant) if meant else None) or _declared(automaton, root.name, state)
    return Repair(Fault("element", root, (), state, meant=meant), step, shift=_shift(root.name, meant))


def of_child(automaton: Automaton, frame: Frame, child: Node, path: tuple[int, ...]) -> Repair:
    """Return how to go on with *child*, at *path*, which does not fit in the state of *frame*."""

    def fault(kind: Kind, meant: Name | None = None) -> Fault:
        state, start = frame.state, frame.beginning
        return Fault(kind, child, path, state, frame.node, start, gap=frame.number, meant=meant, taken=frame.taken)

    if child.name not in automaton.index.by_name:
        return _unknown(automaton, frame, child, fault)
    before = _missing(frame, child.name)
    if before:
        follows = frame.running == "text"
        return Repair(None if follows else fault("missing-before", before[0]), before[1])
    return _misplaced(automaton, frame, child, fault)


def _unknown(automaton: Automaton, frame: Frame, child: Node, fault: _Fault) -> Repair:
    """Return how to go on with an element the grammar has not: one of much the same name is taken to be meant."""
    meant = closest(child.name, names_of(frame.state.firsts))
    step = frame.state.step(meant) if meant else None
    if step:
        shift = _shift(child.name, meant)
        follows = shift and shift == frame.shift
        return Repair(None if follows else fault("element", meant), step, shift=shift)
    meant = closest(child.name, automaton.index.by_name)
    found = Repair(fault("element", meant), _declared(automaton, meant, frame.state) if meant else None, "element")
    return _once(frame, (frame.state, child.name), found)


def _missing(frame: Frame, name: Name) -> tuple[Name, Step] | None:
    """Return the element that is missing before one called *name*, and the step over the latter; None where none is."""
    if not any(isinstance(part, Element) and name in part.names for part in steps.leaves(frame.state.pattern)):
        return None
    best: tuple[int, Name, Step] | None = None
    coming = frame.coming()
    for missing in sorted(names_of(frame.state.firsts)):
        over = frame.state.step(missing)
        step = over.after.step(name) if over and over.after else None
        if step:
            score = passed(step.after, coming)
            if best is None or score > best[0]:
                best = (score, missing, step)
    if best and best[0] >= passed(frame.state, coming):
        return best[1:]
    return None


def passed(state: State | None, coming: Iterable[Name]) -> int:
    """Return how many of the *coming* elements may stand after *state*."""
    count = 0
    for name in coming:
        step = state.step(name) if state else None
        if not step:
            break
        count += 1
        state = step.after
    return count


def _misplaced(automaton: Automaton, frame: Frame, child: Node, fault: _Fault) -> Repair:
    """Return how to go on with an element that stands in a wrong place: it is looked into, and passed over."""
    step = _declared(automaton, child.name, frame.state)
    if _may_stand(frame.state, child.name):
        return _once(frame, (frame.state, child.name), Repair(fault("early"), step, "element"))
    blocking = next((each for each in reversed(frame.before) if _may_stand(each[1], child.name)), None)
    if blocking and _may_stand(frame.beginning, child.name):
        blocker, before = blocking
        found = replace(fault("order"), blocker=blocker, before=before)
        return _once(frame, blocker.name, Repair(found, step, "element"))
    inline = any(automaton.index.holds_text(parent) for parent in automaton.index.parents(child.name))
    if frame.running in {"text", "inline"} and inline:
        return Repair(None, step, frame.running)
    return _once(frame, (frame.state, child.name), Repair(fault("element"), step, "inline" if inline else "element", suspect=True))


def _shift(name: Name, meant: Name | None) -> tuple[str, str] | None:
    """Return the namespace that is written and the one that is meant, where only that differs."""
    return (name[0], meant[0]) if meant and meant[1] == name[1] else None


def _once(frame: Frame, key: object, repair: Repair) -> Repair:
    """Return *repair*, without its fault where a fault with the same *key* was told in *frame*."""
    if key in frame.told:
        return repair._replace(fault=None)
    frame.told.add(key)
    return repair


def _may_stand(state: State, name: Name) -> bool:
    """Tell whether an element called *name* may stand somewhere after *state*."""
    return any(isinstance(part, Element) and name in part.names for part in steps.leaves(state.pattern))


def _declared(automaton: Automaton, name: Name, after: State) -> Step | None:
    """Return a step over any element called *name* that leads to *after*; None where the grammar has none."""
    step = automaton.step_into([(element, EMPTY) for element in automaton.index.by_name.get(name, ())])
    return step._replace(after=after) if step else None


def names_of(parts: Iterable[Pattern]) -> Iterator[Name]:
    """Yield the names that are written out for the elements among *parts*."""
    for part in parts:
        if isinstance(part, Element):
            yield from part.names.names()
