"""
Words that the editor would delete.

``{the}`` is ``<surplus>the</surplus>`` where the profile has braces for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.rules import Rank, form
from tei_edition.rules.bracket import Reading

if TYPE_CHECKING:
    from tei_edition.rules.bracket import Bracket
    from tei_edition.rules.context import Context

RANK = Rank.FORM
TITLE = "words that the editor would delete, or doubts, as the house's braces say"
FORM = form.plain("surplus")


def read(bracket: Bracket, context: Context) -> Reading | None:
    """Read braces as the profile says, and plain brackets in a house that deletes with them."""
    if bracket.brace and context.profile.braces == "unclear" and bracket.inner.strip():
        piece = bracket.piece("unclear", ("cert", "low"), ("ana", "#conjecture"))
        return Reading("conjecture", (piece,), "It stands in braces: a doubtful reading in this house.")
    deletes = bracket.brace or context.profile.plain == "surplus"
    if not deletes or not bracket.inner.strip():
        return None
    kind = "braces" if bracket.brace else "brackets"
    rank = Rank.FORM if bracket.brace else Rank.DOUBT
    return Reading("surplus", (bracket.piece("surplus"),), f"This house deletes what stands in {kind}.", rank=rank)
