"""Every meaning of a bracket: the cases that a scholar can read, and random nestings in every house."""

from __future__ import annotations

import subprocess
from collections import Counter
from pathlib import Path

import pytest
from lxml import etree

from tei_edition import annotation, notation, profiles, registry
from tei_edition.annotation import annotate
from tei_edition.edition import lone
from tei_edition.encode import serialize
from tei_edition.encode.transcript import text
from tei_edition.ingest.txt import read
from tei_edition.notation import Case
from tei_edition.rules import brackets
from tests.brackets_cases import encoded, every, tei
from tests.conftest import ROOT, program

CASES = every()
RULES = {name.replace("_", "-") for name in registry.modules(brackets)} - {"remark"}
"""The classes of the rules; what `remark` reads is a note or an explanation."""


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_cases(case: Case):
    """Each bracket of a case has the class that the case says, its TEI is the one shown, and the text comes back."""
    classes, made = encoded(case)

    assert (classes, tei(made)) == (case.classes, case.tei)
    assert text(etree.ElementTree(etree.fromstring(serialize(made.tree)))) == case.transcript.encode()


@pytest.mark.parametrize(("remark", "count"), [("Indeed.", "1 word,"), ("Quite so then.", "3 words,")])
def test_evidence_counts_in_good_grammar(remark: str, count: str):
    """The evidence says one word and three words."""
    source = read(f"The pilot wept. [{remark}] They left.\n".encode(), "case.txt")
    evidence = [span.evidence for span in annotate([source], lone(profiles.DEFAULT))[0].spans if span.kind == "bracket"]
    assert evidence == [f"It stands by itself with {count} and no wording names a meaning."]


def test_each_meaning_has_cases():
    """Every rule has at least three cases that it reads and two traps that look like it."""
    meant = Counter(case.file for case in CASES if not case.is_trap)
    traps = Counter(case.file for case in CASES if case.is_trap)

    assert {name: (meant[name], traps[name]) for name in sorted(RULES) if meant[name] < 3 or traps[name] < 2} == {}


def test_notation_is_fresh():
    """The page that explains the notation is what the rules and the cases say now."""
    assert notation.PAGE.read_text(encoding="utf-8") == notation.page()


def test_no_case_clashes():
    """No case is read by two rules that are equally strong, and none finds no lawful place."""
    codes = [finding.code for case in CASES for finding in encoded(case)[1].findings]

    assert {"rules-clash", "span-misplaced"}.isdisjoint(codes)


def test_cases_are_valid(tmp_path: Path):
    """The TEI of every case is valid by the schema under jing."""
    paths = [tmp_path / f"{number}.xml" for number, _ in enumerate(CASES)]
    for path, case in zip(paths, CASES, strict=True):
        path.write_bytes(serialize(encoded(case)[1].tree))

    assert invalid(paths) == ""


def invalid(paths: list[Path]) -> str:
    """Return what jing says of the files at *paths*."""
    grammar = ROOT / "schemas" / "tei_edition.rng"
    return subprocess.run([program("jing"), str(grammar), *map(str, paths)], capture_output=True, text=True, check=False).stdout


def test_no_rule_is_stronger_than_it_says(monkeypatch: pytest.MonkeyPatch):
    """The rank of a rule is that of the strongest evidence it can have: asked in reverse, they say the same."""
    usual = [encoded(case)[0] for case in CASES]
    weakest_first = tuple(reversed(annotation._by_rank()))
    monkeypatch.setattr(annotation, "_by_rank", lambda: weakest_first)

    assert [encoded(case)[0] for case in CASES] == usual


ROWS = {
    1: "subaudible", 2: "omitted", 3: "explanation", 4: "name", 5: "role", 6: "topic", 7: "heading", 8: "word-part", 9: "date-place",
    10: "conjecture", 11: "unread-count", 12: "illegible", 13: "lost-letters", 14: "omission", 15: "ellipsis", 16: "redaction",
    17: "deletion", 18: "correction", 19: "sic", 20: "expansion", 21: "garble", 22: "event", 23: "pause", 24: "delivery", 25: "alias",
    26: "note", 27: "note", 28: "page", 29: "footnote-mark", 30: "source", 31: "signature-mark", 32: "blank", 33: "margin",
    34: "correction", 35: "figure", 36: "witness", 37: "surplus", 38: "original", 39: "agenda", 40: "multi-paragraph",
    41: "nested-inner", 42: "unbalanced", 43: "original", 44: "unknown",
}
"""The meanings of brackets, in the order of the taxonomy, and the class under which each has its cases."""

SHOWS = {26: 'type="translator"', 27: 'type="editorial"', 34: "<corr", 43: 'rend="brackets"'}
"""What the TEI of a case must show where two rows share a class."""


def test_each_row_of_the_taxonomy_has_cases():
    """Each of the 44 meanings has at least three cases that show it, of two that share a class its own, and two traps."""
    assert sorted(ROWS) == list(range(1, 45))
    wanting = {}
    for row, class_ in ROWS.items():
        own = [case for case in CASES if case.file == class_ and not case.is_trap and SHOWS.get(row, "") in " ".join(case.tei)]
        own = [case for case in own if case.profile == "smithsonian"] if row == 34 else own
        traps = [case for case in CASES if case.file == class_ and case.is_trap]
        if len(own) < 3 or len(traps) < 2:
            wanting[row] = len(own), len(traps)

    assert wanting == {}


def test_no_mark_stands_in_the_text():
    """No bracket that markup replaces stands in the TEI as text, too: only the document's own and those without a partner do."""
    kept = {"rend": "brackets", "type": "unbalanced"}
    for case in CASES:
        text_ = encoded(case)[1].tree.getroot().find("{*}text")
        assert text_ is not None
        for element in list(text_.iter("{*}seg")):
            if any(element.get(name) == value for name, value in kept.items()):
                element.text = (element.text or "").translate({ord(mark): None for mark in "[]"})
        assert not set("[]") & set("".join(text_.itertext())), case.name
