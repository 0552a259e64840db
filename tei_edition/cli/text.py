"""``tei-edition text``: the transcript again, from the TEI alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tei_edition.cli import _files

if TYPE_CHECKING:
    from pathlib import Path


@click.command("text")
@click.argument("files", nargs=-1, required=True, metavar="TEI...", type=_files.paths)
@_files.output
def command(files: tuple[Path, ...], output: str | None) -> None:
    """Give the transcript back that each TEI file encodes, byte for byte; - is TEI from standard input."""
    import tei_edition as api  # noqa: PLC0415
    from tei_edition import xml  # noqa: PLC0415

    found = _files.tei(files)
    made = [api.text(xml.parse_bytes(data, str(path))) for path, data in found.items()]
    _files.write(dict(zip(_files.named(list(found), ".txt"), made, strict=True)), output or _files.STDOUT)
