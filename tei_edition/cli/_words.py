"""Speaking to a person, on standard error."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from tei_edition.errors import ToolError
    from tei_edition.model import Finding


@contextmanager
def progress(label: str, few: int = 0) -> Iterator[Callable[[int, int, str], None] | None]:
    """
    Yield what shows a person how far a long run is: it takes the number done, the number of all, and a name.

    None where nobody watches (standard error is no terminal); with fewer than *few* things to do nothing is shown.
    """
    if not sys.stderr.isatty():
        yield None
        return
    with click.progressbar(length=1, label=label, file=sys.stderr, item_show_func=_name, hidden=True) as bar:

        def show(done: int, total: int, name: str, /) -> None:
            bar.length, bar.hidden = total, total < few
            bar.update(done - bar.pos, name)

        yield show


def _name(name: str | None) -> str:
    return name or ""


def colour(stream: object) -> bool:
    """Tell whether *stream* takes colours: a terminal, where ``NO_COLOR`` (https://no-color.org) is not set."""
    isatty = getattr(stream, "isatty", None)
    return bool(isatty and isatty()) and not os.environ.get("NO_COLOR")


def error(fault: ToolError) -> None:
    """Tell what stopped a command, with every place."""
    if fault.findings:
        findings(fault.findings, notes=True)
    else:
        click.echo(f"Error: {fault}", err=True)


def findings(found: Iterable[Finding], *, notes: bool = False) -> None:
    """Tell what was found, to a person; *notes*: what is neither error nor warning too."""
    told = [finding for finding in found if notes or finding.severity != "info"]
    if told:
        from tei_edition.check import reports  # noqa: PLC0415 - a command that finds nothing needs no report

        click.echo(reports.report("full", told, colour=colour(sys.stderr)), err=True, nl=False)
