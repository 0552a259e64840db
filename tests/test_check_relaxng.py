"""RELAX NG: what does not fit is shown at the very characters, once, with what may stand there."""

from __future__ import annotations

import copy
import random
import re
import subprocess

import pytest
from lxml import etree

from tei_edition import check, xml
from tei_edition.check import _stranger
from tei_edition.check._explain import explain
from tei_edition.check._grammar import Grammar
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
        "12:15-12:25 there is no element <placename>. Did you mean placeName?",
    ),
    "a misspelt attribute": ("reason=", "reson=", "12:29-12:34 <supplied> has no attribute reson. Did you mean reason?"),
    "an attribute in the wrong case": ("reason=", "Reason=", "12:29-12:35 <supplied> has no attribute Reason. Did you mean reason?"),
    "a value": (
        'reason="subaudible"',
        'cert="hihg"',
        '12:35-12:39 cert="hihg" is not a value it may have. Did you mean high?',
    ),
    "a date": ("many", '<date when="13.11.1986">now</date>', '12:61-12:71 when="13.11.1986" is not a value it may have.'),
    "text where none may stand": ('<div xml:id="s1">', '<div xml:id="s1"> x y ', "11:25-11:28 text cannot stand directly in <div>."),
    "text after an element": (P, f"{P} late", "12:76-12:80 text cannot stand directly in <div>."),
    "an element in the wrong place": (P, f"{P}<title>x</title>", "12:75-12:81 <title> cannot stand here in <div>."),
    "a missing element": ("<title>A session</title>", "", "4:18-4:30 <titleStmt> is not complete."),
    "a missing element before another": (
        "<titleStmt><title>A session</title></titleStmt>",
        "",
        "5:7-5:23 <titleStmt> is missing before <publicationStmt>.",
    ),
    "an empty element that must not be": (
        '<div xml:id="s1">\n        ' + P + "\n      </div>",
        "<sp/>",
        "11:7-11:10 <sp> is not complete.",
    ),
    "no namespace": (
        ' xmlns="http://www.tei-c.org/ns/1.0"',
        "",
        '1:1-1:5 the document cannot be a <TEI>. Write xmlns="http://www.tei-c.org/ns/1.0" in its tag',
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
        "there is no element <suplied>.",
        "<suplied> has no attribute reson.",
        "there is no element <zzz>.",
        'cert="z" is not a value it may have.',
    ]


def test_where_an_element_may_stand():
    """A known element in the wrong place is told where it may stand."""
    advice = findings(P, f"<p><div>{P}</div></p>")[0].advice

    assert advice.startswith("<div> may stand in: ")
    assert "body" in advice


def schema(tmp_path, pattern, head=""):
    """Return the path of a grammar whose start is *pattern*."""
    path = tmp_path / "a.rng"
    path.write_text(
        f'<grammar xmlns="{RNG}" datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes"><start>{pattern}</start>{head}</grammar>'
    )
    return path


def verdicts(tmp_path, pattern, *documents, head=""):
    """Return what is said of each of *documents*: nothing, or the first message."""
    path = schema(tmp_path, pattern, head)
    libxml2 = etree.RelaxNG(etree.parse(path))
    answers = []
    for document in documents:
        found = check.check_bytes(document.encode(), "f.xml", path)
        assert bool(found) != libxml2.validate(etree.fromstring(document))
        answers.append(f"{found[0].start} {found[0].message}" if found else "")
    return answers


def test_groups_choices_and_interleave(tmp_path):
    """Order counts in a group, not in an interleave; of a choice one stands; what is missing is named."""
    pattern = (
        '<element name="r"><group><interleave><element name="a"><empty/></element><element name="b"><empty/></element></interleave>'
        '<oneOrMore><choice><element name="c"><empty/></element><element name="d"><text/></element></choice></oneOrMore></group></element>'
    )
    assert verdicts(tmp_path, pattern, "<r><b/><a/><d>x</d><c/></r>", "<r><b/><c/></r>", "<r><a/><b/></r>", "<r><a/><b/><c>x</c></r>") == [
        "",
        "1:8 <a> is missing before <c>.",
        "1:12 <r> is not complete.",
        "1:15 text cannot stand directly in <c>.",
    ]


def test_attributes_that_need_each_other(tmp_path):
    """Of a choice of attributes one must stand, and not both."""
    pattern = '<element name="r"><choice><attribute name="a"/><attribute name="b"/></choice><empty/></element>'

    assert verdicts(tmp_path, pattern, '<r a=""/>', "<r/>", '<r a="" b=""/>') == [
        "",
        "1:1 <r> lacks the attribute a or b.",
        "1:9 b cannot stand beside the other attributes of <r>.",
    ]


def test_values_and_lists(tmp_path):
    """Words, datatypes with their limits, and lists are read as libxml2 reads them."""
    pattern = (
        '<element name="r"><attribute name="n"><list><oneOrMore><data type="integer"><param name="minInclusive">3</param></data>'
        "</oneOrMore></list></attribute><choice><value>yes</value><value>no</value></choice></element>"
    )
    assert verdicts(
        tmp_path, pattern, '<r n="3 4"> yes </r>', '<r n="3 2">yes</r>', '<r n="3">yse</r>', '<r n="3"/>', '<r n="">no</r>'
    ) == [
        "",
        '1:7 n="3 2" is not a value it may have.',
        '1:10 "yse" is not what <r> may hold.',
        "1:1 <r> is not complete.",
        '1:7 n="" is not a value it may have.',
    ]


def test_any_name(tmp_path):
    """Classes of names, with exceptions, are read."""
    pattern = (
        '<element name="r"><zeroOrMore><element><anyName><except><name>x</name></except></anyName><empty/></element></zeroOrMore></element>'
    )

    assert verdicts(tmp_path, pattern, "<r><a/><b/></r>", "<r><a/><x/></r>")[0] == ""


def test_elements_of_one_name(tmp_path):
    """Where one name stands for several elements our reading is too lenient: then libxml2 has the last word."""
    pattern = (
        '<element name="r"><choice><group><element name="a"><element name="b"><empty/></element></element><element name="c"><empty/></element></group>'
        '<group><element name="a"><element name="d"><empty/></element></element><element name="e"><empty/></element></group></choice></element>'
    )
    answers = verdicts(tmp_path, pattern, "<r><a><b/></a><c/></r>", "<r><a><d/></a><c/></r>")

    assert answers[0] == ""
    assert "the schema does not allow this" in answers[1]


def test_grammar_of_several_files(tmp_path):
    """A grammar that includes another is judged by libxml2 alone, at the right place."""
    (tmp_path / "b.rng").write_text(f'<grammar xmlns="{RNG}"><define name="p"><element name="p"><text/></element></define></grammar>')
    path = schema(tmp_path, '<element name="r"><ref name="p"/></element>', '<include href="b.rng"/>')

    assert check.check_bytes(b"<r><p>x</p></r>", "f", path) == ()
    assert [str(found.start) for found in check.check_bytes(b"<r>\n<q/></r>", "f", path)] == ["2:1"]


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("no.rng", None, "there is no such schema"),
        ("a.rnc", "start = text", "RELAX NG in XML syntax"),
        ("a.rng", "<a/>", "not RELAX NG"),
        ("a.rng", "<grammar", "never ends"),
        ("a.rng", f'<grammar xmlns="{RNG}"><start><ref name="x"/></start><include href="no.rng"/></grammar>', "cannot be used"),
    ],
)
def test_schema_that_is_none(tmp_path, name, text, expected):
    """A schema that is not there, or is none, cannot be used: that is not the document's fault."""
    path = tmp_path / name
    if text is not None:
        path.write_text(text)

    with pytest.raises(UsageError, match=expected):
        check.check_bytes(b"<r/>", "f", path)


def test_schema_that_takes_too_long(tmp_path, monkeypatch):
    """A schema that takes too long is given up, in plain words."""
    monkeypatch.setattr(_stranger, "LIMIT", 0.001)

    with pytest.raises(UsageError, match="too much for this machine"):
        check.check_bytes(b"<r/>", "f", schema(tmp_path, '<element name="r"><empty/></element>'))


def test_schema_that_changes_is_loaded_anew(tmp_path):
    """A schema edited between two checks is read again."""
    path = schema(tmp_path, '<element name="r"><empty/></element>')
    before = check.check_bytes(b"<rr/>", "f", path)
    schema(tmp_path, '<element name="rr"><empty/></element>')

    assert (len(before), len(check.check_bytes(b"<rr/>", "f", path))) == (1, 0)


def mutant(tree, rnd):
    """Return *tree* with one or two things in it changed."""
    tree = copy.deepcopy(tree)
    for _ in range(rnd.choice([1, 1, 2])):
        elements = list(tree.iter("{*}*"))
        element, change = rnd.choice(elements[1:]), rnd.randrange(6)
        if change == 0:
            element.tag = rnd.choice(elements).tag
        elif change == 1:
            element.getparent().remove(element)
        elif change == 2:
            element.text = f"{element.text or ''}zz"
        elif change == 3:
            element.tail = f"{element.tail or ''}zz"
        elif change == 4:
            again = copy.deepcopy(element)
            for inner in again.iter():
                inner.attrib.pop("{http://www.w3.org/XML/1998/namespace}id", None)
            rnd.choice(elements).append(again)
        else:
            element.set(rnd.choice(["who", "type", "when", "cert", "foo", "reason"]), rnd.choice(["x", "#a", "1986", "high", "2 3", ""]))
    return etree.fromstring(etree.tostring(tree))


@pytest.mark.parametrize("seed", range(4))
def test_same_verdict_as_libxml2(seed):
    """Whatever is changed in a document, our reading of the grammar finds something if and only if libxml2 does."""
    rnd, grammar, validator = random.Random(seed), Grammar.of(xml.parse(OWN)), etree.RelaxNG(etree.parse(OWN))
    for _ in range(150):
        root = mutant(etree.fromstring(GOOD), rnd)
        look = explain(grammar, root)
        assert validator.validate(root) == (not look.misfits), etree.tostring(root)


def test_own_schema_is_exact():
    """The toolkit's own grammar has one element of each name, so that our reading of it leaves nothing out."""
    grammar = Grammar.of(xml.parse(OWN))

    assert explain(grammar, etree.fromstring(GOOD)).exact
    assert all(len(nodes) == 1 for nodes in grammar._by_name.values())


def test_tei_all():
    """The grammar of all of TEI, which libxml2 loads in seven seconds, answers at once."""
    path = shared("tei/rng/tei_all.rng")

    assert check.check_bytes(GOOD.encode(), "f", path) == ()
    found = check.check_bytes(GOOD.replace("<p>Words", "<div>Words").replace("words.</p>", "words.</div>").encode(), "f", path)
    assert str(found[0].start) == "12:14"


@pytest.mark.parametrize("name", ["a misspelt element", "a misspelt attribute", "a value", "an element in the wrong place"])
def test_jing_names_the_same_line(tmp_path, name):
    """jing, the reference, finds the fault in the line in which we find it."""
    old, new, _ = CASES[name]
    (tmp_path / "f.xml").write_text(GOOD.replace(old, new, 1))
    done = subprocess.run([program("jing"), str(OWN), "f.xml"], cwd=tmp_path, capture_output=True, text=True, check=False)
    lines = re.findall(r"f\.xml:(\d+):\d+: error", done.stdout)

    assert int(lines[0]) == next(found.start.line for found in findings(old, new) if found.code.startswith("rng"))
