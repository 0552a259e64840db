"""Readiness: what a platform asks of a TEI file is told at its place, one missing thing after the other."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner

from tei_edition import check, explaining
from tei_edition.check import Schemas, ready
from tei_edition.cli import main

FOLDER = Path(__file__).parent / "ready"
READY = (FOLDER / "document.xml").read_text(encoding="utf-8")
CHANGES = tomllib.loads((FOLDER / "changes.toml").read_text(encoding="utf-8"))
CASES = [(platform, name, *change) for platform, changes in CHANGES.items() for name, change in changes.items()]


def lacking(text: str, *platforms: str) -> list[str]:
    """Return the codes of what *text* lacks for *platforms*."""
    found = check.check_bytes(text.encode(), "f.xml", Schemas(ready=platforms))
    return [one.code for one in found if one.code.startswith("ready-")]


def test_nothing_is_asked_unasked():
    assert lacking("<TEI xmlns='http://www.tei-c.org/ns/1.0'/>") == []


@pytest.mark.parametrize("platform", ready.platforms())
def test_a_file_that_has_all_is_ready(platform):
    assert lacking(READY, platform) == []


@pytest.mark.parametrize(("platform", "name", "old", "new"), CASES, ids=[f"{case[0]}-{case[1]}" for case in CASES])
def test_what_is_missing_is_told(platform, name, old, new):
    changed = re.sub(old, new, READY)
    assert changed != READY

    assert f"ready-{platform}-{name}" in lacking(changed, platform)


def test_every_need_has_its_case_and_is_explained():
    """A code that can be found has a change that brings it about, and an explanation."""
    asked = set(ready.explained())

    assert {f"ready-{platform}-{name}" for platform, name, *_ in CASES} == asked
    assert asked <= set(explaining.codes())


def test_the_place_is_that_of_the_element(tmp_path):
    found = check.check_bytes(READY.replace(' who="#holm"', "").encode(), "f.xml", Schemas(ready=("dracor",)))
    speech = next(one for one in found if one.code == "ready-dracor-who")

    assert (speech.start.line, READY.splitlines()[speech.start.line - 1].strip()[:4]) == (22, "<sp ")


def test_the_command_says_how_many_files_will_load(tmp_path):
    (tmp_path / "a.xml").write_text(READY)
    (tmp_path / "b.xml").write_text(READY.replace(' xml:id="tst000001"', ""))
    done = CliRunner().invoke(main, ["check", str(tmp_path), "--ready", "dracor,dts", "--select", "ready"])

    assert done.exit_code == 1
    assert "DraCor: 1 of 2 files will load." in done.stderr
    assert "DTS 1.0: all 2 files will load." in done.stderr
    assert "b.xml:1:2" in done.stdout or "b.xml:1:1" in done.stdout


def test_a_platform_that_there_is_not(tmp_path):
    (tmp_path / "a.xml").write_text(READY)
    done = CliRunner().invoke(main, ["check", str(tmp_path), "--ready", "tei-publsher"])

    assert (done.exit_code, 'Did you mean "tei-publisher"?' in done.stderr) == (2, True)


def test_a_list_of_persons_is_for_no_platform():
    lists = READY.replace("<text>", "<!--").replace("</text>", "-->")
    assert lacking(lists, "dracor", "dts") == []
