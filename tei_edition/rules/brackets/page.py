"""
A page or a leaf of the source.

``[p. 3]`` is ``<pb n="3"/>``, and so is ``[3]`` alone in its paragraph where the numbers of such paragraphs count on.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition import languages
from tei_edition.model import Piece
from tei_edition.rules import Rank, form
from tei_edition.rules.bracket import Reading

if TYPE_CHECKING:
    from tei_edition.model import Attributes
    from tei_edition.rules.bracket import Bracket
    from tei_edition.rules.context import Context

RANK = Rank.FORM
TITLE = "the beginning of a page or a leaf"
PAGE = re.compile(rf"[/|]?\s*{languages.pattern('page')}\s*(?P<n>\d+\s?[rvab]?|[ivxlc]+)", re.IGNORECASE)


def read(bracket: Bracket, context: Context) -> Reading | None:
    """Read a word for page or leaf with its number."""
    match = PAGE.fullmatch(bracket.inner.strip(" /|"))
    alone = context.pages.get(bracket.start)
    if not match and alone and alone.sure:
        return Reading("page", (_break(bracket, (("n", alone.n),) if alone.n else ()),), alone.why)
    if not match:
        return None
    number = ("n", match["n"].replace(" ", ""))
    return Reading("page", (_break(bracket, (number,)),), f"It holds {match[0]!r}: a page and its number.")


def _break(bracket: Bracket, attributes: Attributes) -> Piece:
    """Return the beginning of a page that *bracket* marks."""
    return Piece("pb", bracket.start, bracket.end, attributes, bracket.end - bracket.start, 0)


def _form(bracket: Bracket, _context: Context, given: form.Given) -> tuple[Piece, ...]:
    """Return the beginning of a page, with the number that is given or stands in the bracket."""
    found = re.search(r"\d+\s?[rvab]?(?!\w)|(?<!\w)[ivxlc]+(?!\w)", bracket.inner, re.IGNORECASE)
    if not found and "n" not in dict(given.attributes):
        raise form.Lacking('the number of a page in it, or attributes = { n = "..." }')
    number = (("n", found[0].replace(" ", "")),) if found else ()
    return (_break(bracket, number),)


FORM = _form
