"""``tei-edition new``: a folder for an edition."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from tei_edition.cli import _files

if TYPE_CHECKING:
    from pathlib import Path

QUESTIONS = {
    "title": "Title of the edition",
    "language": "Language of the transcripts, as a tag such as en, ru, de",
    "editors": "Editor (several: with semicolons between them)",
    "publisher": "Publisher",
}


@click.command("new")
@click.argument("name", type=_files.paths)
@click.option("--title", metavar="TEXT", help="Title of the edition.")
@click.option("--language", metavar="TAG", help="Language of the transcripts, such as en.")
@click.option("--editor", "editors", multiple=True, metavar="NAME", help="Who edits; may be given again.")
@click.option("--publisher", metavar="TEXT", help="Who publishes the edition.")
@click.option("--place", metavar="TEXT", help="Where the edition is published.")
@click.option("--date", metavar="DATE", help="When: 2026, 2026-05 or 2026-05-01.")
@click.option("--profile", metavar="NAME", help="House conventions of the transcripts.")
@click.option("--encoding", metavar="NAME", help="Character encoding of the transcripts, where it is not UTF-8.")
@click.option("--brackets-by", metavar="NAME", help="Who put the words in brackets into the transcripts.")
def command(name: Path, **options: str | tuple[str, ...] | None) -> None:
    """
    Make the folder NAME for an edition: edition.toml, and source/ for the transcripts.

    If the folder is there with transcripts in it, they stay as they are.

    Asks for what cannot be known and was not given as an option; an empty answer leaves it open. Where nobody can
    answer, only the title must be given.
    """
    from tei_edition import creation  # noqa: PLC0415

    given = {key.replace("_", "-"): value for key, value in options.items() if value}
    asked = {} if "title" in given or not sys.stdin.isatty() else _asked(set(QUESTIONS) - set(given))
    made = creation.new(name, {**given, **asked})
    then = creation.build_command(made)
    click.echo(f"{made} is made. Put transcripts into {made / 'source'}, then run: {then}", err=True)
    click.echo(made)


def _asked(keys: set[str]) -> dict[str, str | tuple[str, ...]]:
    """Ask a person for *keys*; an answer left empty is no answer, but there must be a title."""
    answers: dict[str, str | tuple[str, ...]] = {}
    for key, question in QUESTIONS.items():
        if key in keys:
            answer = click.prompt(question, None if key == "title" else "", show_default=False, err=True).strip()
            answers[key] = tuple(one.strip() for one in answer.split(";") if one.strip()) if key == "editors" else answer
    return answers
