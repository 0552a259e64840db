"""The golden families: transcripts of many forms, and what is made of them, held to the byte."""

from __future__ import annotations

import re
import subprocess
import sys
from functools import cache

import pytest
from lxml import etree

from tei_edition import annotate, convert, lone, read, serialize, text, xml
from tei_edition.check import check_bytes
from tei_edition.encode import marks, transcript
from tei_edition.encode.content import CONTAINERS
from tei_edition.encode.weave import TEI
from tei_edition.intervening import of_tree, tables
from tei_edition.outputs import html
from tei_edition.reporting import of_document
from tei_edition.reporting.text import as_text
from tests import rich
from tests.conftest import ROOT, program, shared
from tests.families import FAMILIES, Family, encoded, tei

EACH = pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.name)
STYLE = re.compile(r"(<style>).*?(?=@page\{@top-center|</style>)", re.DOTALL)
SCRIPT = re.compile(r"(<script>).*?(?=</script>)", re.DOTALL)
DIGEST = re.compile(r"sha256-[^']*")
"""The parts of a page that are the same for all: they have tests of their own."""

INLINE_BRACKETS = ("seg", "hi")
"""Elements in which a bracket may stand as text: those of the document itself, and those without a partner."""


def held(family: Family, suffix: str, made: bytes, *, accept: bool) -> None:
    """Compare *made* with the golden file, or put it in its place."""
    path = family.golden(suffix)
    if accept:
        path.write_bytes(made)
    assert path.exists(), f"{path.name} is not there: run pytest --accept tests/test_golden.py and read what was made"
    assert made.decode().split("\n") == path.read_bytes().decode().split("\n")
    assert made == path.read_bytes()


@cache
def schema() -> etree.RelaxNG:
    return etree.RelaxNG(etree.parse(ROOT / "schemas" / "tei_edition.rng"))


@EACH
def test_the_tei_is_the_golden_one(family, request):
    """The TEI of a transcript is what it was, byte for byte."""
    held(family, ".xml", tei(family), accept=request.config.getoption("--accept"))


@EACH
def test_the_page_is_the_golden_one(family, request):
    """The reading page of a transcript is what it was, but for the looks that all pages share."""
    page = html.render(xml.parse_bytes(tei(family), f"{family.name}.xml"))
    for shared_, short in ((STYLE, r"\1..."), (SCRIPT, r"\1..."), (DIGEST, "sha256-...")):
        page, number = shared_.subn(short, page)
        assert number == 1
    held(family, ".html", page.encode(), accept=request.config.getoption("--accept"))


@EACH
def test_the_transcript_comes_back(family):
    """The TEI file alone gives back the very bytes of the transcript."""
    assert text(xml.parse_bytes(tei(family), f"{family.name}.xml")) == family.transcript.read_bytes()


@EACH
def test_it_is_valid_by_the_schema(family):
    """Each TEI is valid by the schema of this house."""
    assert schema().validate(xml.parse_bytes(tei(family), family.name)), schema().error_log


@EACH
def test_no_checker_finds_an_error(family):
    """No checker, the Schematron rules among them, finds an error in a TEI that was just made."""
    assert [str(finding) for finding in check_bytes(tei(family), f"{family.name}.xml") if finding.severity == "error"] == []


def test_all_are_valid_by_the_grammar_of_the_tei():
    """Each TEI is valid by the TEI's own grammar of everything, as lxml reads it."""
    grammar = etree.RelaxNG(etree.parse(shared("tei/rng/tei_all.rng")))

    assert [family.name for family in FAMILIES if not grammar.validate(etree.fromstring(tei(family)))] == []


@pytest.mark.parametrize("grammar", ["house", "tei"])
def test_all_are_valid_by_jing(grammar, tmp_path):
    """Each TEI is valid by jing, by the schema of this house and by the TEI's grammar of everything."""
    schema_file = ROOT / "schemas" / "tei_edition.rng" if grammar == "house" else shared("tei/rng/tei_all.rng")
    for family in FAMILIES:
        (tmp_path / f"{family.name}.xml").write_bytes(tei(family))

    done = subprocess.run([program("jing"), schema_file, *sorted(tmp_path.iterdir())], capture_output=True, text=True, check=False)

    assert (done.stdout, done.returncode) == ("", 0)


@EACH
def test_reformatting_keeps_the_transcript(family, tmp_path):
    """A TEI file that xmllint indented anew, or that was made canonical, still gives back the transcript."""
    path = tmp_path / "document.xml"
    path.write_bytes(tei(family))
    indented = subprocess.run([program("xmllint"), "--format", path], capture_output=True, check=True).stdout
    canonical = subprocess.run([program("xmllint"), "--c14n", path], capture_output=True, check=True).stdout

    assert text(xml.parse_bytes(indented, "indented.xml")) == family.transcript.read_bytes()
    assert text(xml.parse_bytes(canonical, "canonical.xml")) == family.transcript.read_bytes()


def test_the_file_alone_is_enough(tmp_path):
    """Another process that has nothing but the TEI files gives back every transcript."""
    for family in FAMILIES:
        (tmp_path / f"{family.name}.xml").write_bytes(tei(family))
    code = ("import sys, pathlib; from tei_edition import text, xml\n"
            "for path in sorted(pathlib.Path().glob('*.xml')): path.with_suffix('.out').write_bytes(text(xml.parse(path)))")
    subprocess.run([sys.executable, "-c", code], cwd=tmp_path, check=True)

    assert [family.name for family in FAMILIES
            if (tmp_path / f"{family.name}.out").read_bytes() != family.transcript.read_bytes()] == []


def element_at(root: etree._Element, path: str) -> etree._Element:
    """Return the element at *path*: the numbers of the child elements from the root."""
    for number in path.strip("/").split("/"):
        root = [child for child in root if isinstance(child.tag, str)][int(number) - 1]
    return root


@EACH
def test_the_source_map_points_at_the_characters(family):
    """Each block and each element in one is mapped to just the characters it stands for, its marks included."""
    made = encoded(family)
    source = read(family.transcript, family.edition.encoding or None)
    reader = transcript._Reader(marks.read(made.tree.iter(transcript.RENDITION)), transcript.characters_of(made.tree)[1])
    for entry in made.entries:
        element = element_at(made.tree.getroot(), entry["path"])
        assert etree.QName(element).localname == entry["element"]
        place = source.position(entry["start"])
        assert (place.line, place.column) == (entry["line"], entry["column"])
        if entry["element"] not in CONTAINERS:
            assert "".join(reader._element(element)) == source.text[entry["start"] : entry["end"]]


@EACH
def test_a_container_is_mapped_to_its_blocks(family):
    """A division, a speech or an opener is mapped to the stretch from its first block to its last."""
    made = encoded(family)
    entries = {element_at(made.tree.getroot(), entry["path"]): entry for entry in made.entries}
    for element, entry in entries.items():
        blocks = [entries[child] for child in element if child in entries]
        if entry["element"] in CONTAINERS and blocks:
            assert (entry["start"], entry["end"]) == (blocks[0]["start"], blocks[-1]["end"])


@EACH
def test_every_element_is_mapped(family):
    """The source map has an entry for each element of the text that holds characters."""
    made = encoded(family)
    mapped = {element_at(made.tree.getroot(), entry["path"]) for entry in made.entries}
    elements = [e for e in made.tree.getroot().find(f"{{{TEI}}}text").iter(f"{{{TEI}}}*") if "".join(e.itertext()).strip()]

    assert [e.tag for e in elements[1:] if e not in mapped] == []


@EACH
def test_no_bracket_is_left_in_the_text(family):
    """No square bracket stands in the text, but in an element that says it is the document's own or has no partner."""
    body = encoded(family).tree.getroot().find(f"{{{TEI}}}text")
    holders = [e for e in body.iter(f"{{{TEI}}}*") for part in (e.text, *(c.tail for c in e)) if part and {"[", "]"} & set(part)]

    assert [e.tag for e in holders if etree.QName(e).localname not in INLINE_BRACKETS] == []


@EACH
def test_ids_are_unique_and_pointers_arrive(family):
    """Each id is there once, and each pointer of the document points at one of them."""
    root = encoded(family).tree.getroot()
    ids = root.xpath("//@xml:id")
    pointers = [p for value in root.xpath("//@who | //@ref | //@target | //@next | //@prev | //@resp | //@corresp | //@ana")
                for p in value.split() if p.startswith("#")]

    assert len(ids) == len(set(ids))
    assert [p for p in pointers if p[1:] not in ids] == []


RICH = pytest.mark.parametrize("suffix", ["docx", "html", "md", "odt"])
ORIGINAL = re.compile(rb'\s*<bibl type="original">.*?</bibl>', re.DOTALL)


@RICH
def test_a_rich_file_has_the_golden_tei_and_page(tmp_path, request, suffix):
    """The sample document of `tests.rich` has the same golden TEI and page from every format, but for the original that is named."""
    path = tmp_path / f"rich-minutes.{suffix}"
    path.write_bytes({"docx": rich.to_docx, "html": rich.to_html, "md": rich.to_md, "odt": rich.to_odt}[suffix](rich.SAMPLE))
    made = serialize(convert([path], lone(language="en"))[0].tree)
    family, accept = Family(path), request.config.getoption("--accept")
    page = html.render(xml.parse_bytes(made, "rich-minutes.xml"))
    for shared_, short in ((STYLE, r"\1..."), (SCRIPT, r"\1..."), (DIGEST, "sha256-...")):
        page = shared_.sub(short, page)

    assert text(xml.parse_bytes(made, "rich-minutes.xml")) == rich.TEXT.encode()
    held(family, ".xml", ORIGINAL.sub(b"", made), accept=accept)
    held(family, ".html", page.encode(), accept=accept)


@pytest.mark.parametrize("name", ["telegram", "english-trial"])
def test_the_list_of_interventions_is_the_golden_one(name, request):
    """The list of the interventions in a transcript is what it was, cell for cell."""
    family = next(one for one in FAMILIES if one.name == name)
    made = tables.as_csv([of_tree(encoded(family).tree, name)])

    held(family, ".interventions.csv", made, accept=request.config.getoption("--accept"))


@pytest.mark.parametrize("name", ["english-conversation", "memorandum"])
def test_the_report_is_the_golden_one(name, request):
    """The report on a transcript is what it was, line for line."""
    family = next(one for one in FAMILIES if one.name == name)
    made, source = encoded(family), read(family.transcript, family.edition.encoding or None)
    annotation = annotate([source], family.edition)[0]
    shown = as_text(of_document(annotation, made.tree, made.findings, family.transcript.name))

    held(family, ".report", shown.encode(), accept=request.config.getoption("--accept"))
