"""Schemas broken at random: what is a schema and what is none, against jing."""

from __future__ import annotations

import re
from copy import deepcopy
from random import Random

import pytest
from lxml import etree

from tei_edition.relaxng import SchemaError, load
from tests.conftest import shared
from tests.relaxng.oracle import Case, jing, jing_compact
from tests.test_relaxng_specification import examples

R = "{http://relaxng.org/ns/structure/1.0}"
KINDS = ("group", "choice", "interleave", "oneOrMore", "zeroOrMore", "optional", "list", "mixed", "element", "attribute", "empty", "text")
TOKENS = re.compile(
    r"""\s+|\#[^\n]*|\"{3}(?:.|\n)*?\"{3}|"[^"\n]*"|'[^'\n]*'|\\?[A-Za-z_][\w.-]*(?::[\w.*-]+)?|\|=|&=|>>|.""",
)


def fault(schema) -> str:
    """Return what is wrong with a schema; nothing if it is correct."""
    try:
        load(schema, cache=False)
    except SchemaError as error:
        return str(error)
    return ""


def mutated(root: etree._Element, random: Random) -> str:
    """Return the schema of *root* with something in it taken out, doubled, renamed, replaced, wrapped or put elsewhere."""
    root = deepcopy(root)
    nodes = list(root.iter(R + "*"))[1:]
    node, other = random.choice(nodes), deepcopy(random.choice(nodes))
    what = random.randint(0, 6)
    if what == 0:
        node.getparent().remove(node)
    elif what == 1:
        node.addnext(deepcopy(node))
    elif what == 2:
        node.tag = R + random.choice(KINDS)
    elif what == 3:
        node.getparent().replace(node, other)
    elif what == 4:
        around = etree.Element(R + random.choice(KINDS[:8]))
        node.addprevious(around)
        around.append(node)
    elif what == 5:
        node.set(random.choice(sorted(node.attrib) or ["name"]), random.choice(["x", "choice", "string", "1", ""]))
    else:
        node.append(other)
    return etree.tostring(root, encoding="unicode")


@pytest.mark.parametrize("name", ["platforms/ead3/ead3.rng", "tei/rng/tei_minimal.rng"])
def test_broken_schemas_are_told_from_sound_ones(name, tmp_path):
    """Of schemas with one thing changed, jing finds the same ones correct; it overlooks an element that its own attribute holds."""
    random = Random(name)
    root = etree.parse(shared(name)).getroot()
    schemas = [mutated(root, random) for _ in range(60)]
    faults = [fault(schema) for schema in schemas]
    asked = [(schema, found) for schema, found in zip(schemas, faults, strict=True) if "cannot hold an element" not in found]
    said = jing([Case(schema) for schema, _ in asked], tmp_path, ids=True)
    assert [verdict.correct for verdict in said] == [not found for _, found in asked]
    assert 10 < faults.count("") < 50


def garbled(text: str, others: list[str], random: Random) -> str:
    """Return *text* with a token taken out, put in, replaced or exchanged."""
    tokens = TOKENS.findall(text)
    for _ in range(random.choice([1, 1, 2])):
        place, what = random.randrange(len(tokens)), random.randint(0, 3)
        if what == 0 and len(tokens) > 1:
            del tokens[place]
        elif what == 1:
            tokens[place:place] = [" ", random.choice(others), " "]
        elif what == 2:
            tokens[place] = random.choice(others)
        else:
            other = random.randrange(len(tokens))
            tokens[place], tokens[other] = tokens[other], tokens[place]
    return "".join(tokens)


def test_garbled_schemas_in_the_compact_syntax_are_told_from_sound_ones(tmp_path):
    """Of schemas with a token or two changed, jing finds the same ones correct; it was not asked whether the start is an element."""
    random = Random(1)
    texts = [each.schema for each in examples() if each.compact and each.correct and not each.files]
    others = [token for text in texts for token in TOKENS.findall(text)]
    paths = []
    for number in range(400):
        paths.append(tmp_path / str(number) / "s.rnc")
        paths[-1].parent.mkdir()
        paths[-1].write_text(garbled(random.choice(texts), others, random), "utf-8")
    faults = [fault(path) for path in paths]
    asked = [(path, found) for path, found in zip(paths, faults, strict=True) if "a document cannot be" not in found]
    said = jing_compact([path for path, _ in asked], tmp_path)
    assert [(path.read_text("utf-8"), ok) for (path, _), ok in zip(asked, said, strict=True)] == [
        (path.read_text("utf-8"), not found) for path, found in asked
    ]
    assert 50 < sum(said) < 350
