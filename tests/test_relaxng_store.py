"""Grammars kept on the disk: the same as those just read, read again where anything changed, never in the way."""

from __future__ import annotations

import json

import pytest

from tei_edition import caching, relaxng
from tei_edition.check.relaxng import OWN
from tei_edition.relaxng.__main__ import main
from tei_edition.relaxng.grammar import store
from tei_edition.relaxng.grammar.packing import pack, unpack
from tei_edition.relaxng.reading import load as loading
from tests.conftest import SHARED, shared

SCHEMAS = sorted(str(path.relative_to(SHARED)) for path in [*SHARED.glob("tei/rng/*.rng"), *SHARED.glob("platforms/*/*.rng")])
RNG = 'xmlns="http://relaxng.org/ns/structure/1.0"'
RICH = """
datatypes xsd = "http://www.w3.org/2001/XMLSchema-datatypes"
namespace a = "http://relaxng.org/ns/compatibility/annotations/1.0"
namespace p = "urn:p"
start = element (p:a | (* - (p:* | b))) {
  [ a:documentation [ "(a name)" ] ] attribute n { list { xsd:int { minInclusive = "1" }+, (xsd:token - ("x" | xsd:date)) } }?,
  attribute q { xsd:QName "p:x" }?, (element e { text } & element f { notAllowed | empty })*, (text | empty)
}
"""


@pytest.fixture(autouse=True)
def cache(tmp_path, monkeypatch):
    """Give each test a cache of its own."""
    monkeypatch.setenv(caching.VARIABLE, str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.mark.parametrize("name", [*SCHEMAS, ""])
def test_packed_and_unpacked(name):
    """A grammar that was packed, written and unpacked is the one it was. (The last is ours.)"""
    grammar = loading.load(shared(name) if name else OWN)
    packed = json.loads(json.dumps(pack(grammar)))

    assert json.loads(json.dumps(pack(unpack(packed)))) == packed
    assert len(unpack(packed).contents[:]) == len(grammar.elements)


def test_every_pattern_is_packed():
    """Whatever a grammar holds comes back."""
    grammar = loading.loads(RICH.encode(), "<schema>.rnc")
    packed = json.loads(json.dumps(pack(grammar)))

    assert json.loads(json.dumps(pack(unpack(packed)))) == packed
    assert {row[0] for row in packed["patterns"]} == set("eavdw+|,&")


def test_read_from_the_cache(tmp_path, cache, monkeypatch):
    """A schema is read once; then it comes from the cache, the same file elsewhere as well."""
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "s.rnc").write_text("element r { attribute n { xsd:int } }")
    relaxng.load(tmp_path / "a" / "s.rnc")
    monkeypatch.setattr(loading, "load", None)

    assert relaxng.load(tmp_path / "b" / "s.rnc").validate_string('<r n="1"/>') == ()
    assert len(relaxng.load(str(tmp_path / "a" / "s.rnc")).validate_string('<r n="x"/>')) == 1
    assert len(list(cache.rglob("*.json"))) == 1


def test_what_is_included_counts(tmp_path):
    """Where a file that is included changes, the schema is read anew; and beside other files it is another schema."""
    main = f'<grammar {RNG}><include href="b.rng"/></grammar>'
    part = f'<grammar {RNG}><start><element name="{{}}"><empty/></element></start></grammar>'
    for folder, name in (("x", "r"), ("y", "s")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.rng").write_text(main)
        (tmp_path / folder / "b.rng").write_text(part.format(name))

    def fitting(folder):
        schema = relaxng.load(tmp_path / folder / "a.rng")
        return [name for name in "rst" if not schema.validate_string(f"<{name}/>")]

    assert [fitting("x"), fitting("y"), fitting("x")] == [["r"], ["s"], ["r"]]
    (tmp_path / "x" / "b.rng").write_text(part.format("t"))
    assert [fitting("x"), fitting("y")] == [["t"], ["s"]]
    (tmp_path / "x" / "b.rng").unlink()
    with pytest.raises(relaxng.SchemaError, match=r"b\.rng cannot be read"):
        fitting("x")


@pytest.mark.parametrize(
    "broken", [b"", b"{", b"[]", b'{"files":[["a","b"]],"elements":[],"contents":[],"start":9,"patterns":[]}', b"\xff"]
)
def test_a_broken_cache_is_none(cache, broken):
    """What cannot be read in the cache is as if it were not there, and is replaced."""
    assert relaxng.load("element r { empty }").validate_string("<r/>") == ()
    kept = next(cache.rglob("*.json"))
    good = kept.read_bytes()
    kept.write_bytes(broken)

    assert relaxng.load("element r { empty }").validate_string("<r/>") == ()
    assert kept.read_bytes() == good


def test_no_cache(tmp_path, monkeypatch, cache):
    """Nothing is kept where nobody wants it, and nothing is missed where it cannot be written."""
    relaxng.load("element r { empty }", cache=False)
    monkeypatch.setenv(caching.VARIABLE, "")
    relaxng.load("element r { empty }")
    assert not cache.exists()
    (tmp_path / "file").write_text("")
    monkeypatch.setenv(caching.VARIABLE, str(tmp_path / "file"))
    assert relaxng.load("element r { empty }").validate_string("<r/>") == ()


def test_not_without_end(monkeypatch, cache):
    """No more than so many grammars are kept."""
    monkeypatch.setattr(store, "KEPT", 3)
    for number in range(6):
        relaxng.load(f"element r{number} {{ empty }}")

    assert len(list(cache.rglob("*.json"))) == 3


def test_a_wrong_schema_is_not_kept(cache):
    """A schema with a fault is told each time."""
    for _ in range(2):
        with pytest.raises(relaxng.SchemaError):
            relaxng.load("start = x")
    assert not cache.exists()


def test_at_the_command_line(tmp_path, capsys):
    """The program says what the library finds, with an exit code."""
    (tmp_path / "s.rnc").write_text("element r { empty }")
    (tmp_path / "a.xml").write_text("<r/>")
    (tmp_path / "b.xml").write_text("<s/>")
    schema, good, bad = (str(tmp_path / name) for name in ("s.rnc", "a.xml", "b.xml"))

    assert [main([schema, good]), main([schema, good, bad]), main([schema]), main([schema, "no.xml"])] == [0, 1, 2, 2]
    told = capsys.readouterr()
    assert told.out.startswith(f"{bad}:1:1: <s> is not in this schema.")
    assert told.err.startswith("usage: ")
