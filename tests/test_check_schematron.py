"""Schematron: each broken rule is placed at the element, attribute or text that SVRL names."""

from __future__ import annotations

import pytest

from tei_edition import check, stylesheets
from tei_edition.check import _compiled, schematron
from tei_edition.errors import UsageError
from tests.test_check import GOOD, findings

SHEET = """<xsl:package name="urn:test" version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:svrl="http://purl.oclc.org/dsdl/svrl" xmlns:t="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="t">
  <xsl:mode on-no-match="fail"/>
  <xsl:template match="/" as="element()">
    <svrl:schematron-output>
      <xsl:for-each select="{select}">
        <svrl:{kind} location="{{path()}}" {attributes}>
          <svrl:diagnostic-reference diagnostic="d">Do
            this.</svrl:diagnostic-reference>
          <svrl:text>It is   wrong</svrl:text>
        </svrl:{kind}>
      </xsl:for-each>
    </svrl:schematron-output>
  </xsl:template>
</xsl:package>
"""


def refused(tmp_path, monkeypatch, select, kind="failed-assert", attributes='id="r"'):
    """Return what is found with one rule that *select* breaks."""
    path = tmp_path / "rules.xsl"
    path.write_text(SHEET.format(select=select, kind=kind, attributes=attributes))
    monkeypatch.setattr(schematron, "RULES", path)
    return check.check_bytes(GOOD.encode(), "f.xml")


@pytest.mark.parametrize(
    ("select", "place"),
    [
        ("//t:supplied", "12:19-12:28"),
        ("//t:supplied/@reason", "12:37-12:47"),
        ("//t:p[contains(., 'many')]/text()[1]", "12:12-12:18"),
        ("//t:p[contains(., 'many')]/text()[2]", "12:65-12:71"),
        ("/*/@xml:lang", "1:52-1:54"),
        ("//t:body", "10:5-10:10"),
        ("/*", "1:1-1:5"),
    ],
)
def test_place(tmp_path, monkeypatch, select, place):
    """An element, an attribute's value, a text: each is shown under its very characters."""
    found = refused(tmp_path, monkeypatch, select)

    assert [f"{one.start}-{one.end}" for one in found] == [place]
    assert [(one.code, one.message, one.advice) for one in found] == [("sch-r", "It is wrong.", "Do this.")]


@pytest.mark.parametrize(
    ("attributes", "severity"),
    [('id="r"', "error"), ('role="warning"', "warning"), ('flag="info"', "info"), ('role="ERROR"', "error")],
)
def test_weight(tmp_path, monkeypatch, attributes, severity):
    """The weight of a rule is its role, or its flag."""
    found = refused(tmp_path, monkeypatch, "//t:body", "successful-report", attributes)

    assert [one.severity for one in found] == [severity]


def test_rules_that_are_not_there(tmp_path, monkeypatch):
    """Without its rules the toolkit is not whole, and says so."""
    monkeypatch.setattr(schematron, "RULES", tmp_path / "no.xsl")

    with pytest.raises(UsageError, match="install the toolkit anew"):
        check.check_bytes(GOOD.encode())


@pytest.mark.parametrize(
    ("old", "new", "code", "place"),
    [
        ("<p>Words", '<p corresp="#nobody">Words', "sch-pointer", "12:21"),
        ("Words", "W[or]ds", "sch-bracket-in-text", "12:12"),
        ('<supplied reason="subaudible">many</supplied>', "<gap/>", "sch-gap-reason", "12:19"),
    ],
)
def test_our_rules(old, new, code, place):
    """The rules of the toolkit are run, and refuse at the place."""
    assert (code, place) in [(found.code, str(found.start)) for found in findings(old, new)]


def test_not_with_a_schema_of_the_users(tmp_path):
    """The toolkit's rules do not bind documents of another schema."""
    path = tmp_path / "a.rng"
    path.write_text('<element name="sp" xmlns="http://relaxng.org/ns/structure/1.0" ns="http://www.tei-c.org/ns/1.0"><empty/></element>')

    assert check.check_bytes(b'<sp xmlns="http://www.tei-c.org/ns/1.0"/>', "f", check.Schemas((path,))) == ()


RULES = """<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt3">
  <ns prefix="t" uri="http://www.tei-c.org/ns/1.0"/>
  <pattern id="a">{rules}</pattern>
</schema>"""
CONTEXTS = (
    "/", "t:p", "t:sp/t:p | t:note", "*", "/t:TEI", "t:body//@reason", "@*", "text()", "t:p[contains(., '|]')] | t:p[t:supplied]/text()",
    "t:div[t:p[1]]/t:p[2]", "node()", "t:sp/(t:p | t:speaker)", "id('nobody')",
)  # fmt: skip


@pytest.mark.parametrize("context", CONTEXTS)
def test_nodes_offered_by_name_are_all_that_fit(tmp_path, monkeypatch, context):
    """Whether the rules walk through the document or find their nodes by name, they report the same, in the same order."""
    rules = "".join(f'<rule context="{one}"><report test="true()" id="{name}">.</report></rule>' for name, one in (("r", context), ("s", "t:p")))
    path = tmp_path / "rules.sch"
    path.write_text(RULES.format(rules=rules.replace("&", "&amp;")))

    by_name = _reported(path)
    monkeypatch.setattr("tei_edition.odd.schematron_xslt.offered", lambda _: None)
    _compiled._kept.cache_clear()
    stylesheets._compiled.clear()
    assert by_name == _reported(path)
    assert by_name


def _reported(path):
    found = check.check_bytes(GOOD.encode(), "f.xml", check.Schemas((path,)))
    return [(one.code, one.element, one.start) for one in found if one.code.startswith("sch")]
