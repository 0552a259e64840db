"""``tei-edition render``: outputs made from TEI files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tei_edition.cli import _files

if TYPE_CHECKING:
    from pathlib import Path

VIEWS = ("published", "clean", "interventions")
"""The same as in `tei_edition.rendering`, which is not loaded for the help alone."""


@click.command("render")
@click.argument("kind", metavar="html|pdf|...")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=_files.paths)
@click.option("--view", type=click.Choice(VIEWS), default=None, help="The text as published (the default), clean, or with interventions.")
@_files.output
def command(kind: str, paths: tuple[Path, ...], view: str | None, output: str | None) -> None:
    """
    Make an output, such as html or pdf, of each PATH: a TEI file, a folder of them, or - for TEI from standard input.

    A page in html has all three views, and opens in the one named.
    """
    from tei_edition import rendering  # noqa: PLC0415

    suffix = rendering.suffix(kind)
    found = _files.tei(paths)
    made = [rendering.render_bytes(kind, data, path, view or "") for path, data in found.items()]
    _files.write(dict(zip(_files.named(list(found), suffix), made, strict=True)), output, binary=suffix != ".html")
