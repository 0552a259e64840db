"""Watching: a change is seen, and nothing else."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

from tei_edition import watching
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path


def test_each_change_is_seen_once(tmp_path: Path) -> None:
    """Written, made and removed files are named, once each; hidden ones and looks without a change are passed over."""
    file, other, hidden = tmp_path / "a.xml", tmp_path / "b" / "c.xml", tmp_path / ".cache"
    other.parent.mkdir()
    file.write_text("1", encoding="utf-8")
    steps = iter((lambda: None, lambda: file.write_text("12", encoding="utf-8"), lambda: hidden.write_text("x", encoding="utf-8"),
                  lambda: other.write_text("1", encoding="utf-8"), file.unlink))  # fmt: skip
    seen = watching.changes([tmp_path], lambda _: next(steps)())
    assert [next(seen) for _ in range(4)] == [(file,), (file,), (other,), (file,)]


def test_the_command_ends_with_ctrl_c(tmp_path: Path) -> None:
    """The command checks at once, waits, and ends without a traceback."""
    (tmp_path / "a.xml").write_text("<a", encoding="utf-8")
    command = [sys.executable, "-m", "tei_edition", "check", "--watch", "--format", "concise", str(tmp_path)]
    environment = os.environ | {"PYTHONPATH": str(ROOT), "TEI_EDITION_CACHE": ""}
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True, "env": environment, "preexec_fn": _heed_ctrl_c}
    with subprocess.Popen(command, **pipes) as running:
        try:
            assert "xml-unclosed" in running.stdout.readline()
            assert "waiting" in running.stderr.readline()
            running.send_signal(signal.SIGINT)
            rest = running.communicate(timeout=30)[1]
        finally:
            running.kill()
    assert "Traceback" not in rest


def _heed_ctrl_c() -> None:
    """Let Ctrl-C end the command even where the tests run in the background, whose programs do not hear it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
