"""DTS: the static tree over HTTP, by a client of the specification; the answers by themselves; any TEI that says how to cite it."""

from __future__ import annotations

import json
import re
import threading
import tracemalloc
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest
from lxml import etree
from referencing import Registry, Resource

from tei_edition.edition import Edition, Licence
from tei_edition.errors import MarkupError, SettingsError
from tei_edition.exports import dts
from tei_edition.exports._known.document import Document
from tei_edition.exports.dts import answers
from tei_edition.exports.dts.places import Places
from tests.conftest import shared
from tests.dts_client import Client
from tests.families import FAMILIES, encoded

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TEI = "{http://www.tei-c.org/ns/1.0}"
BASE = "https://example.org/dts/"
KNOWN = Edition(title="Harbour & <Board>", language="en", editors=("Jane Doe",), export_settings={"dts": {"base": BASE}})

BOOK = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="grc"><teiHeader><fileDesc><titleStmt><title>Βιβλίον</title><author>Ἀ. Β.</author>
</titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc><encodingDesc>
<refsDecl n="pages"><citeStructure unit="page" match="//body//pb" use="@n"/></refsDecl>
<refsDecl default="true"><citeStructure unit="book" match="//body/div" use="@n">
<citeData property="http://purl.org/dc/terms/title" use="head"/><citeData property="https://example.org/terms/mood" use="@ana"/>
<citeStructure unit="chapter" match="div[@type='chapter']" use="position()" delim="."><citeStructure unit="verse" match=".//l" use="@n" delim=":"/>
</citeStructure><citeStructure unit="preface" match="p" use="'pr'" delim="."/></citeStructure></refsDecl></encodingDesc></teiHeader>
<text><body><pb n="1"/><div n="1" ana="#calm"><head xml:lang="la">Liber <hi>I</hi></head><p>Prooemium</p><div type="chapter"><l n="1">ἄνδρα</l> a
<l n="2">μοι <pb n="2"/>ἔννεπε</l></div><div type="chapter"><l n="1">]]&gt;&lt;b&gt;</l><l n="2">&amp;</l></div></div>
<div n="2"><div type="chapter"><l n="3">ω</l></div></div></body></text></TEI>"""


def book() -> Document:
    """A document with two citation trees, three levels, milestones and data on its units."""
    return Document("book", etree.ElementTree(etree.fromstring(BOOK)))


def asked() -> answers.Resource:
    """The same as a resource."""
    document = book()
    return answers.resource(f"{BASE}resources/book/", "Βιβλίον", {}, document.tree, "book")


def made(documents: list[Document], edition: Edition = KNOWN) -> dict[str, bytes]:
    """Return the files of the tree."""
    found: dict[str, bytes] = {}
    for name, piece in dts.files(iter(documents), edition):
        found[name] = found.get(name, b"") + piece
    return found


def identifiers(units: Any) -> list[str]:
    return [unit["identifier"] for unit in units]


def words(element: etree._Element) -> str:
    """Return the text of an element as it stands."""
    return "".join(element.itertext())


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Client]:
    """The tree of three documents, on a web server of Python's."""
    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_: Any) -> None: ...

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(tmp_path)))
    base = f"http://127.0.0.1:{server.server_port}/dts"
    edition = Edition(title="Акты", export_settings={"dts": {"base": base}})
    ours = encoded(next(family for family in FAMILIES if family.name == "english-conversation"))
    for name, data in made([book(), Document("отчёт 1", ours.tree), Document("plain", _plain())], edition).items():
        (tmp_path / "dts" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "dts" / name).write_bytes(data)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield Client(f"{base}/index.json")
    server.shutdown()
    server.server_close()


def _plain() -> etree._ElementTree:
    """A document that does not say how to cite it."""
    return etree.ElementTree(etree.fromstring(BOOK.replace("citeStructure", "cRefPattern").replace("citeData", "p")))


def test_a_client_of_the_specification_walks_the_whole_tree(served: Client) -> None:
    """From the entry a client finds all documents, in each all units a level at a time, and the passage of each."""
    resources = list(served.resources())

    assert resources[0]["title"] == "Βιβλίον"
    assert len(resources) == 3
    for resource in resources:
        units = list(served.units(resource))
        assert units == served.navigation(resource, down=-1)["member"]
        for unit in units:
            assert served.navigation(resource, ref=unit["identifier"])["ref"] == unit
            assert unit in served.navigation(resource, ref=unit["identifier"], down=0)["member"]
            assert len(served.document(resource, ref=unit["identifier"])) > 0
        assert served.collection(id=resource["@id"], nav="parents")["member"][0]["totalChildren"] == 3
        assert served.collection(id=resource["@id"], nav="children")["member"] == []


def test_passages_in_their_order_are_the_text(served: Client) -> None:
    """The passages of the highest units, one after the other, have the text of the document's divisions, character for character."""
    for resource in list(served.resources())[:2]:
        body = served.document(resource).find(f".//{TEI}body")
        assert body is not None
        passages = [words(served.document(resource, ref=unit["identifier"])) for unit in served.navigation(resource, down=1)["member"]]
        assert passages == [words(division) for division in body.iterfind(f"{TEI}div")]


def test_a_second_tree_of_milestones_parts_the_same_text(served: Client) -> None:
    """Pages, which are milestones, go each to the next one; all of them are the text from the first on."""
    resource = next(served.resources())
    units = list(served.units(resource, tree="pages"))
    passages = [words(served.document(resource, ref=unit["identifier"], tree="pages")) for unit in units]

    assert identifiers(units) == ["1", "2"]
    assert passages[1].startswith("ἔννεπε")
    assert "".join(passages) == words(served.document(resource).find(f".//{TEI}body"))
    assert resource["citationTrees"][1]["identifier"] == "pages"
    assert "identifier" not in resource["citationTrees"][0]


def test_every_answer_has_the_form_of_the_schemas(served: Client) -> None:
    """The JSON schemas of DTS accept all answers that a walk meets."""
    folder = shared("platforms/dts")
    schemas = {path.name: json.loads(path.read_text(encoding="utf-8")) for path in folder.glob("*.schema.json")}
    registry = Registry().with_resources((name, Resource.from_contents(schema)) for name, schema in schemas.items())
    checks = {kind: jsonschema.Draft202012Validator(schemas[f"{kind}_response.schema.json"], registry=registry, format_checker=jsonschema.FormatChecker())
              for kind in ("entry", "collection", "navigation")}
    for resource in list(served.resources()):
        list(served.units(resource))
        served.collection(id=resource["@id"], nav="parents")
    kinds = {"EntryPoint": "entry", "Navigation": "navigation"}
    faults = [error.message for answer in served.said.values() for error in checks[kinds.get(answer["@type"], "collection")].iter_errors(answer)]

    assert faults == []
    assert len(served.said) > 40


def test_no_answer_holds_null_but_for_a_parent(served: Client) -> None:
    """What is not known is left out; only a unit without a parent says so."""
    def nulls(value: Any, key: str = "") -> list[str]:
        if isinstance(value, dict):
            return [found for name, item in value.items() for found in nulls(item, name)]
        if isinstance(value, list):
            return [found for item in value for found in nulls(item, key)]
        return [key] if value is None or value == "" else []

    for resource in served.resources():
        list(served.units(resource))
    assert {found for answer in served.said.values() for found in nulls(answer)} == {"parent"}


def test_units_are_those_of_the_header_in_the_order_of_the_text() -> None:
    """References are joined of those above; units of several structures stand as they do in the text."""
    (tree, pages) = asked().trees

    assert [unit.identifier for unit in tree.units] == ["1", "1.pr", "1.1", "1.1:1", "1.1:2", "1.2", "1.2:1", "1.2:2", "2", "2.1", "2.1:3"]
    assert [unit.kind for unit in tree.units][:4] == ["book", "preface", "chapter", "verse"]
    assert (tree.name, pages.name, pages.depth, tree.depth) == ("", "pages", 1, 3)


def test_what_the_header_says_of_units_is_told() -> None:
    """Terms of Dublin Core and others come with their language."""
    unit = answers.navigation(asked(), Places(BASE), "1")["ref"]

    assert unit["dublinCore"] == {"title": [{"lang": "la", "value": "Liber I"}]}
    assert unit["extensions"] == {"https://example.org/terms/mood": [{"lang": "und", "value": "#calm"}]}


@pytest.mark.parametrize(("ref", "down", "ends", "found"), [
    ("", 1, ("", ""), ["1", "2"]),
    ("", 2, ("", ""), ["1", "1.pr", "1.1", "1.2", "2", "2.1"]),
    ("1.1", 1, ("", ""), ["1.1", "1.1:1", "1.1:2"]),
    ("1.1", 0, ("", ""), ["1.pr", "1.1", "1.2"]),
    ("2.1:3", 3, ("", ""), ["2.1:3"]),
    ("", -1, ("1.2", "2"), ["1.2", "1.2:1", "1.2:2", "2", "2.1", "2.1:3"]),
    ("", 1, ("1", "2"), ["1", "1.pr", "1.1", "1.2", "2", "2.1"]),
])
def test_down_is_counted_as_the_specification_says(ref: str, down: int, ends: tuple[str, str], found: list[str]) -> None:
    """The table of `down`, `ref`, `start` and `end`."""
    assert identifiers(answers.navigation(asked(), Places(BASE), ref, down, ends=ends)["member"]) == found


@pytest.mark.parametrize(("ref", "down", "tree", "ends", "status"), [
    ("", None, "", ("", ""), 400), ("", 0, "", ("", ""), 400), ("", 0, "", ("1", "2"), 400), ("1", 1, "", ("1", ""), 400), ("", 1, "", ("1", ""), 400),
    ("9", 1, "", ("", ""), 404), ("1", 1, "lines", ("", ""), 404), ("", 1, "", ("2", "1"), 400), ("1", -2, "", ("", ""), 400),
])
def test_wrong_requests_are_refused(ref: str, down: int | None, tree: str, ends: tuple[str, str], status: int) -> None:
    """What the specification answers with 400 or 404 is an error with that status."""
    with pytest.raises(answers.RequestError) as raised:
        answers.navigation(asked(), Places(BASE), ref, down, tree, ends)
    assert raised.value.status == status


def test_a_document_without_citation_lists_nothing(served: Client) -> None:
    """Where the header does not say how to cite, there are no trees and no units, and no request is an error."""
    plain = list(served.resources())[2]
    resource = answers.resource(BASE, "plain", {}, _plain(), "plain")

    assert (plain["citationTrees"], served.navigation(plain, down=-1)["member"]) == ([], [])
    assert answers.navigation(resource, Places(BASE), "1", 1)["member"] == []
    assert len(served.document(plain)) > 0


def test_metadata_has_the_form_of_the_specification(served: Client) -> None:
    """What is said in words comes with its language; dates and languages are literals; nothing else is there."""
    made_by = next(served.resources())["dublinCore"]
    edition = json.loads(made([], Edition(title="T", publisher="P", date="2026", licence=Licence(target="https://example.org/l"), editors=("A",),
                                           identifiers={"DOI": "10.1/2"}, export_settings=KNOWN.export_settings))["edition/collection.json"])

    assert made_by == {"creator": [{"lang": "grc", "value": "Ἀ. Β."}], "language": "grc"}
    assert edition["dublinCore"] == {
        "contributor": [{"lang": "und", "value": "A"}], "publisher": [{"lang": "und", "value": "P"}], "date": "2026",
        "license": "https://example.org/l", "identifier": [{"lang": "zxx", "value": "DOI:10.1/2"}],
    }
    assert "dublinCore" not in json.loads(made([], Edition(title="T", export_settings=KNOWN.export_settings))["edition/collection.json"])


def test_a_range_goes_from_its_first_unit_to_its_last() -> None:
    """A passage between two units holds both and what is between, in as much of their ancestors as they do not share."""
    wrapper = answers.document(asked(), ends=("1.1:2", "1.2:1")).getroot()[0]

    assert "".join(words(wrapper).split()) == "μοιἔννεπε]]><b>"
    assert [child.tag for child in wrapper] == [f"{TEI}div", f"{TEI}div"]
    assert answers.document(asked(), "1.1:2").getroot().get("{http://www.w3.org/XML/1998/namespace}lang") == "grc"
    with pytest.raises(answers.RequestError):
        answers.document(asked(), ends=("2", "1"))


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.name)
def test_our_documents_are_cited_whole(family: Any) -> None:
    """In each document that we encode, the passages of the highest units have all of its text."""
    tree = encoded(family).tree
    resource = answers.resource(f"{BASE}a/", "a", {}, tree, "a")
    body = tree.getroot().find(f"{TEI}text/{TEI}body")
    found = "".join(words(answers.passage(resource, unit.span).getroot()) for unit in resource.trees[0].top)

    assert body is not None
    assert found.split() == words(body).split()


@pytest.mark.parametrize("name", ["..", ".", "a/../../b", "c:d", "CON", "100%", "отчёт"])
def test_no_name_of_a_document_leaves_its_folder(name: str) -> None:
    """Whatever a document is called, its files stand in a folder of its own, by names that every disk can have."""
    document = book()
    found = [file for file in made([Document(name, document.tree)]) if file.startswith("resources/")]
    folders = {file.split("/")[1] for file in found}

    assert len(folders) == 1
    assert not folders & {"", ".", ".."}
    assert not re.search(r'[:*?"<>|\\]', folders.pop())
    assert [file for file in made([Document(name, document.tree)]) if ".." in file.split("/")] == []


def test_same_documents_same_bytes() -> None:
    """The tree made twice is the same."""
    assert made([book()]) == made([book()])


def test_answers_on_siblings_can_be_left_out() -> None:
    """Where siblings are not wanted there is no answer for them, and all others are the same."""
    without = Edition(title=KNOWN.title, language="en", editors=KNOWN.editors, export_settings={"dts": {"base": BASE, "siblings": "none"}})
    whole, less = made([book()]), made([book()], without)

    assert {name: data for name, data in whole.items() if "down=0" not in name} == less
    assert len(whole) > len(less)
    with pytest.raises(SettingsError, match="must be all or none"):
        made([], Edition(title="T", export_settings={"dts": {"base": BASE, "siblings": "some"}}))


def test_an_address_is_asked_for() -> None:
    """Without an address, or without a title, there is no tree, and the error names the key."""
    with pytest.raises(SettingsError, match=r"export\.dts\.base"):
        made([book()], Edition(title="T"))
    with pytest.raises(SettingsError, match="title"):
        made([book()], Edition(export_settings={"dts": {"base": BASE}}))
    with pytest.raises(SettingsError, match="must be an address"):
        made([book()], Edition(title="T", export_settings={"dts": {"base": "dts?x"}}))


@pytest.mark.parametrize("name", ["../../etc", "a/../b", "1?", "a#b", "50%", "a\\b", "..", "a;down=1"])
def test_a_reference_leaves_no_folder(name: str) -> None:
    """A reference that could lead elsewhere, or means something in an address, is refused by name."""
    document = Document("book", etree.ElementTree(etree.fromstring(BOOK.replace('<div n="2">', f'<div n="{name}">'))))
    with pytest.raises(MarkupError, match="cannot be part of an address"):
        made([document])


@pytest.mark.parametrize(("old", "new", "message"), [
    ('<div n="2">', '<div n="1">', 'two units have the reference "1"'),
    ('match="//body/div"', 'match="//body/div["', "cannot be run"),
    ('match="//body/div"', 'match="for $a in //div return $a"', "cannot be run"),
    ('use="position()"', 'use="unknown()"', "cannot be run"),
])
def test_a_citation_at_fault_is_told_with_its_place(old: str, new: str, message: str) -> None:
    """References that are not unique and XPath that cannot be run are errors with file and line."""
    with pytest.raises(MarkupError, match=message) as raised:
        made([Document("book.xml", etree.ElementTree(etree.fromstring(BOOK.replace(old, new))))])
    assert str(raised.value).startswith("book.xml:")


def test_memory_does_not_grow_with_the_documents() -> None:
    """Of documents made one after the other none is kept."""
    def peak(count: int) -> int:
        tracemalloc.start()
        for _ in dts.files((Document(f"d{number}", book().tree) for number in range(count)), KNOWN):
            pass
        found = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return found

    peak(2)
    assert peak(30) < 1.3 * peak(10)
