"""``tei-edition interventions``: what was withheld, supplied, corrected, left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tei_edition.cli import _files

if TYPE_CHECKING:
    from pathlib import Path

FORMATS = ("text", "csv", "json")


@click.command("interventions")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=_files.paths)
@click.option("--format", "kind", type=click.Choice(FORMATS), default="text", show_default=True, help="How to write them.")
@_files.output
def command(paths: tuple[Path, ...], kind: str, output: str | None) -> None:
    """
    List what was withheld, supplied, conjectured, corrected, left out or not read in each PATH.

    A PATH is a TEI file, a folder of them, or - for TEI from standard input.
    The csv and the text of several files are one; each has its own json.
    """
    from tei_edition import xml  # noqa: PLC0415
    from tei_edition.intervening import of_tree, tables  # noqa: PLC0415

    read = _files.tei(paths)
    files = list(read)
    found = tuple(of_tree(xml.parse_bytes(data, str(path)), _stem(path)) for path, data in read.items())
    if kind == "json":
        made = dict(zip(_files.named(files, ".interventions.json"), map(tables.as_json, found), strict=True))
    elif kind == "csv":
        made = {"interventions.csv": tables.as_csv(found)}
    else:
        made = {"interventions.txt": "\n".join(map(tables.as_text, found)).encode("utf-8", "backslashreplace")}
    _files.write(made, output)


def _stem(path: Path) -> str:
    """Return the name of the document at *path*."""
    return "stdin" if str(path) == _files.STDIN else path.stem
