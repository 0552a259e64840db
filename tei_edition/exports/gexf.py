"""
Networks of who speaks after whom, with whom and of whom, as GEXF 1.3 for Gephi: ``after.gexf``, ``with.gexf``, ``mentions.gexf``.

Source: GEXF 1.3 (https://gexf.net). The networks are those of the export ``graphml``; the name of a node is its label, the relation is
the kind of the edge. No date is stated.
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

TITLE = "Networks of who speaks after whom, with whom and of whom, as GEXF 1.3"
FOR = "Gephi"
CHECKED = "networkx reads them; the numbers are counted by hand"

COLUMNS = (("kind", "string"), ("turns", "integer"), ("words", "integer"), ("documents", "integer"))
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/1.3" version="1.3">\n'


def files(documents: Iterable[Document], edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Give the networks of *documents*."""
    for network in networks(documents):
        for line in _lines(network, edition.title):
            yield f"{network.name}.gexf", line.encode()


def _lines(network: Network, title: str) -> Iterator[str]:
    """Give the file of *network* in pieces; *title* is that of the edition."""
    described = f"{title}: {network.title}" if title else network.title
    kind = "directed" if network.directed else "undirected"
    yield f"{HEAD}  <meta><description>{escape(described)}</description></meta>\n"
    yield f'  <graph mode="static" defaultedgetype="{kind}">\n    <attributes class="node">\n'
    for name, type_ in COLUMNS:
        yield f'      <attribute id="{name}" title="{name}" type="{type_}"/>\n'
    yield '    </attributes>\n    <attributes class="edge">\n      <attribute id="relation" title="relation" type="string"/>\n'
    yield "    </attributes>\n    <nodes>\n"
    yield from map(_node, network.nodes)
    yield "    </nodes>\n    <edges>\n"
    for number, edge in enumerate(network.edges):
        yield _edge(number, edge, network.name)
    yield "    </edges>\n  </graph>\n</gexf>\n"


def _node(node: Node) -> str:
    """Return the line of *node*."""
    values = "".join(f'<attvalue for="{name}" value={quoteattr(str(node.values[name]))}/>' for name, _ in COLUMNS)
    return f"      <node id={quoteattr(node.id)} label={quoteattr(node.name)}><attvalues>{values}</attvalues></node>\n"


def _edge(number: int, edge: Edge, relation: str) -> str:
    """Return the line of *edge*."""
    ends = f'id="{number}" source={quoteattr(edge.source)} target={quoteattr(edge.target)}'
    value = f'<attvalues><attvalue for="relation" value="{relation}"/></attvalues>'
    return f'      <edge {ends} weight="{edge.weight}" kind="{relation}">{value}</edge>\n'
