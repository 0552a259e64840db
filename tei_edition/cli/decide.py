"""``tei-edition decide``: what a person decides of a bracket, a label, a name or a date."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tei_edition.cli import _files, _words

if TYPE_CHECKING:
    from tei_edition.deciding import Decided, Look
    from tei_edition.decisions.spotting import Where
    from tei_edition.edition import Edition

PLACE = re.compile(r"(?P<path>.+?)(?::(?P<line>\d+))?(?::(?P<column>\d+))?")
FORMS = {"original": ("as", "original"), "not_name": ("name", False), "not_date": ("date", "none"), "not_bracket": ("bracket", False)}
"""The options that say one thing, and the key and value of it."""


@click.command("decide")
@click.argument("place", metavar="PLACE", type=_files.Named(path_type=str))
@click.argument("quote", default="", metavar="[QUOTE]")
@click.option("--before", default="", metavar="TEXT", help="Words before QUOTE, where it stands several times.")
@click.option("--after", default="", metavar="TEXT", help="Words after QUOTE.")
@click.option("--every", is_flag=True, help="Each place of the document where the same is printed.")
@click.option("--as", "class_", metavar="CLASS", help="The class of the bracket: subaudible, omitted, redaction, ...")
@click.option("--confirm", is_flag=True, help="The tool is right: its doubt is taken away.")
@click.option("--original", is_flag=True, help="The brackets are the document's own.")
@click.option("--not-bracket", is_flag=True, help="The marks are ordinary characters, no bracket.")
@click.option("--of", metavar="WORDS", help="Words beside the bracket that it is about, such as the wrong word of a correction.")
@click.option("--attribute", "attributes", multiple=True, metavar="NAME=VALUE", help="A TEI attribute of the bracket's element.")
@click.option("--speaker/--not-speaker", default=None, help="Whether the words that open a paragraph are a speaker's label.")
@click.option("--who", metavar="NAME", help="Whom a label means: a name, or # and an id.")
@click.option("--ref", metavar="NAME", help="Whom a name means: a name, or # and an id.")
@click.option("--not-name", is_flag=True, help="What is read as a name is none.")
@click.option("--date", metavar="DATE", help="What day a printed date is.")
@click.option("--not-date", is_flag=True, help="What is read as a date is none.")
@click.option("--cert", metavar="CERTAINTY", help="How sure you are: high, medium, low, unknown.")
@click.option("--resp", metavar="NAME", help="Who decides.")
@click.option("--when", metavar="DATE", help="When it was decided: 2026-11-24. Never taken from a clock.")
@click.option("--why", metavar="TEXT", help="The reason, in a sentence.")
@click.option("--list", "listed", is_flag=True, help="List the decisions on PLACE, a transcript or an edition's folder.")
@click.option("--remove", is_flag=True, help="Take the decision out that PLACE names, in decisions.toml or in a transcript.")
@click.option("--dry-run", is_flag=True, help="Show what would be written, and write nothing.")
def command(place: str, quote: str, *, listed: bool, remove: bool, dry_run: bool, **options: Any) -> None:
    """
    Decide what a bracket, a speaker's label, a name or a date is, and write it into the edition's decisions.toml.

    PLACE is TRANSCRIPT:LINE[:COLUMN] as annotate and report print it, or TRANSCRIPT with a QUOTE from it. What the tool
    thinks is shown first, and the TEI with and without the decision. Asks for what is missing where somebody can answer.
    """
    from tei_edition import deciding  # noqa: PLC0415
    from tei_edition.belonging import edition_of  # noqa: PLC0415
    from tei_edition.decisions.spotting import Where  # noqa: PLC0415
    from tei_edition.edition import load  # noqa: PLC0415

    match = PLACE.fullmatch(place)
    path, line, column = Path(match["path"] if match else place), *(int(match[n] or 0) if match else 0 for n in ("line", "column"))
    where = Where(line, column, quote, options.pop("before"), options.pop("after"))
    folder = path if path.is_dir() else path.parent if path.name == "decisions.toml" else None
    edition = load(folder) if folder else edition_of([path])
    if listed:
        _list(edition, None if folder else path.name)
    elif remove:
        gone = deciding.withdraw(path, edition, where, write=not dry_run)
        click.echo(f"Taken out: {_line(gone)}" if not dry_run else f"Would be taken out: {_line(gone)}", err=True)
    else:
        _decide(path, edition, where, options, dry_run=dry_run)


def _decide(path: Path, edition: Edition, where: Where, options: dict[str, Any], *, dry_run: bool) -> None:
    """Show what stands at a place, ask for what is missing, and write the decision."""
    from tei_edition import deciding  # noqa: PLC0415

    said = _said(options)
    found = deciding.look(path, edition, where, said)
    click.echo(str(found), err=True)
    if options["confirm"]:
        said |= _confirmed(found)
    if sys.stdin.isatty():
        if fault := deciding.class_fault(said):
            raise click.UsageError(fault)
        said |= _asked(found, edition, said)
    made = deciding.decide(path, edition, where, said, write=False)
    _show(made)
    if not dry_run and (not sys.stdin.isatty() or click.confirm(f"Write it into {made.path}?", default=True, err=True)):
        made.write()
        click.echo(f"{made.path}:{made.decision.place.start.line}: {_line(made.decision)}", err=True)
    _words.findings(made.others)


def _said(options: dict[str, Any]) -> dict[str, Any]:
    """Return what the options say, by the keys of decisions.toml."""
    if sum(bool(options[name]) for name in ("class_", "confirm", "original", "not_bracket")) > 1:
        raise click.UsageError("--as, --confirm, --original and --not-bracket exclude each other: give one of them.")
    keys = ("of", "who", "ref", "date", "cert", "resp", "when", "why")
    said = {key: options[key] for key in keys if options[key]}
    said |= {"as": options["class_"]} if options["class_"] else {}
    said |= {"every": True} if options["every"] else {}
    said |= {"speaker": options["speaker"]} if options["speaker"] is not None else {}
    said |= dict(FORMS[name] for name in FORMS if options.get(name))
    pairs = [one.partition("=") for one in options["attributes"]]
    if any(not equals for _, equals, _ in pairs):
        raise click.UsageError("--attribute wants NAME=VALUE, such as quantity=2.")
    return said | ({"attributes": {name: value for name, _, value in pairs}} if pairs else {})


def _confirmed(found: Look) -> dict[str, Any]:
    """Return what it means that the tool is right."""
    if found.target.subject == "bracket" and found.rules:
        return {"as": found.rules.class_}
    if found.target.subject == "label" and found.rules:
        return {"speaker": found.rules.class_ == "speaker"}
    raise click.UsageError("--confirm is for a bracket or a label that the tool reads.")


def _asked(found: Look, edition: Edition, said: dict[str, Any]) -> dict[str, Any]:
    """Ask a person for what is not said yet."""
    answers: dict[str, Any] = {}
    if not set(said) & {"as", "speaker", "who", "ref", "name", "date"}:
        key, question, usual = _question(found)
        answer = click.prompt(question, usual, err=True)
        answers[key] = answer if key != "speaker" else answer.casefold().startswith("y")
    if "resp" not in said:
        answers["resp"] = click.prompt("Who decides", edition.editors[0] if len(edition.editors) == 1 else None, err=True)
    if "why" not in said:
        answers["why"] = click.prompt("Why, in a sentence", err=True)
    if "when" not in said:
        when = click.prompt("When, as 2026-11-24 (empty: not said)", "", show_default=False, err=True)
        answers |= {"when": when} if when else {}
    return answers


def _question(found: Look) -> tuple[str, str, str | None]:
    """Return the key that is to be asked for, the question, and the answer that is usual."""
    read = found.rules.class_ if found.rules else None
    return {
        "bracket": ("as", "Class of the bracket (original: the document's own)", read),
        "label": ("speaker", "Is it a speaker's label? yes or no", "yes" if read == "speaker" else "no"),
        "name": ("ref", "Whom does it mean, by name or # and id", None),
        "date": ("date", "Which day is it, as 1986-11-13", None),
    }[found.target.subject]


def _show(made: Decided) -> None:
    """Show a person the TEI without and with a decision."""
    if made.before == made.after:
        click.echo(f"TEI:  {made.after}", err=True)
        return
    click.echo(f"TEI now:  {made.before}\nTEI then: {made.after}", err=True)


def _list(edition: Edition, document: str | None) -> None:
    """List the decisions on *document*, or all of the edition."""
    for decision in edition.decisions:
        if document in (None, decision.document):
            click.echo(f"{decision.place.path}:{decision.place.first}: {_line(decision)}")


def _line(decision: Any) -> str:
    """Return a decision on one line."""
    day = f", {decision.when}" if decision.when else ""
    scope = "every " if decision.every else ""
    return f"{decision.document}: {scope}{decision.quote} {decision.said} ({decision.resp}{day}): {decision.why}"
