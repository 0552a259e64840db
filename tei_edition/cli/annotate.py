"""``tei-edition annotate``: the spans of transcripts as JSON lines."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from tei_edition.cli import _edition, _files, _words

if TYPE_CHECKING:
    from pathlib import Path


@click.command("annotate")
@_edition.transcripts
@_edition.of_edition
def command(transcripts: tuple[Path, ...], folder: Path | None, **alone: Any) -> None:
    """
    Show what the rules say of each TRANSCRIPT (.txt, .docx, .odt, .html, .md, .pdf; - is standard input), one JSON object a line.

    Each has file, line, column, start, end, kind, class, attributes, rule, evidence, cert and parent; rival, where it is not sure.
    """
    import tei_edition as api  # noqa: PLC0415
    from tei_edition.belonging import edition_of  # noqa: PLC0415
    from tei_edition.ingest import txt  # noqa: PLC0415

    if _files.is_stdin(transcripts):
        settings = edition_of((), folder, **alone)
        sources = [txt.read(sys.stdin.buffer.read(), "<stdin>", settings.encoding or None)]
    else:
        settings = edition_of(transcripts, folder, **alone)
        sources = [api.read(path, settings.document(path.name).encoding or None) for path in transcripts]
    stream = sys.stdout.buffer
    for annotation in api.annotate(sources, settings):
        for line in api.span_lines(annotation):
            stream.write(line.encode("utf-8", "backslashreplace") + b"\n")
        _words.findings(annotation.findings)
    stream.flush()
