"""An element that is open while a document is walked through: where the grammar stands in it, and what is still to come."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tei_edition.relaxng.matching.document import Node

if TYPE_CHECKING:
    from tei_edition.relaxng.grammar.automaton import State
    from tei_edition.relaxng.grammar.names import Name
    from tei_edition.relaxng.grammar.patterns import Element
    from tei_edition.relaxng.matching.faults import Running

AHEAD = 6
"""So many siblings are looked at to tell which way of going on is the best."""


@dataclass(slots=True)
class Frame:
    """
    An open element: *state* is the present one, *beginning* the one after its tag, *items* what is still to come.

    *after* is the parent's state after its end, if that is known. *before* holds, for each child element passed, its node and
    the state before it. *running* tells what was wrong with the item just passed: ``text``, ``inline`` (an element that would
    stand in a wrapper), ``element``, or nothing. *lost* tells that an item was passed over, *told* what need not be told again. *shift*
    and *suspect* are those of `_repair.Repair`.
    """

    node: Node
    taken: tuple[Element, ...]
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
        rest = self.node.items[self.position : self.position + 2 * AHEAD]
        return [item.name for item in rest if isinstance(item, Node)][: AHEAD]
