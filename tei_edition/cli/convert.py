"""``tei-edition convert``: transcripts to TEI."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from tei_edition.cli import _edition, _files, _words

if TYPE_CHECKING:
    from pathlib import Path

    from tei_edition.encode import Encoded


MAP = ".map.json"
"""How the name of the map ends that stands beside a TEI file."""


@click.command("convert")
@_edition.transcripts
@_files.output
@_edition.of_edition
@click.option("--strict", is_flag=True, help="Write nothing where there is a warning, and exit with 1.")
def command(transcripts: tuple[Path, ...], output: str | None, folder: Path | None, *, strict: bool, **alone: Any) -> None:
    """
    Convert each TRANSCRIPT to TEI P5: .txt, .docx, .odt, .html, .md or .pdf; - is plain text from standard input.

    Transcripts given together are read as documents of one edition. Beside each TEI file its map is written (.map.json), by
    which check tells the line of the transcript.
    """
    import tei_edition as api  # noqa: PLC0415
    from tei_edition import check  # noqa: PLC0415
    from tei_edition.encode import source_map  # noqa: PLC0415

    encoded = _encoded(transcripts, folder, alone)
    findings = [finding for one in encoded for finding in one.findings]
    _words.findings(findings)
    code = check.exit_code(findings, strict=strict)
    if code == 0 or not strict:
        made = [api.serialize(one.tree) for one in encoded]
        maps = [source_map(one, path.name) for one, path in zip(encoded, transcripts, strict=True)]
        _files.write(dict(zip(_files.named(transcripts, ".xml"), made, strict=True)), output, beside=(MAP, maps))
    click.get_current_context().exit(code)


def _encoded(transcripts: tuple[Path, ...], folder: Path | None, alone: dict[str, Any]) -> tuple[Encoded, ...]:
    """Return the TEI of *transcripts*, or of what is on standard input."""
    from tei_edition.belonging import edition_of  # noqa: PLC0415
    from tei_edition.conversion import convert, convert_bytes  # noqa: PLC0415

    if not _files.is_stdin(transcripts):
        return convert(transcripts, edition_of(transcripts, folder, **alone))
    return (convert_bytes(sys.stdin.buffer.read(), edition_of((), folder, **alone)),)
