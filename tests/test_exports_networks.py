"""GraphML and GEXF: networkx reads them, and their numbers are those that a person counts."""

from __future__ import annotations

import tracemalloc
from typing import TYPE_CHECKING, Any

import networkx as nx
import pytest
from lxml import etree

from tei_edition.edition import Edition
from tei_edition.exports import gexf, graphml
from tei_edition.exports._known.document import Document
from tests.families import FAMILIES, encoded

if TYPE_CHECKING:
    from pathlib import Path

HEADER = """<teiHeader><fileDesc><titleStmt><title>A</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc>
<profileDesc><particDesc><listPerson><person xml:id="ann"><persName>Ann &amp; "Lee" &lt;i&gt;</persName></person>
<person xml:id="ben"><persName>{ben}</persName><persName type="label">BEN</persName></person>
<person xml:id="зоя"><persName>Зоя</persName></person></listPerson><listOrg><org xml:id="board"><orgName>The Board</orgName></org></listOrg>
</particDesc></profileDesc></teiHeader>"""

FIRST = """<div><sp who="#ann"><speaker>LEE.</speaker><p>Good day to <persName ref="#ben">Ben</persName></p></sp>
<sp who="#ben"><speaker>BEN.</speaker><p><persName ref="#ann">Ann</persName>, <persName ref="#зоя">Зоя</persName> and the <orgName ref="#board">Board</orgName>
<note><persName ref="#зоя">Зоя</persName></note></p></sp><sp who="#ann"><p>Yes <supplied><persName ref="#зоя">Зоя</persName></supplied></p></sp>
<sp who="#ann"><p>And <persName ref="#ann">I</persName></p></sp><sp who="#ben #зоя"><p>No</p></sp><sp><speaker>A VOICE:</speaker><p>Of <rs ref="#ben">him</rs></p></sp></div>
<div><sp who="#ben"><p>Later</p></sp><sp who="#ann"><p>Much</p></sp></div>"""
SECOND = """<div><sp who="#ben"><p>One</p></sp><sp who="#ann"><p>two</p></sp><sp><speaker>A VOICE:</speaker><p>three</p></sp></div>"""

KNOWN = Edition(title="Harbour <Board>")
NAMED = 'Ann & "Lee" <i>'


def tei(body: str, ben: str = "Ben") -> etree._ElementTree:
    return etree.ElementTree(etree.fromstring(
        f'<TEI xmlns="http://www.tei-c.org/ns/1.0">{HEADER.format(ben=ben)}<text><body>{body}</body></text></TEI>'))


def meetings() -> list[Document]:
    return [Document("a", tei(FIRST)), Document("b", tei(SECOND))]


def made(module: Any, documents: list[Document], edition: Edition = KNOWN) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    for name, piece in module.files(iter(documents), edition):
        found[name] = found.get(name, b"") + piece
    return found


@pytest.fixture(params=["graphml", "gexf"])
def read(request: Any, tmp_path: Path) -> dict[str, Any]:
    """The networks of two meetings, as networkx reads each of both formats."""
    module, reader = {"graphml": (graphml, nx.read_graphml), "gexf": (gexf, nx.read_gexf)}[request.param]
    graphs = {}
    for name, data in made(module, meetings()).items():
        (tmp_path / name).write_bytes(data)
        graphs[name.partition(".")[0]] = reader(tmp_path / name)
    return graphs


def edges(graph: Any) -> dict[tuple[str, str], int]:
    return {(source, target): int(weight) for source, target, weight in graph.edges(data="weight")}


def test_who_speaks_after_whom(read: dict[str, Any]) -> None:
    """An edge leads to the one who spoke before; a turn of two counts for both; a new division begins anew; nobody follows himself."""
    assert read["after"].is_directed()
    assert edges(read["after"]) == {
        ("ben", "ann"): 2, ("ann", "ben"): 3, ("зоя", "ann"): 1, ("a/A VOICE", "ben"): 1, ("a/A VOICE", "зоя"): 1, ("b/A VOICE", "ann"): 1,
    }


def test_who_speaks_with_whom(read: dict[str, Any]) -> None:
    """Two who speak in a document are joined, with the number of such documents."""
    found = {frozenset(pair): weight for pair, weight in edges(read["with"]).items()}

    assert not read["with"].is_directed()
    assert found[frozenset({"ann", "ben"})] == 2
    assert found[frozenset({"ann", "зоя"})] == 1
    assert len(found) == 6 + 2
    assert frozenset({"a/A VOICE", "b/A VOICE"}) not in found


def test_who_speaks_of_whom(read: dict[str, Any]) -> None:
    """Names in the speaker's own words count; what the editor put in or notes does not, nor does one's own name."""
    assert edges(read["mentions"]) == {
        ("ann", "ben"): 1, ("ben", "ann"): 1, ("ben", "зоя"): 1, ("ben", "board"): 1, ("a/A VOICE", "ben"): 1,
    }


def test_nodes_say_who_they_are(read: dict[str, Any]) -> None:
    """A node has its name as the header has it, its kind, and what is counted of it."""
    nodes = read["mentions"].nodes
    label = "name" if "name" in nodes["ann"] else "label"

    assert nodes["ann"][label] == NAMED
    assert {key: nodes["ann"][key] for key in ("kind", "turns", "words", "documents")} == {"kind": "person", "turns": 5, "words": 9, "documents": 2}
    assert {node: data["kind"] for node, data in nodes.items()} == {
        "ann": "person", "ben": "person", "зоя": "person", "board": "organization", "a/A VOICE": "label", "b/A VOICE": "label",
    }
    assert {data["relation"] for *_, data in read["with"].edges(data=True)} == {"with"}


def test_one_id_of_two_persons_is_two_nodes() -> None:
    """A person who states something else under a known id is another node; labels do not tell persons apart."""
    found = made(graphml, [Document("a", tei(SECOND)), Document("b", tei(SECOND, "Ben Ali")), Document("c", tei(SECOND.replace("BEN", "B")))])
    ids = [node.get("id") for node in etree.fromstring(found["after.graphml"]).iter("{*}node")]

    assert ids == ["a/A VOICE", "ann", "b.ben", "b/A VOICE", "ben", "c/A VOICE"]


def test_layout_and_language_tell_no_persons_apart() -> None:
    """The same entry, indented or with its names in another order, in a file with an instruction before its root, is one person."""
    names = "<persName xml:lang='en'>Ben</persName><persName xml:lang='ru'>Бен</persName>"
    other = '\n  <persName xml:lang="ru">Бен</persName>\n  <persName xml:lang="en">Ben</persName>'
    first, second = (tei(SECOND).getroot() for _ in "ab")
    for root, written in ((first, names), (second, other)):
        person = root.find(".//{*}person[2]")
        person[:] = etree.fromstring(f'<x xmlns="http://www.tei-c.org/ns/1.0">{written}</x>')
    second.addprevious(etree.ProcessingInstruction("xml-model", 'href="a"'))
    found = made(graphml, [Document("a", first.getroottree()), Document("b", second.getroottree())])

    assert b'"b.ben"' not in found["after.graphml"]


def test_gexf_states_no_date() -> None:
    """No clock stands in the file."""
    assert b"date" not in b"".join(made(gexf, meetings()).values())


@pytest.mark.parametrize("module", [graphml, gexf])
def test_same_documents_same_bytes(module: Any) -> None:
    """Networks made twice are the same, also of an edition of which nothing but the title is known."""
    documents = [Document(family.name, encoded(family).tree) for family in FAMILIES[:8]]

    assert made(module, documents) == made(module, documents)


def test_memory_does_not_grow_with_the_documents() -> None:
    """Of documents made one after the other none is kept."""
    def peak(count: int) -> int:
        tracemalloc.start()
        for _ in graphml.files((Document("a", tei(FIRST)) for _ in range(count)), Edition()):
            pass
        found = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return found

    peak(2)
    assert peak(30) < 1.3 * peak(10)
