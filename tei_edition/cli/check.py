"""``tei-edition check``: what is wrong with TEI files."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from tei_edition.cli import _files, _words

if TYPE_CHECKING:
    from pathlib import Path

    from tei_edition.checking import Checked, Wanted

FORMATS = "full, concise, github, gitlab, html, json, jsonl, junit, markdown, sarif, statistics or svrl."
MANY = 50
"""With so many files to look at a person is shown how far the check is."""

READY = "Will these platforms take the files, or what is missing: tei-publisher, dts, dracor, parla-clarin, ead3."
SCHEMA = "A schema (.rng, .rnc, .sch, .odd) instead of those the files name, or the toolkit's own. Repeatable."


def _codes(_context: click.Context, _parameter: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...]:
    """Return the codes in *value*, each part of which may name several, separated by commas."""
    return tuple(code for part in value for code in part.replace(",", " ").split())


@click.command("check")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=_files.paths)
@click.option("--schema", metavar="FILE", type=_files.paths, multiple=True, help=SCHEMA)
@click.option("--catalog", metavar="FILE", type=_files.paths, help="An OASIS catalog: where schemas on the web stand here.")
@click.option("--source", metavar="FILE", type=_files.paths, help="The TEI's specifications (p5subset.xml), for a schema that is an ODD.")
@click.option("--select", metavar="CODES", multiple=True, callback=_codes, help="Only these codes or families count: date,pointer.")
@click.option("--ignore", metavar="CODES", multiple=True, callback=_codes, help="These codes or families do not count.")
@click.option("--ready", metavar="PLATFORMS", multiple=True, callback=_codes, help=READY)
@click.option("--baseline", metavar="FILE", type=_files.paths, help="The problems that are known; only new ones count.")
@click.option("--write-baseline", "written", metavar="FILE", type=_files.paths, help="Write what is found as a new baseline.")
@click.option("--changed", is_flag=True, help="Only files that differ from the last commit (Git).")
@click.option("--since", metavar="REVISION", help="Only files that differ from this revision (Git).")
@click.option("-j", "--jobs", default=0, metavar="N", type=click.IntRange(0), help="Processes; default: one a processor.")
@click.option("--fix", is_flag=True, help="Mend what can be mended safely, then say what is left.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing.")
@click.option("--format", "form", default="full", show_default=True, metavar="NAME", help=FORMATS)
@click.option("--report", "also", metavar="NAME=FILE", multiple=True, help="Write a report of this format to a file too. Repeatable.")
@click.option("--statistics", is_flag=True, help="Say only how often each code was found.")
@click.option("--watch", is_flag=True, help="Check again whenever a file changes, until Ctrl-C.")
@click.option("--strict", is_flag=True, help="Exit with 1 for a warning too.")
def command(paths: tuple[Path, ...], *, fix: bool, diff: bool, changed: bool, watch: bool, strict: bool, **options: Any) -> None:
    """
    Check each PATH, a TEI file, a folder of them or - (standard input).

    Is it well-formed, does it fit the schema, does it keep the rules? Settings of a project stand in its pyproject.toml,
    under [tool.tei-edition.check].
    """
    from tei_edition import check, checking  # noqa: PLC0415

    shape = {name: options.pop(name) for name in ("form", "also", "statistics")}
    options["since"] = options["since"] or ("HEAD" if changed else None)
    wanted = checking.Wanted(**options)
    piped = any(str(path) == _files.STDIN for path in paths)
    if piped and (fix or diff):
        raise click.UsageError("--fix and --diff need files; - is standard input.")
    _guard(paths, wanted, shape["also"])
    if diff:
        _show_diff(paths, wanted)
    if fix:
        _mend(paths, wanted)
    if watch and not piped:
        _watch(paths, wanted, shape)
    data = sys.stdin.buffer.read() if piped else b""
    with _words.progress("checking", MANY) as progress:
        done = checking.checked(paths, wanted, data, progress)
    _report(done, **shape)
    _tell(done, wanted)
    click.get_current_context().exit(check.exit_code(done.found, strict=strict))


def _guard(paths: tuple[Path, ...], wanted: Wanted, also: tuple[str, ...]) -> None:
    """Refuse to write a report or a baseline over what is checked, before anything is done."""
    from tei_edition import check  # noqa: PLC0415
    from tei_edition.check import _targets, reports  # noqa: PLC0415

    targets = [*reports.places(also), *([wanted.written] if wanted.written else [])]
    if targets:
        _targets.guard(targets, check.files(path for path in paths if str(path) != _files.STDIN))


def _watch(paths: tuple[Path, ...], wanted: Wanted, shape: dict[str, Any]) -> None:
    """Check again and again, until somebody ends it."""
    from tei_edition import checking, watching  # noqa: PLC0415

    for _ in watching.changes(paths):
        click.clear()
        done = checking.checked(paths, wanted)
        _report(done, **shape)
        click.echo(f"{len(done.checked)} files checked; waiting for changes (Ctrl-C ends).", err=True)


def _report(done: Checked, form: str, also: tuple[str, ...], *, statistics: bool) -> None:
    """Write the reports."""
    from tei_edition.check import reports  # noqa: PLC0415

    shown = reports.report("statistics" if statistics else form, done.found, checked=done.checked, colour=_words.colour(sys.stdout))
    reports.write(also, done.found, checked=done.checked)
    _print(shown, "backslashreplace")


def _print(text: str, errors: str) -> None:
    sys.stdout.buffer.write(text.encode("utf-8", errors))
    sys.stdout.buffer.flush()


def _show_diff(paths: tuple[Path, ...], wanted: Wanted) -> None:
    """Show what could be mended, and end."""
    from tei_edition import fixing  # noqa: PLC0415

    done = fixing.fixes(paths, wanted)
    _print("".join(one.diff for one in done), "surrogateescape")
    click.get_current_context().exit(int(bool(done)))


def _mend(paths: tuple[Path, ...], wanted: Wanted) -> None:
    """Mend the files, and say what was done."""
    from tei_edition import fixing  # noqa: PLC0415

    for one in fixing.fix(paths, wanted):
        click.echo(f"{one.path}: {one.repairs} {'repair' if one.repairs == 1 else 'repairs'}", err=True)


def _tell(done: Checked, wanted: Wanted) -> None:
    """Say what platforms will load the files, and that the baseline knows what is no more."""
    from tei_edition.check import ready  # noqa: PLC0415

    for line in ready.told(wanted.ready, done.checked, done.found):
        click.echo(line, err=True)
    if done.mended:
        what = "1 problem of the baseline is" if done.mended == 1 else f"{done.mended} problems of the baseline are"
        click.echo(f"{what} mended; write it anew with --write-baseline.", err=True)
