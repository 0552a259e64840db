"""Which schema a file is checked with: those asked for, those it names, else the toolkit's own; nothing is fetched."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from tei_edition import checking
from tei_edition.check import Schemas, check, check_bytes
from tei_edition.cli import main
from tei_edition.errors import UsageError
from tei_edition.resources import SCHEMAS
from tests.conftest import shared
from tests.test_check_rules import WHOLE

GRAMMAR = """<grammar xmlns="http://relaxng.org/ns/structure/1.0"><start><element name="{}"><text/></element></start></grammar>"""
RULES = """<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt3"><pattern><rule context="/*">
<assert id="said" test="normalize-space()">Something is to be said.</assert></rule></pattern></schema>"""
CATALOG = """<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog"><uri name="https://example.org/one.rng" uri="local/a.rng"/>
<rewriteURI uriStartString="https://example.org/tei/" rewritePrefix="local/"/><nextCatalog catalog="more.xml"/></catalog>"""
MORE = """<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog" xml:base="local/"><uri name="urn:more.rng" uri="a.rng"/></catalog>"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with schemas in a folder of it, and catalogs."""
    (tmp_path / "local").mkdir()
    (tmp_path / "local" / "a.rng").write_text(GRAMMAR.format("a"), encoding="utf-8")
    (tmp_path / "local" / "b c.rnc").write_text("element b { text }", encoding="utf-8")
    (tmp_path / "local" / "said.sch").write_text(RULES, encoding="utf-8")
    (tmp_path / "catalog.xml").write_text(CATALOG, encoding="utf-8")
    (tmp_path / "more.xml").write_text(MORE, encoding="utf-8")
    return tmp_path


def found(folder: Path, text: str, schemas: Schemas = Schemas()) -> list[str]:  # noqa: B008 - frozen
    """Return the codes of what is found in a file of *text* that stands in *folder*."""
    path = folder / "doc.xml"
    path.write_text(text, encoding="utf-8")
    return [finding.code for finding in check([path], schemas)]


@pytest.mark.parametrize(
    ("model", "codes"),
    [
        ('href="local/a.rng"', []),
        ("type='application/xml' href='local/b%20c.rnc'", ["rng-element"]),
        ('href="local/said.sch" schematypens="http://purl.oclc.org/dsdl/schematron"', ["sch-said"]),
        ('href="local/none.rng"', ["schema-missing"]),
        ('href="https://example.org/none.rng"', ["schema-missing"]),
        ('href="https://example.org/one.rng"', ["schema-missing"]),
        ('href="tei.dtd"', ["rng-element"]),
    ],
)
def test_a_file_names_its_schema(folder: Path, model: str, codes: list[str]) -> None:
    """A schema beside the file is used; one that is not there, or on the web, is told and not fetched; a DTD is passed over."""
    assert found(folder, f"<?xml-model {model}?>\n<a/>") == codes


@pytest.mark.parametrize("href", ["https://example.org/one.rng", "https://example.org/tei/a.rng", "urn:more.rng"])
def test_a_catalog_says_where_a_schema_is(folder: Path, href: str) -> None:
    """An address on the web is found through the catalog: by its name, by its beginning, in the next catalog."""
    catalog = Schemas(catalog=folder / "catalog.xml")
    assert found(folder, f'<?xml-model href="{href}"?>\n<a/>', catalog) == []
    assert found(folder, f'<?xml-model href="{href}"?>\n<b/>', catalog) == ["rng-element"]


def test_several_schemas(folder: Path) -> None:
    """All schemas that are asked for are used, and what the file names is not."""
    asked = Schemas((folder / "local" / "a.rng", folder / "local" / "said.sch"))
    assert found(folder, '<?xml-model href="local/b%20c.rnc"?>\n<a/>', asked) == ["sch-said"]
    assert found(folder, "<b>x</b>", asked) == ["rng-element"]


def test_the_place_of_a_missing_schema(folder: Path) -> None:
    """The finding stands at the very instruction, though a comment says the same."""
    text = b'<!-- <?xml-model href="x.rng"?> -->\n<?xml-model href="local/a.rng"?>\n<?xml-model href="x.rng"?>\n<a/>'
    assert [str(one.start) for one in check_bytes(text, "doc.xml", path=folder / "doc.xml")] == ["3:1"]


def test_a_project_names_its_schemas(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """pyproject.toml says which schemas hold, for all files and for those of a pattern; what is asked for leads."""
    monkeypatch.chdir(folder)
    monkeypatch.setenv("TEI_EDITION_CACHE", "")
    said = '[tool.tei-edition.check]\nschema = ["local/a.rng"]\n[tool.tei-edition.check.files."b/*.xml"]\nschema = ["local/b c.rnc"]\n'
    (folder / "pyproject.toml").write_text(said, encoding="utf-8")
    (folder / "b").mkdir()
    for path in ("doc.xml", "b/doc.xml"):
        (folder / path).write_text("<b>x</b>", encoding="utf-8")
    found = [checking.checked([Path(path)]).found for path in ("doc.xml", "b/doc.xml")]
    assert [[one.code for one in some] for some in found] == [["rng-element"], []]
    asked = checking.Wanted(schema=(folder / "local" / "said.sch",))
    assert checking.checked([Path("doc.xml")], asked).found == ()


def test_an_odd_is_a_schema(folder: Path) -> None:
    """An ODD is compiled from the TEI's specifications, which are to be named."""
    odd = SCHEMAS / "tei_edition.odd"
    text = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text/></TEI>'
    with pytest.raises(UsageError, match="--source"):
        found(folder, text, Schemas((odd,)))
    own, compiled = found(folder, text), found(folder, text, Schemas((odd,), source=shared("tei/p5subset.xml")))
    assert compiled == own


@pytest.mark.parametrize("text", ["<schema/>", "<schema xmlns='http://purl.oclc.org/dsdl/schematron' queryBinding='xslt'/>"])
def test_rules_that_cannot_be_used(folder: Path, text: str) -> None:
    """Rules that are none, or in a language not read here, end the check: it could not run."""
    (folder / "bad.sch").write_text(text, encoding="utf-8")
    (folder / "doc.xml").write_text("<a/>", encoding="utf-8")
    done = CliRunner().invoke(main, ["check", "--schema", str(folder / "bad.sch"), str(folder / "doc.xml")])
    assert (done.exit_code, "This is not Schematron" in done.stderr) == (2, True)


def test_two_schemas_on_the_command_line(folder: Path) -> None:
    """`--schema` may be given several times."""
    (folder / "doc.xml").write_text("<a/>", encoding="utf-8")
    options = [part for name in ("a.rng", "said.sch") for part in ("--schema", str(folder / "local" / name))]
    done = CliRunner().invoke(main, ["check", *options, "--format", "concise", str(folder / "doc.xml")])
    assert (done.exit_code, done.stdout.count("\n")) == (1, 1)


def test_a_file_of_another_schema_is_told_so() -> None:
    """A file that names no schema and is written by another gets a note that says how to name it; a few slips, a file made here, do not."""
    text = WHOLE.format("<p><w>x</w></p>" * 5)
    program = '<encodingDesc><appInfo><application ident="tei-edition" version="1"><label>x</label></application></appInfo></encodingDesc>'
    made = text.replace("</fileDesc>", f"</fileDesc>{program}")
    house = WHOLE.format("<p>[a]</p>" * 20)
    for case, noted in ((text, True), (house, True), (text.replace("<w>x</w>", "", 1), False), (made, False)):
        assert ("schema-own" in {one.code for one in check_bytes(case.encode())}) == noted
