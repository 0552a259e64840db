"""A finding in TEI that was made here says the line of the transcript it comes from, and the rule that made it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from tei_edition.building import build
from tei_edition.cli import main

TRANSCRIPT = """Conversation of May 1, 1986

SMITH: We [should] begin.

JONES: Yes.

SMITH: Let us speak of the harvest first, as we agreed.

JONES: As you wish. I have brought the figures with me.

[Source: National Archive.]
"""
WHERE = {"transcript": "1.txt", "line": 3, "column": 11, "rule": "omitted"}
SENTENCE = "It comes from 1.txt:3:11, where the rule omitted made it."


def damage(file: Path) -> None:
    """Misspell the name of an attribute that a rule made."""
    text = file.read_text(encoding="utf-8")
    assert "<supplied reason=" in text
    file.write_text(text.replace("<supplied reason=", "<supplied raeson="), encoding="utf-8")


@pytest.fixture
def converted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with the TEI of a transcript, damaged, as `convert` writes it."""
    monkeypatch.chdir(tmp_path)
    Path("1.txt").write_text(TRANSCRIPT, encoding="utf-8")
    assert CliRunner().invoke(main, ["convert", "1.txt", "-o", "tei", "--language", "en"]).exit_code == 0
    damage(Path("tei/1.xml"))
    return Path("tei")


def check(*arguments: str) -> str:
    """Return what the check says."""
    return CliRunner().invoke(main, ["check", "--select", "rng", *arguments]).stdout


def test_convert_writes_a_map_beside(converted: Path) -> None:
    """Beside the TEI in a folder or a file stands its map; on standard output stands the TEI alone."""
    assert sorted(path.name for path in converted.iterdir()) == ["1.map.json", "1.xml"]
    CliRunner().invoke(main, ["convert", "1.txt", "-o", "other.xml"])
    assert Path("other.map.json").is_file()
    shown = CliRunner().invoke(main, ["convert", "1.txt"]).stdout
    assert shown.rstrip().endswith("</TEI>")
    assert not Path("1.map.json").exists()


def test_every_report_says_where_it_comes_from(converted: Path) -> None:
    """A person reads it in a sentence, a program in fields of its own; also when the finding is known from before."""
    for _ in range(2):
        assert SENTENCE in check("tei")
        assert json.loads(check("tei", "--format", "json"))[0]["origin"] == WHERE
        assert json.loads(check("tei", "--format", "sarif"))["runs"][0]["results"][0]["properties"]["origin"] == WHERE
    for form in ("concise", "github", "gitlab", "html", "jsonl", "junit", "markdown", "svrl"):
        assert "1.txt:3:11" in check("tei", "--format", form).replace("%3A", ":").replace("&#58;", ":"), form


def test_in_many_processes(converted: Path) -> None:
    """In processes of their own the checkers say the same."""
    for number in range(2, 19):
        for suffix in ("xml", "map.json"):
            (converted / f"{number}.{suffix}").write_bytes((converted / f"1.{suffix}").read_bytes())
    assert [one["origin"] for one in json.loads(check("tei", "--jobs", "2", "--format", "json"))] == [WHERE] * 18


def test_in_what_was_built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the TEI that `build` makes it is the same; a damaged file is told, an undamaged one beside it is not."""
    monkeypatch.chdir(tmp_path)
    source = tmp_path / "editions" / "a" / "source"
    source.mkdir(parents=True)
    (source.parent / "edition.toml").write_text('title = "A"\nlanguage = "en"\n', encoding="utf-8")
    for name in ("1", "2"):
        (source / f"{name}.txt").write_text(TRANSCRIPT, encoding="utf-8")
    build(tmp_path / "editions", tmp_path / "build")
    damage(tmp_path / "build" / "a" / "1.xml")
    assert [(one["path"], one["origin"]) for one in json.loads(check("build", "--format", "json"))] == [("build/a/1.xml", WHERE)]
