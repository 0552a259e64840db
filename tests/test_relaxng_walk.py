"""The matcher: what is valid is passed, what is not is told once, at its place, and the rest of the document is looked at."""

from __future__ import annotations

import random

import pytest
from lxml import etree

from tei_edition import relaxng
from tei_edition.check.relaxng import OWN
from tei_edition.relaxng.grammar import automaton
from tei_edition.relaxng.matching import fast
from tests.conftest import shared
from tests.mutants import mutants
from tests.test_check import GOOD

EMPTY_A = "element a { empty }"
BOOK = """
start = element book { element title { text }, (element part { chapter+ } | chapter)+, element index { empty }? }
chapter = element chapter { attribute n { xsd:integer }, attribute kind { "open" | "closed" }?, para* }
para = element para { (text | element em { text } | element link { attribute to { list { xsd:NCName+ } }, empty })* }
"""


def told(schema, document):
    """Return what is said of *document*, each finding with its place; by the bytes and by lxml's tree in the same words."""
    loaded = relaxng.load(schema, cache=False)
    found = loaded.validate_string(document)
    if all(one.code.startswith("rng") for one in found):
        tree = loaded.validate_tree(etree.fromstring(document.encode()))
        assert sorted(one.message for one in found) == sorted(one.message for one in tree)
    return [f"{one.line}:{one.column}-{one.end_column} {one}".replace(f"<string>:{one.line}:{one.column}: ", "") for one in found]


def book(inside):
    """Return a book with *inside* after its title."""
    return f"<book><title>T</title>{inside}</book>"


CASES = {
    "valid": (BOOK, book('<part><chapter n="1"><para>a <em>b</em></para></chapter></part><index/>'), []),
    "name unlike any": (BOOK, book('<chapter n="1"><zzz/></chapter>'), ["1:38-42 <zzz> is not in this schema. Here may stand <para>."]),
    "misspelt, and its content looked at": (
        BOOK,
        book('<chapter n="1"><pera><em/><index/></pera></chapter>'),
        [
            "1:38-43 <pera> is not in this schema. Did you mean <para>?",
            "1:49-55 <index> cannot stand in <pera>. <index> may stand in <book>. Here may stand <em>, <link> or text.",
        ],
    ),
    "misspelt, and not allowed here": (
        BOOK,
        book('<chapter n="1"><indx/></chapter>'),
        [
            "1:38-43 <indx> is not in this schema. Did you mean <index>? But that cannot stand here in <chapter>. <index> may stand in <book>."
        ],
    ),
    "misspelt, so that nothing is missing": (
        BOOK,
        book('<chaptr n="1"/>'),
        ["1:23-30 <chaptr> is not in this schema. Did you mean <chapter>?"],
    ),
    "too early, though nothing need come": (
        BOOK,
        book('<index/><chapter n="1"/>'),
        ["1:23-29 <index> stands too early in <book>. Before it must come <chapter> or <part>."],
    ),
    "too late, several times": (
        BOOK,
        book('<chapter n="1"/><index/><chapter n="1"/><chapter n="1"/><part><chapter n="x"/></part>'),
        [
            "1:47-55 <chapter> cannot follow <index> in <book>. Put it before <index>.",
            '1:97-98 n must be a whole number, not "x".',
        ],
    ),
    "too early": (
        BOOK,
        '<book><chapter n="1"/><title>T</title><chapter n="2"/></book>',
        ["1:7-15 <chapter> stands too early in <book>. Before it must come <title>."],
    ),
    "missing before": (BOOK, '<book><chapter n="1"/></book>', ["1:7-15 <title> is missing before <chapter>. <book> must have it there."]),
    "only once": (
        BOOK,
        book('<chapter n="1"/><index/><index/>'),
        ["1:47-53 <index> may stand only once in <book>. Take one of the two out, or make one of them."],
    ),
    "empty": (BOOK, book("<part/>"), ["1:23-28 <part> is empty. It needs <chapter>."]),
    "ends too early": (BOOK, book(""), ["1:23-30 <book> ends too early. There must follow <chapter> or <part>."]),
    "text in the wrong place": (
        BOOK,
        book('<chapter n="1">lost <em>words</em> here</chapter><chapter n="2">again</chapter>'),
        [
            '1:38-42 text cannot stand directly in <chapter>: "lost". Put it into a <para>, or take it out.',
            '1:87-92 text cannot stand directly in <chapter>: "again". Put it into a <para>, or take it out.',
        ],
    ),
    "attribute": (
        BOOK,
        book('<chapter n="1" knd="open" z="1"/>'),
        ["1:38-41 <chapter> has no attribute knd. Did you mean kind?", "1:49-50 <chapter> has no attribute z. It may have no other."],
    ),
    "misspelt attribute that is needed": (
        BOOK,
        book('<chapter N="1"/>'),
        ["1:32-33 <chapter> has no attribute N. Did you mean n?"],
    ),
    "missing attribute": (
        BOOK,
        book("<chapter/>"),
        ['1:23-31 <chapter> lacks the attribute n. Write n="..." in its tag. n must be a whole number.'],
    ),
    "value": (
        BOOK,
        book('<chapter n="1" kind="opn"/>'),
        ['1:44-47 kind must be open or closed, not "opn". Did you mean "open"?'],
    ),
    "value in a list": (
        BOOK,
        book('<chapter n="1"><para><link to="a 1 b"/></para></chapter>'),
        ['1:54-59 "1" in to is no value it may have. Each must be a name that begins with a letter and has neither blanks nor colons.'],
    ),
    "no value": (
        BOOK,
        book('<chapter n=""/>'),
        ["1:35-35 n is empty, and must be a whole number. Give it a value, or take it out."],
    ),
    "root": (BOOK, "<bok/>", ["1:1-5 <bok> is not in this schema. Did you mean <book>?", "1:1-5 <bok> is empty. It needs <title>."]),
    "another root": (BOOK, "<index/>", ["1:1-7 the document cannot begin with <index>. It must begin with <book>."]),
    "namespace": (
        'default namespace = "u" element r { element a { empty }, element b { empty } }',
        '<r xmlns="u"><a xmlns=""/><b xmlns="v"/></r>',
        [
            '1:14-16 <a> is in no namespace, and must be in another. Take xmlns="" away from its tag.',
            '1:27-29 <b> is in the namespace "v", and must be in another. Write xmlns="u" in its tag: without its namespace it is another element.',
        ],
    ),
    "namespace of a whole part": (
        'default namespace = "u" element r { element a { element b { empty }* } }',
        '<r xmlns="u"><a xmlns=""><b/><b/></a></r>',
        ['1:14-16 <a> is in no namespace, and must be in another. Take xmlns="" away from its tag.'],
    ),
    "attributes that exclude each other": (
        "element r { (attribute a { text } | attribute b { text }), empty }",
        '<r a="" b=""/>',
        ["1:9-10 b cannot stand beside a in <r>. Take one of them out."],
    ),
    "one of two attributes": (
        "element r { (attribute a { text } | attribute b { text }), empty }",
        "<r/>",
        ['1:1-3 <r> lacks the attribute a or b. Write a="..." in its tag.'],
    ),
    "content of a datatype": (
        "element r { xsd:date }",
        "<r>\n 13.11.1986</r>",
        ['2:2-12 <r> must be a date such as 1986-11-13, not "13.11.1986".'],
    ),
    "no content of a datatype": ("element r { xsd:date }", "<r/>", ["1:1-3 <r> is empty. It needs a date such as 1986-11-13."]),
    "empty string of a datatype": ("element r { xsd:string }", "<r/>", []),
    "blank of a datatype": ('element r { xsd:string { minLength = "1" } }', "<r> </r>", []),
    "empty or a value": ('element r { "x" | empty }', "<r> </r>", []),
    "value or element": ('element r { "x" | element a { empty } }', "<r> <a/> </r>", []),
    "interleave": (
        "element r { element a { empty } & element b { empty }+ }",
        "<r><b/><a/><b/></r>",
        [],
    ),
    "list of a fixed length": ("element r { list { xsd:int, xsd:int } }", "<r>1 2</r>", []),
    "ways that end differently": (
        "element r { (element a { element b { empty } }, element c { empty }) | (element a { element d { empty } }, element e { empty }) }",
        "<r><a><d/></a><e/></r>",
        [],
    ),
    "ways that end differently, crossed": (
        "element r { (element a { element b { empty } }, element c { empty }) | (element a { element d { empty } }, element e { empty }) }",
        "<r><a><b/></a><e/></r>",
        ["1:15-17 <e> cannot stand here in <r>. Here may stand <c>."],
    ),
    "any name but one": (
        "element r { element * - x { empty }* }",
        "<r><y/><x/></r>",
        ["1:8-10 <x> is not in this schema. Here may stand any element."],
    ),
    "white space that is none in XML": (
        f"element r {{ {EMPTY_A} }}",
        "<r>\u00a0<a/></r>",
        ['1:4-5 text cannot stand directly in <r>: "". Take it out, or put it into an element that may hold text.'],
    ),
    "comments and instructions part no text": ("element r { xsd:int }", "<r>1<!-- < -->2<?x >?>3</r>", []),
    "CDATA is text": ("element r { xsd:int }", "<r><![CDATA[1]]>2</r>", []),
    "references": ('element r { attribute a { "<é" }, "&" }', '<r a="&lt;&#xe9;">&amp;</r>', []),
    "a value with >": ('element r { attribute a { ">" }, empty }', '<r a=">"/>', []),
    "ids": (
        "element r { element a { attribute i { xsd:ID }, attribute to { xsd:IDREFS }? }* }",
        '<r><a i="x"/><a i="y" to="x z"/>\n<a i=" x "/></r>',
        [
            '1:27-30 to refers to "z", and no element has this id. Correct it, or give the element that is meant this id.',
            '2:7-10 i="x" is given a second time; the first is in line 1. Give one of the two another id.',
        ],
    ),
    "QName": (
        "element r { element a { attribute n { xsd:QName } }* }",
        '<r xmlns:p="u"><a n="p:x"/><a n="q:x"/></r>',
        ['1:34-37 n must be a name, with a prefix that is declared if it has one, not "q:x".'],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_findings(name):
    """Each mistake is told once, at the very characters, with what to do; what is no mistake is not told."""
    schema, document, expected = CASES[name]

    assert told(schema, document) == expected


def test_expected():
    """A finding says as data what may stand at its place."""
    schema = relaxng.load(BOOK, cache=False)
    text = schema.validate_string(book('<chapter n="1"><para><x/></para></chapter>'))[0]
    value = schema.validate_string(book('<chapter n="1" kind="x"/>'))[0]
    attribute = schema.validate_string(book('<chapter zz="1" n="1"/>'))[0]
    end = schema.validate_string(book('<chapter n="1"/><index/><zz/>'))[0]

    assert text.expected == relaxng.Expected(elements=("em", "link"), text=True, end=True)
    assert (text.path, text.code, value.path, value.attribute) == ("/2/1/1", "rng-element", "/2", "kind")
    assert value.expected == relaxng.Expected(values=("open", "closed"))
    assert attribute.expected.attributes == ("kind", "n")
    assert end.expected == relaxng.Expected(end=True)


def test_tree_that_was_not_read():
    """A tree made in memory is validated too; what has no place has line 0."""
    root = etree.Element("book")
    etree.SubElement(root, "title").tail = "x"
    found = relaxng.load(BOOK, cache=False).validate_tree(etree.ElementTree(root))

    assert [(one.line, one.column, one.path, one.code) for one in found] == [(0, 0, "/", "rng-text")]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"<book>", "xml-unclosed"),
        (b"", "xml-empty"),
        (b"<a>&nbsp;</a>", "xml-entity"),
        (b'<!DOCTYPE a [<!ENTITY b "c">]><a/>', "xml-doctype"),
    ],
)
def test_not_well_formed(data, code):
    """What is no XML, or declares things of its own, is a finding."""
    assert [one.code for one in relaxng.load(BOOK, cache=False).validate_bytes(data)] == [code]


def test_other_encodings(tmp_path):
    """Encodings, a byte order mark, a DOCTYPE without declarations and a declared encoding of a string are read."""
    schema = relaxng.load('element r { "é" }', cache=False)
    text = "<?xml version='1.0' encoding='iso-8859-1'?>\n<!DOCTYPE r>\n<r>é</r>"
    (tmp_path / "a.xml").write_bytes(text.encode("iso-8859-1"))

    assert schema.validate(tmp_path / "a.xml") == ()
    assert schema.validate_string(text) == ()
    assert schema.validate_bytes("<r>é</r>".encode("utf-16")) == ()
    assert schema.validate_bytes("<r>é</r>".encode("utf-8-sig")) == ()
    with pytest.raises(FileNotFoundError):
        schema.validate(tmp_path / "no.xml")


def test_deep_documents():
    """However deep the nesting, no limit of the interpreter is met."""
    schema = relaxng.load("start = a a = element a { a* }", cache=False)
    deep = 20_000

    assert schema.validate_string("<a>" * deep + "</a>" * deep) == ()
    assert [one.column for one in schema.validate_string("<a>" * deep + "<b/>" + "</a>" * deep)] == [3 * deep + 1]


@pytest.mark.parametrize("seed", range(3))
def test_same_verdict_as_libxml2(seed):
    """Whatever is changed in a document, something is found if and only if libxml2 finds something; the fast way agrees."""
    schema, validator = relaxng.load(OWN, ids=False), etree.RelaxNG(etree.parse(OWN))
    for root in mutants(etree.fromstring(GOOD.encode()), seed, 150):
        data = etree.tostring(root)
        tree = etree.fromstring(data, etree.XMLParser(recover=True))
        fast, slow = schema._fast.fits(data, ids=False) or None, not schema.validate_tree(tree)
        assert validator.validate(tree) == slow, data
        assert fast in {None, slow}, data


def test_the_fast_way_is_taken():
    """A valid document with comments, instructions, references and ids is passed through without a tree."""
    schema = relaxng.load(OWN)
    text = GOOD.replace("Words", "W&#233;rds <!-- > --><?x >?> &lt; >")

    assert schema._fast.fits(text.encode())
    assert not schema._fast.fits(text.replace("</p>", "<b/></p>").encode())


def test_a_blank_by_reference_teaches_nothing():
    """A blank that is written as a reference does not make text allowed in the documents that follow."""
    schema = relaxng.load("element a { empty }", cache=False)

    assert schema.validate_string("<a>&#32;</a>") == ()
    assert [one.code for one in schema.validate_string("<a>t</a>")] == ["rng-text"]


def test_flat_memory(monkeypatch):
    """What is kept stays below a bound, however many documents there are, and forgetting changes no verdict."""
    monkeypatch.setattr(automaton, "LIMIT", 300)
    monkeypatch.setattr(fast, "LIMIT", 50)
    schema = relaxng.load("element r { element a { attribute n { xsd:int }, xsd:int }* }", cache=False)
    rnd = random.Random(1)
    for _ in range(300):
        numbers = [rnd.randrange(10**9) for _ in range(10)]
        text = "".join(f'<a n="{number}">{number}</a>' for number in numbers)
        assert schema.validate_string(f"<r>{text}</r>") == ()
        assert schema.validate_string(f"<r>{text}<a n='x'>1</a></r>") != ()
        contexts = schema._fast._contexts.values()
        assert sum(len(table) for context in contexts for table in context._tables.values()) <= 100
        assert len(schema._automaton.values) < 400


def test_gold_documents():
    """Real editions, the longest ones too, are valid by TEI's grammar where the reference says so."""
    schema = relaxng.load(shared("tei/rng/tei_all.rng"))
    folder = shared("gold/dev")

    assert schema.validate(folder / "tcp_A25871.xml") == ()
    assert schema.validate(folder / "parlamint_SI_2017-12-04_SDZ7-Izredna-52.xml") == ()
    found = schema.validate(folder / "schnitzler_L03853.xml")
    assert [(one.line, one.code) for one in found] == [(1, "rng-attribute"), (80, "rng-element"), (116, "rng-element")]
