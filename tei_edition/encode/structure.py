"""
Blocks to divisions and speeches: one pass over the leaves, in order.

A title opens a division of the text, a heading one inside it. A speaker's label opens an `sp`, which takes the paragraphs that
follow; what is no speech (a note, an omission, an event) stays in it only while the same speech goes on after it. A leaf that its
division can no longer hold (a salutation after the first paragraph) is a plain paragraph.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tei_edition.encode.leaves import Leaf
    from tei_edition.model import Attributes, Piece

TOP = frozenset({"argument", "opener"})
BOTTOM = frozenset({"closer", "trailer", "postscript", "signed"})
JOINED = TOP | BOTTOM | {"address"}
"""The containers that take several of their kind, one after the other, as one."""

ASIDE = frozenset({"note", "gap", "incident", "kinesic", "vocal", "pb"})


@dataclass(slots=True, eq=False)
class Container:
    """An element that holds blocks, such as `body`, `div`, `sp` or `opener`; *piece* is what a rule asked for, if one did."""

    element: str
    attributes: Attributes = ()
    children: list[Container | Leaf] = field(default_factory=list)
    piece: Piece | None = None
    _names: set[str] = field(default_factory=set, init=False, repr=False)
    _seen: int = field(default=0, init=False, repr=False)

    def add(self, element: str, attributes: Attributes = ()) -> Container:
        """Append a container and return it."""
        child = Container(element, attributes)
        self.children.append(child)
        return child

    def leaves(self) -> Iterator[Leaf]:
        """Return all leaves below, in order."""
        for child in self.children:
            if isinstance(child, Container):
                yield from child.leaves()
            else:
                yield child

    def has(self, names: frozenset[str]) -> bool:
        """Tell whether a child bears one of *names*; children are only ever added, so each is looked at once."""
        self._names.update(child.element for child in self.children[self._seen :])
        self._seen = len(self.children)
        return not self._names.isdisjoint(names)


@dataclass(slots=True)
class _Builder:
    """Where the pass stands: the division of the text, the one inside it, the speech, and what waits after a speech."""

    body: Container
    outer: Container | None = None
    inner: Container | None = None
    speech: Container | None = None
    waiting: list[Leaf] = field(default_factory=list)

    @property
    def division(self) -> Container:
        """The division that takes the next block."""
        if self.outer is None:
            self.outer = self.body.add("div")
        return self.inner or self.outer

    def close_speech(self) -> None:
        """End the speech: what waited did not belong to it."""
        self.speech = None
        waiting, self.waiting = self.waiting, []
        self.division.children.extend(waiting)

    def open_division(self, *, nested: bool, type_: str = "section") -> None:
        """Open a division of the text, or one of *type_* inside it."""
        self.close_speech()
        if nested and self.outer is not None and not self.outer.has(BOTTOM):
            self.inner = self.outer.add("div", (("type", type_),))
        else:
            self.outer, self.inner = self.body.add("div"), None


def structure(leaves: Iterable[Leaf]) -> Container:
    """Return the `body` that holds *leaves*, in order."""
    builder = _Builder(Container("body"))
    for leaf in leaves:
        _take(builder, leaf)
    builder.close_speech()
    builder.division  # noqa: B018 - a transcript without a word has one division, too
    for division in builder.body.children:
        if isinstance(division, Container):
            division.attributes = (("type", _type(division)),)
    return builder.body


def _take(builder: _Builder, leaf: Leaf) -> None:
    """Put *leaf* in its place."""
    if leaf.element == "head" and not leaf.wrappers:
        _head(builder, leaf)
    elif leaf.element == "speaker":
        builder.close_speech()
        _need_block(builder)
        span = leaf.root.span
        builder.speech = builder.division.add("sp", span.attributes if span else ())
        builder.speech.children.append(leaf)
    elif leaf.element in ASIDE:
        (builder.waiting if builder.speech else builder.division.children).append(leaf)
    elif leaf.wrappers or leaf.element in BOTTOM:
        _wrapped(builder, leaf)
    else:
        _paragraph(builder, leaf)


def _head(builder: _Builder, leaf: Leaf) -> None:
    """Put a heading first in a division: the one that is open if nothing stands in it, else a new one."""
    before = {"head", "note", "pb", "opener"} if leaf.class_ == "title" else {"head", "note", "pb"}
    fresh = builder.outer is None or all(child.element in before for child in builder.division.children)
    section = leaf.class_ == "section" and builder.outer is not None and builder.outer.has(frozenset({"head"}))
    if not fresh or section or (leaf.class_ == "title" and builder.outer is not None and builder.division.has(frozenset({"head"}))):
        builder.open_division(nested=leaf.class_ != "title", type_=_part(leaf))
    builder.division.children.append(leaf)


def _part(leaf: Leaf) -> str:
    """Return the type of the division that the heading *leaf* opens, as its rule says, else a section."""
    return dict(leaf.root.span.attributes).get("type", "section") if leaf.root.span else "section"


def _paragraph(builder: _Builder, leaf: Leaf) -> None:
    """Put a paragraph in the speech that goes on, or in the division: what is reported of somebody, or minuted, is in no speech."""
    if leaf.class_ in {"reported", "minuted"}:
        builder.close_speech()
    if builder.speech is None:
        _need_block(builder)
        builder.division.children.append(leaf)
        return
    builder.speech.children += [*builder.waiting, leaf]
    builder.waiting = []


def _need_block(builder: _Builder) -> None:
    """Open a new division where the one that is open has been closed by a signature."""
    if builder.division.has(BOTTOM):
        builder.open_division(nested=False)


def _wrapped(builder: _Builder, leaf: Leaf) -> None:
    """Put a leaf in the containers it asked for, without those of the top and the bottom of a division where there can be none."""
    wrappers = leaf.wrappers
    if builder.division.has(BOTTOM) and wrappers and wrappers[0].element in TOP:
        builder.open_division(nested=False)
    name = wrappers[0].element if wrappers else leaf.element
    started = any(child.element not in TOP | ASIDE | {"head"} for child in builder.division.children)
    misplaced = (name in TOP and started) or (name in BOTTOM and not started)
    wrappers = tuple(one for one in wrappers if one.element not in JOINED) if misplaced else wrappers
    if misplaced and not wrappers:
        leaf.root.piece = replace(leaf.root.piece, element="p", attributes=())
        _paragraph(builder, leaf)
        return
    if name in TOP | BOTTOM and not misplaced:
        builder.close_speech()
        parent = builder.division
    else:
        parent = _holder(builder)
    for wrapper in wrappers:
        parent = _descend(parent, wrapper)
    parent.children.append(leaf)


def _holder(builder: _Builder) -> Container:
    """Return what takes a list or a table: the speech that goes on, with what waited in it, else the division."""
    if builder.speech is None:
        _need_block(builder)
        return builder.division
    builder.speech.children += builder.waiting
    builder.waiting = []
    return builder.speech


def _descend(parent: Container, wrapper: Piece) -> Container:
    """Return the container *wrapper* in *parent*: the last one, if it is the same or holds the lines of one opener or close."""
    last = parent.children[-1] if parent.children else None
    if isinstance(last, Container) and last.element == wrapper.element and (last.element in JOINED or last.piece == wrapper):
        return last
    child = parent.add(wrapper.element, wrapper.attributes)
    child.piece = wrapper
    return child


def _type(division: Container) -> str:
    """Return the type of a division of the text, by what it holds."""
    if division.has(frozenset({"sp"})) or any(
        isinstance(child, Container) and child.has(frozenset({"sp"})) for child in division.children
    ):
        return "session"
    letter = any(
        leaf.element == "salute"
        for child in division.children
        if isinstance(child, Container) and child.element in {"opener", "closer"}
        for leaf in child.children
    )
    return "letter" if letter else "document"
