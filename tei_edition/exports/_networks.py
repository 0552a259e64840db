"""
Networks of an edition: who speaks after whom, with whom, and of whom.

*after*: from the one who speaks to the one who spoke before, in one division of the text; how often. *with*: two who speak in the same
document; in how many. *mentions*: from the one who speaks to the person or body named in the speech; how often, the words of the editor
and notes left aside. A turn of several persons counts for each. Who speaks after himself or speaks of himself is no edge. A label
without a person is a node of its document.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from itertools import combinations
from typing import TYPE_CHECKING

from tei_edition.encode.weave import ID, TEI
from tei_edition.exports._known.identity import PERSONS, Identities, entries, label, name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from lxml import etree

    from tei_edition.exports._known.document import Document, Speech

MENTIONS = frozenset(f"{{{TEI}}}{name}" for name in ("persName", "orgName", "rs", "name"))
EDITORS = frozenset(f"{{{TEI}}}{name}" for name in ("note", "supplied", "speaker", "stage", "label", "add"))
DESCRIBED = (
    ("after", True, "who speaks after whom"),
    ("with", False, "who speaks with whom in one document"),
    ("mentions", True, "who speaks of whom"),
)


@dataclass(slots=True)
class Node:
    """One who speaks or is spoken of: *kind* is ``person``, ``organization`` or ``label``; how many turns, words and documents."""

    id: str
    name: str
    kind: str
    turns: int = 0
    words: int = 0
    documents: int = 0

    @property
    def values(self) -> Mapping[str, str | int]:
        """What is said of the node, by the names of the columns."""
        return {"name": self.name, "kind": self.kind, "turns": self.turns, "words": self.words, "documents": self.documents}


@dataclass(frozen=True, slots=True)
class Edge:
    """An edge from *source* to *target*; *weight* is how often."""

    source: str
    target: str
    weight: int


@dataclass(frozen=True, slots=True)
class Network:
    """A network called *name*, in words *title*, with *nodes* and *edges*, both sorted."""

    name: str
    title: str
    directed: bool
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


def networks(documents: Iterable[Document]) -> Iterator[Network]:
    """Give the three networks of *documents*, of which none is kept."""
    reader = _Reader()
    for document in documents:
        _One(reader, document).read()
    for key, directed, title in DESCRIBED:
        edges = tuple(Edge(*pair, weight) for pair, weight in sorted(reader.edges[key].items()))
        there = {end for edge in edges for end in (edge.source, edge.target)}
        nodes = [node for _, node in sorted(reader.nodes.items()) if node.turns or node.id in there]
        yield Network(key, title, directed, tuple(nodes), edges)


@dataclass(slots=True)
class _Reader:
    """What is known so far."""

    identities: Identities = field(default_factory=Identities)
    nodes: dict[str, Node] = field(default_factory=dict)
    edges: dict[str, Counter[tuple[str, str]]] = field(default_factory=lambda: {key: Counter() for key, *_ in DESCRIBED})


class _One:
    """One document that is being read into *reader*."""

    def __init__(self, reader: _Reader, document: Document) -> None:
        self.reader = reader
        self.document = document
        self.listed = {str(entry.get(ID)): entry for entry in entries(document.tree, *PERSONS, "org")}

    def read(self) -> None:
        """Count what the document has."""
        turns = [turn for turn in self.document.tree.iter(f"{{{TEI}}}sp") if turn.get("prev") is None]
        before: list[str] = []
        division: etree._Element | None = None
        present: set[str] = set()
        for speech, turn in zip(self.document.speeches, turns, strict=True):
            speakers = [self._node(one) for one in self._speakers(speech)]
            if (here := _division(turn)) is not division:
                division, before = here, []
            self._count("after", speakers, before)
            for node in speakers:
                self.reader.nodes[node].turns += 1
                self.reader.nodes[node].words += speech.words
            before = speakers
            present |= set(speakers)
        for node in present:
            self.reader.nodes[node].documents += 1
        self.reader.edges["with"].update(combinations(sorted(present), 2))
        self._mentions()

    def _mentions(self) -> None:
        """Count whom each turn names."""
        for turn in self.document.tree.iter(f"{{{TEI}}}sp"):
            speakers = [self._node(id_) for id_ in _ids(turn.get("who"))] or [self._node(f" {label(turn)}")]
            for named in turn.iter(*MENTIONS):
                if not any(one.tag in EDITORS for one in named.iterancestors()):
                    self._count("mentions", speakers, [self._node(id_) for id_ in _ids(named.get("ref")) if id_ in self.listed])

    def _count(self, key: str, sources: Iterable[str], targets: Iterable[str]) -> None:
        """Count an edge from each of *sources* to each of *targets*."""
        pairs = ((source, target) for source in sources for target in targets if source != target)
        self.reader.edges[key].update(pairs)

    def _speakers(self, speech: Speech) -> list[str]:
        """Return the ids of those who speak, or the label after a blank."""
        return speech.person.split() or ([f" {speech.speaker}"] if speech.speaker else [])

    def _node(self, id_: str) -> str:
        """Return the id in the edition of the person with *id_* in the document, or of the label after a blank."""
        entry = self.listed.get(id_)
        if entry is not None:
            kind = "organization" if entry.tag == f"{{{TEI}}}org" else "person"
            node = Node(self.reader.identities.of(entry, self.document.name), name(entry), kind)
        else:
            node = Node(f"{self.document.name}/{id_.strip()}", id_.strip(), "label")
        self.reader.nodes.setdefault(node.id, node)
        return node.id


def _division(turn: etree._Element) -> etree._Element | None:
    """Return the highest division in which *turn* stands."""
    return next(reversed(list(turn.iterancestors(f"{{{TEI}}}div"))), None)


def _ids(pointers: str | None) -> list[str]:
    """
    Return the ids to which *pointers* point.

    >>> _ids("#a b.xml#c #a"), _ids(None)
    (['a', 'b.xml#c'], [])
    """
    return list(dict.fromkeys(one.removeprefix("#") for one in (pointers or "").split()))
