"""The script of CI: what it installs."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

THERE = ("chromium", "pandoc", "java", "trang", "basexserver", "node", "make", "npm", "python3")


def test_only_what_is_missing_is_installed(tmp_path: Path) -> None:
    """Of a machine that lacks two programs the packages of these two are installed, and no other."""
    for name in ("dirname", "env"):
        (tmp_path / name).symlink_to(str(shutil.which(name)))
    fakes = {**dict.fromkeys(THERE, "exit 0"), "id": "echo 0", "apt-get": f'echo "$@" >> {tmp_path}/log', "jing": ""}
    fakes |= {"mkdir": "echo stopped here >&2; exit 9"}
    for name, script in fakes.items():
        (tmp_path / name).write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        (tmp_path / name).chmod(0o755)
    done = subprocess.run(["/bin/bash", ROOT / ".ci" / "run"], env={"PATH": str(tmp_path)}, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (9, b"stopped here\n")
    update, install = (tmp_path / "log").read_text(encoding="utf-8").splitlines()
    assert update == "update -qq"
    assert sorted(word for word in install.split()[1:] if not word.startswith("-")) == ["libxml2-utils", "poppler-utils"]
