"""XML from outside is read hardened, and what cannot be read is told in words at its place."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_edition import xml
from tei_edition.errors import MarkupError, UsageError
from tests.conftest import ROOT

BROKEN = {
    "an element closed by another's name": (
        "<a>\n <b>x</c>\n</a>",
        "2:6: </c> closes nothing: the element open here is <b>, from line 2.",
    ),
    "an element never closed": ("<a>\n <b>x\n</b>", "1:1: the file ends, but <a> from line 1 is not closed."),
    "a closing tag too many": ("<a></a></b>", "1:8: </b> closes an element, but none is open."),
    "an ampersand": ("<a>\n Smith & Sons</a>", "2:8: an ampersand stands alone."),
    "an ampersand in a word": ("<a>AT&T</a>", "1:6: an ampersand stands alone."),
    "an ampersand in a value": ('<a n="AT&T y"/>', "1:9: an ampersand stands alone."),
    "an ampersand after other scripts": ("<a>éé𝔸漢 & y</a>", "1:9: an ampersand stands alone."),
    "an entity of HTML": (
        "<a>x&nbsp;y</a>",
        "1:5: the entity &nbsp; is not known: XML has only &amp; &lt; &gt; &quot; &apos;.",
    ),
    "a value without quotes": ("<a b=c/>", "1:6: the value of b stands without quotation marks."),
    "a value in typographic quotes": (
        "<a b=”c”/>",
        "1:6: the value of b stands in typographic quotation marks (”).",
    ),
    "a value never closed": ('<a b="1>\n<c d="e"/></a>', "1:6: the value of b has no closing quotation mark."),
    "an attribute without a value": ('<a b c="1"/>', "1:4: the attribute b has no value."),
    "an attribute twice": ('<a b="c" b="d"/>', "1:10: the attribute b is given twice in one tag."),
    "a value whose closing quote is missing": (
        '<a b="1 c="2"/>',
        "1:4: the value of b has no closing quotation mark, and runs on to c=.",
    ),
    "a comma between attributes": ('<a b="1", c="2"/>', "1:9: , cannot stand in a tag."),
    "no blank between attributes": ('<a b="1"c="2"/>', "1:9: a blank is missing between two attributes."),
    "an id twice": (
        '<a><b xml:id="x"/>\n<b xml:id="x"/></a>',
        '2:12: xml:id="x" is given a second time; the first is in line 1.',
    ),
    "an id that is no name": ('<a><b xml:id="1x"/></a>', '1:15: xml:id="1x" is not a name.'),
    "a control character": ("<a>x\x01y</a>", "1:5: there is a control character (U+0001), which XML cannot hold."),
    "a NUL": ("<a>x\0y</a>", "1:5: there is a control character (U+0000), which XML cannot hold."),
    "a number of no character": ("<a>x&#0;y</a>", "1:5: &#0; is no character that XML can hold."),
    "an empty file": ("", "1:1: the file is empty."),
    "a file of blanks": (" \n ", "1:1: the file is empty."),
    "only a comment": ("<!-- x -->", "1:1: there is no element in the file."),
    "text after the end": ("<a/>\nfoo", "2:1: text stands after the end of the root element."),
    "two roots": ("<a/><b/>", "1:5: another element stands after the end of the root element."),
    "text before the beginning": ("foo<a/>", "1:1: text stands before the first tag."),
    "a line before the declaration": (
        '\n<?xml version="1.0"?><a/>',
        "2:1: <?xml ...?> must be the very beginning of the file.",
    ),
    "a less-than": ("<a>x < y</a>", "1:6: < stands alone: no name of an element follows it."),
    "a less-than in a value": ('<a b="<"/>', "1:7: < stands in the value of b."),
    "a tag in a tag": ("<a><b <c/></a>", "1:4: a tag begins inside another tag."),
    "a file cut off in a tag": ('<a><b c="', "1:4: a tag begins here and never ends."),
    "a comment never closed": ("<a><!-- a </a>", "1:4: a comment begins here and never ends."),
    "a double hyphen in a comment": ("<a><!-- a -- b --></a>", "1:11: -- stands in a comment."),
    "an end of CDATA in text": ("<a> ]]> </a>", "1:5: ]]> stands in the text."),
    "an unknown prefix": ("<a><x:b/></a>", '1:4: the prefix "x:" is not declared.'),
    "XML 1.1": ('<?xml version="1.1"?><a/>', "1:16: this is XML 1.1, which is not read here."),
    "an unknown encoding": (
        '<?xml version="1.0" encoding="klingon"?><a/>',
        '1:1: the first line names an encoding that is not known: "klingon".',
    ),
    "a false UTF-16": (
        '<?xml version="1.0" encoding="UTF-16"?><a/>',
        "1:1: the first line says UTF-16, but the file is not in it.",
    ),
    "a Word file": ("PK\x03\x04", "1:1: this is a packed file, such as one of Word, not XML."),
    "entities of its own": (
        '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
        "1:1: the DOCTYPE declares entities or other things of its own, which are not read here.",
    ),
    "an entity of a DTD": (
        '<!DOCTYPE a SYSTEM "x>[.dtd">\n<a>&foo;</a>',
        "2:4: the entity &foo; is not known: XML has only &amp; &lt; &gt; &quot; &apos;.",
    ),
    "a depth beyond reason": ("<a>" * 101 + "</a>" * 101, "1:301: elements are nested more than 100 deep."),
}
LOL = '<!DOCTYPE z [<!ENTITY a "lol">' + "".join(f'<!ENTITY {chr(98 + i)} "{f"&{chr(97 + i)};" * 10}">' for i in range(9))


def refused(text: str | bytes) -> MarkupError:
    with pytest.raises(MarkupError) as caught:
        xml.parse_bytes(text.encode() if isinstance(text, str) else text, "f.xml")
    return caught.value


@pytest.mark.parametrize("name", BROKEN)
def test_broken(name):
    """Each way in which people break XML is named at the very place, with what to do."""
    text, expected = BROKEN[name]
    finding = refused(text).findings[0]

    assert f"f.xml:{finding.start}: {finding.message}" == f"f.xml:{expected}"
    assert finding.advice.endswith(".")
    assert finding.code.startswith("xml-")


@pytest.mark.parametrize("name", BROKEN)
def test_excerpt_is_the_line(name):
    """The excerpt is the line of the file in which the finding stands."""
    text, _ = BROKEN[name]
    finding = refused(text).findings[0]

    assert finding.excerpt in {(text.splitlines() or [""])[finding.start.line - 1], ""}


def test_every_double_id_is_told():
    """An id that is given three times is two findings."""
    findings = refused('<a><b xml:id="x"/><b xml:id="x"/><b xml:id=" x"/></a>').findings

    assert [str(finding.start) for finding in findings] == ["1:30", "1:45"]


@pytest.mark.parametrize(
    ("data", "place", "excerpt"),
    [
        ("<a>\ncafé x</a>".encode("latin-1"), "2:4", "caf\ufffd x</a>"),
        ('<?xml version="1.0" encoding="utf-8"?>\r\n<a>é\xa0'.encode() + b"\xff", "2:6", "<a>é\xa0\ufffd"),
    ],
)
def test_not_utf8(data, place, excerpt):
    """Bytes that are not text in the file's encoding are shown where they stand."""
    finding = refused(data).findings[0]

    assert (place, excerpt) == (str(finding.start), finding.excerpt)
    assert "UTF-8" in finding.message


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1251", "koi8-r", "shift_jis"])
def test_encodings(encoding):
    """A file in any encoding is read, and a fault in it has the same place."""
    label = {"utf-8-sig": "utf-8", "utf-16-le": "UTF-16", "utf-16-be": "UTF-16", "utf-32": "utf-32"}.get(encoding, encoding)
    head = f'<?xml version="1.0" encoding="{label}"?>'

    assert xml.parse_bytes(f"{head}<a>Ж</a>".encode(encoding), "f").getroot().text == "Ж"
    assert str(refused(f"{head}\r\n<a>Жж & </a>".encode(encoding)).findings[0].start) == "2:7"


def test_what_is_no_entity_works():
    """The five entities and numbers of characters are read; line ends are as XML has them; a DOCTYPE is passed over."""
    tree = xml.parse_bytes(b'<!DOCTYPE a PUBLIC "-//x//y" "a.dtd" [ ]>\r\n<a b="&quot;">&amp;&#1078;&lt;\r\n</a>', "f")

    assert (tree.getroot().text, tree.getroot().get("b")) == ("&ж<\n", '"')
    assert tree.docinfo.doctype == ""


def test_external_entity_is_not_read(tmp_path):
    """A file that an entity points to is never opened."""
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")

    error = refused(f'<!DOCTYPE a [<!ENTITY x SYSTEM "{secret.as_uri()}">]><a>&x;</a>')

    assert "secret" not in str(error.findings[0].message)
    refused(f'<!DOCTYPE a SYSTEM "{secret.as_uri()}"><a>&x;</a>')


def test_xinclude_is_not_resolved(tmp_path):
    """An XInclude is an element like any other."""
    (tmp_path / "b.xml").write_text("<b>secret</b>")
    text = '<a xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="b.xml"/></a>'
    (tmp_path / "a.xml").write_text(text)

    assert "secret" not in "".join(xml.parse(tmp_path / "a.xml").getroot().itertext())


@pytest.mark.parametrize("end", ["]><z>&j;</z>", ']><z b="&j;"/>', '<!ATTLIST z b CDATA "&j;">]><z/>'])
def test_billion_laughs(end):
    """Entities that grow to gigabytes are refused before any parser sees them."""
    assert refused(LOL + end).findings[0].code == "xml-doctype"


def test_huge_depth_does_not_crash():
    """A million nested elements are a finding; the interpreter lives."""
    program = (
        "from tei_edition import xml\ntry:\n xml.parse_bytes(b'<a>'*1000000+b'</a>'*1000000,'f')\nexcept xml.MarkupError as e:\n print(e)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False, cwd=ROOT)

    assert (done.returncode, done.stderr) == (0, "")
    assert "nested more than 100 deep" in done.stdout


def test_deepest_allowed():
    """A hundred levels are read."""
    assert xml.parse_bytes(b"<a>" * xml.DEPTH + b"</a>" * xml.DEPTH, "f").getroot().tag == "a"


def test_file_that_is_not_there(tmp_path):
    """A file that cannot be read is named."""
    with pytest.raises(UsageError, match=r"no\.xml: cannot be read"):
        xml.parse(tmp_path / "no.xml")


@given(
    st.lists(
        st.sampled_from(
            [
                "<a>",
                "</a>",
                "<b ",
                "/>",
                ">",
                "<",
                "&",
                "x",
                " ",
                "\n",
                '"',
                "'",
                "=",
                "c",
                "<!--",
                "-->",
                "<?",
                "?>",
                "]]>",
                "é",
                "\0",
                "<![CDATA[",
                "<!DOCTYPE a",
                "[",
                "&#",
                ";",
                "xml:id",
                "1",
            ]
        ),
        max_size=12,
    ).map("".join)
)
def test_any_text_is_read_or_refused(text):
    """Whatever stands in a file, it is read or refused with a place in it."""
    try:
        xml.parse_bytes(text.encode(), "f")
    except MarkupError as error:
        for finding in error.findings:
            assert 1 <= finding.start.line <= text.count("\n") + 1
            assert 1 <= finding.start.column <= len(text) + 1
            assert finding.message.endswith(".")
            assert finding.code != "xml-syntax" or "cannot" in finding.message


def test_a_fault_inside_a_character():
    """A parser that stops in the middle of a character's bytes is no reason to stop."""
    with pytest.raises(MarkupError):
        xml.parse_bytes("c\x00<b é/>".encode(), "f")


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("<a><b>x</p></b></a>", "No <p> is open: write <p> where it begins, or take </p> out."),
        ("<a><b>x<b/></a>", "Perhaps <b/> before it was meant to be </b>."),
        ("<a><persName>x</persname></a>", "Close <persName> with </persName> first, or correct one of the two names."),
        ("<a><b>x</a>", "Close <b> with </b> first, or correct one of the two names."),
    ],
)
def test_what_to_do_with_an_end_tag(text: str, advice: str) -> None:
    """What to do with an end tag that closes nothing hangs on what is open, and on what stands just before it."""
    with pytest.raises(MarkupError) as raised:
        xml.parse_bytes(text.encode(), "f.xml")
    assert raised.value.findings[0].advice == advice
