"""``tei-edition people``: who speaks, by which labels; and what is asked, written into the authority files."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from tei_edition.cli import _asking, _edition, _files

if TYPE_CHECKING:
    from pathlib import Path

LIST = "list"


class People(click.Group):
    """The commands on people, of which `LIST` is meant where none is named."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments, which may begin with a transcript."""
        if args and args[0] not in self.commands and args[0] not in {"-h", "--help"}:
            args = [LIST, *args]
        return super().parse_args(ctx, args)


@click.group("people", cls=People)
def command() -> None:
    """
    List who speaks and who is mentioned, and settle who is who.

    people PATH... lists; people assign and people import write into the authority files, and only what they are told.
    """


@command.command(LIST)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=_files.paths)
@click.option("--csv", "table", metavar="FILE|-", help="Write a table for a spreadsheet or OpenRefine, to be imported again.")
@_edition.of_edition
def listing(paths: tuple[Path, ...], table: str | None, folder: Path | None, **alone: Any) -> None:
    """List each label of PATH (transcripts, or an edition's folder): whom it means, turns, documents; and suggest."""
    from tei_edition.authorities.importing import people_table  # noqa: PLC0415
    from tei_edition.belonging import edition_of  # noqa: PLC0415
    from tei_edition.roster import people  # noqa: PLC0415

    is_folder = any(path.is_dir() for path in paths)
    settings = None if is_folder and not folder else edition_of(paths, folder, **alone)
    found = people(paths, settings)
    if table is None:
        _show(str(found))
        return
    home = settings.folder if settings else paths[0]
    if home is None:
        raise click.UsageError("a table is of an edition; name its folder.")
    _files.write({"people.csv": people_table(home, found).encode()}, table)


@command.command("assign")
@click.argument("folder", metavar="EDITION", type=_files.paths)
@click.option("--is", "labels", nargs=2, multiple=True, metavar="LABEL ID", help="LABEL is a name of the person ID; may be given again.")
@click.option("--new", "persons", nargs=2, multiple=True, metavar="ID NAME", help='Add a person, called NAME, best "Surname, Forename".')
@click.option("--own", is_flag=True, help="Put new persons into the edition's own authorities folder.")
@click.option("--dry-run", "dry", is_flag=True, help="Say what would be written, and write nothing.")
def assigning(folder: Path, labels: tuple[tuple[str, str], ...], persons: tuple[tuple[str, str], ...], *, own: bool, dry: bool) -> None:
    """
    List labels as names of persons in the authority files. Without options it asks, on a terminal, for each that is open.

    An ID that is nowhere is refused with the nearest, unless --new adds it.
    """
    from tei_edition.authorities import load  # noqa: PLC0415
    from tei_edition.authorities.changing import assign  # noqa: PLC0415
    from tei_edition.roster import people  # noqa: PLC0415

    if not labels and not persons:
        if not is_terminal():
            raise click.UsageError("say what to write: --is LABEL ID, --new ID NAME; it asks only on a terminal.")
        answers = _asking.asked(people([folder]), load(folder))
        labels, persons = tuple(answers.labels), tuple(answers.persons)
    click.echo(str(assign(folder, list(labels), list(persons), own=own, dry=dry)), nl=False, err=True)


@command.command("import")
@click.argument("folder", metavar="EDITION", type=_files.paths)
@click.argument("table", metavar="FILE", type=_files.paths)
@click.option("--own", is_flag=True, help="Put new entries into the edition's own authorities folder.")
@click.option("--dry-run", "dry", is_flag=True, help="Say what would be written, and write nothing.")
def importing(folder: Path, table: Path, *, own: bool, dry: bool) -> None:
    """Write what the table FILE changes into the authority files of EDITION, and say what that is."""
    from tei_edition.authorities.importing import import_people  # noqa: PLC0415

    click.echo(str(import_people(folder, table, own=own, dry=dry)), nl=False, err=True)


def is_terminal() -> bool:
    """Tell whether somebody can answer."""
    return sys.stdin.isatty()


def _show(words: str) -> None:
    """Write *words* to standard output."""
    sys.stdout.buffer.write(words.encode("utf-8", "backslashreplace"))
    sys.stdout.flush()

