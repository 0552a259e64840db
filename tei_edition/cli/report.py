"""``tei-edition report``: what was found, refused, uncertain, missing."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from tei_edition.cli import _edition, _files

if TYPE_CHECKING:
    from pathlib import Path

    from tei_edition.reporting import Report


@click.command("report")
@click.argument("paths", nargs=-1, required=True, metavar="TRANSCRIPT|EDITION...", type=_files.paths)
@click.option("--format", "kind", type=click.Choice(("text", "json")), default="text", show_default=True, help="How to write it.")
@_edition.of_edition
def command(paths: tuple[Path, ...], kind: str, folder: Path | None, **alone: Any) -> None:
    """
    Report on each transcript, on an edition by its folder, or on - (plain text from standard input).

    Speakers with their turns and words, labels refused and why, people not resolved, uncertain choices (worst first) with
    the command that settles each, and what is missing from the header.
    """
    from tei_edition.reporting import data, text  # noqa: PLC0415

    found = _reports(paths, folder, alone)
    shown = data.as_json(found) if kind == "json" else "\n".join(map(text.as_text, found))
    sys.stdout.buffer.write(shown.encode("utf-8", "backslashreplace"))
    sys.stdout.flush()


def _reports(paths: tuple[Path, ...], folder: Path | None, alone: dict[str, Any]) -> tuple[Report, ...]:
    """Return the reports on *paths*, or on what is on standard input."""
    from tei_edition import reporting  # noqa: PLC0415
    from tei_edition.belonging import edition_of  # noqa: PLC0415

    if _files.is_stdin(paths):
        return (reporting.report_bytes(sys.stdin.buffer.read(), edition_of((), folder, **alone)),)
    is_folder = any(path.is_dir() for path in paths)
    return reporting.report(paths, None if is_folder and not folder else edition_of(paths, folder, **alone))
