"""
Ids: handed out once, and kept.

Without a ledger they are counted: ``s1`` a division, ``t1`` a turn, ``t1.p1`` a paragraph in it, ``p1`` one outside, ``h1`` a heading,
``n1`` a note. With the ledger of an earlier build each block is matched by its content and, where that changed, by its neighbours; a
new block gets the next number never used.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from tei_edition.encode.ledger import Entry, Ledger
from tei_edition.encode.structure import Container

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.encode.forest import Node
    from tei_edition.encode.leaves import Leaf
    from tei_edition.model import Source, Span

LETTERS = {"head": "h", "note": "n", "gap": "g", "sp": "t", "div": "s", "p": "p"}
OTHER = "b"


@dataclass(eq=False)
class Ids:
    """The id of each block and of each inline element that something points at; *ledger* is what to keep of them."""

    names: dict[int, str] = field(default_factory=dict)
    at: dict[int, str] = field(default_factory=dict)
    ledger: Ledger = field(default_factory=Ledger)

    def of(self, thing: Container | Leaf | Node) -> str | None:
        """Return the id of *thing*, if it bears one."""
        return self.names.get(id(thing))


@dataclass(frozen=True, slots=True)
class _Entry:
    """A block that gets an id: the id of its turn, its letter, and the digest of its content."""

    block: Container | Leaf
    parent: Container | None
    letter: str
    digest: str


def assign(source: Source, body: Container, ledger: Ledger | None = None) -> Ids:
    """Return the ids of all that *body* holds, kept as *ledger* says."""
    entries = list(_entries(source, body, None))
    known = _match(entries, ledger or Ledger())
    ids = Ids()
    following = dict((ledger or Ledger()).next)
    for number, entry in enumerate(entries):
        prefix = _prefix(ids, entry)
        name = known.get(number)
        if name is None:
            count = following.get(prefix, 1)
            name = f"{prefix}{count}"
            following[prefix] = count + 1
        ids.names[id(entry.block)] = name
    ids.ledger = Ledger(following, tuple(Entry(ids.names[id(e.block)], e.letter, e.digest) for e in entries))
    _inline(ids, body)
    return ids


def _prefix(ids: Ids, entry: _Entry) -> str:
    """Return what stands before the number of an id."""
    inside = f"{ids.names[id(entry.parent)]}." if entry.parent else ""
    return f"{inside}{entry.letter}"


def _entries(source: Source, container: Container, turn: Container | None) -> Iterator[_Entry]:
    """Return the blocks below *container* that get an id, in order."""
    for child in container.children:
        if isinstance(child, Container):
            inner = child if child.element == "sp" else turn
            if child.element in {"div", "sp"}:
                yield _Entry(child, None, LETTERS[child.element], _digest(_content(source, child)))
            yield from _entries(source, child, inner)
        elif child.element != "speaker":
            text = source.text[child.root.start : child.root.end]
            yield _Entry(child, turn, LETTERS.get(child.element, OTHER), _digest(text))


def _content(source: Source, container: Container) -> str:
    """Return what tells one container from another: the characters of its first leaves."""
    leaves = list(container.leaves())[:2]
    return source.text[leaves[0].root.start : leaves[-1].root.end] if leaves else ""


def _digest(text: str) -> str:
    """Return a short digest of *text*, its white space aside."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:16]


def _match(entries: list[_Entry], ledger: Ledger) -> dict[int, str]:
    """Return the known id of each entry that an earlier build had: the same content, or the only one changed at its place."""
    old = [(entry.kind, entry.digest) for entry in ledger.entries]
    new = [(entry.letter, entry.digest) for entry in entries]
    known: dict[int, str] = {}
    for tag, a1, a2, b1, b2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            known.update((b, ledger.entries[a].id) for a, b in zip(range(a1, a2), range(b1, b2), strict=True))
        elif tag == "replace":
            known.update(_changed(entries, ledger, (a1, a2), (b1, b2)))
    return known


def _changed(entries: list[_Entry], ledger: Ledger, was: tuple[int, int], now: tuple[int, int]) -> Iterator[tuple[int, str]]:
    """Return the ids of blocks whose content changed: for each letter, as many from the front as there were."""
    for letter in sorted({entry.letter for entry in entries[slice(*now)]}):
        olds = [a for a in range(*was) if ledger.entries[a].kind == letter]
        news = [b for b in range(*now) if entries[b].letter == letter]
        if len(olds) == len(news):
            yield from ((b, ledger.entries[a].id) for a, b in zip(olds, news, strict=True))


def _inline(ids: Ids, container: Container, base: str = "x") -> None:
    """Give an id to each inline element that something points at: a part of a cut one, or one the tool doubts."""
    for child in container.children:
        name = ids.names.get(id(child), base)
        if isinstance(child, Container):
            _inline(ids, child, name)
        else:
            ids.at[child.root.start] = name
            _inline_in(ids, child, name)


def _inline_in(ids: Ids, leaf: Leaf, base: str) -> None:
    """Give their ids to the elements in one block: names are counted apart, so that listing one leaves the other ids as they were."""
    label = leaf.root.span if leaf.element == "speaker" else None
    if label and is_spoken_of(label):
        ids.names[id(leaf.root)] = f"{base}.l"
    parts: dict[int, int] = {}
    numbers: dict[str, dict[int, int]] = {"b": {}, "n": {}}
    for node in _nodes(leaf.root):
        span = node.span
        if span is None or (span is leaf.root.span and len(node.chain) <= 1):
            continue
        letter = "n" if span.kind == "name" else "b"
        number = numbers[letter].setdefault(id(span), len(numbers[letter]) + 1)
        parts[id(span)] = parts.get(id(span), 0) + 1
        if len(node.chain) > 1 or (parts[id(span)] == 1 and is_spoken_of(span)):
            inside = ".l" if leaf.element == "speaker" else ""
            suffix = f".{parts[id(span)]}" if parts[id(span)] > 1 else ""
            ids.names[id(node)] = f"{base}{inside}.{letter}{number}{suffix}"


def is_spoken_of(span: Span) -> bool:
    """Tell whether something points at *span*: the tool's doubt, or a person's decision."""
    return span.cert != "high" or span.verdict is not None


def _nodes(node: Node) -> Iterator[Node]:
    """Return *node* and all below it, in order."""
    yield node
    for child in node.children:
        yield from _nodes(child)
