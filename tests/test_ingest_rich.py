"""Reading rich files: the same document in every format is the same transcript, with the same styles, notes and TEI."""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
import random
import re
import subprocess
import zipfile

import pytest

from tei_edition import build, convert, lone, prove, read, serialize, text, xml
from tei_edition.check import check_bytes
from tei_edition.errors import SourceError, UsageError
from tei_edition.ingest import read_bytes
from tests import rich
from tests.conftest import program

WRITERS = {"docx": rich.to_docx, "html": rich.to_html, "md": rich.to_md, "odt": rich.to_odt}
EACH = pytest.mark.parametrize("suffix", sorted(WRITERS))


def given(tmp_path, suffix: str, document=rich.SAMPLE):
    """Write *document* as a file of that kind, and return its path."""
    path = tmp_path / f"minutes.{suffix}"
    path.write_bytes(WRITERS[suffix](document))
    return path


def shown(source) -> list[tuple[str, str]]:
    """Return the styled stretches of *source*."""
    return sorted((source.text[run.start : run.end], run.style) for run in source.styles)


def tei(path) -> bytes:
    return serialize(convert([path], lone(language="en"))[0].tree)


@EACH
def test_the_transcript_is_what_a_reader_sees(tmp_path, suffix):
    """Paragraphs, list numbers, table rows, page breaks and notes become plain text, and nothing is found fault with."""
    source = read(given(tmp_path, suffix))

    assert (source.text, source.findings) == (rich.TEXT, ())


@EACH
def test_styles_stand_at_their_characters(tmp_path, suffix):
    """Each style covers its words, without the blanks beside them."""
    assert shown(read(given(tmp_path, suffix))) == sorted([
        ("Session of May 1, 1986", "heading"), *[("Ivanov.", "bold")] * 2, *[("Petrov.", "bold")] * 2, ("must not", "italic"),
        ("them", "italic"), ("nd", "superscript"), ("of all", "underline"), ("better", "italic"), ("Agreed", "smallcaps"),
        ("no", "strikethrough"), ("at once", "bold"), ("once", "italic"), ("second", "italic"), ("for", "italic"), ("Pravda", "italic"),
        ("Name\tVote", "table"), ("Ivanov\tfor", "table"),
    ])


@EACH
def test_the_mark_of_a_note_leads_to_it(tmp_path, suffix):
    """A note's mark knows where the note begins."""
    source = read(given(tmp_path, suffix))

    assert [(source.text[mark.start : mark.end], mark.label, source.text[mark.note : mark.note + 10]) for mark in source.notes] == [
        ("¹", "1", "¹ A remark"),
    ]


@EACH
def test_the_tei_is_valid_and_gives_the_transcript_back(tmp_path, suffix):
    """The TEI of a rich file is valid, gives the transcript back byte for byte, and names the original with its digest."""
    path = given(tmp_path, suffix)
    made = tei(path)
    (tmp_path / "minutes.xml").write_bytes(made)

    assert [str(finding) for finding in check_bytes(made, "minutes.xml") if finding.severity == "error"] == []
    assert text(xml.parse_bytes(made, "minutes.xml")) == rich.TEXT.encode()
    assert f'<bibl type="original">\n          <title>minutes.{suffix}</title>' in made.decode()
    assert b'"transcript": "minutes.txt"' in prove(path, tmp_path / "minutes.xml")


@EACH
def test_styles_become_markup(tmp_path, suffix):
    """A style is a `hi`, or the @rend of the bracket it fills; a note's mark points at the note."""
    made = tei(given(tmp_path, suffix)).decode()

    assert '<hi rend="bold">Ivanov.</hi>' in made
    assert 'The 2<hi rend="superscript">nd</hi> draft' in made
    assert re.search(r'\w+ rend="italic"[^>]*>better<|<\w+ [^>]*rend="italic"[^>]*>better<', made)
    assert re.search(r'longer\.<ref type="noteref" target="#(n\d)">¹</ref>', made)
    assert '<hi rend="smallcaps">Agreed</hi>' in made
    assert made.count("<row>") == 2


def test_every_format_makes_the_same_tei(tmp_path):
    """The TEI of the same document is the same from every format, but for the original that the header names."""
    original = re.compile(r'<bibl type="original">.*?</bibl>', re.DOTALL)
    made = {original.sub("", tei(given(tmp_path, suffix)).decode()) for suffix in WRITERS}

    assert len(made) == 1


def test_a_library_that_is_not_there_is_named_with_its_extra(tmp_path, monkeypatch):
    """Where the library of a format is missing, the message says how to get it."""
    monkeypatch.setitem(__import__("sys").modules, "selectolax.lexbor", None)

    with pytest.raises(UsageError, match=r"tei-edition\[html\]"):
        read(given(tmp_path, "html"))


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("<p>a<span hidden>secret</span></p>", "'secret' hidden"),
        ('<p>a <span style="display: none">not shown</span></p>', "'not shown' hidden"),
        ('<p>a <img src="seal.png"></p>', "seal.png picture"),
    ],
)
def test_what_a_page_does_not_show_as_words_is_told(tmp_path, page, words):
    """Hidden text and pictures are left out, and the finding says what they are."""
    path = tmp_path / "x.html"
    path.write_text(page, encoding="utf-8")
    source = read(path)

    assert source.text == "a\n"
    assert [finding.code for finding in source.findings] == ["input-left-out"]
    assert all(word in source.findings[0].message for word in words.split(" "))


def test_an_html_page_says_its_encoding(tmp_path):
    """A page is read in the encoding that it names; Latin-1 is Windows-1252, as in a browser."""
    path = tmp_path / "x.html"
    path.write_bytes('<meta charset="windows-1251"><p>Горбачев'.encode("cp1251"))
    assert read(path).text == "Горбачев\n"
    path.write_bytes("<meta http-equiv=x content='text/html; charset=ISO-8859-1'><p>“so”".encode("cp1252"))
    assert read(path).text == "“so”\n"


def test_blanks_of_a_page_are_as_a_browser_shows_them(tmp_path):
    """Blanks run together but in `pre`; a line break is kept; a no-break space is text."""
    path = tmp_path / "x.html"
    path.write_text("<p> a \n b<br> c\xa0 d </p><pre>x  y\n z</pre>", encoding="utf-8")

    assert read(path).text == "a b\nc\xa0 d\n\nx  y\n z\n"


def test_what_the_file_says_of_a_paragraph_counts(tmp_path):
    """A heading is one because the file says so, a line break is `lb`, a table's row is no speech, talk set in two columns is."""
    path = tmp_path / "x.html"
    path.write_text(
        "<h1>Notes of a talk</h1><p>The first of the parts is short.<br>It has two lines.</p><h2>On trade and tariffs.</h2><p>Words of it.</p>"
        "<table><tr><td>Smith</td><td>1</td></tr><tr><td>Jones</td><td>2</td></tr></table>", encoding="utf-8",
    )
    made = tei(path).decode()

    assert "short.\n<lb/>It has" in made
    assert re.search("<head [^>]*>On trade and tariffs.</head>", made)
    assert (made.count("<row>"), made.count("<speaker>")) == (2, 0)


def test_a_table_of_two_columns_may_be_talk(tmp_path):
    """Where the second column holds sentences, who speaks is found in the first."""
    path = tmp_path / "x.html"
    said = ("What we were told of it was not so.", "What we heard was otherwise.", "I do not believe it at all.", "You should, since it is true.")
    rows = "".join(f"<tr><td>{who}</td><td>{words}</td></tr>" for who, words in zip(("Smith", "Jones") * 2, said, strict=True))
    path.write_text(f"<h1>Notes of a talk</h1><table>{rows}</table>", encoding="utf-8")
    made = tei(path).decode()

    assert (made.count("<row>"), made.count("<speaker>")) == (0, 4)


def test_too_deep_a_page_is_refused(tmp_path):
    """Elements nested without end are refused in words."""
    path = tmp_path / "x.html"
    path.write_text("<div>" * 2000 + "a", encoding="utf-8")

    with pytest.raises(SourceError, match="nested"):
        read(path)


NOTED = {
    "pandoc": '<p>So.<a href="#fn1" class="footnote-ref" id="fnref1" role="doc-noteref"><sup>1</sup></a></p><section role="doc-endnotes">'
              '<hr><ol><li id="fn1"><p>Yes.<a href="#fnref1" role="doc-backlink">↩︎</a></p></li></ol></section>',
    "Word": '<p>So.<a href="#_ftn1" name="_ftnref1"><span>[1]</span></a></p><hr><div id=ftn1><p><a href="#_ftnref1" name="_ftn1">[1]</a> Yes.</p></div>',
    "LibreOffice": '<p>So.<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a></p>'
                   '<div id="sdfootnote1"><p><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a> Yes.</p></div>',
    "Markdown": '<p>So.<sup class="footnote-ref"><a href="#fn1" id="fnref1">[1]</a></sup></p><section><ol><li id="fn1"><p>Yes.'
                '<a href="#fnref1">↩</a></p></li></ol></section>',
}


@pytest.mark.parametrize("maker", sorted(NOTED))
def test_the_notes_of_each_program_are_known_by_their_links(tmp_path, maker):
    """A link that is led back to is the mark of a note, whatever program made the page."""
    path = tmp_path / "x.html"
    path.write_text(NOTED[maker], encoding="utf-8")

    assert read(path).text == "So.¹\n\n¹ Yes.\n"


def test_a_list_is_numbered_as_its_page_shows(tmp_path):
    """Start, kind of number, an item's own number and nested lists are those of the page."""
    path = tmp_path / "x.html"
    path.write_text("<ol type=I start=3><li>a<ol type=a><li>b</ol><li value=7>c</ol><ol reversed><li>d<li>e</ol>", encoding="utf-8")

    assert read(path).text.split("\n\n") == ["III. a", "a. b", "VII. c", "2. d", "1. e\n"]


RUN = '<w:r><w:t xml:space="preserve">{}</w:t></w:r>'


def word(tmp_path, body: str, **parts: str):
    """Return what is read of a Word document with that *body*."""
    path = tmp_path / "x.docx"
    path.write_bytes(rich.word_file(body, **parts))
    return read(path)


def odt(tmp_path, body: str, styles: str = "", page: str = ""):
    """Return what is read of an OpenDocument text with that *body*."""
    path = tmp_path / "x.odt"
    path.write_bytes(rich.odt_file(body, styles, page))
    return read(path)


def told(source) -> list[str]:
    """Return the codes and messages of the findings of *source*."""
    return [f"{finding.code}: {finding.message}" for finding in source.findings]


def test_word_changes_are_taken_and_told(tmp_path):
    """An insertion is taken, a deletion left out, and each is told with its author, its words and its place."""
    source = word(tmp_path, (
        f'<w:p>{RUN.format("One ")}<w:ins w:author="Ann">{RUN.format("new ")}</w:ins>'
        '<w:del w:author="Bob"><w:r><w:delText>old </w:delText></w:r></w:del>' + RUN.format("word.") + "</w:p>"
    ))

    assert source.text == "One new word.\n"
    assert told(source) == [
        "input-changed: paragraph 1 of the original: Ann inserted 'new', which is taken.",
        "input-changed: paragraph 1 of the original: Bob deleted 'old', which is left out.",
    ]
    assert [(finding.start.column, finding.severity) for finding in source.findings] == [(5, "warning"), (9, "warning")]


def test_odt_changes_are_taken_and_told(tmp_path):
    """The same of an OpenDocument text, which keeps what was deleted in another place."""
    region = '<text:changed-region text:id="{}"><text:{}><office:change-info><dc:creator>{}</dc:creator></office:change-info>{}</text:{}></text:changed-region>'
    tracked = region.format("a", "insertion", "Ann", "", "insertion") + region.format("b", "deletion", "Bob", "<text:p>old </text:p>", "deletion")
    source = odt(tmp_path, (
        f"<text:tracked-changes>{tracked}</text:tracked-changes><text:p>One <text:change-start text:change-id='a'/>new "
        "<text:change-end text:change-id='a'/><text:change text:change-id='b'/>word.</text:p>"
    ))

    assert source.text == "One new word.\n"
    assert [line.partition("original: ")[2] for line in told(source)] == [
        "Ann inserted 'new', which is taken.", "Bob deleted 'old', which is left out.",
    ]


def test_what_word_shows_beside_the_text_is_told(tmp_path):
    """Hidden text, comments, fields, text boxes, pictures, headers and footers are told, and none of their words is taken for text."""
    field = "".join(f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>{inner}' for kind, inner in (
        ("begin", "<w:r><w:instrText> PAGE </w:instrText></w:r>"), ("separate", RUN.format("7")), ("end", ""),
    ))
    box = "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>boxed</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>"
    source = word(
        tmp_path,
        f'<w:p>{RUN.format("A")}<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r><w:r><w:commentReference w:id="1"/></w:r>'
        f'{field}{box}<w:r><w:drawing descr="a seal"/></w:r></w:p>',
        comments='<w:comment w:id="1" w:author="Ann"><w:p><w:r><w:t>Check this.</w:t></w:r></w:p></w:comment>',
        header1="<w:p><w:r><w:t>Top secret</w:t></w:r></w:p>", footer1="<w:p><w:r><w:t>3</w:t></w:r></w:p>",
    )

    assert source.text == "A7\n"
    assert [line.removeprefix("input-").replace("paragraph 1 of the original: ", "") for line in told(source)] == [
        "left-out: a header is left out: 'Top secret'.", "left-out: a footer is left out: '3'.",
        "left-out: hidden text is left out: 'secret'.", "comment: a comment stands here. Ann: 'Check this.'",
        "field: '7' comes from a field (PAGE), as it was last shown.",
        "left-out: a text box is left out: 'boxed'.", "left-out: a picture is left out (a seal).",
    ]


def test_what_an_odt_shows_beside_the_text_is_told(tmp_path):
    """The same of an OpenDocument text."""
    source = odt(
        tmp_path,
        '<text:p>A<text:span text:style-name="h">secret</text:span><office:annotation><dc:creator>Ann</dc:creator><text:p>Check this.</text:p>'
        "</office:annotation><text:page-number>7</text:page-number><draw:frame><draw:text-box><text:p>boxed</text:p></draw:text-box></draw:frame>"
        "<draw:frame><draw:image/></draw:frame></text:p>",
        '<style:style style:name="h" style:family="text"><style:text-properties text:display="none"/></style:style>',
        "<style:header><text:p>Top secret</text:p></style:header>",
    )

    assert source.text == "A7\n"
    assert [line.removeprefix("input-").replace("paragraph 1 of the original: ", "") for line in told(source)] == [
        "left-out: a header is left out: 'Top secret'.", "left-out: hidden text is left out: 'secret'.",
        "comment: a comment stands here. Ann: 'Check this.'", "field: '7' comes from a field (page-number), as it was last shown.",
        "left-out: a text box is left out: 'boxed'.", "left-out: a picture is left out.",
    ]


def test_styles_of_word_are_inherited_and_cancel_out(tmp_path):
    """A run is italic by its paragraph's style, not where its own style is italic too, and not where it says so itself."""
    styles = rich.STYLES_XML.replace("</w:styles>", (
        '<w:style w:type="paragraph" w:styleId="Q"><w:name w:val="Quote"/><w:rPr><w:i/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="QQ"><w:name w:val="More"/><w:basedOn w:val="Q"/></w:style>'
        '<w:style w:type="character" w:styleId="E"><w:name w:val="Emphasis"/><w:rPr><w:i/></w:rPr></w:style></w:styles>'
    ))
    source = word(tmp_path, (
        '<w:p><w:pPr><w:pStyle w:val="QQ"/></w:pPr><w:r><w:t>one</w:t></w:r><w:r><w:rPr><w:rStyle w:val="E"/></w:rPr><w:t>two</w:t></w:r>'
        '<w:r><w:rPr><w:i w:val="0"/></w:rPr><w:t>three</w:t></w:r></w:p><w:p><w:r><w:rPr><w:rStyle w:val="E"/></w:rPr><w:t>four</w:t></w:r></w:p>'
    ), styles=styles)

    assert shown(source) == [("four", "italic"), ("one", "italic")]


def test_lists_of_word_are_counted_as_word_does(tmp_path):
    """Levels, formats, restarts and numbers of the levels above are printed as Word prints them."""
    level = '<w:lvl w:ilvl="{}"><w:start w:val="1"/><w:numFmt w:val="{}"/><w:lvlText w:val="{}"/></w:lvl>'
    numbering = (
        f'<w:abstractNum w:abstractNumId="1">{level.format(0, "upperRoman", "Art. %1")}{level.format(1, "lowerLetter", "%1.%2)")}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="9"/></w:lvlOverride></w:num>'
    )
    item = '<w:p><w:pPr><w:numPr><w:ilvl w:val="{}"/><w:numId w:val="{}"/></w:numPr></w:pPr><w:r><w:t>x</w:t></w:r></w:p>'
    source = word(tmp_path, "".join(item.format(*one) for one in ((0, 1), (1, 1), (1, 1), (0, 1), (1, 1), (0, 2))), numbering=numbering)

    assert source.text.split("\n\n") == ["Art. I x", "I.a) x", "I.b) x", "Art. II x", "II.a) x", "Art. IX x\n"]


def test_sections_and_breaks_of_word_begin_pages(tmp_path):
    """A page begins after a page break and with a section that asks for it, not with one that goes on."""
    section = '<w:sectPr><w:type w:val="{}"/></w:sectPr>'
    source = word(tmp_path, (
        f"<w:p><w:pPr>{section.format('nextPage')}</w:pPr>{RUN.format('a')}</w:p><w:p><w:pPr>{section.format('continuous')}</w:pPr>{RUN.format('b')}"
        f'</w:p><w:p>{RUN.format("c")}<w:r><w:br w:type="page"/></w:r>{RUN.format("d")}</w:p>{section.format("nextPage")}'
    ))

    assert source.text == "a\n\nb\n\n\fc\fd\n"


def refused(tmp_path, name: str, data: bytes) -> str:
    """Return what is said of the file *name* that holds *data*."""
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(SourceError) as caught:
        read(path)
    assert [finding.path for finding in caught.value.findings] == [str(path)]
    return f"{caught.value.findings[0].message} {caught.value.findings[0].advice}"


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


@pytest.mark.parametrize("suffix", ["docx", "odt"])
def test_a_broken_or_encrypted_file_is_refused_in_words(tmp_path, suffix):
    """A file that is cut off, none at all, empty, or has a password is refused, and the message says what to do."""
    whole = WRITERS[suffix](rich.SAMPLE)

    for data in (whole[: len(whole) // 2], b"words", b"", whole[:-40] + bytes(40)):
        assert "broken" in refused(tmp_path, f"x.{suffix}", data)
    assert "password" in refused(tmp_path, f"x.{suffix}", OLE + "EncryptedPackage".encode("utf-16-le"))
    assert "old version" in refused(tmp_path, f"x.{suffix}", OLE)


def test_an_odt_with_a_password_is_refused(tmp_path):
    """An OpenDocument text whose manifest speaks of encryption is refused."""
    data = rich.zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": b"\x00",
                        "META-INF/manifest.xml": "<manifest:encryption-data/>"})

    assert "password" in refused(tmp_path, "x.odt", data)


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("x.docx", rich.to_odt(rich.SAMPLE), "OpenDocument text (.odt), though its name ends in .docx. Give it a name that ends in .odt."),
        ("x.txt", rich.to_docx(rich.SAMPLE), "Word document (.docx), though its name ends in .txt"),
        ("x.html", b"%PDF-1.7\n", "PDF (.pdf), though its name ends in .html"),
        ("x.md", b"{\\rtf1 a}", "Rich Text file (.rtf), though its name ends in .md. Open it in a word processor and save it as .docx or .odt."),
        ("x.odt", rich.zipped({"a.txt": "a"}), "a packed file, though its name ends in .odt"),
    ],
)
def test_a_file_of_another_kind_than_its_name_says_is_told(tmp_path, name, data, words):
    """A wrong suffix is told with what the file is and what to do."""
    assert words in refused(tmp_path, name, data)


def test_a_file_that_unpacks_beyond_measure_is_not_read(tmp_path):
    """A small file that would fill the memory is refused before it is unpacked."""
    for name, part in (("x.docx", "word/document.xml"), ("x.odt", "content.xml")):
        files = {"mimetype": "application/vnd.oasis.opendocument.text", part: bytes(60_000_000)}
        assert "would unpack to 60 MB" in refused(tmp_path, name, rich.zipped(files))


def test_entities_are_never_expanded(tmp_path):
    """XML that declares entities is refused, in every part of a packed file."""
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaa">]>'
    with zipfile.ZipFile(io.BytesIO(rich.word_file("<w:p/>"))) as archive:
        files = {part: archive.read(part) for part in archive.namelist()}
    files["word/styles.xml"] = (bomb + f"<w:styles {rich.W}/>").encode()

    assert "entities" in refused(tmp_path, "x.docx", rich.zipped(files))
    odt_files = {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": bomb + "<a>&a;</a>"}
    assert "entities" in refused(tmp_path, "x.odt", rich.zipped(odt_files))


def test_pandoc_makes_the_same_transcript_in_every_format(tmp_path):
    """What pandoc writes of one text as Word, OpenDocument, HTML and Markdown is the same transcript with the same styles."""
    pandoc = program("pandoc")
    (tmp_path / "in.md").write_text(PANDOC, encoding="utf-8")
    made = {}
    for form, to in (("docx", "docx"), ("odt", "odt"), ("html", "html"), ("md", "markdown-smart-simple_tables-multiline_tables-grid_tables")):
        out = tmp_path / f"out.{form}"
        subprocess.run([pandoc, "-f", "markdown-smart", "-t", to, "-s", "-M", "title= ", "--wrap=none", tmp_path / "in.md", "-o", out],
                       check=True, capture_output=True)
        source = read(out)
        made[form] = (source.text, shown(source), len(source.notes))

    assert made["odt"] == made["docx"]
    assert made["html"] == made["docx"]
    assert made["md"] == made["docx"]
    assert "¹ A remark of Pravda on it.\n\n² Two paragraphs.\nThe second one.\n" in made["docx"][0]


PANDOC = """# Minutes of the Council, May 1, 1986

**Ivanov.** We *must not* wait [for *them*] any longer.[^1] He said “so” – and left.

**Petrov.** The 2^nd^ draft, [of all]{.underline}, is [*better*].[^b]

[Ivanov]{.smallcaps}. ~~no~~ Yes, **at *once***.\\
A new line.

1.  The first point,
2.  and the *second*:

    - nested one
    - nested two

3.  third

> A quoted paragraph.

| Name   | Vote  |
|--------|-------|
| Ivanov | *for* |
| Petrov |       |

A link [to it](https://example.org/x) here. H~2~O.

[Source: Archive of the Ministry, box 3.]

[^1]: A remark of *Pravda* on it.

[^b]: Two paragraphs.

    The second one.
"""


@EACH
def test_italics_decide_where_the_house_says_so(tmp_path, suffix):
    """In the profile frus an italic bracket after a word corrects it, a roman one adds to it, whatever file they come from."""
    document = (
        rich.Paragraph((rich.piece("Memorandum of a Talk, May 1, 1986"),), "h"),
        rich.Paragraph((rich.piece("The Secretary said that the delagates ["), rich.piece("delegates", "italic"),
                        rich.piece("] would meet the [new] ministers."))),
    )
    made = serialize(convert([given(tmp_path, suffix, document)], lone("frus", "en"))[0].tree).decode()

    assert re.search(r'<choice[^>]*><sic>delagates</sic><corr[^>]*rend="italic"[^>]*>delegates</corr></choice>', made)
    assert re.search(r"<supplied[^>]*>new</supplied>", made)


def test_an_edition_of_rich_files_is_built_and_proved(tmp_path):
    """An edition whose transcripts are of every kind is built and proved; the transcript is written, and a second build does nothing."""
    source = tmp_path / "editions" / "council" / "source"
    source.mkdir(parents=True)
    (source.parent / "edition.toml").write_text('title = "Council"\nlanguage = "en"\n', encoding="utf-8")
    for suffix, writer in WRITERS.items():
        (source / f"from-{suffix}.{suffix}").write_bytes(writer(rich.SAMPLE))
    made = build(tmp_path / "editions", tmp_path / "out", jobs=1)

    assert made.made == tuple(f"council/from-{suffix}" for suffix in sorted(WRITERS))
    for suffix in WRITERS:
        document = tmp_path / "out" / "council" / f"from-{suffix}"
        assert document.with_suffix(".txt").read_text(encoding="utf-8") == rich.TEXT
        certificate = json.loads(document.with_suffix(".proof.json").read_bytes())
        assert certificate["transcript"] == f"from-{suffix}.txt"
        assert certificate["sha256"] == hashlib.sha256(rich.TEXT.encode()).hexdigest()
        assert sorted(output["file"].rpartition(".")[2] for output in certificate["outputs"]) == ["html", "pdf", "xml"]
    assert build(tmp_path / "editions", tmp_path / "out", jobs=1).made == ()


def test_a_change_of_style_alone_is_a_change(tmp_path):
    """A document whose text is the same but whose italics are not is made again."""
    source = tmp_path / "council" / "source"
    source.mkdir(parents=True)
    (source.parent / "edition.toml").write_text('title = "Council"\nlanguage = "en"\n', encoding="utf-8")
    for style in ("i", "b"):
        (source / "a.html").write_text(f"<p>One <{style}>word</{style}> of it.</p>", encoding="utf-8")
        assert build(tmp_path / "council", tmp_path / "out", jobs=1).made == ("council/a",)

    assert '<hi rend="bold">word</hi>' in (tmp_path / "out" / "council" / "a.xml").read_text(encoding="utf-8")


@pytest.mark.parametrize("seed", range(40))
def test_damage_is_refused_and_never_a_fault_of_the_tool(seed):
    """A file in which bytes were changed is read, or refused in words."""
    chance = random.Random(seed)
    suffix = chance.choice(sorted(WRITERS))
    data = bytearray(WRITERS[suffix](rich.SAMPLE))
    for _ in range(chance.randint(1, 10)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    with contextlib.suppress(SourceError):
        read_bytes(bytes(data), f"x.{suffix}", suffix)


def test_wrong_numbers_in_a_file_are_passed_over(tmp_path):
    """A file that counts blanks or signs in words is read without them; an unsupported archive is told."""
    assert odt(tmp_path, '<text:p>a<text:s text:c="many"/>b</text:p>').text == "a b\n"
    assert word(tmp_path, f'<w:p>{RUN.format("a")}<w:r><w:sym w:char="zz" w:font="Symbol"/></w:r></w:p>').text == "a\n"
    newer = rich.to_odt(rich.SAMPLE).replace(b"PK\x01\x02\x14\x03\x14\x00", b"PK\x01\x02\x14\x03\xd9\x00")
    assert "broken" in refused(tmp_path, "x.odt", newer)
