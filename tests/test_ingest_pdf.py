"""Reading the text layer of a PDF: lines, paragraphs, pages and styles; what is left out is told."""

from __future__ import annotations

import io

import pikepdf
import pytest
import typst

from tei_edition import convert, lone, read, serialize, text, xml
from tei_edition.errors import SourceError

HEAD = """#set page(width: 300pt, height: 260pt, margin: 50pt, header: [Closed session #h(1fr) Copy 2],
  footer: context [– #counter(page).display("1") –])
#set text(lang: "en", size: 10pt, hyphenate: false)
#set par(justify: true, first-line-indent: 12pt)
"""
BODY = """= Session of May 1, 1986

*Ivanov.* We _must not_ wait [for _them_] any longer, because the question has been put to us again and again by the northern delegates.

*Petrov.* The draft is better. It was written by the committee in the spring of that year, and nobody has ever found fault with it.

*Ivanov.* """ + "The commission meets again and its members are asked to be there. " * 30 + "\n\n[Source: Archive of the Ministry.]\n"


def pdf(tmp_path, source: str, name: str = "x"):
    """Return the path of the PDF that Typst makes of *source*."""
    (tmp_path / f"{name}.typ").write_text(source, encoding="utf-8")
    path = tmp_path / f"{name}.pdf"
    path.write_bytes(typst.compile(tmp_path / f"{name}.typ"))
    return path


def test_lines_are_grouped_into_paragraphs(tmp_path):
    """Paragraphs begin where the print shows it; their lines stay as printed; one goes on over the page."""
    path = pdf(tmp_path, HEAD + BODY)
    source = read(path)
    paragraphs = [" ".join(source.text[one.start : one.end].split()) for one in source.paragraphs]

    assert paragraphs == [
        "Session of May 1, 1986",
        "Ivanov. We must not wait [for them] any longer, because the question has been put to us again and again by the northern delegates.",
        "Petrov. The draft is better. It was written by the committee in the spring of that year, and nobody has ever found fault with it.",
        "Ivanov. " + ("The commission meets again and its members are asked to be there. " * 30).strip(),
        "[Source: Archive of the Ministry.]",
    ]
    assert "wait [for them] any longer,\nbecause" in source.text
    with pikepdf.open(path) as made:
        assert source.text.count("\f") == len(made.pages) - 1


def test_fonts_tell_styles(tmp_path):
    """Bold and italic are known by the names of the fonts."""
    source = read(pdf(tmp_path, HEAD + BODY))

    assert [(source.text[run.start : run.end], run.style) for run in source.styles][1:4] == [
        ("Ivanov.", "bold"), ("must not", "italic"), ("them", "italic"),
    ]


def test_running_lines_are_left_out_and_told(tmp_path):
    """Running heads and page numbers are left out of the transcript, and each kind is told with its pages."""
    source = read(pdf(tmp_path, HEAD + BODY * 2))

    assert "Closed session" not in source.text
    assert "– 1 –" not in source.text
    told = [finding.message for finding in source.findings if finding.code == "input-left-out"]
    assert sorted(message.split("'")[1] for message in told) == ["Closed session", "Copy 2", "– 1 –"]
    assert all(f"({1} to" in message for message in told)


def test_lines_that_do_not_come_again_are_text(tmp_path):
    """A line at the edge of one page is text, and so is a number that does not count the pages."""
    source = read(pdf(tmp_path, "#set page(width: 200pt, height: 200pt, margin: 30pt)\n1986\n\nOne line.\n#pagebreak()\n1990\n\nAnother line."))

    assert source.text.split() == ["1986", "One", "line.", "1990", "Another", "line."]
    assert source.findings == ()


def test_a_pdf_without_text_says_what_to_do(tmp_path):
    """A PDF that is only pictures of pages is refused with a way out; one with some such pages names them."""
    page = "#rect(width: 100pt, height: 50pt, fill: gray)\n"
    with pytest.raises(SourceError, match="only pictures of pages"):
        read(pdf(tmp_path, page))

    source = read(pdf(tmp_path, f"Words.\n#pagebreak()\n{page}", "y"))
    assert [finding.message for finding in source.findings] == ["1 of 2 pages have no text (page 2)."]


def test_a_pdf_with_a_password_or_a_broken_one_is_refused(tmp_path):
    """Encryption and damage are told in words."""
    path = pdf(tmp_path, "Words.")
    whole, locked = path.read_bytes(), io.BytesIO()
    with pikepdf.open(path) as made:
        made.save(locked, encryption=pikepdf.Encryption(owner="a", user="b"))
    path.write_bytes(locked.getvalue())
    with pytest.raises(SourceError, match="password"):
        read(path)
    for data in (whole[:300], b"%PDF-1.7\n", b"words", b""):
        path.write_bytes(data)
        with pytest.raises(SourceError, match=r"broken|no text"):
            read(path)


def test_the_tei_of_a_pdf_gives_the_transcript_back(tmp_path):
    """The TEI gives back the transcript, and has a page break where the PDF has one."""
    path = pdf(tmp_path, HEAD + BODY)
    made = serialize(convert([path], lone(language="en"))[0].tree)

    assert text(xml.parse_bytes(made, "x.xml")) == read(path).bytes
    assert b"<pb/>" in made
