"""Reports for other programs, read by these programs: SARIF, JUnit, SVRL, GitHub, GitLab, and a page."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from typing import TYPE_CHECKING

import jsonschema
import junitparser
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree, html

from tei_edition.check import check_bytes, reports
from tei_edition.check.reports._run import Run
from tei_edition.model import Finding, Position
from tests.conftest import absent, program

if TYPE_CHECKING:
    from pathlib import Path

BROKEN = b"""<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en">
 <teiHeader><fileDesc><titleStmt><title>Notes</title></titleStmt><publicationStmt/><sourceDesc><p>None.</p></sourceDesc></fileDesc></teiHeader>
 <text xml:space="preserve"><body><div xml:id="s1"><p>We <persname>saw</persname> <supplied cert="hi">it</supplied></p></div></body></text>
</TEI>
"""
ODD = (
    Finding("a b/%,:\u00fc.xml", "rng-x", "One, two:\nthree 100% \x01\u2028 ]]> <&>", "Do\r\nit.", Position(3, 2), Position(5, 1), "info", "<a>"),
    Finding("c.xml", "xml", "Nothing is here."),
)
GITLAB = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": r"^(?!\./)"},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}, "end": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}
"""The fields of GitLab's code quality report, as its documentation names them."""

SVRL = """
namespace svrl = "http://purl.oclc.org/dsdl/svrl"
start = element svrl:schematron-output {
  attribute title { text }?,
  (element svrl:active-pattern { attribute documents { xsd:anyURI }?, empty },
   (element svrl:fired-rule { attribute context { text }, empty },
    element svrl:failed-assert {
      attribute id { text }?, attribute test { text }, attribute location { text }, attribute role { text }?,
      element svrl:text { text }
    }*)+)+
}
"""
"""The part of SVRL (ISO/IEC 19757-3, annex D) that a report without diagnostics uses."""


@pytest.fixture(scope="module")
def broken() -> tuple[Finding, ...]:
    """Return the findings in a file with three mistakes of three kinds."""
    return check_bytes(BROKEN, "broken.xml")


def test_each_finding_is_one_line_of_json(broken: tuple[Finding, ...]) -> None:
    """JSON Lines holds the objects of the JSON report, one a line."""
    assert [json.loads(line) for line in reports.report("jsonl", broken).splitlines()] == json.loads(reports.report("json", broken))


@pytest.mark.parametrize("which", ["broken", "odd", "none"])
def test_sarif_is_valid(which: str, broken: tuple[Finding, ...], tmp_path: Path) -> None:
    """The validator of SARIF's makers finds no error, whatever the words hold."""
    found = {"broken": broken, "odd": ODD, "none": ()}[which]
    file, result = tmp_path / "report.sarif", tmp_path / "result.sarif"
    file.write_text(reports.report("sarif", found, checked=["broken.xml"]), encoding="utf-8")
    command = [_multitool(), "validate", str(file), "--output", str(result), "--log", "ForceOverwrite"]
    said = subprocess.run(command, capture_output=True, text=True, check=False, env=os.environ | {"DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"})
    assert result.exists(), said.stdout + said.stderr
    told = json.loads(result.read_text(encoding="utf-8-sig"))["runs"][0]["results"]
    assert [one for one in told if one.get("level") == "error"] == []
    assert said.returncode == 0, said.stdout


def _multitool() -> str:
    found = os.environ.get("SARIF_MULTITOOL") or shutil.which("sarif-multitool")
    if not found:
        absent("sarif-multitool", "`npm install @microsoft/sarif-multitool`, or name it in SARIF_MULTITOOL")
    return found or ""


def test_sarif_points_at_the_characters(broken: tuple[Finding, ...]) -> None:
    """A region in SARIF is the stretch at fault, its end exclusive, and its rule is the one with that index."""
    run = json.loads(reports.report("sarif", broken))["runs"][0]
    result = next(one for one in run["results"] if one["ruleId"] == "rng-value")
    region = result["locations"][0]["physicalLocation"]["region"]
    assert region["snippet"]["text"][region["startColumn"] - 1 : region["endColumn"] - 1] == "hi"
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == "rng-value"


def test_junit_counts(broken: tuple[Finding, ...], tmp_path: Path) -> None:
    """A build server reads a failed test for each error, and a passed one for a file in order."""
    file = tmp_path / "junit.xml"
    file.write_text(reports.report("junit", [*broken, *ODD], checked=["good.xml", "broken.xml"]), encoding="utf-8")
    read = junitparser.JUnitXml.fromfile(str(file))
    suites = {suite.name: suite for suite in read}
    errors = sum(finding.severity == "error" for finding in broken)
    assert (suites["broken.xml"].failures, suites["broken.xml"].tests) == (errors, len(broken))
    assert (suites["good.xml"].failures, suites["good.xml"].tests) == (0, 1)
    assert read.failures == errors + 1


def test_gitlab_reads_the_fields(broken: tuple[Finding, ...]) -> None:
    """GitLab finds the fields its documentation names, each finding with a mark of its own."""
    issues = json.loads(reports.report("gitlab", [*broken, *ODD]))
    jsonschema.validate(issues, GITLAB)
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)


def test_github_reads_its_commands() -> None:
    """A command for GitHub is one line; what would end it, or a property of it, is escaped."""
    lines = reports.report("github", ODD).split("\n")
    assert lines == [
        "::notice file=a b/%25%2C%3A\u00fc.xml,line=3,endLine=5,title=rng-x::One, two: three 100%25 \x01 ]]> <&> Do it.",
        "::error file=c.xml,title=xml::Nothing is here.",
        "",
    ]


def test_github_columns_are_inclusive() -> None:
    """The last column of an annotation is that of the last character at fault."""
    told = reports.report("github", [Finding("f.xml", "x", "m", start=Position(2, 4), end=Position(2, 7))])
    assert told == "::error file=f.xml,line=2,endLine=2,col=4,endColumn=6,title=x::m\n"


def test_svrl_is_valid(broken: tuple[Finding, ...], tmp_path: Path) -> None:
    """SVRL has the structure of its standard."""
    (tmp_path / "svrl.rnc").write_text(SVRL, encoding="utf-8")
    files = []
    for number, found in enumerate((broken, ODD, ())):
        files.append(tmp_path / f"{number}.svrl")
        files[-1].write_text(reports.report("svrl", found, checked=["broken.xml"]), encoding="utf-8")
    done = subprocess.run([program("jing"), "-c", tmp_path / "svrl.rnc", *files], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")


def test_svrl_paths_lead_to_the_element(broken: tuple[Finding, ...]) -> None:
    """The location in SVRL is an XPath that finds the element at fault."""
    tree = etree.fromstring(BROKEN)
    report = etree.fromstring(reports.report("svrl", broken).encode())
    failed = {one.get("id"): one.get("location") for one in report.iter("{*}failed-assert")}
    assert [etree.QName(one).localname for one in tree.xpath(failed["rng-element"])] == ["persname"]
    assert [etree.QName(one).localname for one in tree.xpath(failed["rng-missing"])] == ["publicationStmt"]


def test_page_shows_each_finding(broken: tuple[Finding, ...]) -> None:
    """The page marks the very characters, and what the words hold stays words."""
    page = html.fromstring(reports.report("html", [*broken, *ODD], checked=["broken.xml", "good.xml"]))
    assert len(page.findall(".//li")) == len(broken) + len(ODD)
    assert "hi" in [mark.text for mark in page.iter("mark")]
    assert "]]> <&>" in page.text_content()
    assert not list(page.iter("script"))


@given(st.lists(st.builds(Finding, st.sampled_from("ab"), st.sampled_from("xy"), st.sampled_from("mn"), excerpt=st.sampled_from("pq"))))
def test_marks_stay_when_lines_move(found: list[Finding]) -> None:
    """A finding keeps its mark when it moves to another line, and no two findings share one."""
    moved = [Finding(one.path, one.code, one.message, start=Position(7, 1), excerpt=f"  {one.excerpt}") for one in found]
    marks = Run(tuple(found)).fingerprints()
    assert Run(tuple(moved)).fingerprints() == marks
    assert len(set(marks)) == len(marks)
    assert all(re.fullmatch("[0-9a-f]{64}", mark) for mark in marks)


@settings(deadline=None)
@given(st.text(), st.text(), st.sampled_from(reports.names()))
def test_no_words_break_a_report(message: str, excerpt: str, name: str) -> None:
    """Any words at all stand in any report, and the same report comes out each time."""
    findings = [Finding("f.xml", "x", message, excerpt, Position(1, 1), Position(1, 2), "warning", excerpt)]
    assert reports.report(name, findings, checked=["f.xml"]) == reports.report(name, findings, checked=["f.xml"])


def test_markdown_is_a_table() -> None:
    """Each finding is one row of three cells, and no word of it is markup."""
    lines = reports.report("markdown", ODD).splitlines()
    assert lines[0] == "1 error, 1 note in 2 files."
    assert [line.count("|") for line in lines[2:]] == [4, 4, 4, 4]
    assert "&#60;&#38;&#62;" in lines[4]
