"""Reading a transcript: every encoding, every line end, and a place for whatever cannot be read."""

from __future__ import annotations

import codecs

import pytest

from tei_edition.errors import SourceError, UsageError
from tei_edition.ingest import read
from tei_edition.model import Position


def given(tmp_path, data: bytes, name: str = "x.txt"):
    """Write *data* and return its path."""
    path = tmp_path / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [(b"", "utf-8"), (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"),
     (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be")],
)
def test_a_byte_order_mark_says_the_encoding(tmp_path, mark, encoding):
    """A text with a byte order mark is read in the encoding the mark says, and its bytes can be given back."""
    data = mark + "Ж ß\n".encode(encoding)
    source = read(given(tmp_path, data))

    assert (source.text, source.bom + source.text.encode(source.encoding)) == ("Ж ß\n", data)


def test_a_stated_encoding_is_used(tmp_path):
    """Windows-1251 is read where it is stated."""
    assert read(given(tmp_path, "Горбачев".encode("cp1251")), "windows-1251").text == "Горбачев"


def test_an_unstated_encoding_is_named_with_its_place(tmp_path):
    """Windows-1251 without a word is refused at its first byte, with the encoding it most likely has."""
    text = "Title\n\nГорбачев. Мы не можем не думать о том, что произойдет завтра, и поэтому надо решать сегодня.\n"
    with pytest.raises(SourceError) as caught:
        read(given(tmp_path, text.encode("cp1251")))

    assert caught.value.findings[0].start == Position(3, 1)
    assert "--encoding" in caught.value.findings[0].advice


@pytest.mark.parametrize(
    ("data", "place", "words"),
    [(b"ab\ncd\x00e", Position(2, 3), "U+0000"), ("abc".encode("utf-16-le"), Position(1, 2), "full of control characters"),
     ("Вот так".encode("utf-16-le"), Position(1, 1), "full of control characters"),
     (b"\x7fELF\x01\x02", Position(1, 5), "U+0001"), (b"\x89PNG\r\n\x1a\n", Position(1, 1), "0x89")],
)
def test_what_is_no_text_is_refused_at_its_place(tmp_path, data, place, words):
    """A binary file, UTF-16 without a mark and a control character are refused at the first place at fault."""
    with pytest.raises(SourceError) as caught:
        read(given(tmp_path, data))

    assert caught.value.findings[0].start == place
    assert words in caught.value.findings[0].message


def test_an_unknown_encoding_is_refused(tmp_path):
    """An encoding that nobody knows is named."""
    with pytest.raises(SourceError, match="klingon"):
        read(given(tmp_path, b"a"), "klingon")


def test_a_kind_of_file_that_no_reader_knows_is_a_usage_error(tmp_path):
    """A suffix without a reader, and a file that is not there, could not be run at all."""
    with pytest.raises(UsageError, match=r"\.txt"):
        read(given(tmp_path, b"a", "x.xyz"))
    with pytest.raises(UsageError, match="cannot be read"):
        read(tmp_path / "none.txt")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("\n \n", []),
        ("one\n\ntwo", ["one", "two"]),
        ("one\r\n\r\n two \t\r\n", ["one", "two"]),
        ("wrapped\nline", ["wrapped\nline"]),
        ("A: yes\nB: no", ["A: yes", "B: no"]),
        ("x" * 200 + "\nshort", ["x" * 200, "short"]),
        ("one\f\ftwo", ["one\f\ftwo"]),
    ],
)
def test_blank_lines_part_paragraphs(tmp_path, text, expected):
    """Blank lines part paragraphs; lines that stand together are one, unless they are too long to be wrapped or a dialogue."""
    source = read(given(tmp_path, text.encode()))

    assert [source.text[p.start : p.end] for p in source.paragraphs] == expected


def test_positions_count_lines_and_code_points(tmp_path):
    """Lines and columns count from one, whatever ends a line; a character outside the plane is one column."""
    source = read(given(tmp_path, "a\r\nb\rc\n\U0001f4dcd".encode()))

    assert [source.position(source.text.index(letter)) for letter in "abcd"] == [
        Position(1, 1), Position(2, 1), Position(3, 1), Position(4, 2),
    ]
    assert source.line(4) == "\U0001f4dcd"
