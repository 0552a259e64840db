"""Reports and baselines: they never replace what is checked, or what is no report."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from tei_edition.check import _targets, reports
from tei_edition.model import Finding, Position
from tests.test_cli_paths import run

if TYPE_CHECKING:
    from pathlib import Path

FINDINGS = ((), (Finding("f.xml", "rng-x", "m", "a", Position(1, 1), None, "warning", "x"),), (Finding("f.xml", "rng-x", "m"),))


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder, with a TEI file, a transcript and settings."""
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.chdir(home)
    (home / "r.xml").write_text("<a/>", encoding="utf-8")
    (home / "other.xml").write_text("<TEI>3 errors in 2 files.</TEI>", encoding="utf-8")
    (home / "talk.txt").write_text("SMITH: [Laughter.] There were errors in 2 files. Go: on.\n", encoding="utf-8")
    (home / "edition.toml").write_text('title = "Talks"\n', encoding="utf-8")
    return home


@pytest.mark.parametrize("words", [
    ("--report", "sarif=r.xml"), ("--report", "junit=../home/r.xml"), ("--write-baseline", "r.xml"), ("--fix", "--report", "json=r.xml"),
    ("--report", "junit=other.xml"), ("--report", "full=talk.txt"), ("--write-baseline", "talk.txt"), ("--report", "json=edition.toml"),
    ("--report", "sarif=../nodir/x.sarif"), ("--write-baseline", "../nodir/b.json"),
])
def test_nothing_is_written_over_what_is_no_report(folder: Path, words: tuple[str, ...]):
    """A report or baseline over a file that is checked, over another that is no report, or into no folder: exit 2, nothing is written."""
    before = {path: path.read_bytes() for path in folder.parent.rglob("*") if path.is_file()}
    made = run("check", "r.xml", *words)

    assert made.exit_code == 2
    assert words[-1].rpartition("=")[2] in made.stderr
    assert {path: path.read_bytes() for path in folder.parent.rglob("*") if path.is_file()} == before
    assert not (folder.parent / "nodir").exists()


def test_a_missing_folder_outside_is_named():
    """The folder that is not there is told."""
    assert "there is no folder ../nodir" in run("check", "r.xml", "--report", "sarif=../nodir/x").stderr


@pytest.mark.parametrize("name", reports.names())
def test_a_report_replaces_an_older_one(folder: Path, name: str):
    """What `check` has written it writes again, in each format, whatever was found."""
    suffix = {"junit": ".xml", "svrl": ".xml", "html": ".html", "markdown": ".md"}.get(name, ".txt")
    for findings in FINDINGS:
        path = folder / f"report{suffix}"
        path.write_text(reports.report(name, findings, checked=["f.xml"]), encoding="utf-8")
        assert _targets.is_report(path)
        assert run("check", ".", "--report", f"{name}=report{suffix}").exit_code == 1


def test_a_file_name_that_is_no_utf8(folder: Path):
    """Each format tells a file whose name is no UTF-8; a URI has its bytes, and the baseline knows it."""
    folder.joinpath(os.fsdecode(b"bad\xff.xml")).write_text("<a/>", encoding="utf-8")
    folder.joinpath("r.xml").unlink()
    folder.joinpath("other.xml").unlink()
    for name in reports.names():
        made = run("check", ".", "--format", name, "--report", f"{name}=out.x")
        assert made.exit_code == 1, name
        assert made.stdout_bytes == folder.joinpath("out.x").read_bytes()
        assert name not in {"sarif", "svrl"} or b"bad%FF.xml" in made.stdout_bytes
    assert run("check", ".", "--write-baseline", "known.json").exit_code == 0
    assert run("check", ".", "--baseline", "known.json").exit_code == 0
