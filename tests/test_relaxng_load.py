from __future__ import annotations

import subprocess

import pytest

from tei_edition.relaxng.grammar.patterns import Choice, Element
from tei_edition.relaxng.messages.findings import SchemaError
from tei_edition.relaxng.reading.load import load, loads
from tests.conftest import program, shared
from tests.relaxng.shapes import shape

RNG = 'xmlns="http://relaxng.org/ns/structure/1.0"'


def faults(schema: str) -> list[str]:
    try:
        loads(schema.encode(), "s.rng")
    except SchemaError as error:
        return [f"{each.line}:{each.column} {each.message}" for each in error.findings]
    return []


@pytest.mark.parametrize("name", ["tei/rng/tei_all.rng", "platforms/parla-clarin/parla-clarin.rng", "platforms/ead3/ead3.rng"])
def test_large_schemas_are_loaded(name):
    """A schema of hundreds of elements is read whole, each element with its content."""
    grammar = load(shared(name))
    assert len(grammar.elements) == len(grammar.contents) > 100
    assert isinstance(grammar.start, Choice | Element)
    assert [file.path for file in grammar.files] == [str(shared(name))]


def test_all_faults_of_a_schema_are_told():
    """Several faults of a schema are found in one reading, each at its line and column, with the nearest name."""
    schema = f"""<grammar {RNG}>
  <start><ref name="docs"/></start>
  <define name="doc"><element name="doc"><text/></element></define>
  <define name="doc"><element name="p:doc"><empty/></element></define>
</grammar>"""
    assert faults(schema) == [
        '2:15 nothing defines "docs".',
        '4:3 "doc" is defined a second time, first in line 3 of s.rng.',
        '4:22 the prefix "p" is not declared.',
    ]


def test_a_schema_that_would_grow_without_end_is_refused(tmp_path):
    """Files that refer to each other twice and twice again, and definitions nested without measure, are told, not followed."""
    for number in range(40):
        again = f'<externalRef href="{number + 1}.rng"/>' * 2
        (tmp_path / f"{number}.rng").write_text(f"<group {RNG}>{again}</group>")
    (tmp_path / "40.rng").write_text(f"<text {RNG}/>")
    with pytest.raises(SchemaError, match="more than 1000 files are read"):
        load(tmp_path / "0.rng")
    chain = "".join(
        f'<define name="d{number}"><optional><attribute name="a{number}"/><ref name="d{number + 1}"/></optional></define>'
        for number in range(300)
    )
    grammar = (
        f'<grammar {RNG}><start><element name="a"><ref name="d0"/></element></start>{chain}<define name="d300"><text/></define></grammar>'
    )
    assert any("nested more than 100 deep" in fault for fault in faults(grammar))


def test_a_long_chain_of_references_is_followed():
    """A definition that refers to another that refers to another, thousands of times, is what the last one says."""
    chain = "".join(f'<define name="d{number}"><ref name="d{number + 1}"/></define>' for number in range(3000))
    grammar = (
        f'<grammar {RNG}><start><element name="a"><ref name="d0"/></element></start>{chain}<define name="d3000"><text/></define></grammar>'
    )
    assert faults(grammar) == []


@pytest.mark.parametrize(
    ("schema", "fault"),
    [
        (f"<element {RNG}", "1:1 a tag begins here and never ends."),
        (f'<element {RNG} name="a"><𐐀 xmlns=""/><empty/></element>', "1:64 the XML cannot be read"),
        (f'<element {RNG} name="a">{"<group>" * 100}<empty/>{"</group>" * 100}</element>', "nested more than 100 deep"),
        (f'<!DOCTYPE element [<!ENTITY a "b">]><element {RNG} name="a"><empty/></element>', "the DOCTYPE declares entities"),
    ],
)
def test_xml_that_cannot_be_read_is_a_fault_of_the_schema(schema, fault):
    """What is not well-formed, or not read for safety, is told at its place."""
    assert fault in faults(schema)[0]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_the_compact_syntax_is_read_in_its_encodings(encoding):
    """A file in the compact syntax is UTF-8, or says by its byte order mark what it is."""
    grammar = loads("element ä { text }".encode(encoding), "s.rnc")
    assert grammar.elements[0].names.name == ("", "ä")
    with pytest.raises(SchemaError, match=r"s.rnc:1:9: a byte here is not UTF-8"):
        loads(b"element \xe4", "s.rnc")


@pytest.mark.parametrize("name", ["tei/rng/tei_lite.rng", "platforms/ead3/ead3.rng"])
def test_what_trang_converts_is_the_same_grammar(name, tmp_path):
    """A schema that trang writes in the compact syntax, and from there in XML again, has the same simple form each time."""
    compact, again = tmp_path / "s.rnc", tmp_path / "s.rng"
    for source, result in ((shared(name), compact), (compact, again)):
        subprocess.run([program("trang"), str(source), str(result)], check=True)
    first, *others = (shape(load(path)) for path in (shared(name), compact, again))
    assert others == [first, first]
