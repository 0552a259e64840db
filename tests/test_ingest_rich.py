"""Reading rich files: the same document in every format is the same transcript, with the same styles, notes and TEI."""

from __future__ import annotations

import re

import pytest

from tei_edition import convert, lone, prove, read, serialize, text, xml
from tei_edition.check import check_bytes
from tei_edition.errors import SourceError, UsageError
from tests import rich

WRITERS = {"html": rich.to_html, "md": rich.to_md}
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
