"""
The walk over a document: whether it fits, and where not. After a fault it goes on as the author most likely meant it.

One mistake is one fault: what only follows from another is left out.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tei_edition.relaxng import _repair as repair
from tei_edition.relaxng import _tags as tags
from tei_edition.relaxng._document import Node
from tei_edition.relaxng._faults import Fault
from tei_edition.relaxng._ids import Seen, of_tag
from tei_edition.relaxng._values import BLANK

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.relaxng._automaton import Automaton, State, Step
    from tei_edition.relaxng._faults import Kind, Running
    from tei_edition.relaxng._names import Name
    from tei_edition.relaxng._patterns import Element


@dataclass(slots=True)
class Frame:
    """
    An open element: *state* is the present one, *beginning* the one after its tag, *items* what is still to come.

    *after* is the parent's state after its end, if that is known. *before* holds, for each child element passed, its node and
    the state before it. *running* tells what was wrong with the item just passed: ``text``, ``inline`` (an element that would
    stand in a wrapper), ``element``, or nothing. *lost* tells that an item was passed over, *told* what need not be told again. *shift*
    and *suspect* are those of `Repair`.
    """

    node: Node
    taken: tuple[Element, ...]
    path: tuple[int, ...]
    state: State
    after: State | None
    position: int = 0
    number: int = 0
    running: Running = ""
    lost: bool = False
    told: set[object] = field(default_factory=set)
    shift: tuple[str, str] | None = None
    suspect: bool = False
    before: list[tuple[Node, State]] = field(default_factory=list)
    beginning: State = field(init=False)

    def __post_init__(self) -> None:
        self.beginning = self.state

    def coming(self) -> list[Name]:
        """Return the names of the next child elements, some of them."""
        rest = self.node.items[self.position : self.position + 2 * repair.AHEAD]
        return [item.name for item in rest if isinstance(item, Node)][: repair.AHEAD]


def walk(automaton: Automaton, root: Node, ids: list[Seen] | None = None) -> Iterator[Fault]:
    """
    Yield what in the tree of *root* does not fit the grammar of *automaton*.

    What the tags have for the check of ids is added to *ids*, if that is given.
    """
    return _Walk(automaton, ids).faults(root)


class _Walk:
    """A walk over one document."""

    def __init__(self, automaton: Automaton, ids: list[Seen] | None) -> None:
        self.automaton = automaton
        self.ids = ids
        self.frames: list[Frame] = []

    def faults(self, root: Node) -> Iterator[Fault]:
        """Yield what does not fit from *root* on."""
        found = repair.AS_IT_IS
        step = self.automaton.start.step(root.name)
        if not step:
            found = repair.of_root(self.automaton, root)
            if found.fault:
                yield found.fault
            step = found.step
        if step:
            yield from self._enter(root, step, ())
            self.frames[0].shift = found.shift
        while self.frames:
            frame = self.frames[-1]
            if frame.position == len(frame.node.items):
                yield from self._leave(self.frames.pop())
                continue
            item = frame.node.items[frame.position]
            frame.position += 1
            yield from self._text(frame, item) if isinstance(item, str) else self._child(frame, item)

    def _enter(self, node: Node, step: Step, path: tuple[int, ...], *, suspect: bool = False) -> Iterator[Fault]:
        """Go into *node*, looking at its tag."""
        state = tags.after(node.attributes, node.namespaces, step.inner)
        if not state:
            look = tags.Look(node, step, path)
            yield from (fault for fault in look.faults() if fault.kind == "value" or not suspect)
            state = look.state
        if self.ids is not None and node.attributes:
            given = of_tag(step.inner, node.attributes, node.namespaces)
            self.ids += [Seen(node, path, given)] if given else []
        self.frames.append(Frame(node, step.taken, path, state, step.after, suspect=suspect, lost=suspect))

    def _child(self, frame: Frame, child: Node) -> Iterator[Fault]:
        found = repair.AS_IT_IS
        step = frame.state.step(child.name)
        frame.number += 1
        if not step:
            found = repair.of_child(self.automaton, frame, child)
            if found.fault:
                yield found.fault
            frame.lost = frame.lost or bool(found.running)
            frame.running = found.running
            step = found.step
            if not step:
                return
        else:
            frame.running = ""
        frame.before.append((child, frame.state))
        if step.after:
            frame.state = step.after
        yield from self._enter(child, step, (*frame.path, frame.number), suspect=found.suspect)
        self.frames[-1].shift = found.shift

    def _text(self, frame: Frame, text: str) -> Iterator[Fault]:
        alone = len(frame.node.items) == 1
        state = frame.state.after_text(text, frame.node.namespaces)
        if state:
            frame.state = state
            frame.running = "" if text.strip(BLANK) else frame.running
        elif text.strip(BLANK):
            if frame.running not in {"text", "inline"} and not frame.suspect:
                kind: Kind = "content" if alone and frame.state.has_values else "text"
                yield Fault(kind, frame.node, frame.path, frame.state, text=text, gap=frame.number, taken=frame.taken)
            frame.running, frame.lost = "text", True

    def _leave(self, frame: Frame) -> Iterator[Fault]:
        """Look whether the element of *frame* may end, and bring its parent's state there."""
        state: State | None = frame.state
        if not frame.node.items and frame.state.has_values and not frame.state.ends:
            state = frame.state.after_text("", frame.node.namespaces)
        if not (state and state.ends) and not frame.lost:
            yield Fault("incomplete", frame.node, frame.path, frame.state, beginning=frame.beginning, taken=frame.taken)
        if not frame.after and self.frames:
            self.frames[-1].state = (state.ended() if state else None) or frame.state.broken_off() or self.frames[-1].state
