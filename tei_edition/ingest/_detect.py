"""Finding the encoding of a text by what it looks like, where a person asks for it: a guess, and so always told."""

from __future__ import annotations

from charset_normalizer import from_bytes

from tei_edition.bom import MARKS
from tei_edition.errors import SourceError
from tei_edition.model import Finding

DETECT = "detect"
"""The name under which an encoding is asked to be found."""

SAMPLE = 200_000
BLANKS = 0.04
"""What share of the characters of a text blanks are at least, where it is in UTF-16."""


def resolve(data: bytes, name: str, encoding: str | None) -> tuple[str | None, tuple[Finding, ...]]:
    """
    Return the *encoding* to read *data* in, with a finding where it was to be found; *name* is the file's.

    Raises `SourceError` where none fits.
    """
    if encoding != DETECT or any(data.startswith(mark) for mark, _ in MARKS):
        return (None if encoding == DETECT else encoding), ()
    try:
        data.decode()
    except UnicodeDecodeError:
        pass
    else:
        if not (likely := _wide(data)):
            return None, ()
        return likely, (_told(name, likely, ()),)
    found = [match.encoding.replace("_", "-") for match in from_bytes(data[:SAMPLE])]
    likely = _wide(data) or (found[0] if found else "")
    if not likely:
        raise SourceError.at(Finding(name, "encoding", "no encoding fits what it holds.", "If it is a text, save it as UTF-8."))
    return likely, (_told(name, likely, found[1:4]),)


def _wide(data: bytes) -> str:
    """Return the name of UTF-16 with its byte order, if *data* looks like it: its blanks are those of a text in that order alone."""
    sample = data[: SAMPLE - SAMPLE % 2]
    blanks = {name: sample.decode(name, "replace").count(" ") for name in ("utf-16-le", "utf-16-be")}
    likely = max(sorted(blanks), key=lambda name: blanks[name])
    enough = blanks[likely] > BLANKS * len(sample) / 2 and min(blanks.values()) * 10 < blanks[likely]
    return likely if enough and len(data) % 2 == 0 else ""


def _told(name: str, likely: str, others: tuple[str, ...] | list[str]) -> Finding:
    """Return the finding that the encoding is a guess."""
    less = f" (less likely: {', '.join(others)})" if others else ""
    advice = "Read what was made; if the letters are right, state it: encoding in edition.toml, or --encoding."
    return Finding(name, "encoding-detected", f"it is read as {likely}, by what it looks like{less}.", advice, severity="warning")
