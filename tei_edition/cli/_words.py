"""Speaking to a person, on standard error."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tei_edition.errors import ToolError
    from tei_edition.model import Finding


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
