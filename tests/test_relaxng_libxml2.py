"""Documents made from a grammar, before a third judge: libxml2, with the schemas that it loads in a moment."""

from __future__ import annotations

import pytest
from lxml import etree

from tei_edition import relaxng
from tei_edition.resources import SCHEMAS
from tests.conftest import shared
from tests.grammar_documents import Making

SMALL = ("", "tei/rng/tei_bare.rng", "tei/rng/tei_minimal.rng")
DOCUMENTS = 40


@pytest.mark.parametrize("name", SMALL)
def test_documents_of_a_grammar(name: str) -> None:
    """A document made from a grammar is valid by it and by libxml2; without its first child neither takes it. (The first is ours.)"""
    path = shared(name) if name else SCHEMAS / "tei_edition.rng"
    schema, judge = relaxng.load(path), etree.RelaxNG(etree.parse(path))
    making = Making(schema.grammar, 7)
    for _ in range(DOCUMENTS):
        document = making.document()
        assert schema.validate_tree(etree.ElementTree(document)) == ()
        assert judge.validate(document), judge.error_log
        document.remove(document[0])
        assert (schema.validate_tree(etree.ElementTree(document)) == ()) == judge.validate(document)
