"""Whatever `check` can print has a case that is refused, one that is accepted, a page, and an explanation."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from lxml import etree

import tei_edition
from tei_edition import explaining
from tei_edition.check._pages import FOLDER as PAGES
from tei_edition.check.rules import rules
from tei_edition.relaxng.matching.faults import CODES
from tei_edition.resources import SCHEMAS
from tests.check_cases import CASES, cases

PACKAGE = Path(tei_edition.__file__).parent
CODE = re.compile(r"(xml|include|ignore|schema)-[a-z-]+|entry-unused|bracket-[a-z]+|label-misspelt|label-refused|text-missing")
MAKERS = {"finding", "error", "Finding", "Refused", "_whole", "_finding"}
"""What makes a finding; its code is a word among its arguments."""

ALONE = {
    "include-size": "a case would be a hundred million bytes large; a test of inclusions makes one",
    "schema-datatype": "a fault of a schema, which is told when it is read", "schema-encoding": "the same", "schema-grammar": "the same",
    "schema-id": "the same", "schema-names": "the same", "schema-reference": "the same", "schema-restriction": "the same",
    "schema-syntax": "the same",
}  # fmt: skip
"""Codes without cases, and why."""

FROM_TRANSCRIPTS = ("character", "encoding", "mojibake", "language")
"""Codes of transcripts that are written out as constants elsewhere."""


def _written() -> set[str]:
    """Return the codes that are written out where findings are made."""
    found: set[str] = set()
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", "")) in MAKERS:
                words = [part.value for part in ast.walk(node) if isinstance(part, ast.Constant) and isinstance(part.value, str)]
                found |= {word for word in words if CODE.fullmatch(word)}
    return found


def _printable() -> set[str]:
    """Return every code that `check` can print."""
    schematron = {f"sch-{rule.get('id')}" for rule in etree.parse(SCHEMAS / "tei_edition.sch").iter("{*}assert", "{*}report") if rule.get("id")}
    return {*_written(), *CODES.values(), *schematron, *rules(), *FROM_TRANSCRIPTS, "xml-syntax", "entry-unused"} - {"xml-model"}


PRINTABLE = sorted(_printable() - ALONE.keys())


def test_codes_are_found() -> None:
    """The list of what can be printed is no empty one, whatever becomes of the code that it is read from."""
    assert {"xml-ampersand", "xml-duplicate-id", "rng-element", "sch-gap-reason", "include-loop", "ignore-form", "bracket-unknown"} <= set(PRINTABLE)
    assert len(PRINTABLE) > 80


@pytest.mark.parametrize("code", PRINTABLE)
def test_code_has_cases(code: str) -> None:
    """What is refused by a code is, and what is accepted by it is."""
    if code in rules():
        return
    for kind in ("refused", "accepted"):
        found = list(cases(code, kind))
        assert found, f"tests/check/{code} has nothing that is {kind}"
        for case, findings in found:
            assert (code in {one.code for one in findings}) == (kind == "refused"), case


@pytest.mark.parametrize("code", PRINTABLE)
def test_code_is_explained(code: str) -> None:
    """Each code has a page, and an explanation of its own, not only of its family."""
    assert (PAGES / f"{code}.md").is_file()
    assert code in explaining.explain(code)


def test_no_case_without_a_code() -> None:
    """There are no cases of a code that cannot be printed."""
    assert {path.name for path in CASES.iterdir() if path.is_dir()} == set(PRINTABLE)


def test_what_is_alone_is_explained_elsewhere() -> None:
    """A code is on the list of those without cases only as long as it is written somewhere."""
    written = "".join(path.read_text(encoding="utf-8") for path in (PACKAGE / "relaxng").rglob("*.py"))
    assert ALONE.keys() - {"include-size"} <= set(re.findall(r"schema-[a-z]+", written))
    assert "include-size" in explaining.codes()
