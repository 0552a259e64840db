"""Parla-CLARIN: a corpus that its schema accepts, with every word of the documents."""

from __future__ import annotations

import tracemalloc
from typing import TYPE_CHECKING, Any

import pytest
from lxml import etree

from tei_edition.edition import Edition
from tei_edition.errors import SettingsError
from tei_edition.exports import parla_clarin
from tei_edition.exports._known.document import Document
from tests import jing
from tests.conftest import shared
from tests.families import FAMILIES, encoded
from tests.teidoc import document

if TYPE_CHECKING:
    from pathlib import Path

NS = {"t": "http://www.tei-c.org/ns/1.0"}
TEI = "{http://www.tei-c.org/ns/1.0}"
ID = "{http://www.w3.org/XML/1998/namespace}id"
KNOWN = Edition(title="Harbour & <Board>", publisher="Harbour Archive", editors=("Jane Doe",), language="en")

STRANGE = """<div type="session" xml:id="s1"><head>Sitting</head><opener><dateline>Wexford</dateline><salute>Dear &amp; dear</salute></opener>
<argument><p>On piers.</p></argument><stage type="entrance">Holm <hi>enters</hi></stage><sp who="#ann" xml:id="t1"><speaker>LEE [<supplied>Ann</supplied>].</speaker>
<stage type="delivery">softly</stage><p xml:id="t1.p1">One ]]&gt; <certainty/>two <app><lem>three</lem> <rdg>four</rdg></app></p><lg><l>a rose</l> <l>is</l></lg>
<note type="editorial">so</note></sp><p>No speech: <persName ref="#ann">Lee</persName> πάντα ῥεῖ</p><list><item>one</item><item>two</item></list>
<table><row><cell>a</cell> <cell>b</cell></row></table><closer><signed>Holm</signed></closer><trailer>End</trailer></div>"""


def made(documents: list[Document], edition: Edition = KNOWN) -> dict[str, bytes]:
    """Return the files of the corpus."""
    return dict(parla_clarin.files(iter(documents), edition))


def whole(found: dict[str, bytes], folder: Path) -> etree._Element:
    """Return the corpus as one document, as a reader of XInclude sees it."""
    for name, data in found.items():
        (folder / name).write_bytes(data)
    tree = etree.parse(folder / "corpus.xml")
    tree.xinclude()
    return tree.getroot()


def words(root: Any) -> list[str]:
    return "".join(root.itertext()).split()


def ours() -> list[Document]:
    """A document of each family."""
    return [Document(family.name, encoded(family).tree) for family in FAMILIES]


def test_the_schema_accepts_the_corpus_of_all_our_documents(tmp_path: Path) -> None:
    """jing accepts the whole corpus, whatever the documents hold, and each of them by itself."""
    schema = shared("platforms/parla-clarin/parla-clarin.rng")
    documents = [*ours(), Document("strange 1", document(STRANGE))]
    one = tmp_path / "whole.xml"
    one.write_bytes(etree.tostring(whole(made(documents), tmp_path)))

    assert jing.run(schema, [one, *(path for path in tmp_path.glob("*.xml") if path.name != "corpus.xml")]) == {}


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.name)
def test_every_word_is_kept(family: Any) -> None:
    """The words of the text are the same, in the same order, before and after."""
    tree = encoded(family).tree
    found = made([Document("a", tree)])

    assert words(etree.fromstring(found["a.xml"]).find("t:text", NS)) == words(tree.getroot().find("t:text", NS))


def test_strange_markup_keeps_its_words_and_gives_way(tmp_path: Path) -> None:
    """What Parla-CLARIN lacks becomes notes and plain text; no word is lost or moved."""
    tree = document(STRANGE)
    root = etree.fromstring(made([Document("a", tree)])["a.xml"])

    assert words(root.find("t:text", NS)) == words(tree.getroot().find("t:text", NS))
    assert [(note.get("type"), note.get("subtype")) for note in root.iterfind(".//t:text//t:note", NS)] == [
        ("dateline", None), ("salute", None), ("argument", None), ("speaker", None), ("stage", "delivery"), ("editorial", None),
        ("signed", None), ("trailer", None),
    ]
    assert [segment.tag.removeprefix(TEI) for segment in root.find(".//t:u", NS)] == ["note", "seg", "seg", "seg", "note"]
    assert root.findtext(".//t:incident/t:desc", namespaces=NS) == "Holm enters"


def test_who_speaks_is_found_in_the_corpus(tmp_path: Path) -> None:
    """Each pointer of the corpus arrives, and no id stands twice."""
    corpus = whole(made(ours()), tmp_path)
    ids = [element.get(ID) for element in corpus.iter() if element.get(ID)]
    pointers = {word for name in ("who", "toWhom", "ref", "resp", "ana", "corresp", "next", "prev") for value in corpus.xpath(f"//@{name}")
                for word in value.split() if word.startswith("#")}

    assert len(ids) == len(set(ids))
    assert {pointer for pointer in pointers if pointer[1:] not in ids} == set()
    assert len(corpus.findall("t:teiHeader//t:listPerson/t:person", NS)) > 10
    assert len(corpus.findall("t:teiHeader//t:listOrg/t:org", NS)) > 1


def test_documents_are_included_whatever_their_names(tmp_path: Path) -> None:
    """A name in any script, with blanks or signs that mean something in an address, becomes a file that XInclude finds."""
    names = ["отчёт 1", "a&b #x%20", "1986", "corpus", "../up"]
    corpus = whole(made([Document(name, document(STRANGE)) for name in names]), tmp_path)

    assert [tei.get(ID) for tei in corpus.iterfind("t:TEI", NS)] == ["отчёт_1", "a_b__x_20", "d1986", "corpus-2", "d.._up"]
    assert corpus.find("{http://www.w3.org/2001/XInclude}include") is None


def test_persons_of_one_id_are_one_where_they_state_the_same(tmp_path: Path) -> None:
    """The same entry in two documents is one person; one that differs keeps its own id."""
    body = '<div><sp who="#ann"><speaker>LEE.</speaker><p>Yes</p></sp></div>'
    other = document(body)
    other.getroot().find(".//t:persName", NS).text = "Ann Li"
    corpus = whole(made([Document("a", document(body)), Document("b", document(body)), Document("c", other)]), tmp_path)

    assert [person.get(ID) for person in corpus.iterfind("t:teiHeader//t:person", NS)] == ["ann", "c.ann"]
    assert corpus.xpath("//@who") == ["#ann", "#ann", "#c.ann"]


def test_the_corpus_says_what_the_edition_states_and_how_much_there_is() -> None:
    """The header has the title, the publisher and the counts, and nothing that nobody states."""
    root = etree.fromstring(made([Document("a", document(STRANGE))])["corpus.xml"])
    bare = etree.fromstring(made([Document("a", document(STRANGE))], Edition(title="T"))["corpus.xml"])

    assert root.findtext(".//t:titleStmt/t:title", namespaces=NS) == "Harbour & <Board>"
    assert [measure.get("quantity") for measure in root.iterfind(".//t:measure", NS)] == ["1", "1", "8"]
    assert bare.findtext(".//t:publicationStmt/t:p", namespaces=NS) == "No publisher is stated."
    assert bare.find(".//t:editor", NS) is None
    with pytest.raises(SettingsError, match="title"):
        made([], Edition())


def test_same_documents_same_bytes() -> None:
    """The corpus made twice is the same."""
    assert made(ours()[:3]) == made(ours()[:3])


def test_memory_does_not_grow_with_the_documents() -> None:
    """Of documents made one after the other none is kept."""
    def peak(count: int) -> int:
        tracemalloc.start()
        for _ in parla_clarin.files((Document(f"d{number}", document(STRANGE)) for number in range(count)), KNOWN):
            pass
        found = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return found

    peak(2)
    assert peak(30) < 1.5 * peak(10)
