"""``tei-edition schema``: from an ODD to schemas."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tei_edition.cli import _files

if TYPE_CHECKING:
    from pathlib import Path


@click.group("schema")
def command() -> None:
    """Make schemas from an ODD."""


@command.command("compile")
@click.argument("odd", type=_files.paths)
@click.option("--source", required=True, metavar="FILE", type=_files.paths, help="The TEI's specifications (p5subset.xml).")
@click.option("-o", "--output", metavar="DIR", type=_files.paths, help="Where to write. Default: beside the ODD.")
def compile_(odd: Path, source: Path, output: Path | None) -> None:
    """Compile ODD to RELAX NG and Schematron."""
    from tei_edition.odd import write_schemas  # noqa: PLC0415

    for path in write_schemas(odd, source, output or odd.parent):
        click.echo(path)
