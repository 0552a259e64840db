"""Exports: what other platforms take, made of the TEI alone."""

from __future__ import annotations

import csv
import io
import json
import time
import weakref
from typing import TYPE_CHECKING, Any

import pytest

from tei_edition import export, exporting, xml
from tei_edition.conversion import convert_bytes
from tei_edition.edition import Edition
from tei_edition.encode import serialize
from tei_edition.errors import MarkupError, SettingsError, UsageError
from tei_edition.exports import platforms, speeches
from tei_edition.exports._known.document import Document
from tests.described import KNOWN
from tests.families import FAMILIES, encoded
from tests.teidoc import document

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

BOARD = """Meeting of the Harbour Board, May 4, 1921

HOLM: The pier [at Wexford] cost [2 lines not declassified] more.

It was late.

MARLOW: I wrote to [Johann] Holm. [Laughter.] He said: [illegible] wait the ferr[y].

HOLM: Yes.

[Source: Harbour Archive, box 3.]
"""


@pytest.fixture
def board(tmp_path: Path) -> Path:
    """The TEI file of a small meeting."""
    path = tmp_path / "board.xml"
    path.write_bytes(serialize(convert_bytes(BOARD.encode(), Edition(language="en"), "board.txt").tree))
    return path


def made(platform: str, *paths: Path, to: str = "out") -> dict[str, str]:
    """Return the files of an export by their names."""
    output = paths[0].parent / to
    return {path.relative_to(output).as_posix(): path.read_bytes().decode() for path in export(platform, paths, output)}


def test_printed_text_is_the_transcript(board: Path) -> None:
    """The text as printed is the transcript, character for character."""
    assert made("text", board)["printed/board.txt"] == BOARD


def test_source_has_no_word_of_the_editor(board: Path) -> None:
    """The text without the editor's words keeps labels and words of the text, and no bracket."""
    assert made("text", board)["source/board.txt"].split("\n\n")[1:] == [
        "HOLM: The pier cost more.", "It was late.", "MARLOW: I wrote to Holm. He said: wait the ferr.", "HOLM: Yes.\n",
    ]


def test_a_speaker_has_all_speeches_without_labels(board: Path) -> None:
    """A speaker's file holds the speeches in their order, in both forms."""
    found = made("text", board)

    assert found["speakers-printed/HOLM.txt"].split("\n\n")[1:] == ["It was late.", "Yes.", ""]
    assert found["speakers-source/HOLM.txt"] == "The pier cost more.\n\nIt was late.\n\nYes.\n\n"


@pytest.mark.parametrize(
    ("body", "source"),
    [
        ("He left <supplied>the town</supplied>, and", "He left, and"),
        ("He left <supplied>the</supplied> <supplied>old</supplied>; and", "He left; and"),
        ("He (<supplied>we</supplied> say) left", "He (say) left"),
        ("He said “<supplied>we</supplied> go <supplied>now</supplied>”.", "He said “go”."),
        ('He said "<supplied>we</supplied> go <supplied>now</supplied>".', 'He said "go".'),
        ("Il dit <supplied>bonjour</supplied> !", "Il dit !"),
        ("<hi>Il dit </hi>, bien", "Il dit , bien"),
        ("wait <gap/>, he", "wait, he"),
        ("the ferr<supplied>y</supplied> 'tis", "the ferr 'tis"),
    ],
)
def test_no_blank_is_left_where_an_editors_word_falls_out(body: str, source: str) -> None:
    """Before a stop and within brackets no blank is left over; the transcript's own blanks stay."""
    assert Document("a", document(f"<p>{body}</p>")).source == source


def test_time_grows_with_the_length_of_a_document() -> None:
    """A document four times as long takes some four times as long, not sixteen times."""

    def seconds(turns: int) -> float:
        said = "<sp><p>He left <supplied>the town</supplied>, and <hi>went</hi> on.</p></sp>" * turns
        long = Document("a", document(f"<div>{said}</div><p>{said.replace('sp>', 'hi>').replace('p>', 'hi>')}</p>"))
        start = time.process_time()
        assert len(long.speeches) == turns
        return time.process_time() - start

    seconds(10)
    assert min(seconds(1600) for _ in range(2)) < 8 * max(seconds(400) for _ in range(2))


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.name)
def test_words_are_those_that_are_counted(family: Any) -> None:
    """A speech without the editor's words has as many words as the sums of interventions count for it."""
    found = Document("a", encoded(family).tree).speeches

    assert [one.id for one in found if sum(any(map(str.isalnum, word)) for word in one.source.split()) != one.words] == []


def test_both_tables_give_the_text_back(board: Path) -> None:
    """CSV and JSON Lines have the same rows, and their texts are those of the transcript."""
    found = made("speeches", board)
    lines = [json.loads(line) for line in found["speeches.jsonl"].splitlines()]
    rows = list(csv.DictReader(io.StringIO(found["speeches.csv"], newline="")))

    assert [row["text"] for row in lines] == [speeches.uncell(row["text"]) for row in rows]
    assert [row["text"] in BOARD for row in lines] == [True, True, True]
    first = {key: lines[0][key] for key in ("id", "order", "date", "speaker", "person", "supplied", "redactions", "redacted_lines")}
    assert list(first.values()) == ["t1", 1, "1921-05-04", "HOLM", "holm", 2, 1, 2]


@pytest.mark.parametrize("text", ["=1+1", "-a", "@x", "'=1", "''+b", "'tis", 'a "b", c', "two\n\nparagraphs"])
def test_no_cell_is_a_formula_and_each_is_read_back(text: str) -> None:
    """Whatever a speech begins with, its cell is no formula and its text comes back."""
    body = f"<sp><p>{text}</p></sp>"
    pieces = list(speeches.files([Document("a", document(body))], Edition()))
    data = b"".join(piece for name, piece in pieces if name == "speeches.csv").decode()
    (row,) = csv.DictReader(io.StringIO(data, newline=""))

    assert not row["text"].startswith(("=", "+", "-", "@"))
    assert speeches.uncell(row["text"]) == text


@pytest.mark.parametrize("platform", platforms())
def test_same_input_same_bytes(board: Path, platform: str) -> None:
    """An export made twice is the same; one that asks for more than is known of an edition refuses in the same words."""
    def told(to: str) -> dict[Path, bytes] | str:
        try:
            return {path.relative_to(board.parent / to): path.read_bytes() for path in export(platform, [board], board.parent / to, KNOWN)}
        except SettingsError as error:
            return str(error)

    assert told("a") == told("b")


@pytest.mark.parametrize("platform", platforms())
def test_no_document_is_kept(board: Path, platform: str) -> None:
    """While a platform takes a document it holds that one and perhaps the one before, and none of all the others."""
    alive: list[weakref.ref[Document]] = []

    def given() -> Iterator[Document]:
        for number in range(8):
            assert sum(one() is not None for one in alive) <= 2
            document = Document(f"d{number}", xml.parse(board), board)
            alive.append(weakref.ref(document))
            yield document
            del document

    try:
        for _ in platforms()[platform].files(given(), KNOWN):
            pass
    except SettingsError:
        assert not alive


def test_nothing_is_written_where_a_file_is_no_tei(board: Path) -> None:
    """One file that is not TEI, and the folder stays empty of files."""
    bad = board.with_name("z.xml")
    bad.write_text("<a", encoding="utf-8")

    with pytest.raises(MarkupError):
        made("text", board, bad)
    assert [path for path in (board.parent / "out").rglob("*") if path.is_file()] == []


def test_an_unknown_platform_is_told(board: Path) -> None:
    """A platform that is not there is an error that names those that are."""
    with pytest.raises(UsageError, match="there is no export txt"):
        made("txt", board)


def test_each_platform_is_described() -> None:
    """The list says of each platform what it makes, for whom, and by what it is checked."""
    shown = exporting.described()

    assert [name for name, module in platforms().items() if not all(word in shown for word in (module.TITLE, module.FOR, module.CHECKED))] == []
