"""What commands say of a mistake: all that is wrong, at once, and what to write."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.test_cli_paths import TEXT, folder, run

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["folder"]


def test_a_report_on_tei_asks_for_the_transcript(folder: Path):
    """Who gives TEI to report is told to give the transcript."""
    made = run("report", "a.xml")
    assert made.exit_code == 2
    assert "this is TEI and no transcript; give the transcript" in made.stderr


def test_a_class_that_is_none_is_told_with_what_is_missing(folder: Path):
    """The class is judged with the options that are missing, at once."""
    (folder / "ed" / "source").mkdir(parents=True)
    (folder / "ed" / "edition.toml").write_text('title = "Talks"\n', encoding="utf-8")
    (folder / "ed" / "source" / "talk.txt").write_text(TEXT, encoding="utf-8")
    made = run("decide", "ed/source/talk.txt", "[sic]", "--as", "sgnature")
    assert made.exit_code == 2
    assert 'there is no class "sgnature" of brackets. Did you mean "signature-mark"?' in made.stderr
    assert "--resp" in made.stderr


def test_a_code_that_is_no_list_is_judged_too(folder: Path):
    """A setting that is no list is told, and so is the code in it."""
    (folder / "pyproject.toml").write_text('[tool.tei-edition.check]\nignore = "dtae"\n', encoding="utf-8")
    made = run("check", "a.xml")
    assert '"ignore" must be a list' in made.output
    assert 'there is no code "dtae".' in made.output
    assert 'Did you mean "date"?' in made.output


def test_an_edition_built_elsewhere(folder: Path):
    """Where an edition is not in the folder build, the option that names another is told."""
    (folder / "ed" / "source").mkdir(parents=True)
    (folder / "ed" / "edition.toml").write_text('title = "Talks"\n', encoding="utf-8")
    (folder / "ed" / "source" / "talk.txt").write_text(TEXT, encoding="utf-8")
    assert "--built DIR" in run("export", "text", "ed").stderr
