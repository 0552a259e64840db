"""``tei-edition build``: all that is out of date of all editions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tei_edition.cli import _files, _words

if TYPE_CHECKING:
    from pathlib import Path


@click.command("build")
@click.argument("editions", default="editions", type=_files.paths)
@click.option("-o", "--output", default="build", show_default=True, metavar="DIR", type=_files.paths, help="Where to build.")
@click.option("-j", "--jobs", default=0, metavar="N", type=click.IntRange(0), help="Processes; default: one a processor.")
@click.option("--frozen", is_flag=True, help="Refuse to change the ids' ledgers (for CI).")
def command(editions: Path, output: Path, jobs: int, *, frozen: bool) -> None:
    """
    Build every edition in the folder EDITIONS (or the one edition it is); only what is out of date is made again.

    EDITIONS defaults to editions. Each document gets .xml, .html, .pdf, .txt and its proof; a document that cannot be
    made is told, and the others are made.
    """
    from tei_edition.building import build  # noqa: PLC0415

    with _words.progress("building") as progress:
        report = build(editions, output, jobs=jobs, frozen=frozen, progress=progress)
    _words.findings(report.findings)
    click.echo(f"{output}: {report}", err=True)
    click.get_current_context().exit(report.exit_code)
