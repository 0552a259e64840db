"""
A forest of elements over one block of text: nodes nest or are apart.

`Forest.insert` takes the pieces of one span, all or none. Each piece is sought from the top; children are kept in order, so that its
place among them is found by bisection.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field, replace
from operator import attrgetter
from typing import TYPE_CHECKING

from tei_edition.encode.content import EMPTY, TEXTLESS, allowed, cuttable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tei_edition.model import Piece, Span

DEEPEST = 60
START = attrgetter("start")
END = attrgetter("end")


class Conflict(Exception):  # noqa: N818 - it is an answer, not a failure
    """A piece has no lawful place."""


@dataclass(slots=True, eq=False)
class Node:
    """A piece in its place; *chain* is shared by the parts of a piece that was cut."""

    piece: Piece
    span: Span | None
    children: list[Node] = field(default_factory=list)
    chain: list[Node] = field(default_factory=list)

    @property
    def start(self) -> int:
        """Where the node begins, its mark included."""
        return self.piece.start

    @property
    def end(self) -> int:
        """Where the node ends, its mark included."""
        return self.piece.end

    @property
    def inner(self) -> tuple[int, int]:
        """The range between the marks."""
        return self.piece.start + self.piece.open, self.piece.end - self.piece.close

    def overlapping(self, start: int, end: int) -> tuple[int, int]:
        """Return the slice of the children that share a character with ``[start, end)``, or an empty place among them."""
        first = bisect_right(self.children, start, key=END)
        last = bisect_left(self.children, end, lo=first, key=START)
        while first < last and self.children[first].end <= start:
            first += 1
        return first, max(first, last)


class Forest:
    """The elements of one block."""

    def __init__(self, root: Node) -> None:
        self.root = root

    def insert(self, span: Span, parts: Iterable[tuple[Piece, list[Node]]]) -> Callable[[], None]:
        """
        Insert the *parts* of *span*, all or none, each with the chain that its other parts share.

        Returns what takes them out again; raises `Conflict` where one has no lawful place.
        """
        done: list[tuple[Node, Node]] = []

        def undo() -> None:
            for parent, node in reversed(done):
                at = parent.children.index(node)
                parent.children[at : at + 1] = node.children
                node.chain.remove(node)

        try:
            for piece, chain in parts:
                self._insert(self.root, piece, span, done, chain)
            _no_bare_text([node for _, node in done])
        except Conflict:
            undo()
            raise
        return undo

    def _insert(self, top: Node, piece: Piece, span: Span, done: list[tuple[Node, Node]], chain: list[Node]) -> None:
        """Insert one piece below *top*, cut where it crosses another node."""
        parent, (first, last) = self._parent(top, piece)
        cut = _border(parent, first, last, piece)
        if cut is None:
            done.append((parent, _place(parent, first, last, piece, span, chain)))
            return
        wrapped = _crossed(parent, first, last, piece) if piece.element == "sic" else piece
        if wrapped is not piece:
            self._insert(top, wrapped, span, done, chain)
            return
        if not cuttable(piece.element) or piece.start + piece.open > cut or piece.end - piece.close < cut:
            raise Conflict
        self._insert(top, replace(piece, end=cut, close=0), span, done, chain)
        self._insert(top, replace(piece, start=cut, open=0), span, done, chain)

    def _parent(self, node: Node, piece: Piece) -> tuple[Node, tuple[int, int]]:
        """Return the deepest node that holds all of *piece*, and the slice of its children that overlap it."""
        for _ in range(DEEPEST):
            first, last = node.overlapping(piece.start, piece.end)
            child = node.children[first] if last - first == 1 else None
            if child is None or not _holds(child, piece):
                return node, (first, last)
            node = child
        raise Conflict


def _holds(child: Node, piece: Piece) -> bool:
    """Tell whether *piece* lies between the marks of *child*."""
    low, high = child.inner
    return low <= piece.start and piece.end <= high and child.piece.element not in EMPTY


def _crossed(parent: Node, first: int, last: int, piece: Piece) -> Piece:
    """Return *piece* grown to the start of the child that it enters, if it begins without a mark within one."""
    child = parent.children[first] if first < last else None
    if child is None or piece.open or not child.start < piece.start < child.end < piece.end:
        return piece
    return replace(piece, start=child.start)


def _border(parent: Node, first: int, last: int, piece: Piece) -> int | None:
    """Return the place where *piece* must be cut, if it crosses a child or its marks."""
    low, high = piece.start + piece.open, piece.end - piece.close
    for child in parent.children[first:last]:
        if piece.start < child.start < piece.end < child.end:
            return child.start
        if child.start < piece.start < child.end < piece.end:
            return child.end
        if child.start < low or child.end > high:
            raise Conflict
    return None


def _place(parent: Node, first: int, last: int, piece: Piece, span: Span, chain: list[Node]) -> Node:
    """Put *piece* below *parent*, round the children it covers."""
    inside = parent.children[first:last]
    lawful = allowed(parent.piece.element, piece.element) and all(
        allowed(piece.element, child.piece.element) for child in inside
    )
    low, high = parent.inner
    if not lawful or piece.start < low or piece.end > high:
        raise Conflict
    node = Node(piece, span, inside, chain)
    parent.children[first:last] = [node]
    chain.append(node)
    return node


def _no_bare_text(nodes: list[Node]) -> None:
    """Raise `Conflict` where characters stand outside the children of an element that holds none."""
    for node in nodes:
        if node.piece.element not in TEXTLESS:
            continue
        at, end = node.inner
        for child in node.children:
            if child.start != at:
                raise Conflict
            at = child.end
        if at != end:
            raise Conflict
