"""The data package for TEI Publisher: what EXPath, eXist-db and TEI Publisher document of it, by zipfile and lxml."""

from __future__ import annotations

import io
import re
import tracemalloc
import zipfile
from typing import TYPE_CHECKING, Any

import pytest
from lxml import etree

from tei_edition.edition import Edition, Licence
from tei_edition.errors import SettingsError
from tei_edition.exports import platforms
from tei_edition.exports._known.document import Document
from tests.families import FAMILIES, encoded
from tests.teidoc import document

if TYPE_CHECKING:
    from collections.abc import Iterable

NS = {"t": "http://www.tei-c.org/ns/1.0", "p": "http://expath.org/ns/pkg", "r": "http://exist-db.org/xquery/repo",
      "c": "http://exist-db.org/collection-config/1.0"}
ID = "{http://www.w3.org/XML/1998/namespace}id"
ALL = {"abbrev": "harbour-data"}
BODY = """<div type="session"><p>Said <persName ref="#ann">Lee</persName> &lt;&amp; ]]&gt; <persName ref="#nobody">No</persName></p>
<div xml:id="div1"><head>Inner</head><p>Зоя</p></div></div>"""


def edition(title: str = "Harbour <Board> & Co", settings: dict[str, str] | None = None, **stated: Any) -> Edition:
    return Edition(title=title, export_settings={"tei-publisher": ALL if settings is None else settings}, **stated)


def made(documents: Iterable[Document], whose: Edition | None = None) -> tuple[str, bytes]:
    """Return the name of the package and its bytes."""
    pieces = list(platforms()["tei-publisher"].files(iter(documents), whose or edition()))
    (name,) = {name for name, _ in pieces}
    return name, b"".join(piece for _, piece in pieces)


def unpacked(documents: Iterable[Document], whose: Edition | None = None) -> dict[str, bytes]:
    """Return the files in the package."""
    with zipfile.ZipFile(io.BytesIO(made(documents, whose)[1])) as package:
        assert package.testzip() is None
        return {name: package.read(name) for name in package.namelist()}


def ours() -> list[Document]:
    return [Document(family.name, encoded(family).tree) for family in FAMILIES]


def test_the_package_says_what_it_is() -> None:
    """The descriptor has a URI, a short name, a semantic version and the version of the specification, and so has eXist-db's."""
    found = unpacked([], edition(date="2026-05-01", editors=("Jane Doe",), address="https://example.org/", licence=Licence(text="CC BY 4.0")))
    package, meta = etree.fromstring(found["expath-pkg.xml"]), etree.fromstring(found["repo.xml"])

    assert package.tag == "{http://expath.org/ns/pkg}package"
    assert dict(package.attrib) == {
        "name": "http://teipublisher.com/ns/data/harbour-data", "abbrev": "harbour-data", "version": "2026.5.1", "spec": "1.0",
    }
    assert package.findtext("p:title", namespaces=NS) == "Harbour <Board> & Co"
    assert [(one.tag.partition("}")[2], one.text) for one in meta] == [
        ("description", "Harbour <Board> & Co"), ("author", "Jane Doe"), ("website", "https://example.org/"), ("license", "CC BY 4.0"),
        ("type", "application"), ("target", "harbour-data"), ("prepare", "pre-install.xql"),
    ]
    assert re.fullmatch(r"\d+\.\d+\.\d+", package.get("version", ""))


def test_nothing_is_said_that_nobody_stated() -> None:
    """Of an edition of which only the title is known there is no author, website, licence or password."""
    meta = etree.fromstring(unpacked([])["repo.xml"])

    assert [one.tag.partition("}")[2] for one in meta] == ["description", "type", "target", "prepare"]


def test_the_index_covers_what_is_searched() -> None:
    """The configuration is well-formed, indexes text, divisions, headings and registers, and is stored before the data come."""
    found = unpacked([])
    index = etree.fromstring(found["collection.xconf"])

    assert index.tag == "{http://exist-db.org/collection-config/1.0}collection"
    assert {one.get("qname") or one.get("match") for one in index.iterfind("c:index/c:lucene/c:text", NS)} >= {
        "/tei:TEI/tei:text", "tei:div", "tei:head", "tei:person", "tei:place", "tei:org",
    }
    assert b"collection.xconf" in found["pre-install.xql"]


def test_each_name_is_found_in_its_register() -> None:
    """Each key in the documents is the id of an entry of the register of its kind; each register has the id that TEI Publisher looks for."""
    found = unpacked(ours())
    registers = {name: etree.fromstring(data) for name, data in found.items() if name.startswith("data/registers/")}
    ids = {name: {entry.get(ID) for entry in root.iterfind("t:standOff/*/*", NS)} for name, root in registers.items()}
    kinds = {"persName": "persons", "placeName": "places", "orgName": "organizations"}
    keyed = [(kinds[kind], name.get("key")) for file, data in found.items() if re.fullmatch(r"data/[^/]+\.xml", file)
             for kind in kinds for name in etree.fromstring(data).iterfind(f"t:text//t:{kind}[@key]", NS)]

    assert {name: root.get(ID) for name, root in registers.items()} == {
        "data/registers/persons.xml": "pb-persons", "data/registers/places.xml": "pb-places", "data/registers/organizations.xml": "pb-organization",
    }
    assert len(keyed) > 40
    everyone = set().union(*ids.values())
    assert [key for _, key in keyed if key not in everyone] == []
    assert {key for kind, key in keyed if kind == "places"} <= ids["data/registers/places.xml"]
    orlov = registers["data/registers/persons.xml"].find(f".//t:person[@{ID}='orlov']", NS)
    assert orlov.findtext("t:persName[@type='sort']", namespaces=NS) == "Orlov, Yuri"


def test_a_document_gets_what_the_platform_wants_and_no_more() -> None:
    """Each division has an id, the first a heading, names have keys, the instruction tells how to show it; all else is as it was."""
    tree = document(BODY, title="A &lt;title>")
    before = etree.canonicalize(etree.tostring(tree, encoding="unicode"))
    found = unpacked([Document("../a b", tree)], edition(settings={**ALL, "odd": "h.odd"}))
    (name,) = [name for name in found if re.fullmatch(r"data/[^/]+\.xml", name)]
    shown = etree.fromstring(found[name])
    divisions = shown.findall(".//t:div", NS)

    assert name == "data/a_b.xml"
    assert str(shown.getprevious()) == '<?teipublisher odd="h.odd" view="div"?>'
    assert [one.get(ID) for one in divisions] == ["div1-", "div1"]
    assert [(one.text, one.get("type")) for one in shown.iterfind(".//t:div/t:head", NS)] == [("A <title>", "toc"), ("Inner", None)]
    assert [one.get("key") for one in shown.iterfind("t:text//t:persName", NS)] == ["ann", None]
    added = divisions[0].find("t:head", NS)
    divisions[0].text = added.tail
    divisions[0].remove(added)
    del divisions[0].attrib[ID]
    del shown.find("t:text//t:persName", NS).attrib["key"]
    assert etree.canonicalize(etree.tostring(shown, encoding="unicode")) == before
    assert etree.canonicalize(etree.tostring(tree, encoding="unicode")) == before


def test_the_same_documents_make_the_same_package(monkeypatch: pytest.MonkeyPatch) -> None:
    """The package is the same each time, and its entries have the time that the rule on time gives, not the clock's."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    name, data = made(ours()[:3])

    assert name == "harbour-data.xar"
    assert made(ours()[:3]) == (name, data)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert [entry.filename for entry in package.infolist()][:1] == ["expath-pkg.xml"]


def test_a_collection_is_asked_for() -> None:
    """Where neither a folder nor the settings name the collection, the error names the key."""
    with pytest.raises(SettingsError, match=r"export\.tei-publisher\.abbrev"):
        made([], edition(settings={}))
    with pytest.raises(SettingsError, match="title"):
        made([], edition(title=""))
    with pytest.raises(SettingsError, match="must be one of div, page, single"):
        made([], edition(settings={**ALL, "view": "chapter"}))


def test_memory_does_not_grow_with_the_documents() -> None:
    """Of documents made one after the other none is kept; the package is given piece by piece."""
    def peak(count: int) -> int:
        tracemalloc.start()
        for _ in platforms()["tei-publisher"].files((Document(f"d{number}", document(BODY)) for number in range(count)), edition()):
            pass
        found = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return found

    peak(2)
    assert peak(30) < 1.4 * peak(10)
