"""XInclude: what a file includes is checked with it, each fault told in the file it stands in; what cannot be had is refused."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from tei_edition import checking, fixing, xmltext
from tei_edition.check import Document, check
from tei_edition.check._including import whole
from tei_edition.checking import Wanted
from tei_edition.model import Finding
from tests.conftest import program
from tests.test_check_rules import WHOLE

XI = 'xmlns:xi="http://www.w3.org/2001/XInclude"'
TEI = 'xmlns="http://www.tei-c.org/ns/1.0"'


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of a project, which is the working folder."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pyproject.toml").write_text("", encoding="utf-8")
    return tmp_path


def write(**files: str) -> None:
    """Write *files*: of a name with two underscores the first part is its folder."""
    for name, text in files.items():
        path = Path(*name.split("__")).with_suffix(".xml")
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")


def main(include: str) -> str:
    """Return a document whose division holds *include*."""
    return WHOLE.format(include).replace("<TEI ", f"<TEI {XI} ")


def said(*paths: str) -> list[str]:
    """Return what is found, as lines of file, place and code."""
    return [f"{one.path}:{one.start} {one.code}" for one in check(map(Path, paths or ("main.xml",)))]


def test_findings_stand_in_the_included_file() -> None:
    """A fault in an included file is told with that file's name, line, column and text, whichever checker finds it."""
    write(
        main=main('<p>é</p><xi:include href="parts/a.xml"/><persname/>'),
        parts__a=f'<?xml version="1.0"?>\n<!-- x -->\n<div {TEI} xml:id="d1">\n<p>Wörds <persname>O</persname>\n<date when="1986-02-30">x</date>'
        '<ref target="#none">x</ref> <supplied/></p>\n</div>\n',
    )
    found = check([Path("main.xml")])
    assert [f"{one.path}:{one.start} {one.code}" for one in found] == [
        "parts/a.xml:4:10 rng-element",
        "parts/a.xml:5:13 rng-value",
        "parts/a.xml:5:46 sch-pointer",
        "parts/a.xml:5:61 sch-editorial-empty",
        "main.xml:3:91 rng-element",
    ]
    assert [one.excerpt[:6] for one in found[:2]] == ["<p>Wör", "<date "]
    assert (found[0].end.line, found[0].end.column) == (4, 19)


def test_the_whole_is_valid_or_not() -> None:
    """The schema sees the whole: a header that is included is no missing one, and an included paragraph may be in the wrong place."""
    header = WHOLE[WHOLE.index("<teiHeader>") : WHOLE.index("</teiHeader>") + 12]
    text = main("<p>x</p>").replace(header, '<xi:include href="header.xml"/>')
    write(main=text, header=header.replace("<teiHeader", f"<teiHeader {TEI}"))
    assert said() == []
    write(main=text.replace("</teiHeader>", "").replace("<p>x</p>", '<p>x <xi:include href="header.xml"/></p>'))
    assert said() == ["header.xml:1:1 rng-element"]


@pytest.mark.parametrize(
    ("include", "code", "words"),
    [
        ('<xi:include href="none.xml"/>', "include-missing", "none.xml"),
        ('<xi:include href="part.xml"/>', "include-missing", 'Did you mean "parts.xml"'),
        ('<xi:include href="https://example.org/x/a.xml"/>', "include-remote", 'href="a.xml"'),
        ('<xi:include href="../outside.xml"/>', "include-outside", "outside the project"),
        ('<xi:include href="main.xml"/>', "include-loop", "includes itself"),
        ('<xi:include href="loop.xml"/>', "include-loop", "includes itself"),
        ('<xi:include href="parts.xml#p1"/>', "include-form", 'href="parts.xml" xpointer="p1"'),
        ('<xi:include href="parts.xml" parse="html"/>', "include-form", "parse"),
        ("<xi:include/>", "include-form", "href="),
        ('<xi:include href="parts.xml" xpointer="p"/>', "include-pointer", "has no id 'p'"),
        ('<xi:include href="parts.xml" xpointer="xpointer(//p[1])"/>', "include-pointer", "xml:id"),
        ('<xi:include href="parts.xml" xpointer="element(/1/9)"/>', "include-pointer", "no element"),
        ('<xi:include href="bytes.bin" parse="text"/>', "include-text", "not a text"),
    ],
)
def test_refused(project: Path, include: str, code: str, words: str) -> None:
    """What cannot be included is one finding at its place that says what to do; with a fallback, a resource is not missed."""
    write(main=main(f"<p>x</p>{include}"), parts=f'<div {TEI} xml:id="d"><p xml:id="p1">x</p></div>')
    write(loop=f'<div {TEI} {XI} xml:id="d"><xi:include href="loop.xml"/></div>')
    (project.parent / "outside.xml").write_text("<p/>", encoding="utf-8")
    (project / "bytes.bin").write_bytes(b"\xff\xfe\xfd")
    found = check([Path("main.xml")])
    assert [one.code for one in found] == [code]
    assert words in f"{found[0].message} {found[0].advice}"
    assert found[0].start.line == (1 if "loop.xml" in include else 3)
    fallback = include.replace("/>", "><xi:fallback><p>y</p></xi:fallback></xi:include>")
    write(main=main(f"<p>x</p>{fallback}"))
    assert [one.code for one in check([Path("main.xml")])] == ([code] if code in {"include-loop", "include-form"} else [])


def test_an_included_file_that_is_no_xml() -> None:
    """Where an included file is not well-formed, that alone is told, in that file."""
    write(main=main('<p>x</p><xi:include href="a.xml"/><persname/>'), a=f"<div {TEI}>\n<p>x</div>")
    assert said() == ["a.xml:2:5 xml-mismatched-tag"]


def test_two_equal_ids() -> None:
    """An id that is given in two files of one whole is told where it is given the second time."""
    write(main=main('<p xml:id="p1">x</p><xi:include href="a.xml"/>'), a=f'<div {TEI} xml:id="d">\n<p xml:id="p1">x</p></div>')
    assert said() == ["a.xml:2:12 xml-duplicate-id"]


def test_a_text_is_included_as_characters() -> None:
    """Of a text every character is a character, whatever it looks like."""
    text = "a <b> & ]]> c ]]]]>>\n\u6f22"
    Path("a.txt").write_text(text, encoding="utf-8")
    write(main=main('<p><xi:include href="a.txt" parse="text"/></p>'))
    document = Document("main.xml", Path("main.xml").read_bytes(), Path("main.xml"))
    assert document.tree.getroot().find(".//{*}div/{*}p").text == text


def test_pointers_go_from_the_file_they_stand_in() -> None:
    """A pointer of an included file is followed from the folder of that file."""
    part = f'<div {TEI} xml:id="d"><p>By <persName ref="people.xml#{{}}">O</persName>.</p></div>'
    write(main=main('<p>x</p><xi:include href="parts/a.xml"/>'), parts__a=part.format("p1"))
    write(parts__people=f'<TEI {TEI}><text><body><p xml:id="p1"/></body></text></TEI>')
    assert said() == []
    write(parts__a=part.format("p2"))
    assert said() == ["parts/a.xml:1:74 pointer-file"]


def test_parts_are_not_checked_alone() -> None:
    """Of a folder a file that another includes is checked once, with that; files that include each other are all checked."""
    write(main=main('<p>x</p><xi:include href="parts/a.xml"/>'), parts__a=f'<div {TEI} {XI} xml:id="a"><xi:include href="b.xml"/></div>')
    write(parts__b=f"<p {TEI}><persname/></p>", other=main('<p>x</p><xi:include href="parts/b.xml"/>'))
    done = checking.checked([Path()], Wanted())
    assert done.checked == ("main.xml", "other.xml")
    assert [one.path for one in done.found] == ["parts/b.xml"]
    write(parts__b=f'<p {TEI} {XI}><xi:include href="a.xml"/></p>')
    Path("main.xml").unlink()
    Path("other.xml").unlink()
    assert checking.checked([Path()], Wanted()).checked == ("parts/a.xml", "parts/b.xml")


def test_a_part_that_has_changed() -> None:
    """With --changed a file is checked when one has changed that it includes."""
    write(main=main('<p>x</p><xi:include href="a.xml"/>'), a=f"<p {TEI}>x</p>", other=WHOLE.format("<p>x</p>"))
    for command in (["init", "-q"], ["add", "-A"], ["-c", "user.name=T", "-c", "user.email=t@example.org", "commit", "-qm", "x"]):
        subprocess.run(["git", *command], check=True)
    write(a=f"<p {TEI}>y</p>")
    assert checking.checked([Path()], Wanted(since="HEAD")).checked == ("main.xml",)


def test_the_right_file_is_mended() -> None:
    """`--fix` writes into the included file and leaves the one that includes it; a part of two wholes is mended once."""
    part = '<?xml version="1.0" encoding="ISO-8859-1"?>\r\n<p {}>\u00e9 <date when="{}">x</date></p>'
    write(main=main('<p>x</p><xi:include href="parts/a.xml"/>'), other=main('<p>x</p><xi:include href="parts/a.xml"/>'))
    Path("parts").mkdir()
    Path("parts/a.xml").write_bytes(part.format(TEI, "13.11.1986").encode("latin-1"))
    before = Path("main.xml").read_bytes()
    assert [(one.path, one.repairs) for one in fixing.fix([Path()])] == [(Path("parts/a.xml"), 1)]
    assert Path("parts/a.xml").read_bytes() == part.format(TEI, "1986-11-13").encode("latin-1")
    assert Path("main.xml").read_bytes() == before
    assert fixing.fixes([Path()]) == ()


def test_a_bomb_of_inclusions_ends() -> None:
    """Files that include each other ten times over are refused before they fill the memory."""
    for number in range(12):
        write(**{f"f{number}": f'<div {TEI} {XI}>{f"<xi:include href={chr(34)}f{number + 1}.xml{chr(34)}/>" * 10}</div>'})
    write(f12=f"<div {TEI}>{'x' * 1_000_000}</div>", main=main('<xi:include href="f0.xml"/>'))
    assert {one.rpartition(" ")[2] for one in said()} == {"include-size"}


def test_the_same_tree_as_libxml2() -> None:
    """What xmllint makes of a file with inclusions is what is checked here."""
    write(
        main=main('<p>x</p>\n<xi:include href="a.xml" xpointer="p2"/><xi:include href="b.xml"/><p><xi:include href="t.txt" parse="text"/></p>'),
        a=f'<TEI {TEI} xmlns:t="http://www.tei-c.org/ns/1.0"><text><body><p xml:id="p1">x</p><t:p xml:id="p2"><hi>y</hi> z</t:p></body></text></TEI>',
        b=f'<div {TEI} {XI} xml:id="d"><!-- c --><xi:include href="none.xml"><xi:fallback>a <hi>b</hi></xi:fallback></xi:include></div>',
    )
    Path("t.txt").write_text("a < b & c", encoding="utf-8")
    command = [program("xmllint"), "--xinclude", "--noxincludenode", "--nofixup-base-uris", "main.xml"]
    theirs = etree.fromstring(subprocess.run(command, capture_output=True, check=True).stdout)
    ours = Document("main.xml", Path("main.xml").read_bytes(), Path("main.xml")).tree.getroot()
    assert _shape(ours) == _shape(theirs)


def _shape(element: etree._Element) -> list[object]:
    """Return names, attributes and texts of a tree."""
    return [element.tag, dict(element.attrib), [str(text) for text in element.xpath("text()")], [_shape(child) for child in element.iter("*") if child.getparent() is element]]


@given(st.lists(st.sampled_from(["<p>\u00e9</p>", "\n", '<xi:include href="a.xml"/>', "\u6f22", '<xi:include href="b.xml"/>']), max_size=8))
def test_every_place_is_known(parts: list[str]) -> None:
    """Each character of a whole is the character of the file at the place that is told."""
    write(a=f"<p {TEI}>\n\u00e9</p>\n", b=f'<?xml version="1.0"?>\n<q {TEI} {XI}><xi:include href="a.xml"/>\u6f22</q>')
    made = whole(xmltext.read(f"<r {XI}>{''.join(parts)}</r>".encode(), "r.xml"), Path("r.xml"), {})
    for piece in made.pieces:
        found = made.in_its_file(Finding(made.text.name, "x", "m", start=made.text.position(piece.start)))
        assert found.path == piece.text.name
        assert found.start == piece.text.position(piece.index)
        if not piece.made:
            assert made.text.data[piece.start : piece.start + 1] == piece.text.data[piece.index : piece.index + 1]


@pytest.mark.parametrize("address", ["http://[::1", "a%00b.xml", "x" * 5000 + ".xml", "\u00e9 .xml", ".", "//host/a.xml", "a.xml?x=1"])
def test_addresses_that_are_none(address: str) -> None:
    """Whatever stands for an address, in an inclusion, a pointer or the name of a schema, is a finding or nothing, and no failure."""
    write(main=main(f'<xi:include href="{address}"/>'))
    assert {one.rpartition(" ")[2] for one in said()} <= {"include-missing", "include-remote"}
    write(main=main(f'<p>See <ref target="{address}#x">there</ref>.</p>'))
    assert {one.rpartition(" ")[2] for one in said()} <= {"pointer-file"}
    write(main=f'<?xml-model href="{address}.rng"?>' + main("<p>x</p>"))
    assert {one.rpartition(" ")[2] for one in said()} == {"schema-missing"}


def test_an_included_file_asks_for_itself() -> None:
    """An instruction in an included file is heard; before its outermost element it speaks for that file, and no other."""
    asked = "<?tei-edition ignore rng-element so in the source?>"
    part = f'<?xml version="1.0"?>\n{{}}<div {TEI} xml:id="d"><p>{{}}<persname/></p><p><persname/></p></div>'
    write(main=main('<p><persname/></p><xi:include href="a.xml"/>'), a=part.format("", ""))
    assert [one.rpartition(":")[0] for one in said()] == ["main.xml:3", "a.xml:2", "a.xml:2"]
    write(a=part.format(asked, ""))
    assert [one.rpartition(":")[0] for one in said()] == ["main.xml:3"]
    write(a=part.format("", asked))
    assert [one.rpartition(":")[0] for one in said()] == ["main.xml:3", "a.xml:2"]
    write(a=part.format(asked.replace("rng-element", "date-words"), ""))
    assert said()[1] == "a.xml:2:1 ignore-unused"


def test_an_instruction_in_another_encoding() -> None:
    """An instruction is heard in whatever encoding the file is."""
    asked = WHOLE.format("<p><?tei-edition ignore rng-element so in the source?><persname/></p>")
    Path("main.xml").write_bytes(asked.encode("utf-16"))
    assert said() == []
