"""The schema of the house: made from its ODD, a subset of the TEI, and every rule of it refuses what it says it refuses."""

from __future__ import annotations

import re
import subprocess
from functools import cache
from pathlib import Path

import pytest
from lxml import etree

from tei_edition import stylesheets, xml
from tei_edition.odd import compile_odd, fingerprint, write_schemas
from tests.conftest import ROOT, program, shared
from tests.grammar_walk import R, Walk

SCHEMAS = ROOT / "schemas"
ODD = SCHEMAS / "tei_edition.odd"
RNG, SCH, XSL = (ODD.with_suffix(suffix) for suffix in (".rng", ".sch", ".sch.xsl"))
CASES = sorted((ROOT / "tests" / "schema").glob("*.xml"))
SCHEMATRON = "{http://purl.oclc.org/dsdl/schematron}"
SVRL = "{http://purl.oclc.org/dsdl/svrl}"
EXPECT = re.compile(r"<\?expect (\S+) (\d+)\?>")


@cache
def grammar() -> etree.RelaxNG:
    return etree.RelaxNG(file=str(RNG))


def expected(path: Path) -> list[tuple[str, int]]:
    return sorted((rule, int(line)) for rule, line in EXPECT.findall(path.read_text(encoding="utf-8")))


def found(path: Path) -> list[tuple[str, int]]:
    """Return what grammar and rules find in the file, as the file announces it."""
    tree = xml.parse(path)
    if not grammar().validate(tree):
        return [("rng", grammar().error_log[0].line)]
    report = etree.fromstring(stylesheets.transform_path(XSL, tree).encode())
    findings = report.iter(SVRL + "failed-assert", SVRL + "successful-report")
    return sorted((finding.get("id", ""), line(tree, finding.get("location", ""))) for finding in findings)


def line(tree: etree._ElementTree, location: str) -> int:
    """Return the line of the element at *location*, or of the element whose attribute or text is there."""
    (node,) = etree.ETXPath(location.replace("Q{", "{"))(tree)
    element = node if isinstance(node, etree._Element) else node.getparent()
    return int(element.sourceline)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case(path: Path) -> None:
    """A document of ``tests/schema`` is refused exactly as it announces; one called ``valid-`` is not refused."""
    announced = expected(path)
    assert found(path) == announced
    assert bool(announced) != path.stem.startswith("valid-")


def test_every_rule_has_a_case() -> None:
    """No rule of the ODD is without a document that is refused for it."""
    rules = {found.get("id") for found in etree.parse(SCH).iter(SCHEMATRON + "assert", SCHEMATRON + "report")}
    assert rules == {rule for path in CASES for rule, _ in expected(path)} - {"rng"}


def test_every_rule_says_how_grave_it_is_and_what_to_do() -> None:
    """Each rule has a role, and a message of more than one sentence."""
    for rule in etree.parse(SCH).iter(SCHEMATRON + "assert", SCHEMATRON + "report"):
        words = "".join(rule.itertext())
        assert rule.get("role") in {"error", "warning"}
        assert ". " in words, words


@pytest.mark.parametrize("path", [RNG, SCH, XSL], ids=lambda path: path.name)
def test_made_from_the_committed_odd(path: Path) -> None:
    """The committed schema names the fingerprint of the committed ODD."""
    assert f"generated from {ODD.name} sha256 {fingerprint(ODD)}" in path.read_text(encoding="utf-8")


def test_compiled_again_it_is_the_same(tmp_path: Path) -> None:
    """The committed files are what the compiler makes of the ODD, byte for byte."""
    for path in write_schemas(ODD, shared("tei/p5subset.xml"), tmp_path):
        assert path.read_bytes() == (SCHEMAS / path.name).read_bytes(), f"{path.name} is out of date; run make schema"


def test_valid_documents_are_valid_by_tei_all() -> None:
    """Jing finds our valid documents valid by our grammar and by ``tei_all``."""
    valid = [str(path) for path in CASES if path.stem.startswith("valid-")]
    assert jing(RNG, valid) == []
    assert jing(shared("tei/rng/tei_all.rng"), valid) == []


def test_odd_is_tei() -> None:
    """The ODD is itself valid by ``tei_all``."""
    assert jing(shared("tei/rng/tei_all.rng"), [str(ODD)]) == []


def test_a_subset_of_tei_all(tmp_path: Path) -> None:
    """Whatever our grammar accepts, ``tei_all`` accepts: a hundred and more documents made at random from every element of it."""
    walk = Walk(RNG, seed=20261124)
    paths = [tmp_path / f"{number}.xml" for number in range(120)]
    seen = set()
    for path in paths:
        document = walk.document()
        seen |= {etree.QName(element).localname for element in document.iter()}
        path.write_bytes(etree.tostring(document))
    assert seen == {element.get("name") for element in walk.grammar.iter(R + "element")}
    assert jing(RNG, list(map(str, paths))) == []
    assert jing(shared("tei/rng/tei_all.rng"), list(map(str, paths))) == []


def test_every_element_can_be_used() -> None:
    """No element that the ODD names is unreachable: what stands in ``include`` stands in the grammar."""
    odd = etree.parse(ODD)
    wanted = {name for module in odd.iter("{*}moduleRef") for name in module.get("include", "").split()}
    assert wanted == {element.get("name") for element in etree.parse(RNG).iter(R + "element")}


def jing(schema: Path, documents: list[str]) -> list[str]:
    """Return what jing finds, without what it says of its own installation."""
    done = subprocess.run([program("jing"), str(schema), *documents], capture_output=True, text=True, check=False)
    return [line for line in done.stdout.splitlines() if not line.startswith("[warning]")]


def test_the_same_bytes_twice() -> None:
    """Compiling twice gives the same bytes."""
    source = shared("tei/p5subset.xml")
    assert compile_odd(ODD, source) == compile_odd(ODD, source)
