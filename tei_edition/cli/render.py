"""``tei-edition render``: outputs made from TEI files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tei_edition.cli import _files

if TYPE_CHECKING:
    from pathlib import Path


@click.command("render")
@click.argument("kind", metavar="html|pdf|...")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=_files.paths)
@_files.output
def command(kind: str, paths: tuple[Path, ...], output: str | None) -> None:
    """Make an output, such as html or pdf, of each PATH: a TEI file, or a folder of them."""
    from tei_edition import check, rendering  # noqa: PLC0415

    suffix = rendering.suffix(kind)
    found = check.files(paths)
    made = [rendering.render(kind, path) for path in found]
    _files.write(dict(zip(_files.named(found, suffix), made, strict=True)), output, binary=suffix != ".html")
