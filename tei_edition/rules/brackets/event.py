"""
What happened, told and not spoken: laughter, applause, somebody leaves.

``[Laughter.]`` is ``<incident><desc>Laughter.</desc></incident>``: never words of the speech.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition import languages
from tei_edition.rules import Rank
from tei_edition.rules.context import Reading

if TYPE_CHECKING:
    from tei_edition.rules.context import Bracket, Context

RANK = Rank.WORDING
TITLE = "what happened, told by the note-taker or the editor"
MOST_WORDS = 9
PAUSES = re.compile(r"(?<!\w)(?:pause|пауза|pauza|pauze|pausa|break|перерыв)(?!\w)", re.IGNORECASE)


def read(bracket: Bracket, _context: Context) -> Reading | None:
    """Read a short statement of a sound, a gesture or an act."""
    if not 0 < len(bracket.words) <= MOST_WORDS or bracket.nested:
        return None
    match = re.search(rf"(?<!\w){languages.pattern('event')}(?!\w)", bracket.inner, re.IGNORECASE)
    if not match or not (match.start() == 0 or bracket.inner[:1].isupper()):
        return None
    if PAUSES.search(bracket.inner):
        return Reading("pause", bracket.described("incident", ("type", "pause")), f"It says {match[0]!r}.")
    return Reading("event", bracket.described("incident"), f"It says {match[0]!r}.")
