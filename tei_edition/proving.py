"""Proving files: that a TEI file and what was made of it have the words of a transcript, and no others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition import ingest, proof, xml
from tei_edition.encode.transcript import characters_of, text
from tei_edition.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

PROOFS = {".html": proof.prove_html, ".htm": proof.prove_html, ".pdf": proof.prove_pdf}
"""How each kind of output is proved, by its suffix."""


def prove(transcript: Path, tei: Path, outputs: Sequence[Path] = ()) -> bytes:
    """
    Return the certificate (JSON) that *tei* and *outputs* have the words of *transcript*.

    Raises `ProofError` at the first word of the transcript that one has not, `UsageError` for a kind of output that
    cannot be proved or a file that cannot be read.
    """
    for path in outputs:
        if path.suffix.lower() not in PROOFS:
            raise UsageError(f"{path}: only {', '.join(PROOFS)} can be proved beside the TEI")
    given, data = _given(transcript), xml.read(tei)
    tree = xml.parse_bytes(data, str(tei))
    proved = [proof.Output(tei.name, data, proof.prove_tei(given, tree, text(tree), str(transcript)))]
    words, _ = characters_of(tree)
    for path in outputs:
        made = xml.read(path)
        proved.append(proof.Output(path.name, made, PROOFS[path.suffix.lower()](words, made, str(transcript))))
    return proof.certificate(f"{transcript.stem}.txt" if _is_rich(transcript) else transcript.name, given, proved)


def _given(transcript: Path) -> bytes:
    """Return the bytes of *transcript*; where the file is of another kind, those of the transcript that is made of it."""
    return ingest.read(transcript).bytes if _is_rich(transcript) else xml.read(transcript)


def _is_rich(transcript: Path) -> bool:
    """Tell whether *transcript* is a file of another kind than plain text, of which a transcript is made."""
    suffix = transcript.suffix.lower()
    return suffix != ".txt" and suffix.lstrip(".") in ingest.readers()
