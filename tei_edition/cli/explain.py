"""``tei-edition explain``: what a code, a rule or a profile means."""

from __future__ import annotations

import click


@click.command("explain")
@click.argument("names", nargs=-1, required=True, metavar="[code|rule|profile] NAME")
def command(names: tuple[str, ...]) -> None:
    """
    Explain the code of a finding, a rule, or a profile.

    With code, rule or profile alone the names there are of it are listed.
    """
    from tei_edition.explaining import explain  # noqa: PLC0415

    if len(names) > 2:  # noqa: PLR2004 - a kind and a name
        raise click.UsageError("give one name, with its kind before it if need be.")
    *kind, name = names
    click.echo(explain(name, kind[0] if kind else None), nl=False)
