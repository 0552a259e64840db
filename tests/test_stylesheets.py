"""Running stylesheets: found without a list, refused in their own words, shut off from files and network."""

from __future__ import annotations

import multiprocessing
from pathlib import Path

import pytest
from lxml import etree

from tei_edition import stylesheets
from tei_edition.errors import TransformError
from tei_edition.resources import XSLT

XSL = "{http://www.w3.org/1999/XSL/Transform}"
SHEETS = sorted(XSLT.rglob("*.xsl"))
SHEET = """<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:param name="word" select="'none'"/><xsl:output method="text"/><xsl:template match="/">{body}</xsl:template></xsl:stylesheet>"""


def sheet(folder: Path, body: str) -> Path:
    """Write a stylesheet whose rule for the document is *body*."""
    path = folder / "sheet.xsl"
    path.write_text(SHEET.format(body=body), encoding="utf-8")
    return path


def tree(markup: str = "<a/>") -> etree._ElementTree:
    """Return *markup* parsed."""
    return etree.ElementTree(etree.fromstring(markup))


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: str(path.relative_to(XSLT)))
def test_everything_has_a_type(path: Path) -> None:
    """Each template, function, parameter and variable says its type."""
    declarations = tuple(XSL + name for name in ("template", "function", "param", "variable"))
    untyped = [element.sourceline for element in etree.parse(path).iter(*declarations) if not element.get("as")]

    assert untyped == []


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: str(path.relative_to(XSLT)))
def test_every_file_explains_itself(path: Path) -> None:
    """Each stylesheet opens with a comment that says what it is for."""
    before = etree.parse(path).getroot().getprevious()

    assert before is not None
    assert len(before.text.split()) > 4


def test_packages_are_found_by_their_file() -> None:
    """Every package in the folder has a name, and an included file has none."""
    assert "common" in stylesheets.names()
    assert "marks" not in stylesheets.names()


def test_text_of_any_script_passes(tmp_path: Path) -> None:
    """Characters outside the basic plane and in parameters arrive as they are."""
    path = sheet(tmp_path, '<xsl:value-of select="., $word"/>')

    assert stylesheets.transform_path(path, tree("<a>Ж😀</a>"), {"word": "שלום"}) == "Ж😀 שלום"


def test_parameters_do_not_stay(tmp_path: Path) -> None:
    """A parameter given once is not there the next time."""
    path = sheet(tmp_path, '<xsl:value-of select="$word" separator="+"/>')
    first = stylesheets.transform_path(path, tree(), {"word": ["a", "b"]})

    assert (first, stylesheets.transform_path(path, tree())) == ("a+b", "none")


def test_a_stylesheet_stops_in_its_own_words(tmp_path: Path) -> None:
    """What a stylesheet says when it stops is the error's message, and the next run is not disturbed."""
    path = sheet(tmp_path, '<xsl:if test="b"><xsl:message terminate="yes">no rule for b — in t1</xsl:message></xsl:if>')
    with pytest.raises(TransformError, match=r"^no rule for b — in t1$"):
        stylesheets.transform_path(path, tree("<b/>"))

    assert stylesheets.transform_path(path, tree()) == ""


def test_a_fault_in_a_stylesheet_names_the_file(tmp_path: Path) -> None:
    """A stylesheet that cannot be compiled is named, with the line."""
    path = sheet(tmp_path, '<xsl:value-of select="1 +"/>')
    with pytest.raises(TransformError, match=r"sheet\.xsl.*line 2"):
        stylesheets.transform_path(path, tree())


@pytest.mark.parametrize("call", ["unparsed-text({})", "doc({})", "json-doc({})", "transform(map{{'stylesheet-location': {}}})"])
def test_nothing_is_opened_while_it_runs(tmp_path: Path, call: str) -> None:
    """No stylesheet can read a file, wherever the address comes from."""
    secret = tmp_path / "secret.xml"
    secret.write_text("<a>secret</a>", encoding="utf-8")
    path = sheet(tmp_path, f'<xsl:value-of select="{call.format("string(.)")}"/>')
    with pytest.raises(TransformError):
        stylesheets.transform_path(path, tree(f"<a>{secret.as_uri()}</a>"))


def test_standard_error_stays_quiet(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Saxon writes nothing to standard error itself."""
    path = sheet(tmp_path, '<xsl:message>said</xsl:message><xsl:message terminate="yes">stop</xsl:message>')
    with pytest.raises(TransformError):
        stylesheets.transform_path(path, tree())

    assert capfd.readouterr() == ("", "")


def _forked(path: Path) -> str:
    return stylesheets.transform_path(path, tree("<a>child</a>"))


@pytest.mark.skipif("fork" not in multiprocessing.get_all_start_methods(), reason="this system does not fork")
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_forked_workers_have_their_own_processor(tmp_path: Path) -> None:
    """Workers forked after the parent used Saxon give the same results."""
    path = sheet(tmp_path, '<xsl:value-of select="."/>')
    stylesheets.transform_path(path, tree("<a>parent</a>"))
    with multiprocessing.get_context("fork").Pool(2) as pool:
        assert pool.map(_forked, [path] * 4) == ["child"] * 4
