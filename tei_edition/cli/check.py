"""``tei-edition check``: what is wrong with TEI files."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from tei_edition.cli import _files, _words

if TYPE_CHECKING:
    from pathlib import Path

    from tei_edition.checking import Checked

FORMATS = "full, concise, github, gitlab, html, json, jsonl, junit, markdown, sarif, statistics or svrl."


def _codes(_context: click.Context, _parameter: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...]:
    """Return the codes in *value*, each part of which may name several, separated by commas."""
    return tuple(code for part in value for code in part.replace(",", " ").split())


@click.command("check")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=_files.paths)
@click.option("--schema", metavar="FILE", type=_files.paths, help="A RELAX NG schema instead of the toolkit's own.")
@click.option("--select", metavar="CODES", multiple=True, callback=_codes, help="Only these codes or families count: date,pointer.")
@click.option("--ignore", metavar="CODES", multiple=True, callback=_codes, help="These codes or families do not count.")
@click.option("--baseline", metavar="FILE", type=_files.paths, help="The problems that are known; only new ones count.")
@click.option("--write-baseline", "written", metavar="FILE", type=_files.paths, help="Write what is found as a new baseline.")
@click.option("--format", "form", default="full", show_default=True, metavar="NAME", help=FORMATS)
@click.option("--report", "also", metavar="NAME=FILE", multiple=True, help="Write a report of this format to a file too. Repeatable.")
@click.option("--statistics", is_flag=True, help="Say only how often each code was found.")
@click.option("--strict", is_flag=True, help="Exit with 1 for a warning too.")
def command(paths: tuple[Path, ...], form: str, also: tuple[str, ...], *, statistics: bool, strict: bool, **wanted: Any) -> None:
    """
    Check each PATH, a TEI file, a folder of them or - (standard input).

    Is it well-formed, does it fit the schema, does it keep the rules? Settings of a project stand in its pyproject.toml,
    under [tool.tei-edition.check].
    """
    from tei_edition import check, checking  # noqa: PLC0415
    from tei_edition.check import reports  # noqa: PLC0415

    piped = sys.stdin.buffer.read() if any(str(path) == _files.STDIN for path in paths) else b""
    done = checking.checked(paths, checking.Wanted(**wanted), piped)
    shown = reports.report("statistics" if statistics else form, done.found, checked=done.checked, colour=_words.colour(sys.stdout))
    reports.write(also, done.found, checked=done.checked)
    stream = sys.stdout.buffer
    stream.write(shown.encode("utf-8", "backslashreplace"))
    stream.flush()
    _tell(done)
    click.get_current_context().exit(check.exit_code(done.found, strict=strict))


def _tell(done: Checked) -> None:
    """Say that the baseline knows what is no more."""
    if done.mended:
        what = "1 problem of the baseline is" if done.mended == 1 else f"{done.mended} problems of the baseline are"
        click.echo(f"{what} mended; write it anew with --write-baseline.", err=True)
