"""The paths that commands take: standard input, a name that is empty, a folder, a file of another kind."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tei_edition.cli import main

TEXT = "Conversation of May 1, 1986\n\nSMITH: We [should] begin.\n\nJONES: Yes [sic].\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder, with a transcript and its TEI."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    assert run("convert", "a.txt", "-o", "a.xml").exit_code == 0
    return tmp_path


def run(*words: str, given: bytes = b"") -> Result:
    """Run a command in this process, with what is *given* on its standard input."""
    return CliRunner().invoke(main, list(words), input=given)


@pytest.mark.parametrize(("words", "part"), [
    (("text", "-"), "We [should] begin."),
    (("render", "html", "-"), "<!DOCTYPE HTML>"),
    (("render", "html", "--view", "clean", "-"), 'id="view-clean" checked'),
    (("interventions", "-"), "Yes [sic]: sic"),
    (("interventions", "--format", "csv", "-"), "should"),
    (("check", "-"), ""),
])
def test_tei_is_read_from_standard_input(folder: Path, words: tuple[str, ...], part: str):
    """A command on TEI takes it from standard input too, and says of it what it says of the file."""
    data = (folder / "a.xml").read_bytes()
    piped, named = run(*words, given=data), run(*words[:-1], "a.xml")

    assert (piped.exit_code, named.exit_code) == (0, 0), piped.output
    assert part.casefold() in piped.stdout.casefold()
    if words[0] in {"text", "render"}:
        assert piped.stdout_bytes == named.stdout_bytes


@pytest.mark.parametrize("words", [("annotate", "-"), ("report", "-"), ("convert", "-")])
def test_a_transcript_is_read_from_standard_input(words: tuple[str, ...]):
    """A command on transcripts takes one from standard input."""
    made = run(*words, given=TEXT.encode())

    assert made.exit_code == 0
    assert "sic" in made.stdout


@pytest.mark.parametrize("words", [
    ("annotate", ""), ("build", ""), ("build", "a", "-o", ""), ("check", ""), ("check", "a.xml", "--schema", ""), ("convert", ""),
    ("convert", "a.txt", "-o", ""), ("convert", "a.txt", "--edition", ""), ("decide", ""), ("export", "text", ""),
    ("export", "text", "a.xml", "-o", ""), ("interventions", ""), ("new", ""), ("people", "list", ""), ("prove", "", "a.xml"),
    ("render", "html", ""), ("render", "html", "a.xml", "-o", ""), ("report", ""), ("text", ""), ("text", "a.xml", "-o", ""),
])
def test_an_empty_name_is_not_the_working_folder(folder: Path, words: tuple[str, ...]):
    """A name that is empty, such as a variable of a shell that is not set, is a wrong command line, and nothing is written."""
    before = sorted(folder.rglob("*"))
    made = run(*words)

    assert made.exit_code == 2
    assert "an empty name stands for no file and no folder" in made.stderr
    assert sorted(folder.rglob("*")) == before


@pytest.mark.parametrize(("words", "told"), [
    (("convert", "sub"), "this is a folder; name the transcripts in it"),
    (("render", "html", "a.txt"), "this is a transcript and no TEI; make TEI of it first"),
    (("text", "a.txt"), "this is a transcript and no TEI"),
    (("convert", "a.txt", "-o", "plain"), "-o names a file that is there and is no .xml; name a .xml file or a folder"),
    (("render", "html", "a.xml", "-o", "a.txt"), "-o names a file that is there and is no .html"),
    (("render", "html", "-", "a.xml"), "cannot be given together with other files"),
])
def test_a_path_of_the_wrong_kind_is_told(folder: Path, words: tuple[str, ...], told: str):
    """What cannot be read or written over is told with what to do, and the file stays as it was."""
    (folder / "sub").mkdir()
    (folder / "plain").write_text("mine", encoding="utf-8")
    made = run(*words)

    assert (made.exit_code, told in made.stderr) == (2, True), made.stderr
    assert (folder / "plain").read_text(encoding="utf-8") == "mine"
    assert (folder / "a.txt").read_text(encoding="utf-8") == TEXT
