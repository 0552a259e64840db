"""
Text withheld, with its amount where that is said.

``[less than 1 line not declassified]`` is ``<gap reason="redacted" unit="line" atMost="1"><desc>...</desc></gap>``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition.rules import Rank, form, wording
from tei_edition.rules.amounts import amount
from tei_edition.rules.bracket import Reading
from tei_edition.rules.brackets.source import OPENING

if TYPE_CHECKING:
    from tei_edition.rules.bracket import Bracket
    from tei_edition.rules.context import Context

RANK = Rank.FORM
TITLE = "text withheld"
FORM = form.described("gap", ("reason", "redacted"), sized=True)
MOST_WORDS = 20
NOT = re.compile(r"(?<!\w)(?:not|never)(?:\s+(?:yet|been|be))*\s+de-?cl\w{4,}", re.IGNORECASE)
CODE = re.compile(
    r"(?<!\w)(?:E\.?\s?O\.?,?\s*1\d{4}|(?:25|50)X\d|FOIA|\(?b\)?\s?\(\d\)|\(?b\)?\d(?=\W*$)|\d\.\d\s?\(?[a-h]\)?(?!\w))", re.IGNORECASE,
)
"""The codes by which the United States name why a text is withheld (Executive Orders 12958 and 13526, Freedom of Information Act)."""

MOST_CODED = 6


def read(bracket: Bracket, context: Context) -> Reading | None:
    """Read a statement that text was not released."""
    if not 0 < len(bracket.words) <= MOST_WORDS or OPENING.match(bracket.inner) or wording.opening(bracket, "omission"):
        return None
    coded = CODE.search(bracket.inner) if len(bracket.words) <= MOST_CODED and not bracket.after[:1].isalpha() else None
    found = NOT.search(bracket.inner) or coded
    withheld = wording.find(bracket, "withheld", MOST_WORDS)
    if not found and not withheld:
        return None
    words = found[0] if found else withheld.words if withheld else ""
    size = amount(bracket.inner, context.profile.units)
    pieces = bracket.described("gap", ("reason", "redacted"), *size)
    return Reading("redaction", pieces, f"It says {words!r}" + (" and how much." if size else "."))
