"""
What an export costs: seconds a document and the memory at its most, with a tenth of the documents and with all of them.

Every platform that `tei-edition export --list` names is measured, as a program of its own. A platform keeps none of the documents, so that
its memory is flat: the last column is how much more it holds for ten times as many. Saxon, which reads each document, holds some 40 MB
more or less from one moment to the next.
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from validating import took

from tei_edition import exports

if TYPE_CHECKING:
    from collections.abc import Sequence

COMMAND = [sys.executable, "-m", "tei_edition", "export"]
EDITION = """title = "Notes"
publisher = "Harbour Press"
place = "Wexford"
date = 2026-05-01
editors = ["Doe, Jane"]
language = "en"
description = "What was said."
keywords = ["harbours"]
address = "https://example.org/notes/"
repository = "City Archive"
collection = "Fond 2"
call-number = "1"
identifiers = { DOI = "10.1234/abcd" }

[licence]
target = "https://creativecommons.org/licenses/by/4.0/"
text = "CC BY 4.0"
"""
"""An edition that says all that a platform may ask for, but for what it asks for alone."""

SCRIPT = "CETEI.js"
"""The file that the export for CETEIcean asks for; it is only copied."""


def measure(files: Sequence[Path], folder: Path, platforms: Sequence[str] = ()) -> None:
    """Export the TEI *files* for each of *platforms* (all, if none is named), and print a line for each; *folder* is for what is made."""
    few = folder / "few"
    few.mkdir()
    for path in files[: max(len(files) // 10, 1)]:
        shutil.copy(path, few / path.name)
    for platform in platforms or exports.names():
        edition = _edition(folder / "editions" / platform, platform)
        words = [*COMMAND, platform, "--edition", str(edition)]
        found = []
        for paths in (few, files[0].parent):
            with tempfile.TemporaryDirectory(dir=folder) as name:
                found.append(took([*words, str(paths), "-o", name], times=1))
                is_made = any(Path(name).iterdir())
        first, second = found
        told = f"{second.seconds / len(files) * 1000:6.1f} ms each, {first.megabytes:5.0f} MB, {second.megabytes:5.0f} MB"
        grown = f"{second.megabytes - first.megabytes:+5.0f} MB"
        print(f"export {platform:16} {len(files)} documents  {f'{told}  {grown}' if is_made else 'refused'}", flush=True)


def _edition(folder: Path, platform: str) -> Path:
    """Return a new edition in *folder* that says what *platform* asks for, with the examples of its keys."""
    folder.mkdir(parents=True)
    (folder / SCRIPT).write_text("// stands for CETEI\n", encoding="utf-8")
    own = {field.key: field.example for field in exports.settings(platform)}
    own |= {"script": json.dumps(SCRIPT)} if "script" in own else {}
    table = "".join(f"{key} = {example}\n" for key, example in own.items())
    (folder / "edition.toml").write_text(f"{EDITION}\n[export.{platform}]\n{table}", encoding="utf-8")
    return folder
