"""``tei-edition prove``: that the words of the outputs are the words of the transcript."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tei_edition.cli import _files

if TYPE_CHECKING:
    from pathlib import Path


@click.command("prove")
@click.argument("transcript", type=_files.paths)
@click.argument("tei", type=_files.paths)
@click.argument("outputs", nargs=-1, metavar="[OUTPUT...]", type=_files.paths)
def command(transcript: Path, tei: Path, outputs: tuple[Path, ...]) -> None:
    """Prove that TEI and each OUTPUT (HTML, PDF) have the words of TRANSCRIPT and no others; show the certificate."""
    from tei_edition import proving  # noqa: PLC0415

    _files.write({"proof.json": proving.prove(transcript, tei, outputs)}, _files.STDOUT)
