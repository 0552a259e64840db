"""Checking files: which are checked, in what order, each mistake once, and what the exit code is."""

from __future__ import annotations

import json

import pytest

from tei_edition import check, registry, xml
from tei_edition.errors import UsageError
from tei_edition.model import Finding, Position

GOOD = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en">
  <teiHeader>
    <fileDesc>
      <titleStmt><title>A session</title></titleStmt>
      <publicationStmt><p>Unpublished.</p></publicationStmt>
      <sourceDesc><p>A transcript.</p></sourceDesc>
    </fileDesc>
  </teiHeader>
  <text xml:space="preserve">
    <body>
      <div xml:id="s1">
        <p>Words, <supplied reason="subaudible">many</supplied> words.</p>
      </div>
    </body>
  </text>
</TEI>
"""


def findings(old: str = "", new: str = "") -> tuple[Finding, ...]:
    """Return what is found in the good document with *old* made *new*."""
    assert old in GOOD
    return check.check_bytes(GOOD.replace(old, new, 1).encode(), "f.xml")


def said(old: str, new: str) -> list[str]:
    """Return the same as lines of place, code and message."""
    return [f"{found.start} {found.code}: {found.message}" for found in findings(old, new)]


def test_good_document():
    """A document without a mistake gives no finding."""
    assert findings() == ()


def test_every_checker_has_its_shape():
    """Each module of the folder says for which files it is, after which it comes, and how its codes begin."""
    checkers = {name: module for name, module in registry.modules(check).items() if not hasattr(module, "__path__")}

    assert {"wellformed", "relaxng", "schematron"} <= set(checkers)
    for module in checkers.values():
        assert module.CODE or module.rules()
        assert module.SUFFIXES
        assert set(module.AFTER) <= set(checkers)
        assert callable(module.check)


def test_ill_formed_document_is_one_finding():
    """Where the XML breaks off nothing else is checked."""
    assert said("<p>Words", "<p>Words & words") == ["12:18 xml-ampersand: an ampersand stands alone."]


def test_one_mistake_is_one_finding():
    """A misspelt reason is told once: not that a reason is missing as well."""
    assert said('<supplied reason="subaudible">many</supplied>', '<gap reson="illegible"/>') == [
        "12:24 rng-attribute: <gap> has no attribute reson."
    ]
    assert [found.code for found in findings('<supplied reason="subaudible">many</supplied>', "<gap/>")] == ["sch-gap-reason"]


def test_findings_come_in_the_order_of_the_file():
    """What the checkers find is sorted by place, whoever found it."""
    found = findings("<p>Words, ", '<p who="#x">Word[s], <persname/> <placeName ref="#y"/>')

    assert [finding.start for finding in found] == sorted(finding.start for finding in found)
    assert {"rng", "sch"} == {finding.code[:3] for finding in found}


def test_folder(tmp_path):
    """Of a folder every XML file at any depth is checked, hidden ones left out, each once, in the order of the names."""
    for name in ("b.xml", "a/c.xml", "a.xml", ".hidden.xml", ".git/x.xml", "no.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("<")
    found = check.check([tmp_path, tmp_path / "b.xml"])

    assert [str(tmp_path / name) for name in ("a/c.xml", "a.xml", "b.xml")] == [finding.path for finding in found]


def test_paths_that_are_not_there(tmp_path):
    """A path that is not there, and a folder without XML, cannot be checked."""
    with pytest.raises(UsageError, match="no such file or folder"):
        check.check([tmp_path / "no.xml"])
    with pytest.raises(UsageError, match=r"no \.xml file in this folder"):
        check.check([tmp_path])


def test_standard_input():
    """Bytes without a file are named as standard input."""
    assert [finding.path for finding in check.check_bytes(b"<")] == ["<stdin>"]


@pytest.mark.parametrize(
    ("severities", "strict", "code"),
    [([], False, 0), (["warning"], False, 0), (["warning"], True, 1), (["info"], True, 0), (["info", "error"], False, 1)],
)
def test_exit_code(severities, strict, code):
    """An error fails, a warning only where one is strict, a note never."""
    found = [Finding("f", "x", "m", severity=severity) for severity in severities]

    assert code == check.exit_code(found, strict=strict)


def test_place_in_the_transcript(tmp_path):
    """Where a source map stands beside the TEI, a finding says the transcript's line, if the map fits the file."""
    (tmp_path / "f.xml").write_text(GOOD.replace("reason=", "reson="))
    entry = {"path": "/2/1/1/1", "id": None, "element": "p", "line": 7, "column": 3}
    (tmp_path / "f.map.json").write_text(json.dumps({"transcript": "f.txt", "entries": [entry]}))

    assert check.check([tmp_path / "f.xml"])[0].advice.endswith("? It comes from f.txt:7:3.")
    (tmp_path / "f.map.json").write_text(json.dumps({"transcript": "f.txt", "entries": [{**entry, "rule": "prose"}]}))
    assert check.check([tmp_path / "f.xml"])[0].advice.endswith("? It comes from f.txt:7:3, where the rule prose made it.")
    (tmp_path / "f.map.json").write_text(json.dumps({"transcript": "f.txt", "entries": [{**entry, "element": "sp"}]}))
    assert check.check([tmp_path / "f.xml"])[0].advice.endswith("?")
    (tmp_path / "f.map.json").write_text("[")
    assert check.check([tmp_path / "f.xml"])[0].advice.endswith("?")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_other_encodings(encoding):
    """A file in another encoding has its findings at the same places."""
    text = GOOD.replace("Words, <supplied", "漢é𝔸, <suplied").replace("</supplied", "</suplied").replace("\n", "\r\n")

    assert [str(found.start) for found in check.check_bytes(text.encode(encoding))] == ["12:17"]


def test_deepest_document():
    """The deepest nesting that is read passes through every checker."""
    deep = "<hi>" * (xml.DEPTH - 6) + "x" + "</hi>" * (xml.DEPTH - 6)

    assert check.check_bytes(GOOD.replace("many", deep).encode()) == ()
    assert [found.code for found in check.check_bytes(GOOD.replace("many", "<hi>" * 5000 + "</hi>" * 5000).encode())] == ["xml-depth"]


def test_position_sorts_before_none():
    """A finding of the file as a whole comes first."""
    assert Position(0, 0) < Position(1, 1)


@pytest.mark.parametrize(
    ("old", "new", "codes"),
    [
        ("<title>A session</title>", "", ["rng-missing"]),
        ("A session", "", ["header-title"]),
        ('<supplied reason="subaudible">many</supplied>', "[many]", ["sch-bracket-in-text"]),
        ("Words, ", '<date from="1987" to="1986">then</date> ', ["sch-date-order"]),
        ("Words, ", '<persName ref="#x">O</persName> ', ["sch-pointer"]),
        ("Words, ", "<hi/>", ["empty-element"]),
        ("<p>Unpublished.</p>", 'Archive<date when="1986">1986</date>', ["rng-text"]),
    ],
)
def test_what_two_rules_say_is_told_once(old: str, new: str, codes: list[str]) -> None:
    """A mistake that two checkers see, or two rules of one, is one finding."""
    assert [finding.code for finding in findings(old, new)] == codes


@pytest.mark.parametrize(("tag", "meant"), [("i", '<hi rend="italic">'), ("br", "<lb/>"), ("LI", "<item>")])
def test_tags_of_html(tag: str, meant: str) -> None:
    """Of an element of HTML is said what it is in TEI; of another one that the schema has not, what may stand there."""
    assert findings("Words", f"<{tag}/>Words")[0].advice == f"In TEI this is {meant}."
    assert findings("Words", "<xyz/>Words")[0].advice.startswith("Here may stand")


@pytest.mark.parametrize("name", ["f.tei", "f.odd", "f.XML", "f.xml.bak", "f"])
def test_a_file_that_is_named_is_checked(tmp_path, name):
    """A file that is named is checked whatever its name ends in; no file goes by without a look."""
    (tmp_path / name).write_text(GOOD.replace("<p>Words", "<p>Words & words"))
    assert [finding.code for finding in check.check([tmp_path / name])] == ["xml-ampersand"]


@pytest.mark.parametrize(
    ("old", "new", "advice"),
    [
        ("<p>Unpublished.</p>", 'Archive<date when="1986">1986</date>', "Put it into a <distributor>, or take it out."),
        ("<body>", "", "Put it into a <body>."),
        ("<p>Words", "Words<p>", "Put it into a <p>, or take it out."),
        ("Words", '<date when="1986-02-30">then</date>', "There is no such day."),
        ("Words", '<date when="1986-5-3">then</date>', 'Write "1986-05-03".'),
        ("<TEI ", '<TEI xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="a b" ', "It is of XML Schema, by which"),
        ("<p>Words", "<p><p>Words</p>", "Close <p> before it"),
    ],
)
def test_what_a_beginner_is_told(old, new, advice):
    """What to do is what the next words of the file allow, not only what may stand at the place."""
    text = GOOD.replace("</body>", "") if old == "<body>" else GOOD
    found = check.check_bytes(text.replace(old, new, 1).encode(), "f.xml")

    assert found[0].advice.startswith(advice)
    assert len([finding for finding in found if finding.severity == "error"]) == 1
