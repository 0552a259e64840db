"""What a project takes over into its own CI: the action, the hooks, the GitLab template, each read by its real consumer."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
from pathlib import Path

import jsonschema
import pytest

from tests.conftest import ROOT
from tests.test_check_formats import BROKEN, GITLAB

SCRIPT = ROOT / "integrations" / "check.sh"
BIN = Path(sys.executable).parent
TRANSCRIPT = "Minutes\n\nWeber. We agree.\n\nKlein. I do not [really] agree.\n\nWeber. So be it.\n"
CONFIG = """
repos:
- repo: {repo}
  rev: {rev}
  hooks:
  - id: tei-edition-check
  - id: tei-edition-convert
"""


def _schema(name: str, file: str, *options: str) -> None:
    command = [BIN / "check-jsonschema", "--builtin-schema", f"vendor.{name}", *options, ROOT / file]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_action_is_one() -> None:
    """GitHub's schema of an action accepts ours."""
    _schema("github-actions", "action.yml")


def test_gitlab_template_is_one() -> None:
    """GitLab's schema of a pipeline accepts our template."""
    _schema("gitlab-ci", "integrations/gitlab-ci.yml", "--data-transform", "gitlab-ci")


def _bash(tmp_path: Path, script: Path | str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run *script* as a runner would: in the project's folder, with the installed command on the path."""
    environment |= {"PATH": f"{_command(tmp_path)}{os.pathsep}{os.environ['PATH']}", "PYTHONPATH": str(ROOT)}
    arguments = ["bash", script] if isinstance(script, Path) else ["bash", "-euc", script]
    return subprocess.run(arguments, cwd=tmp_path, env=os.environ | environment, capture_output=True, text=True, check=False)


def _command(tmp_path: Path) -> Path:
    folder = tmp_path / "bin"
    folder.mkdir()
    (folder / "tei-edition").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m tei_edition "$@"\n', encoding="utf-8")
    (folder / "tei-edition").chmod(0o755)
    return folder


def test_action_marks_the_lines(tmp_path: Path) -> None:
    """The action's script says each fault at its line, writes the table of the summary and the SARIF, and fails."""
    (tmp_path / "tei").mkdir()
    (tmp_path / "tei" / "notes.xml").write_bytes(BROKEN)
    summary = tmp_path / "summary.md"
    done = _bash(tmp_path, SCRIPT, TEI_PATHS="tei", TEI_SARIF="tei.sarif", RUNNER_TEMP=str(tmp_path), GITHUB_STEP_SUMMARY=str(summary))
    assert done.returncode == 1, done.stderr
    assert "::error file=tei/notes.xml,line=3,endLine=3," in done.stdout
    assert "| tei/notes.xml&#58;3&#58;" in summary.read_text(encoding="utf-8")
    assert json.loads((tmp_path / "tei.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"


def test_action_passes(tmp_path: Path) -> None:
    """Where nothing is at fault the job passes and its summary says how many files were checked."""
    (tmp_path / "notes.txt").write_text(TRANSCRIPT, encoding="utf-8")
    command = [sys.executable, "-m", "tei_edition", "convert", "notes.txt", "-o", "notes.xml"]
    subprocess.run(command, cwd=tmp_path, env=os.environ | {"PYTHONPATH": str(ROOT)}, check=True, capture_output=True)
    summary = tmp_path / "summary.md"
    done = _bash(tmp_path, SCRIPT, RUNNER_TEMP=str(tmp_path), GITHUB_STEP_SUMMARY=str(summary))
    assert (done.returncode, done.stderr) == (0, "")
    assert "1 file checked" in summary.read_text(encoding="utf-8")


def test_action_could_not_run(tmp_path: Path) -> None:
    """A schema that is not there is no fault of a file: exit code 2, and no summary is made up."""
    (tmp_path / "notes.xml").write_bytes(BROKEN)
    done = _bash(tmp_path, SCRIPT, TEI_SCHEMA="none.rng", RUNNER_TEMP=str(tmp_path), GITHUB_STEP_SUMMARY=str(tmp_path / "summary.md"))
    assert done.returncode == 2
    assert not (tmp_path / "summary.md").exists()


def test_gitlab_script_makes_its_reports(tmp_path: Path) -> None:
    """The template's own command writes the reports it announces."""
    (tmp_path / "notes.xml").write_bytes(BROKEN)
    lines = (ROOT / "integrations" / "gitlab-ci.yml").read_text(encoding="utf-8").splitlines()
    script = next(line.strip().removeprefix("- ") for line in lines if "tei-edition check" in line)
    done = _bash(tmp_path, script, TEI_PATHS=".", TEI_OPTIONS="")
    assert done.returncode == 1, done.stderr
    jsonschema.validate(json.loads((tmp_path / "tei-quality.json").read_text(encoding="utf-8")), GITLAB)
    assert (tmp_path / "tei-junit.xml").exists()


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return this project as a repository of its own, as it stands here."""
    made = tmp_path_factory.mktemp("tei-edition")
    names = subprocess.run(["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True, check=True)
    for name in names.stdout.splitlines():
        if (ROOT / name).is_file() and not name.startswith("tests/"):
            (made / name).parent.mkdir(parents=True, exist_ok=True)
            (made / name).write_bytes((ROOT / name).read_bytes())
    _git(made, "init", "-q")
    _commit(made)
    return made


def _git(folder: Path, *arguments: str) -> str:
    identity = ("-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false")
    return subprocess.run(["git", *identity, *arguments], cwd=folder, capture_output=True, text=True, check=True).stdout.strip()


def _commit(folder: Path) -> None:
    _git(folder, "add", "-A")
    _git(folder, "commit", "-q", "-m", "As it stands")


def test_hooks_run(repository: Path, tmp_path: Path) -> None:
    """`pre-commit` installs the hooks and runs them: a bad file is refused at its line, a good transcript becomes TEI."""
    (tmp_path / "editions" / "x" / "source").mkdir(parents=True)
    (tmp_path / "editions" / "x" / "source" / "notes.txt").write_text(TRANSCRIPT, encoding="utf-8")
    (tmp_path / "bad.xml").write_bytes(BROKEN)
    (tmp_path / ".pre-commit-config.yaml").write_text(CONFIG.format(repo=repository, rev=_git(repository, "rev-parse", "HEAD")), encoding="utf-8")
    _git(tmp_path, "init", "-q")
    _commit(tmp_path)
    environment = {"PRE_COMMIT_HOME": str(tmp_path / ".git" / "hooks-home"), "PYTHONPATH": sysconfig.get_path("purelib")}
    environment |= {"PIP_NO_DEPS": "1", "PIP_NO_BUILD_ISOLATION": "0", "PIP_NO_INDEX": "1"}
    command = [BIN / "pre-commit", "run", "--all-files", "--color", "never"]
    done = subprocess.run(command, cwd=tmp_path, env=os.environ | environment, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stdout + done.stderr
    assert "bad.xml:3:58: error rng-element: " in done.stdout
    assert "convert transcripts to TEI" in done.stdout.splitlines()[-1]
    assert done.stdout.splitlines()[-1].endswith("Passed")
    assert (tmp_path / "build" / "tei" / "notes.xml").read_bytes().startswith(b"<?xml")
