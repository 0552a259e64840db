"""The ODD compiler: against the TEI's own schemas, on customizations of our own, and on faulty ones."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
from lxml import etree

from tei_edition.errors import MarkupError, UsageError
from tei_edition.odd import compile_odd, write_schemas
from tei_edition.odd.__main__ import main
from tei_edition.odd.schematron_xslt import compile_schematron
from tests.conftest import program, shared

TEI = 'xmlns="http://www.tei-c.org/ns/1.0"'
PLACE = re.compile(r"(/.+?):(\d+):(\d+): (?:error|fatal)")
NAMES = ("tei_minimal", "tei_bare", "tei_lite", "tei_drama", "tei_all")

SOURCE = f"""<TEI {TEI}><body>
<dataSpec ident="teidata.word" module="tei"><content><dataRef name="token" restriction="\\S+"/></content></dataSpec>
<classSpec ident="att.typed" type="atts" module="tei">
  <attList><attDef ident="type"><datatype><dataRef key="teidata.word"/></datatype></attDef>
    <attDef ident="n" usage="req"><datatype maxOccurs="unbounded"><dataRef key="teidata.word"/></datatype></attDef></attList>
</classSpec>
<classSpec ident="model.part" type="model" module="tei"/>
<macroSpec ident="macro.text" module="tei"><content><alternate minOccurs="0" maxOccurs="unbounded"><textNode/>
  <classRef key="model.part"/></alternate></content></macroSpec>
<elementSpec ident="a" module="core"><classes><memberOf key="att.typed"/></classes>
  <content><sequence><elementRef key="b" minOccurs="1" maxOccurs="3"/><elementRef key="c" minOccurs="0"/></sequence></content></elementSpec>
<elementSpec ident="b" module="core"><classes><memberOf key="model.part"/></classes><content><macroRef key="macro.text"/></content></elementSpec>
<elementSpec ident="c" module="core"><classes><memberOf key="model.part"/></classes><content><elementRef key="d"/></content></elementSpec>
<elementSpec ident="d" module="core"><content><empty/></content>
  <attList org="choice"><attDef ident="x"/><attDef ident="y"/></attList></elementSpec>
</body></TEI>"""


def odd(folder: Path, statements: str, name: str = "own.odd") -> Path:
    path = folder / name
    path.write_text(
        f'<TEI {TEI} xmlns:sch="http://purl.oclc.org/dsdl/schematron">\n<schemaSpec ident="own" start="a">\n{statements}\n</schemaSpec></TEI>'
    )
    return path


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "source.xml"
    path.write_text(SOURCE)
    return path


def valid(path: Path, source: Path, *documents: str) -> list[bool]:
    grammar = etree.RelaxNG(etree.fromstring(compile_odd(path, source).rng))
    return [grammar.validate(etree.fromstring(document.replace("<a", f"<a {TEI}", 1))) for document in documents]


MODULES = '<moduleRef key="tei"/><moduleRef key="core"/>'


@pytest.mark.parametrize(
    ("statements", "accepted", "refused"),
    [
        (
            MODULES,
            ['<a n="1"><b/></a>', '<a n="1 2" type="t"><b>x<c><d x="1"/></c></b><b/><b/></a>'],
            ["<a><b/></a>", '<a n="1"><b/><b/><b/><b/></a>'],
        ),
        (MODULES, ['<a n="1"><b/><c><d y=""/></c></a>'], ['<a n="1"><b/><c><d x="" y=""/></c></a>', '<a n="1" z=""><b/></a>']),
        ('<moduleRef key="tei"/><moduleRef key="core" include="a b"/>', ['<a n="1"><b>x</b></a>'], ['<a n="1"><b/><c><d/></c></a>']),
        ('<moduleRef key="tei"/><moduleRef key="core" except="d"/>', ['<a n="1"><b>x</b></a>'], ['<a n="1"><b/><c/></a>']),
        (
            '<moduleRef key="tei"/><elementRef key="a"/><elementRef key="b"/><classSpec ident="att.typed" type="atts" mode="delete"/>',
            ["<a><b/></a>"],
            ['<a n="1"><b/></a>'],
        ),
        (
            MODULES + '<elementSpec ident="a" mode="change"><attList><attDef ident="n" mode="delete"/><attDef ident="type" mode="change">'
            '<valList type="closed"><valItem ident="p"/><valItem ident="q"/></valList></attDef></attList></elementSpec>',
            ['<a type="p"><b/></a>', "<a><b/></a>"],
            ['<a type="r"><b/></a>', '<a n="1"><b/></a>'],
        ),
        (
            MODULES + '<elementSpec ident="a" mode="change"><classes mode="change"><memberOf key="model.part"/>'
            '<memberOf key="att.typed" mode="delete"/></classes></elementSpec>',
            ["<a><b><a><b/></a></b></a>"],
            ['<a n="1"><b/></a>'],
        ),
        (
            MODULES + '<elementSpec ident="b" mode="replace"><content><anyElement require="urn:x" minOccurs="0"/></content></elementSpec>',
            ['<a n="1"><b><x xmlns="urn:x" y="1">t<z/></x></b></a>'],
            ['<a n="1"><b><x xmlns="urn:y"/></b></a>', '<a n="1"><b>x</b></a>'],
        ),
        (
            MODULES + '<elementSpec ident="e" mode="add"><classes><memberOf key="model.part"/></classes><content>'
            '<classRef key="model.part" expand="sequenceOptional" except="e"/></content></elementSpec>',
            ['<a n="1"><b><e><b/><c><d/></c></e></b></a>', '<a n="1"><b><e/></b></a>'],
            ['<a n="1"><b><e><c><d/></c><b/></e></b></a>'],
        ),
        (
            MODULES + '<specGrpRef target="#g"/></schemaSpec><specGrp xml:id="g"><dataSpec ident="teidata.word" mode="change"><content>'
            '<alternate><valList><valItem ident="one"/></valList><dataRef name="integer"><dataFacet name="minInclusive" value="5"/></dataRef>'
            "</alternate></content></dataSpec></specGrp><schemaSpecs>",
            ['<a n="one 5"><b/></a>'],
            ['<a n="4"><b/></a>'],
        ),
    ],
    ids=[
        "whole",
        "choice of attributes",
        "include",
        "except",
        "class deleted",
        "attributes changed",
        "classes changed",
        "any element",
        "sequence of a class",
        "datatype",
    ],
)
def test_means(tmp_path: Path, source: Path, statements: str, accepted: list[str], refused: list[str]) -> None:
    """A customization accepts and refuses what its statements say."""
    path = odd(tmp_path, statements)
    if "<schemaSpecs>" in statements:
        path.write_text(path.read_text().replace("<schemaSpecs>", "").replace("\n</schemaSpec></TEI>", "</TEI>"))
    assert valid(path, source, *accepted) == [True] * len(accepted)
    assert valid(path, source, *refused) == [False] * len(refused)


@pytest.mark.parametrize(
    ("statements", "line", "code"),
    [
        ('<moduleRef key="tei"/>\n<moduleRef key="cores"/>', 4, "odd-module"),
        ('<moduleRef key="tei"/>\n<moduleRef key="core" include="a z"/>', 4, "odd-element"),
        (f'{MODULES}\n<elementSpec ident="z" mode="change"/>', 4, "odd-absent"),
        (f'{MODULES}\n\n<elementRef key="z"/>', 5, "odd-unknown"),
        (
            f'{MODULES}\n<elementSpec ident="b" mode="change"><attList>\n<attDef ident="z" mode="change"/></attList></elementSpec>',
            5,
            "odd-no-attribute",
        ),
        (f'{MODULES}\n<elementSpec ident="b" mode="change"><content>\n<datatypes/></content></elementSpec>', 5, "odd-content"),
        (
            f'{MODULES}\n<elementSpec ident="b" mode="change"><content>\n<textNode/><elementRef key="c" minOccurs="x"/></content></elementSpec>',
            5,
            "odd-count",
        ),
        (f'{MODULES}\n<elementSpec ident="b" mode="change"><content>\n<dataRef key="z"/></content></elementSpec>', 5, "odd-datatype"),
        (f'{MODULES}\n<specGrpRef target="#z"/>', 4, "odd-group"),
        (f"{MODULES}\n<surprise/>", 4, "odd-statement"),
        ('<moduleRef key="tei"/><moduleRef key="core" include="a"/>', 2, "odd-start"),
        (
            f'{MODULES}\n<constraintSpec ident="r" scheme="schematron"><constraint><sch:assert test="."/></constraint></constraintSpec>',
            4,
            "odd-constraint",
        ),
    ],
)
def test_fault(tmp_path: Path, source: Path, statements: str, line: int, code: str) -> None:
    """A fault in an ODD is told at its line, with what to do."""
    path = odd(tmp_path, statements)
    with pytest.raises(MarkupError) as caught:
        compile_odd(path, source)
    (finding,) = caught.value.findings
    assert (finding.code, finding.start.line, finding.path) == (code, line, str(path))
    assert finding.advice


def test_not_an_odd(tmp_path: Path, source: Path) -> None:
    """A file without a schemaSpec, a source without specifications and a missing file are each told."""
    with pytest.raises(MarkupError, match="no schemaSpec"):
        compile_odd(source, source)
    with pytest.raises(MarkupError, match="no TEI specifications"):
        compile_odd(odd(tmp_path, MODULES), odd(tmp_path, MODULES, "other.odd"))
    with pytest.raises(UsageError):
        compile_odd(tmp_path / "absent.odd", source)


def test_command(tmp_path: Path, source: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The module's command writes three files and says which; a fault is one line and exit code 1, and writes nothing."""
    good, bad = odd(tmp_path, MODULES), odd(tmp_path, "<surprise/>", "bad.odd")
    out = tmp_path / "out"
    assert main([str(good), "--source", str(source), "-o", str(out)]) == 0
    written = capsys.readouterr().out.split()
    assert (
        sorted(path.name for path in out.iterdir()) == sorted(Path(path).name for path in written) == ["own.rng", "own.sch", "own.sch.xsl"]
    )
    assert main([str(bad), "--source", str(source)]) == 1
    assert f"{bad}:3:1: " in capsys.readouterr().err
    assert not list(tmp_path.glob("bad.rng"))


def test_written_at_the_odd(tmp_path: Path, source: Path) -> None:
    """What is written bears the name of the ODD and its fingerprint."""
    for path in write_schemas(odd(tmp_path, MODULES), source, tmp_path):
        assert "generated from own.odd sha256 " in path.read_text()


@pytest.mark.parametrize("name", NAMES)
def test_like_the_tei(tmp_path: Path, name: str) -> None:
    """For the TEI's own customizations jing finds the same errors at the same places as with the TEI's own schemas."""
    rng = tmp_path / "own.rng"
    rng.write_bytes(compile_odd(shared(f"tei/odd/{name}.odd"), shared("tei/p5subset.xml")).rng)
    documents = [str(path) for path in sorted(shared("gold/dev").glob("*.xml"))[::4]]
    found, wanted = (places(schema, documents) for schema in (rng, shared(f"tei/rng/{name}.rng")))
    assert wanted
    assert found == wanted


def places(schema: Path, documents: list[str]) -> set[tuple[str, str, str]]:
    done = subprocess.run([program("jing"), str(schema), *documents], capture_output=True, text=True, check=False)
    assert str(schema) not in done.stdout
    return {match.groups() for match in map(PLACE.match, done.stdout.splitlines()) if match}


SCHEMATRON = '<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="{}">{}</schema>'


@pytest.mark.parametrize(
    ("binding", "content", "words"),
    [
        ("xslt3", "<pattern abstract='true'><param/></pattern>", "param is not read"),
        ("xslt3", "<include href='x'/>", "include is not read"),
        ("xslt3", "<pattern><rule><assert test='.'/></rule></pattern>", "rule has no @context"),
        ("xslt3", "<pattern><rule context='a'><extends rule='x'/></rule></pattern>", "extends is not read"),
        ("xslt", "", "not Schematron for XPath 2 or 3"),
    ],
)
def test_schematron_that_is_not_read(binding: str, content: str, words: str) -> None:
    """What the compiler of rules does not do it refuses, and never passes over."""
    with pytest.raises(MarkupError, match=words):
        compile_schematron(SCHEMATRON.format(binding, content).encode(), "x.sch")
