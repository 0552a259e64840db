"""The place of every tag, attribute, value and text, in whatever encoding and with whatever line ends."""

from __future__ import annotations

import re
import subprocess
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from tei_edition import xml
from tei_edition.model import Position
from tei_edition.positions import Place, Positions, path_from, path_of, path_text
from tests.conftest import program

TEI = "http://www.tei-c.org/ns/1.0"
LINE_END = re.compile(r"\r\n|\r|\n")

names = st.sampled_from(["a", "b", "é", "漢", "x-1", "p:c"])
characters = st.text(alphabet="aé漢𝔸\u0301א \t\n\r\u2028\x85>]", max_size=6)
values = st.text(alphabet="aé漢𝔸 \t\n>'/=", max_size=5)
fillers = st.one_of(characters, st.sampled_from(["<!-- <a> -->", "<?x <b/> ?>", "<![CDATA[<a/><!-- ]]>", "&#10;&amp;"]))


@st.composite
def elements(draw, depth=0):
    """Draw an element as text."""
    name = draw(names)
    attributes = draw(st.dictionaries(st.sampled_from(["n", "é", "xml:lang", "p:n"]), values, max_size=3))
    written = "".join(f'{draw(st.sampled_from([" ", chr(10), chr(9)]))}{key} = "{value}"' for key, value in attributes.items())
    declared = ' xmlns:p="urn:p"' if depth == 0 else ""
    parts = [draw(fillers)]
    for _ in range(draw(st.integers(0, 3)) if depth < 3 else 0):
        parts += [draw(elements(depth=depth + 1)), draw(fillers)]
    content = "".join(parts).replace("]]>", "]] >") if "CDATA" not in "".join(parts) else "".join(parts)
    if not content and draw(st.booleans()):
        return f"<{name}{declared}{written}/>"
    return f"<{name}{declared}{written}>{content}</{name}>"


def place(text, offset):
    """Return the line and column of *offset*, counted slowly."""
    ends = [match.end() for match in LINE_END.finditer(text) if match.end() <= offset]
    return Position(len(ends) + 1, offset - (ends[-1] if ends else 0) + 1)


def slow(text):
    """Return the places of start tags by path, read one character after another."""
    found, stack, offset = {}, [[(), 0]], 0
    while offset < len(text):
        skipped = next(
            (end for begin, end in (("<!--", "-->"), ("<?", "?>"), ("<![CDATA[", "]]>")) if text.startswith(begin, offset)), None
        )
        if skipped:
            offset = text.index(skipped, offset) + len(skipped)
        elif text.startswith("</", offset):
            stack.pop()
            offset += 1
        elif text[offset] == "<":
            stack[-1][1] += 1
            path = (*stack[-1][0], stack[-1][1])
            quoted, end = False, offset
            while quoted or text[end] != ">":
                quoted ^= text[end] == '"'
                end += 1
            found[path[1:]] = (place(text, offset), place(text, end + 1))
            if text[end - 1] != "/":
                stack.append([path, 0])
            offset = end + 1
        else:
            offset += 1
    return found


def well_formed(text):
    """Tell whether *text* is XML."""
    try:
        etree.fromstring(text.encode())
    except etree.XMLSyntaxError:
        return False
    return True


@given(elements().filter(well_formed), st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
def test_every_start_tag(text, encoding):
    """Begin and end of every start tag are those that a slow reading finds; lxml's elements lead to the same paths."""
    positions = Positions.read(text.encode(encoding), "f.xml")
    expected = slow(text)
    tree = xml.parse_bytes(text.encode(encoding), "f.xml")

    assert expected == {path: positions.range(path) for path in expected}
    assert sorted(expected) == sorted(path_of(element) for element in tree.iter("*"))


@given(elements().filter(well_formed))
def test_every_attribute_and_text(text):
    """The value of every attribute, and every text node that XPath counts, stands where it is said to stand."""
    positions = Positions.read(text.encode(), "f.xml")
    data = positions.text.data
    for element in xml.parse_bytes(text.encode(), "f.xml").iter("*"):
        for key, value in element.attrib.items():
            start, end = positions.indexes(element, key, "value")
            assert " ".join(re.split(r"[ \t\r\n]", value)) == " ".join(re.split(r"\r\n|[ \t\r\n]", data[start:end].decode()))
        for number, node in enumerate(element.xpath("text()"), 1):
            start, end = positions.text_number(element, number)
            if node.strip() and not re.search(rb"[&\r]|CDATA", data[start:end]):
                assert data[start:end].decode().strip() == node.strip()


@given(elements().filter(well_formed))
def test_every_xpath(text):
    """The paths that libxml2 and XPath write lead to the element they are of."""
    positions = Positions.read(text.encode(), "f.xml")
    tree = xml.parse_bytes(text.encode(), "f.xml")
    for element in tree.iter("*"):
        assert Place(path_of(element)) == positions.place(tree.getpath(element))
        assert Place(path_of(element)) == positions.place(saxon_path(element))
        assert Place(path_of(element), "n") == positions.place(f"{saxon_path(element)}/@n")


def saxon_path(element):
    """Return what XPath's path() gives for *element*."""
    steps = []
    while element is not None:
        name = etree.QName(element)
        number = 1 + sum(1 for _ in element.itersiblings(element.tag, preceding=True))
        steps.append(f"/Q{{{name.namespace or ''}}}{name.localname}[{number}]")
        element = element.getparent()
    return "".join(reversed(steps))


DOCUMENT = (
    '<?xml version="1.0"?>\r\n<TEI xmlns="http://www.tei-c.org/ns/1.0" xmlns:x="urn:x">\r\n'
    '\t<p n=\'1\'\r\n\t x:n="é漢" xml:id="𝔸">𝔸é <b/>x<!-- y --> z<b\n/></p>\r<p/></TEI>'
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be"])
@pytest.mark.parametrize(
    ("path", "attribute", "part", "expected"),
    [
        ((), None, "name", "2:1-2:5"),
        ((1,), None, "tag", "3:2-4:23"),
        ((1,), "n", "name", "3:5-3:6"),
        ((1,), "n", "value", "3:8-3:9"),
        ((1,), "{urn:x}n", "name", "4:3-4:6"),
        ((1,), "Q{urn:x}n", "value", "4:8-4:10"),
        ((1,), "x:n", "tag", "4:3-4:11"),
        ((1,), "{http://www.w3.org/XML/1998/namespace}id", "value", "4:20-4:21"),
        ((1,), "Q{http://www.w3.org/XML/1998/namespace}id", "name", "4:12-4:18"),
        ((1,), "missing", "value", "3:2-3:4"),
        ((1,), None, "text", "4:23-4:25"),
        ((1, 1), None, "tag", "4:26-4:30"),
        ((1, 1), None, "text", "4:26-4:28"),
        ((1, 1), None, "end", "4:26-4:28"),
        ((1, 2), None, "tag", "4:43-5:3"),
        ((1,), None, "end", "5:3-5:7"),
        ((2,), None, "name", "6:1-6:3"),
        ((2, 7), None, "name", "6:1-6:3"),
    ],
)
def test_places(encoding, path, attribute, part, expected):
    """Each part of an element stands where one counts it by hand: tabs are one column, CR LF and CR end a line."""
    text = DOCUMENT if encoding != "utf-16-be" else DOCUMENT.replace("?>", ' encoding="UTF-16BE"?>', 1)
    start, end = Positions.read(text.encode(encoding), "f.xml").range(path, attribute, part)

    assert expected == f"{start}-{end}"


def test_texts_after_children():
    """The text after so many child elements is found; without one the element's name is shown."""
    positions = Positions.read(b"<a> x <b/> <!-- n -->y<c/> </a>", "f")

    assert [positions.text.data[slice(*positions.text_after((), number))] for number in range(3)] == [b"x", b"y", b"<a"]


@pytest.mark.parametrize(
    ("xpath", "expected"),
    [
        ("/*", Place(())),
        ("/*/*[1]/*[2]", Place((1, 2))),
        ("/Q{http://www.tei-c.org/ns/1.0}TEI[1]/Q{http://www.tei-c.org/ns/1.0}p[2]", Place((2,))),
        ("/*:TEI[namespace-uri()='http://www.tei-c.org/ns/1.0'][1]/*:p[namespace-uri()='http://www.tei-c.org/ns/1.0'][2]", Place((2,))),
        ("/Q{http://www.tei-c.org/ns/1.0}TEI[1]/Q{http://www.tei-c.org/ns/1.0}p[1]/@n", Place((1,), "n")),
        ("/Q{http://www.tei-c.org/ns/1.0}TEI[1]/Q{http://www.tei-c.org/ns/1.0}p[1]/@Q{urn:x}n", Place((1,), "Q{urn:x}n")),
        ("/*/*[1]/text()[2]", Place((1,), text=2)),
        ("/*/*[1]/comment()[1]", Place((1,))),
        ("/*/*[9]/*", Place(())),
        ("/Q{urn:other}TEI[1]", Place(())),
        ("", Place(())),
    ],
)
def test_xpaths(xpath, expected):
    """Every form of path that a checker writes is read; where it leads nowhere, as far as it goes."""
    assert expected == Positions.read(DOCUMENT.encode(), "f.xml").place(xpath)


def test_names_on_the_way():
    """The names from the root to an element can be said."""
    assert Positions.read(DOCUMENT.encode(), "f.xml").names((1, 1)) == ("TEI", "p", "b")


@given(st.lists(st.integers(1, 99)).map(tuple))
def test_path_as_text(path):
    """A path written as the source map writes it is read as the same path."""
    assert path == path_from(path_text(path))


def test_not_well_formed_is_refused():
    """Positions are of XML that has been parsed."""
    with pytest.raises(ValueError, match="not well-formed"):
        Positions.read(b"<a>", "f")


def test_time_is_linear():
    """Ten times the elements, on one line, take no more than about ten times as long."""

    def seconds(count):
        data = b"<a>" + "<p n='é'>漢</p>".encode() * count + b"</a>"
        began = time.process_time()
        positions = Positions.read(data, "f")
        for number in range(1, count, max(1, count // 1000)):
            positions.range((number,), "n", "value")
        return time.process_time() - began

    seconds(2_000)
    assert seconds(100_000) < 40 * seconds(10_000)


def test_jing_names_the_same_places(tmp_path):
    """Where jing finds an attribute it does not know, it names the end of the start tag that we name (jing counts UTF-16)."""
    text = '<r>\n  é漢<a/>\n\t<a m="1"\n b="Ж"/>\r\n<a\n x="2">  </a></r>'
    (tmp_path / "a.rnc").write_text("element r { (text | element a { attribute b { text }?, text })* }")
    (tmp_path / "a.xml").write_bytes(text.encode())
    done = subprocess.run([program("jing"), "-c", "a.rnc", "a.xml"], cwd=tmp_path, capture_output=True, text=True, check=False)
    found = re.findall(r":(\d+):(\d+): error: attribute", done.stdout)
    positions = Positions.read(text.encode(), "a.xml")

    assert [str(positions.range((number,))[1]) for number in (2, 3)] == [":".join(place) for place in found]


def test_an_empty_element_has_no_end_tag():
    """The end tag that follows an empty element directly is not its own."""
    positions = Positions.read(b"<a><b/></a>")

    assert [str(place) for place in positions.range((1,), part="end")] == ["1:4", "1:6"]
