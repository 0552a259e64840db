"""
Is the transcript in order? What the rules cannot place, brackets without a partner, labels that look misspelt.

A transcript that stands in an edition is read with the edition's other transcripts, as a build does.
"""

from __future__ import annotations

from collections import Counter
from difflib import SequenceMatcher
from functools import lru_cache
from pathlib import PurePath
from typing import TYPE_CHECKING

from tei_edition import belonging, edition, ingest
from tei_edition.errors import EditionError
from tei_edition.model import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from tei_edition.annotation import Annotation
    from tei_edition.check import Document
    from tei_edition.edition import Edition
    from tei_edition.model import Source

CODE = "transcript"
SUFFIXES = tuple(f".{suffix}" for suffix in ingest.readers())
AFTER: tuple[str, ...] = ()

OFTEN = 3
"""A label that stands so often is believed to be written rightly."""

LONGEST = 60
"""A label has no more characters than this."""

CLOSE = 0.82
"""Two labels that are so much alike (0 to 1, `difflib`) may be one."""


def check(document: Document) -> Iterator[Finding]:
    """Yield what is wrong with the transcript, or doubtful in it. Raises what reading it raises, but for faults of the text."""
    if document.path is None:
        return
    try:
        found = _annotated(document.path, hash(document.data))
    except EditionError as error:
        yield from error.findings
        return
    yield from found.findings
    yield from _unknown(found)
    yield from _misspelt(found)


def _annotated(path: Path, version: int) -> Annotation:
    """Return what the rules say of the transcript at *path*."""
    from tei_edition import annotation  # noqa: PLC0415 - the rules take longer to load than a TEI file to check

    home = belonging.edition_of([path])
    if not home.folder:
        return annotation.annotate([ingest.read(path)], home)[0]
    paths = edition.transcripts(home.folder)
    versions = (version, *(one.stat().st_mtime_ns for one in paths))
    return next(one for one in _together(home.folder, versions) if PurePath(one.source.name).name == path.name)


@lru_cache(maxsize=2)
def _together(folder: Path, _: tuple[int, ...]) -> tuple[Annotation, ...]:
    """Return what the rules say of all transcripts of the edition in *folder*; anew when one of them was written."""
    from tei_edition import annotation  # noqa: PLC0415

    home = edition.load(folder)
    return annotation.annotate([_read(path, home) for path in edition.transcripts(folder)], home)


def _read(path: Path, home: Edition) -> Source:
    return ingest.read(path, home.document(path.name).encoding or None)


def _unknown(found: Annotation) -> Iterator[Finding]:
    """Yield the brackets whose meaning no rule knows."""
    for span in found.spans:
        if span.kind == "bracket" and span.class_ == "unknown":
            words = found.source.text[span.start : span.end]
            advice = "Say what it is with tei-edition decide, or write it in one of the ways of docs/notation.md."
            yield _finding(found.source, (span.start, span.end), "bracket-unknown", f"No rule knows what {words[:60]} means.", advice)


def _misspelt(found: Annotation) -> Iterator[Finding]:
    """Yield what opens one paragraph only and looks like a label that stands often, whether it was taken for a label or not."""
    source = found.source
    labels = Counter(source.text[span.start : span.end] for span in found.spans if span.kind == "speaker")
    often = [label for label, count in labels.items() if count >= OFTEN]
    openings = [(_opening(source.text[one.start : one.end], often), one.start) for one in source.paragraphs]
    counts = Counter(opening for opening, _ in openings)
    for opening, start in openings:
        like = next((label for label in often if opening and counts[opening] == 1 and _is_like(opening, label)), None)
        if like:
            message = f"{opening!r} opens this paragraph only, and {like!r} {labels[like]} of them."
            advice = "If they are one person, correct the label, or say so with tei-edition people."
            yield _finding(source, (start, start + len(opening)), "label-misspelt", message, advice)


def _opening(paragraph: str, labels: Sequence[str]) -> str:
    """
    Return what opens *paragraph* as a label would: up to the first stop or colon, if one of *labels* ends so.

    >>> _opening("Webber. Yes, I see.", ["Weber."]), _opening("Yes, I see.", ["Weber:"])
    ('Webber.', '')
    """
    stops = {label[-1] for label in labels if label[-1:] in ".:"}
    ends = [paragraph.find(stop) + 1 for stop in sorted(stops) if stop in paragraph]
    return paragraph[: min(ends)] if ends and min(ends) <= LONGEST else ""


def _is_like(label: str, other: str) -> bool:
    """
    Tell whether *label* may be *other* misspelt: two or three letters otherwise, none of them a number.

    >>> _is_like("Shultz.", "Schultz."), _is_like("Weber.", "Klein."), _is_like("Delegate 1:", "Delegate 2:")
    (True, False, False)
    """
    if any(character.isdigit() for character in label + other) or label.split()[:-1] != other.split()[:-1]:
        return False
    return SequenceMatcher(None, label.casefold(), other.casefold()).ratio() >= CLOSE


def _finding(source: Source, stretch: tuple[int, int], code: str, message: str, advice: str) -> Finding:
    place, end = map(source.position, stretch)
    return Finding(source.name, code, message, advice, place, end, "warning", source.line(place.line)[:1000])
