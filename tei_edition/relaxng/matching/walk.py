"""
The walk over a document: whether it fits, and where not. After a fault it goes on as the author most likely meant it.

One mistake is one fault: what only follows from another is left out.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tei_edition.relaxng.datatypes.values import BLANK
from tei_edition.relaxng.matching import repair, tags
from tei_edition.relaxng.matching.faults import Fault
from tei_edition.relaxng.matching.frame import Frame
from tei_edition.relaxng.matching.ids import Seen, of_tag

if TYPE_CHECKING:
    from tei_edition.relaxng.grammar.automaton import Automaton, State, Step
    from tei_edition.relaxng.grammar.names import Name
    from tei_edition.relaxng.matching.document import Node
    from tei_edition.relaxng.matching.faults import Kind


def walk(automaton: Automaton, root: Node, ids: list[Seen] | None = None) -> list[Fault]:
    """
    Return what in the tree of *root* does not fit the grammar of *automaton*.

    What the tags have for the check of ids is added to *ids*, if that is given.
    """
    walking = _Walk(automaton, ids)
    walking.through(root)
    return walking.found


class _Walk:
    """A walk over one document: *frames* are the elements that are open, *found* the faults."""

    def __init__(self, automaton: Automaton, ids: list[Seen] | None) -> None:
        self.automaton = automaton
        self.ids = ids
        self.frames: list[Frame] = []
        self.found: list[Fault] = []

    def through(self, root: Node) -> None:
        """Walk over *root* and all in it."""
        way = repair.AS_IT_IS
        step = self.automaton.start.step(root.name)
        if not step:
            way = repair.of_root(self.automaton, root)
            self.found += [way.fault] if way.fault else []
            step = way.step
        if step:
            self._enter(root, step, way)
        while self.frames:
            frame = self.frames[-1]
            if frame.position == len(frame.node.items):
                self._leave(frame)
                continue
            item = frame.node.items[frame.position]
            frame.position += 1
            if isinstance(item, str):
                self._text(frame, item)
            else:
                self._child(frame, item)

    def path(self) -> tuple[int, ...]:
        """Return the path of the next child element, or of the root."""
        return tuple(frame.number for frame in self.frames)

    def _enter(self, node: Node, step: Step, way: repair.Repair) -> None:
        """Go into *node*, looking at its tag."""
        state = tags.after(node.attributes, node.namespaces, step.inner)
        if not state:
            look = tags.Look(node, step, self.path())
            self.found += [fault for fault in look.faults() if fault.kind == "value" or not way.suspect]
            state = look.state
        if self.ids is not None and node.attributes:
            given = of_tag(step.inner, node.attributes, node.namespaces)
            self.ids += [Seen(node, self.path(), given)] if given else []
        self.frames.append(Frame(node, step.taken, state, step.after, lost=way.suspect, shift=way.shift, suspect=way.suspect))

    def _child(self, frame: Frame, child: Node) -> None:
        way = repair.AS_IT_IS
        step = frame.state.step(child.name)
        frame.number += 1
        if step:
            frame.running = ""
        else:
            way = repair.of_child(self.automaton, frame, child, self.path())
            self.found += [replace(way.fault, outer=self._outer(child.name))] if way.fault else []
            frame.lost = frame.lost or bool(way.running)
            frame.running = way.running
            step = way.step
            if not step:
                return
        frame.before.append((child, frame.state))
        if step.after:
            frame.state = step.after
        self._enter(child, step, way)

    def _outer(self, name: Name) -> Node | None:
        """Return the element round the parent if it may have one called *name* after the parent."""
        return next((frame.node for frame in self.frames[-2:-1] if frame.state.step(name)), None)

    def _text(self, frame: Frame, text: str) -> None:
        state = frame.state.after_text(text, frame.node.namespaces)
        if state is frame.state and not frame.running:
            return
        if state:
            frame.state = state
            frame.running = "" if text.strip(BLANK) else frame.running
        elif text.strip(BLANK):
            if frame.running not in {"text", "inline"} and not frame.suspect:
                alone = len(frame.node.items) == 1
                kind: Kind = "content" if alone and frame.state.has_values else "text"
                path = self.path()[:-1]
                self.found.append(Fault(kind, frame.node, path, frame.state, text=text, gap=frame.number, taken=frame.taken))
            frame.running, frame.lost = "text", True

    def _leave(self, frame: Frame) -> None:
        """Look whether the element of *frame* may end, and bring its parent's state there."""
        state: State | None = frame.state
        if not frame.node.items and frame.state.has_values and not frame.state.ends:
            state = frame.state.after_text("", frame.node.namespaces)
        self.frames.pop()
        if not (state and state.ends) and not frame.lost:
            coming = self.frames[-1].coming()[:1] if self.frames else []
            meant = next((name for name in coming if frame.state.step(name)), None)
            self.found.append(Fault("incomplete", frame.node, self.path(), frame.state, meant=meant, taken=frame.taken))
        if not frame.after and self.frames:
            self.frames[-1].state = (state.ended() if state else None) or frame.state.broken_off() or self.frames[-1].state
