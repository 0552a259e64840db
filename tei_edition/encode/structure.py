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
    from tei_edition.model import Attributes

TOP = frozenset({"argument", "opener"})
BOTTOM = frozenset({"closer", "trailer", "postscript", "signed"})
ASIDE = frozenset({"note", "gap", "incident", "kinesic", "vocal"})


@dataclass(slots=True, eq=False)
class Container:
    """An element that holds blocks: `body`, `div`, `sp`, `argument`, `opener`, `closer`."""

    element: str
    attributes: Attributes = ()
    children: list[Container | Leaf] = field(default_factory=list)

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
        """Tell whether a child bears one of *names*."""
        return any(child.element in names for child in self.children)


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

    def open_division(self, *, nested: bool) -> None:
        """Open a division of the text, or one inside it."""
        self.close_speech()
        if nested and self.outer is not None and not self.outer.has(BOTTOM):
            self.inner = self.outer.add("div", (("type", "section"),))
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
    if leaf.element == "head":
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
    fresh = builder.outer is None or all(child.element in {"head", "note"} for child in builder.division.children)
    if not fresh or (leaf.class_ == "title" and builder.outer is not None and builder.division.has(frozenset({"head"}))):
        builder.open_division(nested=leaf.class_ != "title")
    builder.division.children.append(leaf)


def _paragraph(builder: _Builder, leaf: Leaf) -> None:
    """Put a paragraph in the speech that goes on, or in the division."""
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
    """Put a leaf in the `opener`, `argument` or `closer` it asked for, or make it a paragraph where there can be none."""
    name = leaf.wrappers[0].element if leaf.wrappers else leaf.element
    started = any(child.element not in TOP | ASIDE | {"head"} for child in builder.division.children)
    if (name in TOP and started) or (name in BOTTOM and not started):
        leaf.root.piece = replace(leaf.root.piece, element="p", attributes=())
        _paragraph(builder, leaf)
        return
    builder.close_speech()
    parent = builder.division
    if leaf.wrappers:
        last = parent.children[-1] if parent.children else None
        same = isinstance(last, Container) and last.element == name
        parent = last if same and isinstance(last, Container) else parent.add(name, leaf.wrappers[0].attributes)
    parent.children.append(leaf)


def _type(division: Container) -> str:
    """Return the type of a division of the text, by what it holds."""
    if division.has(frozenset({"sp"})) or any(
        isinstance(child, Container) and child.has(frozenset({"sp"})) for child in division.children
    ):
        return "session"
    letter = any(
        leaf.element in {"salute", "signed"}
        for child in division.children
        if isinstance(child, Container) and child.element in {"opener", "closer"}
        for leaf in child.children
    )
    return "letter" if letter else "document"
