"""Exports of documents made of random spans over random texts: valid, whole, and of the same words."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from hypothesis import given, settings
from lxml import etree

from tei_edition.edition import Edition, Licence
from tei_edition.exports import dracor, parla_clarin
from tei_edition.exports._known.document import Document
from tei_edition.exports.dts import answers
from tests import jing
from tests.conftest import shared
from tests.strategies import transcripts
from tests.test_weave import parsed, woven

if TYPE_CHECKING:
    from pathlib import Path

NS = {"t": "http://www.tei-c.org/ns/1.0"}
KNOWN = Edition(title="T", licence=Licence(target="https://example.org/by"), export_settings={"dracor": {"corpus": "ran"}})
CITED = """<refsDecl xmlns="http://www.tei-c.org/ns/1.0"><citeStructure unit="session" match="//body/div" use="@xml:id"><citeStructure unit="turn"
match=".//sp" use="@xml:id" delim="/"/><citeStructure unit="paragraph" match=".//p[not(parent::sp)]" use="@xml:id" delim="/"/></citeStructure></refsDecl>"""
COUNT = 200


@cache
def documents() -> tuple[Document, ...]:
    """The documents, the same each time."""
    found: list[Document] = []

    @settings(max_examples=COUNT, database=None, derandomize=True, deadline=None)
    @given(transcripts())
    def draw(drawn):
        tree = parsed(woven(*drawn))
        header = tree.getroot()[0]
        description = header.find("t:encodingDesc", NS)
        if description is None:
            description = etree.SubElement(header, "{http://www.tei-c.org/ns/1.0}encodingDesc")
        description.append(etree.fromstring(CITED))
        for number, paragraph in enumerate(tree.getroot().findall("t:text//t:div/t:p", NS)):
            _speak(paragraph, number)
        found.append(Document(f"r{len(found)}", tree))

    draw()
    return tuple(found)


def _speak(paragraph: etree._Element, number: int) -> None:
    """Put *paragraph* into a speech with a label."""
    speech = etree.Element("{http://www.tei-c.org/ns/1.0}sp")
    speech.tail, paragraph.tail = paragraph.tail, None
    paragraph.getparent().replace(paragraph, speech)
    etree.SubElement(speech, "{http://www.tei-c.org/ns/1.0}speaker").text = ("A.", "B:", "Γ.")[number % 3]
    speech.append(paragraph)


def words(root: etree._Element) -> list[str]:
    return "".join(root.find("t:text", NS).itertext()).split()


def test_parla_clarin_accepts_them_with_all_their_words(tmp_path: Path) -> None:
    """The schema of Parla-CLARIN accepts each document, and the words are the same in their order."""
    schema, found = shared("platforms/parla-clarin/parla-clarin.rng"), dict(parla_clarin.files(iter(documents()), KNOWN))
    for document in documents():
        data = found[f"{document.name}.xml"]
        (tmp_path / f"{document.name}.xml").write_bytes(data)
        assert words(etree.fromstring(data)) == words(document.tree.getroot()), document.name

    assert jing.run(schema, tmp_path.glob("*.xml")) == {}


def test_dracor_gets_valid_tei(tmp_path: Path) -> None:
    """TEI's own schema accepts each play."""
    schema = shared("tei/rng/tei_all.rng")
    for name, data in dracor.files(iter(documents()), KNOWN):
        (tmp_path / name.removeprefix("tei/")).write_bytes(data)

    assert len(list(tmp_path.glob("*.xml"))) > 50
    assert jing.run(schema, tmp_path.glob("*.xml")) == {}


def test_the_passages_of_dts_are_the_whole_text() -> None:
    """The passages of the highest units, one after the other, have all characters of the divisions."""
    for document in documents():
        resource = answers.resource("https://example.org/", "a", {}, document.tree, "a")
        found = "".join("".join(answers.passage(resource, unit.span).getroot().itertext()) for unit in resource.trees[0].top)
        assert found.split() == words(document.tree.getroot()), document.name
