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


def _pairs(_: click.Context, __: click.Parameter, values: tuple[str, ...]) -> dict[str, str]:
    """Return what options of the form KEY=VALUE say."""
    for value in values:
        if not value.partition("=")[1]:
            raise click.BadParameter(f"{value!r} must have the form KEY=VALUE")
    return {key.strip(): value for key, _, value in (one.partition("=") for one in values)}


@click.command("export")
@click.argument("platform")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=_files.paths)
@click.option("--list", "listed", is_flag=True, is_eager=True, expose_value=False, callback=_list, help="List the platforms.")
@click.option("--edition", "folder", metavar="DIR", type=_files.paths, help="The edition's folder, with edition.toml.")
@click.option("--set", "told", metavar="KEY=VALUE", multiple=True, callback=_pairs, help="A setting of the platform.")
@click.option("--built", metavar="DIR", type=_files.paths, default="build", show_default=True, help="Where `build` wrote to.")
@click.option("-o", "--output", metavar="DIR", type=_files.paths, help="Folder to write to. Default: the platform's name.")
@click.option("--force", is_flag=True, help="Replace files in it that are not of the same export.")
def command(
    platform: str, paths: tuple[Path, ...], folder: Path | None, told: dict[str, str], built: Path, output: Path | None, *, force: bool
) -> None:
    """Write what PLATFORM takes of each PATH: a TEI file, a folder of them, or an edition's folder. What platforms there are: --list."""
    import tei_edition as api  # noqa: PLC0415

    made = api.export(platform, paths, output or Path(platform), api.load(folder) if folder else None, told, built, force=force)
    click.echo(f"{len(made)} file{'' if len(made) == 1 else 's'} written to {output or platform}", err=True)
