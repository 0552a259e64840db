"""What an export replaces: its own earlier files, and no others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.test_cli_paths import folder, run

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["folder"]
MINE = "of,mine\n"


def test_a_file_of_another_stays(folder: Path):
    """A file that is there with other content is replaced with --force alone; then nothing else is written either."""
    (folder / "out").mkdir()
    (folder / "out" / "speeches.csv").write_text(MINE, encoding="utf-8")
    made = run("export", "speeches", "a.xml", "-o", "out")
    assert (made.exit_code, [path.name for path in (folder / "out").iterdir()]) == (2, ["speeches.csv"])
    assert "--force" in made.stderr
    assert (folder / "out" / "speeches.csv").read_text(encoding="utf-8") == MINE

    assert run("export", "speeches", "a.xml", "-o", "out", "--force").exit_code == 0
    assert (folder / "out" / "speeches.csv").read_text(encoding="utf-8") != MINE


def test_an_earlier_export_is_written_anew(folder: Path):
    """The folder of an earlier export has the same files and no other; beside another's file what has changed stays."""
    assert run("export", "text", "a.xml", "-o", "out").exit_code == 0
    old = (folder / "out" / "printed" / "a.txt").read_bytes()
    text = (folder / "a.xml").read_text(encoding="utf-8")
    (folder / "a.xml").write_text(text.replace("Yes", "No"), encoding="utf-8")
    assert run("export", "text", "a.xml", "-o", "out").exit_code == 0
    assert (folder / "out" / "printed" / "a.txt").read_bytes() != old

    (folder / "out" / "notes.txt").write_text("mine", encoding="utf-8")
    assert run("export", "text", "a.xml", "-o", "out").exit_code == 0
    (folder / "a.xml").write_text(text, encoding="utf-8")
    assert run("export", "text", "a.xml", "-o", "out").exit_code == 2


@pytest.mark.parametrize("place", ["ed/source", "ed/source/deeper", "ed/authorities", "authorities"])
def test_nothing_goes_among_the_files_of_an_edition(folder: Path, place: str):
    """The transcripts and authority files of an edition are no place for an export, even with --force."""
    (folder / "ed" / "source").mkdir(parents=True)
    (folder / "authorities").mkdir()
    (folder / "ed" / "edition.toml").write_text('title = "Talks"\n', encoding="utf-8")
    assert run("export", "speeches", "a.xml", "-o", place, "--force").exit_code == 2
    assert not list(folder.rglob("speeches.csv"))
