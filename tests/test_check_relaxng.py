"""RELAX NG: what does not fit is shown at the very characters, once, with what may stand there."""

from __future__ import annotations

import re
import subprocess

import pytest

from tei_edition import check
from tei_edition.check.relaxng import OWN
from tei_edition.errors import UsageError
from tests.conftest import program, shared
from tests.test_check import GOOD, findings

RNG = "http://relaxng.org/ns/structure/1.0"
P = '<p>Words, <supplied reason="subaudible">many</supplied> words.</p>'

CASES = {
    "a misspelt element": (
        P,
        "<p>In <placename>Vienna</placename></p>",
        "12:15-12:25 <placename> is not in this schema. Did you mean <placeName>?",
    ),
    "a misspelt attribute": ("reason=", "reson=", "12:29-12:34 <supplied> has no attribute reson. Did you mean reason"),
    "an attribute in the wrong case": ("reason=", "Reason=", "12:29-12:35 <supplied> has no attribute Reason. Did you mean reason"),
    "a value": (
        'reason="subaudible"',
        'cert="hihg"',
        '12:35-12:39 cert must be high, medium, low, unknown or a number from 0 to 1, not "hihg". Did you mean "high"?',
    ),
    "a date": (
        "many",
        '<date when="13.11.1986">now</date>',
        '12:61-12:71 when must be a date or time such as 1986, 1986-11, 1986-11-13 or 14:30:00, not "13.11.1986". Write the year first',
    ),
    "text where none may stand": (
        '<div xml:id="s1">',
        '<div xml:id="s1"> x y ',
        '11:25-11:28 text cannot stand directly in <div>: "x y". Put it into a <p>, or take it out.',
    ),
    "text after an element": (P, f"{P} late", '12:76-12:80 text cannot stand directly in <div>: "late".'),
    "an element in the wrong place": (P, f"{P}<title>x</title>", "12:75-12:81 <title> cannot stand in <div>. Put it into a <p>."),
    "an element after a nested division": (
        P,
        f"<div>{P}</div>{P}{P}",
        "12:86-12:88 <p> cannot follow <div> in <div>. Put it before that <div>, or into a <div>:",
    ),
    "a missing element": ("<title>A session</title>", "", "4:18-4:30 <titleStmt> is empty. It needs <title>."),
    "a missing element before another": (
        "<titleStmt><title>A session</title></titleStmt>",
        "",
        "5:7-5:23 <titleStmt> is missing before <publicationStmt>. <fileDesc> must have it there.",
    ),
    "an element given twice": (
        "<publicationStmt>",
        "<publicationStmt><p>x</p></publicationStmt><publicationStmt>",
        "5:50-5:66 <publicationStmt> may stand only once in <fileDesc>. Take one of the two out",
    ),
    "an empty element that must not be": (
        '<div xml:id="s1">\n        ' + P + "\n      </div>",
        "<sp/>",
        "11:7-11:10 <sp> is empty. It needs <p>, <ab>,",
    ),
    "no namespace": (
        ' xmlns="http://www.tei-c.org/ns/1.0"',
        "",
        '1:1-1:5 <TEI> is in no namespace, and must be in another. Write xmlns="http://www.tei-c.org/ns/1.0" in its tag',
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_refused(name):
    """Each mistake is one finding under the very characters, and says what to do."""
    old, new, expected = CASES[name]
    found = [finding for finding in findings(old, new) if finding.code.startswith("rng")]

    assert [expected] == [f"{one.start}-{one.end} {one.message} {one.advice}"[: len(expected)] for one in found]


def test_several_mistakes_are_all_told():
    """A mistake does not hide the next one, and brings no follow-up."""
    text = GOOD.replace(P, '<p><hi rnd="x">a</hi> <suplied reson="y">b</suplied></p><zzz/><p><unclear cert="z">c</unclear></p>')
    found = check.check_bytes(text.encode(), "f.xml")

    assert [finding.message for finding in found] == [
        "<hi> has no attribute rnd.",
        "<suplied> is not in this schema.",
        "<suplied> has no attribute reson.",
        "<zzz> is not in this schema.",
        'cert must be high, medium, low, unknown or a number from 0 to 1, not "z".',
    ]


def test_where_an_element_may_stand():
    """A known element in the wrong place is told where it may stand."""
    advice = findings(P, f"<p><div>{P}</div></p>")[0].advice

    assert advice == "Close <p> before it: in <div> it may stand there."
    advice = findings(P, f"<p><hi><div>{P}</div></hi></p>")[0].advice
    assert advice.startswith("<div> may stand in <back>, <body>, <div> or <front>. Here may stand <hi>, <supplied>, <title>,")


def schema(tmp_path, pattern, head=""):
    """Return the path of a grammar whose start is *pattern*."""
    path = tmp_path / "a.rng"
    path.write_text(
        f'<grammar xmlns="{RNG}" datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes"><start>{pattern}</start>{head}</grammar>'
    )
    return path


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("no.rng", None, "there is no such schema"),
        ("a.rng", "<a/>", "a.rng:1:1: "),
        ("a.rng", "<grammar", "never ends"),
        ("a.rng", f'<grammar xmlns="{RNG}"><start><ref name="x"/></start></grammar>', "a.rng:1:"),
        ("a.rnc", "start = x", "a.rnc:1:"),
    ],
)
def test_schema_that_is_none(tmp_path, name, text, expected):
    """A schema that is not there, or is none, cannot be used: that is not the document's fault."""
    path = tmp_path / name
    if text is not None:
        path.write_text(text)

    with pytest.raises(UsageError, match=expected):
        check.check_bytes(b"<r/>", "f", check.Schemas((path,)))


def test_schema_that_cannot_be_read(tmp_path):
    """A folder is no schema."""
    with pytest.raises(UsageError, match="cannot be read"):
        check.check_bytes(b"<r/>", "f", check.Schemas((tmp_path,)))


def test_compact_syntax(tmp_path):
    """A schema in the compact syntax is read too."""
    (tmp_path / "a.rnc").write_text("element r { attribute n { text }?, empty }")

    assert check.check_bytes(b'<r n=""/>', "f", check.Schemas((tmp_path / "a.rnc",))) == ()
    assert [one.message for one in check.check_bytes(b'<r m=""/>', "f", check.Schemas((tmp_path / "a.rnc",)))] == ["<r> has no attribute m."]


def test_schema_that_changes_is_loaded_anew(tmp_path):
    """A schema edited between two checks is read again."""
    path = schema(tmp_path, '<element name="r"><empty/></element>')
    before = check.check_bytes(b"<rr/>", "f", check.Schemas((path,)))
    schema(tmp_path, '<element name="rr"><empty/></element>')

    assert (len(before), len(check.check_bytes(b"<rr/>", "f", check.Schemas((path,))))) == (1, 0)


def test_included_schema_that_changes(tmp_path):
    """So is one whose included file was edited."""
    (tmp_path / "b.rng").write_text(f'<grammar xmlns="{RNG}"><define name="p"><element name="p"><text/></element></define></grammar>')
    path = schema(tmp_path, '<element name="r"><ref name="p"/></element>', '<include href="b.rng"/>')
    before = check.check_bytes(b"<r>\n<q/></r>", "f", check.Schemas((path,)))
    (tmp_path / "b.rng").write_text(f'<grammar xmlns="{RNG}"><define name="p"><element name="q"><text/></element></define></grammar>')

    assert [str(found.start) for found in before] == ["2:1"]
    assert check.check_bytes(b"<r>\n<q/></r>", "f", check.Schemas((path,))) == ()


def test_ids_of_another_schema(tmp_path):
    """What the schema calls an id is given once, and what refers to one has one."""
    path = tmp_path / "a.rnc"
    path.write_text("element r { element a { attribute i { xsd:ID }?, attribute to { xsd:IDREF }? }* }")
    found = check.check_bytes(b'<r><a i="x"/><a i="x"/><a to="x"/></r>', "f", check.Schemas((path,)))
    lost = check.check_bytes(b'<r><a i="here"/><a to="heer"/></r>', "f", check.Schemas((path,)))

    assert [str(one.start) for one in found] == ["1:20"]
    assert [f"{one.start} {one.message} {one.advice}" for one in lost] == [
        '1:24 to refers to "heer", and no element has this id. Did you mean "here"?'
    ]


def test_tei_all():
    """The grammar of all of TEI, which libxml2 loads in seven seconds, answers at once."""
    path = shared("tei/rng/tei_all.rng")

    assert check.check_bytes(GOOD.encode(), "f", check.Schemas((path,))) == ()
    found = check.check_bytes(GOOD.replace("<p>Words", "<div>Words").replace("words.</p>", "words.</div>").encode(), "f", check.Schemas((path,)))
    assert [str(one.start) for one in found] == ["12:14"]


@pytest.mark.parametrize("name", ["a misspelt element", "a misspelt attribute", "a value", "an element in the wrong place"])
def test_jing_names_the_same_line(tmp_path, name):
    """jing, the reference, finds the fault in the line in which we find it."""
    old, new, _ = CASES[name]
    (tmp_path / "f.xml").write_text(GOOD.replace(old, new, 1))
    done = subprocess.run([program("jing"), str(OWN), "f.xml"], cwd=tmp_path, capture_output=True, text=True, check=False)
    lines = re.findall(r"f\.xml:(\d+):\d+: error", done.stdout)

    assert int(lines[0]) == next(found.start.line for found in findings(old, new) if found.code.startswith("rng"))
