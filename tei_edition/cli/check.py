"""``tei-edition check``: what is wrong with TEI files."""

from __future__ import annotations

import sys
from itertools import groupby
from typing import TYPE_CHECKING

import click

from tei_edition.cli import _files, _words

if TYPE_CHECKING:
    from pathlib import Path

    from tei_edition.model import Finding


@click.command("check")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=_files.paths)
@click.option("--schema", metavar="FILE", type=_files.paths, help="A RELAX NG schema instead of the toolkit's own.")
@click.option("--format", "form", default="full", show_default=True, metavar="NAME", help="full, concise, json, ...")
@click.option("--strict", is_flag=True, help="Exit with 1 for a warning too.")
def command(paths: tuple[Path, ...], schema: Path | None, form: str, *, strict: bool) -> None:
    """Check each PATH, a TEI file, a folder of them or - (standard input): well-formed, RELAX NG, Schematron."""
    from tei_edition import check  # noqa: PLC0415
    from tei_edition.check import reports  # noqa: PLC0415

    findings: list[Finding] = []
    for named, group in groupby(paths, lambda path: str(path) != _files.STDIN):
        findings += check.check(group, schema) if named else check.check_bytes(sys.stdin.buffer.read(), schema=schema)
    shown = reports.report(form, findings, colour=_words.colour(sys.stdout))
    stream = sys.stdout.buffer
    stream.write(shown.encode("utf-8", "backslashreplace"))
    stream.flush()
    click.get_current_context().exit(check.exit_code(findings, strict=strict))
