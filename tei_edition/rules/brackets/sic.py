"""
An error or oddity of the source, let stand.

``Ban Mgha [sic]`` is ``Ban <sic ana="#sic">Mgha</sic>``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition.model import Piece
from tei_edition.rules import Rank, form, wording
from tei_edition.rules.bracket import Reading

if TYPE_CHECKING:
    from tei_edition.rules.bracket import Bracket
    from tei_edition.rules.context import Context

RANK = Rank.FORM
TITLE = "an error or oddity of the source, let stand"
NEAR = 80
DOTS = re.compile(r"\.{2,}|…")
TOKEN = re.compile(r"[^\s\[\]{}]+(?P<blank>\s*)$")


def read(bracket: Bracket, _context: Context) -> Reading | None:
    """Read ``[sic]``, alone or with what the editor says of it."""
    found = wording.opening(bracket, "sic")
    if not found or (found.words.casefold() == "thus" and len(bracket.words) > 1):
        return None
    if bracket.folded != found.words.casefold():
        piece = bracket.piece("note", ("type", "editorial"), ("subtype", "sic"))
        more = re.match(r"\W", bracket.inner[found.end :])
        return Reading("sic", (piece,), f"It opens with {found.words!r} and says more.") if more else None
    token = bracket.token or _mark(bracket)
    if token is None:
        return Reading("sic", (bracket.piece("note", ("type", "editorial"), ("subtype", "sic")),), f"It says {bracket.inner!r}.", "medium")
    start, end = token
    word = bracket.source.text[start:end].rstrip(".…")
    if word and DOTS.search(bracket.source.text, start + len(word), end):
        return _apart(bracket, start, start + len(word))
    piece = Piece("sic", start, bracket.end, bracket.rend(("ana", "#sic")), 0, bracket.end - end)
    return Reading("sic", (piece,), f"It says {bracket.inner!r} of {bracket.source.text[start:end]!r}.")


def _apart(bracket: Bracket, start: int, end: int) -> Reading:
    """Return the reading of *bracket* after the word from *start* to *end*, from which dots part it: they are no part of either."""
    note = bracket.piece("note", ("type", "editorial"), ("subtype", "sic"))
    word = Piece("sic", start, end, (("ana", "#sic"),))
    return Reading("sic", (word, note), f"It says {bracket.inner!r} of {bracket.source.text[start:end]!r}, before the dots.")


def _mark(bracket: Bracket) -> tuple[int, int] | None:
    """Return the range of what stands before *bracket* where it is no word: a mark of punctuation."""
    match = TOKEN.search(bracket.source.text, max(bracket.paragraph.start, bracket.start - NEAR), bracket.start)
    return (match.start(), match.end() - len(match["blank"])) if match else None


def _form(bracket: Bracket, _context: Context, given: form.Given) -> tuple[Piece, ...]:
    """Return the element of the words that stand wrong; a note where the bracket holds several words, which a mark cannot say."""
    about = given.of or bracket.token or _mark(bracket)
    if about is None or about[1] > bracket.start or len(bracket.words) > 1:
        return (bracket.piece("note", ("type", "editorial"), ("subtype", "sic")),)
    return (Piece("sic", about[0], bracket.end, bracket.rend(("ana", "#sic")), 0, bracket.end - about[1]),)


FORM = _form
