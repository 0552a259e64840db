"""Reports: speakers, refusals, people, doubts with the commands that settle them, what the header lacks; as text, JSON and a page."""

from __future__ import annotations

import json
import shlex
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
from lxml import html

from tei_edition.annotation import annotate
from tei_edition.building import build
from tei_edition.edition import Edition, Licence
from tei_edition.encode import encode
from tei_edition.ingest.txt import read
from tei_edition.outputs.html import report_page
from tei_edition.reporting import Report, data, header, report, report_bytes
from tei_edition.reporting.text import as_text
from tests import rich

if TYPE_CHECKING:
    from pathlib import Path

BOARD = """Meeting of the Harbour Board, May 4, 1921

HOLM: The pier [at Wexford] cost more than it should.

MARLOW: I wrote to [Johann] Holm on June 17 [11]. It cost [two] pounds.

HOLM: Note this: nobody paid. He left [the town] [cl12]in May.

VOICES: Shame!

Old Pier: the lamps were lit.
"""


def of(text: str = BOARD, **settings: Any) -> Report:
    """Return the report on *text*, a document called board.txt."""
    return report_bytes(text.encode(), Edition(**settings), "board.txt")


def parsed(page: str) -> html.HtmlElement:
    """Return *page* parsed."""
    return html.document_fromstring(page.encode(), html.HTMLParser(encoding="utf-8"))


def test_each_speaker_has_turns_and_words() -> None:
    """A speaker is named with turns, words, and words with those supplied, and with the labels as printed."""
    speakers = {one.speaker: one for one in of().speakers}

    assert (speakers["HOLM"].turns, speakers["HOLM"].labels) == (2, ("HOLM:",))
    assert "MARLOW: 1 turn, 10 words, 13 with those supplied; printed MARLOW:" in as_text(of())


def test_a_label_that_was_refused_says_why() -> None:
    """A label that is not taken stands at its place, with the reasons, and with the command that takes it."""
    (refused,) = [one for one in of().refused if one.quote == "Old Pier:"]

    assert (refused.place.line, refused.place.column) == (11, 1)
    assert "the labels of the document are in capitals" in refused.why.casefold()
    assert refused.command == "tei-edition decide board.txt:11:1 --speaker"


def test_a_label_that_names_nobody_is_not_resolved() -> None:
    """A label for several or for somebody unnamed is listed once, with the command that says who it is."""
    found = [one for one in of().unresolved if one.quote == "VOICES:"]

    assert [one.command for one in found] == ["tei-edition decide board.txt:9:1 --who NAME"]


def test_doubts_come_worst_first() -> None:
    """What nobody knows stands before what is little sure, and that before what is fairly sure; each group in the order of the text."""
    doubts = of().doubts
    order = ["unknown", "low", "medium"]

    assert [order.index(one.cert) for one in doubts] == sorted(order.index(one.cert) for one in doubts)
    assert doubts[0].quote == "[cl12]"
    assert [one.place for one in doubts if one.cert == "medium"] == sorted(one.place for one in doubts if one.cert == "medium")


def test_a_doubt_names_the_runner_up() -> None:
    """A choice says which class comes next, and the commands for both."""
    (doubt,) = [one for one in of().doubts if one.quote == "[11]"]

    assert (doubt.class_, doubt.rival) == ("correction", "subaudible")
    assert doubt.confirm == "tei-edition decide board.txt:5:45 --confirm"
    assert doubt.instead == "tei-edition decide board.txt:5:45 --as subaudible"
    assert "Else: subaudible." in as_text(of())


def test_what_nobody_knows_cannot_be_confirmed() -> None:
    """A bracket that no rule reads has no command that says the tool is right."""
    assert [one.confirm for one in of().doubts if one.class_ == "unknown"] == [""]


@pytest.mark.parametrize("name", ["board.txt", "my minutes; rm.txt", "протокол.txt", "it's.txt"])
def test_a_command_is_one_for_a_shell(name: str) -> None:
    """Whatever the file is called, a shell takes its place as one word."""
    found = report_bytes(BOARD.encode(), Edition(), name).doubts

    assert {shlex.split(one.confirm)[2].rpartition(":")[0].rpartition(":")[0] for one in found if one.confirm} == {name}


def test_what_was_decided_is_no_doubt() -> None:
    """A choice that is sure, or that a person settled, is not among the doubts."""
    annotation = annotate([read(BOARD.encode(), "board.txt")], Edition())[0]

    assert {one.place for one in of().doubts} == {
        annotation.source.position(span.start) for span in annotation.spans if span.cert != "high" and span.verdict is None
    }


def test_the_header_says_what_it_lacks() -> None:
    """Each fact that nobody states is listed with the line that would state it; one that is stated is not."""
    lacking = {one.what: one.write for one in of().missing}
    full = Edition(
        title="Minutes", publisher="P", date="2026", editors=("E",), language="en", brackets_by="B", identifiers={"DOI": "10.1/1"},
        licence=Licence("https://example.org/", "free"),
    )
    made = encode(annotate([read(BOARD.encode(), "board.txt")], full)[0], full)

    assert lacking["an editor"] == 'editors = ["..."]'
    assert lacking["a place"] == 'place = "..." under [documents."board.txt"]'
    assert "a date" not in lacking
    assert [one.what for one in header.missing(made.tree, "board.txt")] == ["a place", "where the original is kept"]


@pytest.mark.parametrize("name", ["minutes.docx", "minutes.odt", "a.b.txt", 'the "lost" one.txt', "протокол.txt"])
def test_what_the_report_tells_to_write_is_written_as_it_says(tmp_path: Path, name: str) -> None:
    """The lines that would state title, date and place name the file that is in source/, of whatever kind; with them nothing of it lacks."""
    (tmp_path / "source").mkdir()
    paragraphs = (rich.Paragraph((rich.piece("He went home, and nobody saw him again before the winter was over."),)),)
    write = {"docx": rich.to_docx, "odt": rich.to_odt}.get(name.rpartition(".")[2], lambda _: b"He went home, and nobody saw him.\n")
    (tmp_path / "source" / name).write_bytes(write(paragraphs))
    (tmp_path / "edition.toml").write_text('title = "Minutes"\n', encoding="utf-8")
    told = {one.what: one.write for one in report([tmp_path])[0].missing if "under [documents" in one.write}
    lines = [write.partition(" under ")[0].replace("...", "Here") for write in told.values()]
    table = next(iter(told.values())).partition(" under ")[2]
    (tmp_path / "edition.toml").write_text("\n".join(['title = "Minutes"', table, *lines, ""]), encoding="utf-8")

    assert set(told) == {"a title of its own", "a date", "a place"}
    assert set(told) & {one.what for one in report([tmp_path])[0].missing} == set()


def test_json_has_places_and_commands() -> None:
    """As JSON each document is an object, each doubt with line and column, class, certainty, rival and commands."""
    (said,) = json.loads(data.as_json([of()]))
    (doubt,) = [one for one in said["doubts"] if one["quote"] == "[11]"]

    assert (doubt["line"], doubt["column"], doubt["class"], doubt["cert"]) == (5, 45, "correction", "medium")
    assert {"file", "title", "words", "speakers", "refused", "unresolved", "doubts", "decided", "missing", "findings", "found"} == said.keys()


def test_the_page_says_all_of_it() -> None:
    """Every doubt, refusal and lack stands on the page with its command, and the page leads back to the text."""
    found = of()
    page = parsed(report_page(found, "./board.html"))
    typed = page.xpath("//pre/code/text()")

    assert [one for one in found.doubts if one.confirm and one.confirm not in typed] == []
    assert [one for one in found.missing if one.write not in typed] == []
    assert page.xpath("//nav/a/@href") == ["./board.html"]
    assert page.xpath("//script") == []


def test_no_text_becomes_markup_on_the_page() -> None:
    """Whatever the transcript says is words on the page."""
    hostile = "<script>alert(1)</script>"
    page = report_page(of(f"A: He saw [{hostile} him] and left.\n\nB: No.\n\nA: Yes.\n"), "./board.html")

    assert parsed(page).xpath("//script") == []


def test_a_build_writes_the_report_and_leads_to_it(tmp_path: Path) -> None:
    """The report stands beside the document; its reading page offers it; places are those in the edition's folder."""
    source = tmp_path / "editions" / "board" / "source"
    source.mkdir(parents=True)
    (source.parent / "edition.toml").write_text('title = "Minutes"\nlanguage = "en"\n', encoding="utf-8")
    (source / "1921.txt").write_text(BOARD, encoding="utf-8")
    build(tmp_path / "editions", tmp_path / "build")
    page = (tmp_path / "build" / "board" / "1921.report.html").read_text(encoding="utf-8")

    assert "tei-edition decide source/1921.txt:5:45 --confirm" in page
    assert str(tmp_path) not in page
    assert 'href="./1921.report.html"' in (tmp_path / "build" / "board" / "1921.html").read_text(encoding="utf-8")


def test_a_folder_is_an_edition(tmp_path: Path) -> None:
    """The report on an edition's folder is one on each of its transcripts."""
    source = tmp_path / "board" / "source"
    source.mkdir(parents=True)
    (source.parent / "edition.toml").write_text('title = "Minutes"\n', encoding="utf-8")
    for name in ("1", "2"):
        (source / f"{name}.txt").write_text(BOARD, encoding="utf-8")

    assert [one.file.rpartition("/")[2] for one in report([source.parent])] == ["1.txt", "2.txt"]


@pytest.mark.parametrize(("words", "begins"), [(["report", "-"], b"<stdin>:"), (["report", "--format", "json", "-"], b"["), (["annotate", "-"], b'{"file": "<stdin>"')])
def test_standard_input_is_read(words: list[str], begins: bytes) -> None:
    """``report -`` and ``annotate -`` read plain text from standard input; no command names a file that is not there."""
    done = subprocess.run([sys.executable, "-m", "tei_edition", *words], input=BOARD.encode(), capture_output=True, check=True)

    assert done.stdout.startswith(begins)
    assert b"tei-edition decide" not in done.stdout


@pytest.mark.parametrize("command", ["report", "annotate"])
def test_standard_input_stands_alone(command: str) -> None:
    """Standard input together with files is a wrong command line."""
    done = subprocess.run([sys.executable, "-m", "tei_edition", command, "-", "a.txt"], input=b"", capture_output=True, check=False)

    assert done.returncode == 2
    assert b"cannot be given together" in done.stderr


def test_the_commands_settle_what_they_stand_for(tmp_path: Path) -> None:
    """What the report prints can be typed: after it the doubt is gone, and the report says what was decided."""
    source = tmp_path / "board" / "source"
    source.mkdir(parents=True)
    (source.parent / "edition.toml").write_text('title = "Minutes"\neditors = ["Ann Lee"]\n', encoding="utf-8")
    (source / "1921.txt").write_text(BOARD, encoding="utf-8")
    (before,) = report([source.parent])
    commands = [one.instead for one in before.doubts if one.quote == "[11]"]
    commands += [one.confirm for one in before.doubts if one.quote == "[the town]"]
    for command in commands:
        words = [*shlex.split(command)[1:], "--resp", "Ann Lee", "--why", "Seen in the archive."]
        subprocess.run([sys.executable, "-m", "tei_edition", *words], check=True, capture_output=True, stdin=subprocess.DEVNULL)
    (after,) = report([source.parent])

    assert [(one.quote, one.class_, one.resp) for one in after.decided] == [
        ("[11]", "subaudible", "Ann Lee"), ("[the town]", next(one.class_ for one in before.doubts if one.quote == "[the town]"), "Ann Lee"),
    ]
    assert {"[11]", "[the town]"} & {one.quote for one in after.doubts} == set()
