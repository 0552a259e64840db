"""The package: a wheel in an empty environment does the whole work."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.conftest import ROOT


def run(*words: object, cwd: Path) -> str:
    """Run a program and return what it says; fail with all of it."""
    done = subprocess.run(list(map(str, words)), cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{words}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel built from this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT, cwd=folder)
    return next(folder.glob("*.whl"))


def test_the_wheel_holds_all_that_is_needed(wheel: Path) -> None:
    """Stylesheets, schemas, profiles, languages and explanations are in the wheel; tests and editions are not."""
    names = set(zipfile.ZipFile(wheel).namelist())
    for folder in ("xslt", "schemas"):
        for path in (ROOT / folder).rglob("*"):
            if path.is_file() and path.suffix != ".pyc":
                assert f"tei_edition/data/{path.relative_to(ROOT).as_posix()}" in names
    for pattern in ("profiles/*.toml", "languages/*.toml", "explanations/*.toml", "**/*.py", "py.typed"):
        for path in (ROOT / "tei_edition").glob(pattern):
            assert path.relative_to(ROOT).as_posix() in names
    assert not [name for name in names if name.startswith(("tests/", "editions/", "docs/"))]


def test_the_wheel_works_in_an_empty_environment(wheel: Path, tmp_path: Path) -> None:
    """Installed where there is no checkout, the command converts, checks and renders."""
    run(sys.executable, "-m", "venv", tmp_path / "env", cwd=tmp_path)
    bin_ = tmp_path / "env" / "bin"
    run(bin_ / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", wheel, cwd=tmp_path)
    source = tmp_path / "e" / "notes" / "source"
    source.mkdir(parents=True)
    text = "Session of May 1, 1986\n\nSMITH: We [should] begin.\n\n[Source: National Archive.]\n"
    (source / "a.txt").write_text(text, encoding="utf-8")
    (source.parent / "edition.toml").write_text('title = "Notes"\nlanguage = "en"\n', encoding="utf-8")
    command = bin_ / "tei-edition"
    assert "tei-edition" in run(command, "--version", cwd=tmp_path)
    run(command, "convert", source / "a.txt", "-o", "a.xml", cwd=tmp_path)
    run(command, "check", "a.xml", cwd=tmp_path)
    assert run(command, "text", "a.xml", cwd=tmp_path) == text
    run(command, "build", "e", "-o", "out", cwd=tmp_path)
    assert (tmp_path / "out" / "notes" / "a.pdf").read_bytes().startswith(b"%PDF-")
    assert "sic" in run(command, "explain", "rule", "sic", cwd=tmp_path)


def test_the_public_names_are_there() -> None:
    """Each public name is loaded from the module that holds it, and is no module's name."""
    import tei_edition  # noqa: PLC0415

    for name in tei_edition.HOMES:
        assert callable(getattr(tei_edition, name)), name
        assert not (ROOT / "tei_edition" / name).exists()
        assert not (ROOT / "tei_edition" / f"{name}.py").exists()
    assert set(tei_edition.__all__) == {*tei_edition.HOMES, "__version__"}
