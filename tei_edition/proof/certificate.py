"""The certificate: what was proved of which bytes, as JSON."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tei_edition.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tei_edition.proof.comparison import Proof

CLAIM = "the words of the transcript, in order, and no others but those declared as generated"


@dataclass(frozen=True, slots=True)
class Output:
    """An output: the name of its *file*, its *data*, and its *proof*."""

    file: str
    data: bytes
    proof: Proof


def certificate(name: str, transcript: bytes, outputs: Iterable[Output]) -> bytes:
    """
    Return the certificate of *outputs* made from the *transcript* called *name*: JSON, UTF-8, the same for the same input.

    It names file, SHA-256, result, how much was compared, and of each kind of what is generated elements and words.
    """
    made = sorted(outputs, key=lambda output: output.file)
    first = made[0].proof if made else None
    stated = {
        "transcript": name,
        "sha256": digest(transcript),
        "words": first.words if first else 0,
        "characters": first.characters if first else 0,
        "tool": f"tei-edition {VERSION}",
        "claim": CLAIM,
        "outputs": [_entry(output) for output in made],
    }
    return (json.dumps(stated, ensure_ascii=False, indent=2) + "\n").encode()


def _entry(output: Output) -> dict[str, Any]:
    """Return what the certificate says of one output."""
    words = dict(output.proof.generated_words)
    return {
        "file": output.file,
        "sha256": digest(output.data),
        "result": "proved",
        "words": output.proof.words,
        "characters": output.proof.characters,
        "generated": {kind: {"elements": count, "words": words[kind]} for kind, count in output.proof.generated},
    }


def digest(data: bytes) -> str:
    """Return the SHA-256 of *data* in hexadecimal."""
    return hashlib.sha256(data).hexdigest()
