"""``tei-edition export``: an edition in the form that another platform takes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from tei_edition.cli import _files


def _list(ctx: click.Context, _: click.Parameter, value: Any) -> None:
    """Show the platforms and end."""
    if value and not ctx.resilient_parsing:
        from tei_edition import exporting  # noqa: PLC0415

        click.echo(exporting.described())
        ctx.exit()


@click.command("export")
@click.argument("platform")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=_files.paths)
@click.option("--list", "listed", is_flag=True, is_eager=True, expose_value=False, callback=_list, help="List the platforms.")
@click.option("--edition", "folder", metavar="DIR", type=_files.paths, help="The edition's folder, with edition.toml.")
@click.option("-o", "--output", metavar="DIR", type=_files.paths, help="Folder to write to. Default: the platform's name.")
def command(platform: str, paths: tuple[Path, ...], folder: Path | None, output: Path | None) -> None:
    """Write what PLATFORM takes of each PATH: a TEI file, or a folder of them. What platforms there are: --list."""
    import tei_edition as api  # noqa: PLC0415

    made = api.export(platform, paths, output or Path(platform), api.load(folder) if folder else None)
    click.echo(f"{len(made)} file{'' if len(made) == 1 else 's'} written to {output or platform}", err=True)
