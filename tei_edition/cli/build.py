"""``tei-edition build``: all that is out of date of all editions."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from tei_edition.cli import _files, _words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tei_edition.building import Progress


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

    with _progress() as progress:
        report = build(editions, output, jobs=jobs, frozen=frozen, progress=progress)
    _words.findings(report.findings)
    click.echo(f"{output}: {report}", err=True)
    click.get_current_context().exit(report.exit_code)


@contextmanager
def _progress() -> Iterator[Progress | None]:
    """Yield what shows a person how far the build is; None where nobody watches."""
    if not sys.stderr.isatty():
        yield None
        return
    with click.progressbar(length=1, label="building", file=sys.stderr, item_show_func=_shown) as bar:

        def show(done: int, total: int, name: str, /) -> None:
            bar.length = total
            bar.update(done - bar.pos, name)

        yield show


def _shown(name: str | None) -> str:
    return name or ""
