"""Where things are kept: one answer for every part of the tool."""

from __future__ import annotations

from pathlib import Path

import pytest

from tei_edition import caching, checking


def test_where_it_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder that is named, else the user's cache; nothing is kept where an empty name is given."""
    monkeypatch.setenv(caching.VARIABLE, str(tmp_path / "named"))
    assert caching.folder("a") == tmp_path / "named" / "a"
    monkeypatch.setenv(caching.VARIABLE, "")
    assert caching.folder("a") is None
    monkeypatch.delenv(caching.VARIABLE)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "x"))
    assert caching.folder("a") == tmp_path / "x" / "tei-edition" / "a"
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert caching.folder("a") == tmp_path / ".cache" / "tei-edition" / "a"


def _homeless() -> Path:
    raise RuntimeError("Could not determine home directory.")


def test_somebody_without_a_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody who has no home, as in some containers, keeps nothing, and checks like everybody."""
    monkeypatch.delenv(caching.VARIABLE)
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setattr(Path, "home", _homeless)
    (tmp_path / "a.xml").write_text("<", encoding="utf-8")
    assert caching.folder("a") is None
    assert len(checking.checked([tmp_path / "a.xml"]).found) == 1
