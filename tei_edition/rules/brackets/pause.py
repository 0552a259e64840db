"""
A pause, or a break of the talk or the tape.

``[Pause.]`` is ``<incident type="pause"><desc>Pause.</desc></incident>``; a break of the recording is ``<gap reason="inaudible">``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.rules import Rank, form, wording
from tei_edition.rules.bracket import Reading

if TYPE_CHECKING:
    from tei_edition.rules.bracket import Bracket
    from tei_edition.rules.context import Context

RANK = Rank.FORM
TITLE = "a pause"
FORM = form.described("incident", ("type", "pause"))
MOST_WORDS = 12


def read(bracket: Bracket, _context: Context) -> Reading | None:
    """Read a short statement of a pause, where the sentence lacks no such word."""
    tape = wording.find(bracket, "tape", MOST_WORDS)
    edge = wording.find(bracket, "tape_edge", MOST_WORDS) if tape else None
    found = wording.find(bracket, "pause", MOST_WORDS) or (edge if edge and bracket.apart_from_sentence else None)
    if not found or bracket.nested or bracket.wanted:
        return None
    if not (found.opens or bracket.apart_from_sentence):
        return None
    broken = ("reason", "inaudible"), ("ana", "#pause")
    pieces = bracket.described("gap", *broken) if tape else bracket.described("incident", ("type", "pause"))
    return Reading("pause", pieces, found.evidence)
