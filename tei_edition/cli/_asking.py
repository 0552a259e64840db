"""Asking a person, on a terminal, whose each open label is."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from tei_edition.authorities import Authorities
    from tei_edition.roster import Roster, Row

SHOWN = 5
"""How many suggestions are shown with a question."""

NEW = "+"
"""The answer that asks for a new person."""

QUESTION = f"  id of whose it is (empty: leave open; {NEW}: a new person)"
ADVICE = f"Type {NEW} for a new person."


@dataclass(slots=True)
class Answers:
    """The *labels*, each with the id of whose it is, and the new *persons*, by id and name."""

    labels: list[tuple[str, str]] = field(default_factory=list)
    persons: list[tuple[str, str]] = field(default_factory=list)


def asked(found: Roster, lists: Authorities) -> Answers:
    """Ask whose each open label of *found* is, of those on the *lists* or of new persons; an empty answer leaves it open."""
    from tei_edition.rules.grammar import counted  # noqa: PLC0415 - the start of a command is to be quick

    answers = Answers()
    for row in found.rows:
        if row.id and not row.name:
            click.echo(f"\n{row.label}: {counted(row.turns, 'turn')}, {', '.join(row.documents)}", err=True)
            for one in [one for one in found.suggestions if one.label == row.label and one.listed][:SHOWN]:
                click.echo(f"  {one.id}  {one.score:.2f}  {one.other}: {'; '.join(one.reasons)}", err=True)
            _ask(row, lists, answers)
    return answers


def _ask(row: Row, lists: Authorities, answers: Answers) -> None:
    """Ask whose the label of *row* is until it is somebody's or left open."""
    from tei_edition.authorities import near  # noqa: PLC0415

    while id_ := click.prompt(QUESTION, "", show_default=False, err=True).strip():
        if id_ == NEW:
            id_ = click.prompt("  id of the new person", row.id, err=True).strip()
            answers.persons.append((id_, click.prompt("  name, best Surname, Forename", row.label, err=True).strip()))
        if id_ in lists.by_id or id_ in dict(answers.persons):
            answers.labels.append((row.label, id_))
            return
        click.echo(f"  nobody who is listed has the id {id_!r}. {near.advice(id_, lists, ADVICE, dict(answers.persons))}", err=True)
