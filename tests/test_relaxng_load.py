from __future__ import annotations

import pytest

from tei_edition.relaxng._findings import SchemaError
from tei_edition.relaxng._load import load, loads
from tei_edition.relaxng._patterns import Choice, Element
from tests.conftest import shared

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
