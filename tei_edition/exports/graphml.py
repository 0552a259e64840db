"""
Networks of who speaks after whom, with whom and of whom, as GraphML: ``after.graphml``, ``with.graphml``, ``mentions.graphml``.

Source: the GraphML primer (http://graphml.graphdrawing.org/). *after* leads from the one who speaks to the one who spoke before, in
one division of the text; *with* joins two who speak in the same document; *mentions* leads from the one who speaks to the person or
body that the speech names, the words of the editor left aside. ``weight`` is how often, of *with* in how many documents. A node has its
name, its kind (``person``, ``organization``, or ``label`` for a label of which no person is known), and its turns, words and documents.
Persons of one id that state the same are one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from tei_edition.exports._networks import networks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tei_edition.edition import Edition
    from tei_edition.exports._known.document import Document
    from tei_edition.exports._networks import Edge, Network, Node

TITLE = "Networks of who speaks after whom, with whom and of whom, as GraphML"
FOR = "networkx, igraph, Gephi, Cytoscape, yEd"
CHECKED = "networkx reads them; the numbers are counted by hand"

KEYS = (("node", "name", "string"), ("node", "kind", "string"), ("node", "turns", "int"), ("node", "words", "int"),
        ("node", "documents", "int"), ("edge", "relation", "string"), ("edge", "weight", "int"))
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'


def files(documents: Iterable[Document], _: Edition) -> Iterator[tuple[str, bytes]]:
    """Give the networks of *documents*."""
    for network in networks(documents):
        for line in _lines(network):
            yield f"{network.name}.graphml", line.encode()


def _lines(network: Network) -> Iterator[str]:
    """Give the file of *network* in pieces."""
    yield HEAD
    for owner, name, kind in KEYS:
        yield f'  <key id="{name}" for="{owner}" attr.name="{name}" attr.type="{kind}"/>\n'
    yield f'  <graph id="{network.name}" edgedefault="{"directed" if network.directed else "undirected"}">\n'
    yield f"    <desc>{escape(network.title)}</desc>\n"
    yield from map(_node, network.nodes)
    for edge in network.edges:
        yield _edge(edge, network.name)
    yield "  </graph>\n</graphml>\n"


def _node(node: Node) -> str:
    """Return the line of *node*."""
    return f"    <node id={quoteattr(node.id)}>{_data(node.values.items())}</node>\n"


def _edge(edge: Edge, relation: str) -> str:
    """Return the line of *edge*."""
    values = _data((("relation", relation), ("weight", edge.weight)))
    return f"    <edge source={quoteattr(edge.source)} target={quoteattr(edge.target)}>{values}</edge>\n"


def _data(values: Iterable[tuple[str, str | int]]) -> str:
    """Return *values* as data."""
    return "".join(f'<data key="{key}">{escape(str(value))}</data>' for key, value in values)
