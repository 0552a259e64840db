"""``tei-edition check``: what is wrong with TEI files."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from tei_edition.cli import _files, _words

if TYPE_CHECKING:
    from pathlib import Path


@click.command("check")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=_files.paths)
@click.option("--schema", metavar="FILE", type=_files.paths, help="A RELAX NG schema instead of the toolkit's own.")
@click.option("--format", "form", default="full", show_default=True, metavar="NAME", help="full, concise, json, ...")
@click.option("--strict", is_flag=True, help="Exit with 1 for a warning too.")
def command(paths: tuple[Path, ...], schema: Path | None, form: str, *, strict: bool) -> None:
    """Check each PATH, a TEI file or a folder of them: well-formed, RELAX NG, Schematron."""
    from tei_edition import check  # noqa: PLC0415
    from tei_edition.check import reports  # noqa: PLC0415

    findings = check.check(paths, schema)
    shown = reports.report(form, findings, colour=_words.colour(sys.stdout))
    stream = sys.stdout.buffer
    stream.write(shown.encode("utf-8", "backslashreplace"))
    stream.flush()
    click.get_current_context().exit(check.exit_code(findings, strict=strict))
