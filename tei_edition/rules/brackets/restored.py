"""
Words restored where the source is lost or damaged.

``[abc]`` is ``<supplied reason="lost">abc</supplied>`` in a house whose plain brackets restore, such as one that follows Leiden.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.rules import Rank, form
from tei_edition.rules.bracket import Reading

if TYPE_CHECKING:
    from tei_edition.rules.bracket import Bracket
    from tei_edition.rules.context import Context

RANK = Rank.DOUBT
TITLE = "words restored where the source is lost"
FORM = form.plain("supplied", ("reason", "lost"))


def read(bracket: Bracket, context: Context) -> Reading | None:
    """Read words in plain brackets, where the profile says that they restore."""
    if context.profile.plain != "lost" or bracket.brace or not bracket.words or bracket.inner.rstrip().endswith("?"):
        return None
    piece = bracket.piece("supplied", ("reason", "lost"))
    return Reading("restored", (piece,), "This house's brackets hold what is restored.")
