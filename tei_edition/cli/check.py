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

FORMATS = "full, concise, github, gitlab, html, json, jsonl, junit, markdown, sarif or svrl."


@click.command("check")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=_files.paths)
@click.option("--schema", metavar="FILE", type=_files.paths, help="A RELAX NG schema instead of the toolkit's own.")
@click.option("--format", "form", default="full", show_default=True, metavar="NAME", help=FORMATS)
@click.option("--report", "also", metavar="NAME=FILE", multiple=True, help="Write a report of this format to a file too. Repeatable.")
@click.option("--strict", is_flag=True, help="Exit with 1 for a warning too.")
def command(paths: tuple[Path, ...], schema: Path | None, form: str, also: tuple[str, ...], *, strict: bool) -> None:
    """Check each PATH, a TEI file, a folder of them or - (standard input): well-formed, RELAX NG, Schematron."""
    from tei_edition import check  # noqa: PLC0415
    from tei_edition.check import reports  # noqa: PLC0415

    findings: list[Finding] = []
    checked: list[str] = []
    for named, group in groupby(paths, lambda path: str(path) != _files.STDIN):
        files = check.files(group) if named else ()
        findings += check.check(files, schema) if named else check.check_bytes(sys.stdin.buffer.read(), schema=schema)
        checked += [str(path) for path in files] if named else [check.STDIN]
    shown = reports.report(form, findings, checked=checked, colour=_words.colour(sys.stdout))
    reports.write(also, findings, checked=checked)
    stream = sys.stdout.buffer
    stream.write(shown.encode("utf-8", "backslashreplace"))
    stream.flush()
    click.get_current_context().exit(check.exit_code(findings, strict=strict))
