"""``tei-edition report``: what was found, uncertain, missing."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from tei_edition.cli import _edition, _files

if TYPE_CHECKING:
    from pathlib import Path


@click.command("report")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=_files.paths)
@_edition.of_edition
def command(paths: tuple[Path, ...], folder: Path | None, **alone: Any) -> None:
    """Report what was found in each PATH (a transcript, or the folder of an edition), what is uncertain, what is missing."""
    from tei_edition import reporting  # noqa: PLC0415
    from tei_edition.belonging import edition_of  # noqa: PLC0415

    is_folder = any(path.is_dir() for path in paths)
    settings = None if is_folder and not folder else edition_of(paths, folder, **alone)
    shown = "\n".join(map(str, reporting.report(paths, settings)))
    sys.stdout.buffer.write(shown.encode("utf-8", "backslashreplace"))
    sys.stdout.flush()
