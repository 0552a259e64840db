"""Plain text: encodings that are found, text decoded wrongly before, another language than is stated, lines that are joined."""

from __future__ import annotations

import subprocess
from dataclasses import replace

import pytest
from hypothesis import given as for_any

from tei_edition import annotate, convert, lone, read, serialize, text, xml
from tei_edition.edition import Edition
from tei_edition.errors import SourceError
from tei_edition.ingest import read_bytes
from tei_edition.paragraphs import joined
from tests import strategies
from tests.conftest import program
from tests.test_weave import parsed, woven

RUSSIAN = "Мы собрались сегодня, чтобы обсудить положение дел на железных дорогах страны, и никто не может сказать, что оно хорошее. " * 3
ENGLISH = "We have met today to speak of the state of the railways of the country, and nobody can say that it is any good at all. " * 8
GERMAN = "Wir sind heute hier, um über die Lage der Bahnen im Lande zu sprechen, und niemand kann sagen, dass sie eine gute ist. " * 8


@pytest.mark.parametrize("encoding", ["windows-1251", "koi8-r", "utf-16-le", "utf-16-be"])
def test_an_encoding_is_found_where_that_is_asked(encoding):
    """With the encoding "detect" the text is read, and told to be a guess; its bytes still come back."""
    source = read_bytes(RUSSIAN.encode(encoding), "x.txt", encoding="detect")

    assert source.text == RUSSIAN
    assert source.bytes == RUSSIAN.encode(encoding)
    assert [finding.code for finding in source.findings] == ["encoding-detected"]
    assert source.findings[0].severity == "warning"


def test_what_is_utf_8_is_no_guess():
    """A text in UTF-8, and one with a mark, is read as that; a binary file has no encoding."""
    assert read_bytes(RUSSIAN.encode(), "x.txt", encoding="detect").findings == ()
    assert read_bytes(RUSSIAN.encode("utf-16"), "x.txt", encoding="detect").text == RUSSIAN
    with pytest.raises(SourceError):
        read_bytes(bytes(range(256)) * 40, "x.txt", encoding="detect")


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("cafÃ©", "café"), ("Ð“Ð¾Ñ€Ð±Ð°Ñ‡ÐµÐ²", "Горбачев"), ("РџСЂРёРІРµС‚", "Привет"), ("Ãîðáà÷åâ", "Горбачев"), ("çÏÒÂÁÞÅ×", "Горбачев"),
        ("â€œso", "“so"),
    ],
)
def test_text_decoded_wrongly_is_told_at_its_place(wrong, right):
    """Each kind of text that was decoded wrongly is told with line, column and the likely right reading, and is not touched."""
    source = read_bytes(f"A title\n\nThen {wrong} came.".encode(), "x.txt")

    assert wrong in source.text
    found = [finding for finding in source.findings if finding.code == "mojibake"]
    assert [(str(finding.start), repr(right) in finding.message) for finding in found] == [("3:6", True)]


@pytest.mark.parametrize("right", [
    "Žluťoučký kůň, naïve Grüße — “so” – l’été… ½ °C §", "Горбачев: «Да», ёлка", "שלום עולם", "Œuvre, ça, où", "ÀÉÎÕÜ", "Çâü", "£5 · €7 ™",
])
def test_right_text_is_let_alone(right):
    """Text of many languages that is right is not taken for wrong."""
    assert read_bytes(f"{right}\n".encode(), "x.txt").findings == ()


def test_many_wrong_places_are_told_together():
    """Ten places are told, and how many more there are; a lost character is told as well."""
    findings = read_bytes(("cafÃ© " * 30 + "\ufffd").encode(), "x.txt").findings

    assert len(findings) == 11
    assert findings[-1].message.startswith("and 21 more such places")


@pytest.mark.parametrize(
    ("language", "words", "said"),
    [
        ("en", "שלום לכולם, אנחנו כאן כדי לדבר על המצב ברכבות של המדינה הזאת", "Hebrew"), ("en", RUSSIAN, "Cyrillic"),
        ("ru", ENGLISH, "Latin"), ("en", GERMAN, "German rather than English"), ("de-AT", ENGLISH, "English rather than German"),
        ("en", ENGLISH, ""), ("de", GERMAN, ""), ("ru", RUSSIAN, ""), ("und", RUSSIAN, ""), ("sr", ENGLISH, ""), ("ja", "日本語の文書はここにあります。" * 9, ""),
        ("en", "Short.", ""), ("hu", ENGLISH, ""),
    ],
)
def test_another_language_than_is_stated_is_told(language, words, said):
    """A text whose letters or small words are those of another language is told, and one that may be in the language is not."""
    found = [f.message for f in annotate([read_bytes(words.encode(), "x.txt")], lone(language=language))[0].findings if f.code == "language"]

    assert [said in message for message in found] == ([True] if said else [])


WRAPPED = """Letter to the Council

We write to you once more about the winch that was promised in the first
week of May, and of which nobody has heard anything since that well-
known letter.

17 Quay Lane
Bellmouth
"""


@pytest.fixture
def own(tmp_path) -> Edition:
    """An edition whose profile joins lines."""
    (tmp_path / "own.toml").write_text('extends = "nsarchive"\nlines = "join"\n', encoding="utf-8")
    return Edition(folder=tmp_path, profile="own", language="en")


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_wrapped_lines_are_joined_where_the_profile_says_so(tmp_path, own, newline):
    """A blank joins the lines of a wrapped paragraph, not those of an address nor those after a hyphen; the very bytes come back."""
    data = WRAPPED.replace("\n", newline).encode()
    (tmp_path / "x.txt").write_bytes(data)
    made = serialize(convert([tmp_path / "x.txt"], own)[0].tree)
    plain = made.decode().replace(f'<?transcript joined="{newline.encode("unicode_escape").decode()}"?>', "")

    assert "promised in the first week of May" in plain
    assert "well-\nknown" in plain
    assert "17 Quay Lane\n" in plain
    assert text(xml.parse_bytes(made, "x.xml")) == data


def test_joined_lines_survive_another_program(tmp_path, own):
    """A TEI file with joined lines that xmllint indented anew still gives back the transcript."""
    (tmp_path / "x.txt").write_text(WRAPPED, encoding="utf-8")
    (tmp_path / "x.xml").write_bytes(serialize(convert([tmp_path / "x.txt"], own)[0].tree))
    indented = subprocess.run([program("xmllint"), "--format", tmp_path / "x.xml"], capture_output=True, check=True).stdout

    assert text(xml.parse_bytes(indented, "x.xml")) == WRAPPED.encode()


def test_lines_are_kept_where_no_profile_joins_them(tmp_path):
    """Without that key no line end is touched."""
    (tmp_path / "x.txt").write_text(WRAPPED, encoding="utf-8")

    assert "first\nweek" in serialize(convert([tmp_path / "x.txt"], lone())[0].tree).decode()


@for_any(strategies.transcripts())
def test_joined_lines_of_any_text_come_back(made):
    """Of any text with any spans, with every line end joined that may be, the very characters come back."""
    source, spans = made
    source = replace(source, joined=joined(source.text, source.paragraphs))

    assert text(parsed(woven(source, spans))) == source.bytes


def test_reading_keeps_what_the_reader_told(tmp_path):
    """What the reader of a rich file left out and what was decoded wrongly are findings of one source."""
    (tmp_path / "x.html").write_text("<p hidden>x</p><p>cafÃ©</p>", encoding="utf-8")

    assert [finding.code for finding in read(tmp_path / "x.html").findings] == ["input-left-out", "mojibake"]
