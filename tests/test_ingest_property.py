"""Random documents through every rich format: the same text, the same styles, the same notes."""

from __future__ import annotations

import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tei_edition.ingest import read_bytes
from tests import rich

WRITERS = {"docx": rich.to_docx, "html": rich.to_html, "md": rich.to_md, "odt": rich.to_odt}
LETTERS = string.ascii_letters + "éßЖяΩשא中\u0301'&<>*_[]().,!#-"

ENDS = "".join(letter for letter in LETTERS if letter.isalpha())
words = st.tuples(st.sampled_from(ENDS), st.text(LETTERS, max_size=4), st.sampled_from(ENDS)).map("".join)
styles = st.frozensets(st.sampled_from(rich.STYLES), max_size=2)


@st.composite
def paragraphs(draw: st.DrawFn) -> rich.Paragraph:
    """Return a paragraph of words in random styles, parted by blanks that have none, some with a note after them."""
    pieces: list[rich.Piece] = []
    for number in range(draw(st.integers(1, 6))):
        pieces.append(rich.piece(" " if number else ""))
        pieces.append(rich.Piece(draw(words), draw(styles)))
        if draw(st.integers(0, 9)) == 0:
            pieces.append(rich.Piece(note=(rich.Piece(draw(words), draw(styles)), rich.piece(" so"))))
    kind = draw(st.sampled_from(("p", "p", "p", "h", "ol", "ul")))
    return rich.Paragraph(tuple(pieces), kind, page=kind == "p" and draw(st.booleans()))


@st.composite
def tables(draw: st.DrawFn) -> rich.Table:
    """Return a table of two or three columns."""
    width = draw(st.integers(2, 3))
    row = st.tuples(*[st.tuples(st.builds(rich.Piece, words, styles))] * width)
    return rich.Table(tuple(draw(st.lists(row, min_size=1, max_size=3))))


documents = st.lists(st.one_of(paragraphs(), paragraphs(), tables()), min_size=1, max_size=6).map(tuple)


def expected(document) -> tuple[str, set[tuple[int, int, str]]]:
    """Return the text and the style runs that *document* stands for, told without the toolkit."""
    text, runs, notes, number, before = "", set(), [], 0, ""
    for block in document:
        table = isinstance(block, rich.Table)
        kind = "" if table else block.kind
        number = number + 1 if kind == before == "ol" else 1
        before = kind
        page = not table and block.page and text
        text += ("\n\n" if text else "") + ("\f" if page else "")
        start = len(text)
        text += {"ol": f"{number}. ", "ul": "• "}.get(kind, "")
        rows = block.rows if table else ((block.pieces,),)
        for row_number, row in enumerate(rows):
            text += "\n" if row_number else ""
            for column, cell in enumerate(row):
                text += "\t" if column else ""
                text = placed(cell, text, runs, notes)
        if kind == "h":
            runs.add((start, len(text), "heading"))
    for label, note in enumerate(notes, 1):
        text = placed(note, f"{text}\n\n{str(label).translate(str.maketrans('0123456789', '⁰¹²³⁴⁵⁶⁷⁸⁹'))} ", runs, [])
    return f"{text}\n", runs


def placed(pieces, text: str, runs, notes) -> str:
    """Return *text* with *pieces* after it; add their styles to *runs*, their notes to *notes*."""
    for one in pieces:
        if one.note:
            notes.append(one.note)
            text += str(len(notes)).translate(str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"))
            continue
        runs |= {(len(text), len(text) + len(one.text), style) for style in one.styles}
        text += one.text
    return text


def covered(runs, text: str) -> set[tuple[int, str]]:
    """Return each styled character, blanks aside: where a run is cut plays no part."""
    return {(at, style) for start, end, style in runs for at in range(start, end) if not text[at].isspace()}


@pytest.mark.parametrize("suffix", sorted(WRITERS))
@settings(max_examples=25, deadline=None)
@given(document=documents)
def test_random_documents_come_back(suffix, document):
    """The text and the styled characters of any document are those that were written, in every format."""
    source = read_bytes(WRITERS[suffix](document), f"x.{suffix}", suffix)
    text, runs = expected(document)

    assert source.text == text
    assert covered({(run.start, run.end, run.style) for run in source.styles if run.style != "table"}, text) == covered(runs, text)
    assert [source.text[mark.note] for mark in source.notes] == [source.text[mark.start] for mark in source.notes]
