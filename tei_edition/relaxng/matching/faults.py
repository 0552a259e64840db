"""What the walk over a document finds, before it is put into words."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from tei_edition.relaxng.grammar.automaton import State
    from tei_edition.relaxng.grammar.names import Name
    from tei_edition.relaxng.grammar.patterns import Element
    from tei_edition.relaxng.matching.document import Node

Kind = Literal[
    "element",
    "order",
    "early",
    "missing-before",
    "attribute",
    "beside",
    "value",
    "missing",
    "text",
    "content",
    "incomplete",
    "id-twice",
    "id-missing",
]

CODES: dict[Kind, str] = {
    "element": "rng-element",
    "order": "rng-element",
    "early": "rng-element",
    "missing-before": "rng-missing",
    "attribute": "rng-attribute",
    "beside": "rng-attribute",
    "value": "rng-value",
    "missing": "rng-missing",
    "text": "rng-text",
    "content": "rng-value",
    "incomplete": "rng-missing",
    "id-twice": "rng-id",
    "id-missing": "rng-id",
}
"""The code of the finding for each kind of fault."""

Running = Literal["", "text", "inline", "element"]


@dataclass(frozen=True, slots=True)
class Fault:
    """
    A mistake in *node*, the element at *path*, or of it.

    *kind*: ``element`` (unknown, or not allowed here), ``order`` (it comes too late), ``early`` (it may come later),
    ``missing-before`` (*meant* is missing before it), ``attribute`` (*name* is not known), ``beside`` (*name* cannot stand
    beside the others: *meant*, if it is one), ``value`` (of the attribute *name*), ``missing`` (attributes), ``text`` (*text* where none
    may stand, after *gap* child elements), ``content`` (*text* does not fit), ``incomplete`` (the element ends too early,
    perhaps before the *meant* one),
    ``id-twice`` (the value of *name* is given before, in *blocker*), ``id-missing`` (no id is *text*, to which *name* refers).

    *state* is the state in which it was met (in the start tag, for attributes), *parent* the element round it, *beginning* the
    state in which the parent's content began. *meant* is the name that was probably meant, *blocker* the sibling after which
    an element comes too late and *before* the state before that, *taken* what the element itself (for what stands in a child:
    the parent) was taken for. *outer* is the element round the parent, if that may hold it after the parent. *common* counts the
    names in the document.
    """

    kind: Kind
    node: Node
    path: tuple[int, ...]
    state: State
    parent: Node | None = None
    beginning: State | None = None
    name: Name = ("", "")
    text: str = ""
    gap: int = 0
    meant: Name | None = None
    blocker: Node | None = None
    before: State | None = None
    taken: tuple[Element, ...] = ()
    outer: Node | None = None
    common: Counter[Name] = field(default_factory=Counter)
