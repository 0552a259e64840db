"""
Proving the PDF: the words of its structure tree, footnotes brought back to where the transcript has them.

The words are those of the tagged content in the order of the structure tree (ISO 32000-1, 14.8), artifacts left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.errors import ProofError
from tei_edition.proof import structure
from tei_edition.proof.comparison import INVISIBLE, Letters, Proof, common, compare, finding

if TYPE_CHECKING:
    from collections.abc import Sequence


CHANCE = 8
"""How many letters the text after a note may by chance have in common with the note."""


def prove_pdf(transcript: str, pdf: bytes, name: str = "the transcript") -> Proof:
    """
    Return the proof that the PDF has the words of *transcript*, in order.

    White space is set aside, and with it what prints nothing: soft hyphens, joiners, marks of direction. *name* is the
    transcript's, for findings. Raises `ProofError` at the first word that differs, or where *pdf* is no tagged PDF.
    """
    try:
        text = structure.read(pdf)
    except structure.NotTaggedError as error:
        advice = "Make the PDF again with a build."
        raise ProofError.at(finding(transcript, 0, name, "proof/pdf", f"the PDF cannot be read: {error}.", advice)) from error
    wanted = Letters.of(transcript, INVISIBLE)
    main, *notes = (Letters.of(stream, INVISIBLE) for stream in (text.main, *text.notes))
    return compare("pdf", wanted, ordered(wanted.letters, main, notes), text.generated, name, text.words)


def ordered(wanted: str, main: Letters, notes: Sequence[Letters]) -> Letters:
    """
    Return the *main* text with the *notes* put in where *wanted* has them; those it does not have stand at the end.

    >>> ordered("a1b1.nc", Letters.of("a1bc"), [Letters.of("1.n")]).letters
    'a1b1.nc'
    """
    left = [note for note in notes if note.letters]
    parts: list[tuple[Letters, int, int]] = []
    at = used = 0
    while True:
        parted = at + common(wanted[at:], main.letters[used:])
        found = _note_at(wanted, left, at, parted)
        if found is None or parted == len(wanted):
            parts.append((main, used, len(main.letters)))
            return _joined([*parts, *((note, 0, len(note.letters)) for note in left)])
        start, note = found
        parts += [(main, used, used + start - at), (note, 0, len(note.letters))]
        used, at = used + start - at, start + len(note.letters)
        left.remove(note)


def _note_at(wanted: str, notes: list[Letters], low: int, high: int) -> tuple[int, Letters] | None:
    """
    Return the last place from *low* to *high* at which *wanted* has one of the *notes*, and the longest such note.

    Where it has none of them, the note that agrees with it past *high*, so that the place of a change in a note is found.
    """
    places = [(wanted.rfind(note.letters, low, high + len(note.letters)), note) for note in notes]
    found = [(start, note) for start, note in places if start >= 0]
    if found:
        return max(found, key=lambda place: (place[0], len(place[1].letters)))
    begun = [(start, note) for note in notes for start in range(max(low, high - CHANCE), high + 1)]
    reach = [(start + common(wanted[start : start + len(note.letters)], note.letters), start, note) for start, note in begun]
    best = max(reach, key=lambda place: place[:2], default=None)
    return (best[1], best[2]) if best and best[0] > high else None


def _joined(parts: list[tuple[Letters, int, int]]) -> Letters:
    """Return the parts as one text; of each the letters from the first number up to the second."""
    pieces = [letters.text[letters.offset(start) : letters.offset(end)] for letters, start, end in parts if start < end]
    return Letters.of(" ".join(pieces), INVISIBLE)
