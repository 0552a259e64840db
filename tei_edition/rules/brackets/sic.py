"""
An error or oddity of the source, let stand.

``Ban Mgha [sic]`` is ``Ban <sic ana="#sic">Mgha</sic>``. Where more is said it stands in a note after the word, ``<sic
ana="#sic">Mgha</sic> <note type="editorial" subtype="sic">sic; a village</note>``; where what is said is the right form, ``[sic, but
probably Mga]``, it is ``<choice ana="#sic"><sic>Mgha <note ...>sic, but probably</note></sic><corr cert="low">Mga</corr></choice>``.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from tei_edition.model import Piece
from tei_edition.rules import Rank, form, wording
from tei_edition.rules.bracket import Reading
from tei_edition.rules.stated import stated

if TYPE_CHECKING:
    from tei_edition.rules.bracket import Bracket
    from tei_edition.rules.context import Context

RANK = Rank.FORM
TITLE = "an error or oddity of the source, let stand"
NEAR = 80
DOTS = re.compile(r"\.{2,}|…")
CLASS = ("ana", "#sic")
NOTE = ("type", "editorial"), ("subtype", "sic")
TOKEN = re.compile(r"[^\s\[\]{}]+(?P<blank>\s*)$")


def read(bracket: Bracket, _context: Context) -> Reading | None:
    """Read ``[sic]``, alone or with what the editor says of it."""
    found = wording.opening(bracket, "sic")
    if not found or (found.words.casefold() == "thus" and len(bracket.words) > 1):
        return None
    token = bracket.token or _mark(bracket)
    if bracket.folded != found.words.casefold():
        return _more(bracket, found, token) if re.match(r"\W", bracket.inner[found.end :]) else None
    if token is None:
        return Reading("sic", (bracket.piece("note", *NOTE),), f"It says {bracket.inner!r}.", "medium")
    start, end = token
    word = bracket.source.text[start:end].rstrip(".…")
    if word and DOTS.search(bracket.source.text, start + len(word), end):
        why = f"It says {bracket.inner!r} of {bracket.source.text[start:end]!r}, before the dots."
        return Reading("sic", _noted(bracket, (start, start + len(word))), why)
    piece = Piece("sic", start, bracket.end, bracket.rend(CLASS), 0, bracket.end - end)
    return Reading("sic", (piece,), f"It says {bracket.inner!r} of {bracket.source.text[start:end]!r}.")


def _more(bracket: Bracket, found: wording.Found, token: tuple[int, int] | None) -> Reading:
    """Return the reading of *bracket*, which says more than that the word at *token* stands so: what is right, or anything."""
    right = stated(bracket, found.end, token)
    if right:
        wrong, corrected = bracket.source.text[slice(*right.wrong)], bracket.source.text[right.start : right.end]
        return Reading("sic", right.noted(bracket, NOTE, CLASS), f"It opens with {found.words!r} and says that {wrong!r} is {corrected!r}.")
    return Reading("sic", _noted(bracket, token), f"It opens with {found.words!r} and says more.")


def _noted(bracket: Bracket, about: tuple[int, int] | None) -> tuple[Piece, ...]:
    """Return the elements of the word at *about*, if there is one, and of what is said of it."""
    word = (Piece("sic", *about, (CLASS,)),) if about else ()
    return (*word, bracket.piece("note", *NOTE))


def _mark(bracket: Bracket) -> tuple[int, int] | None:
    """Return the range of what stands before *bracket* where it is no word: a mark of punctuation."""
    match = TOKEN.search(bracket.source.text, max(bracket.paragraph.start, bracket.start - NEAR), bracket.start)
    return (match.start(), match.end() - len(match["blank"])) if match else None


def _form(bracket: Bracket, _context: Context, given: form.Given) -> tuple[Piece, ...]:
    """Return the element of the words that stand wrong, with a note where the bracket says several words, which a mark cannot say."""
    about = form.before(bracket, given) or _mark(bracket)
    found = wording.opening(bracket, "sic")
    right = stated(bracket, found.end if found else 0, about)
    if right and found and len(bracket.words) > len(found.words.split()):
        return (replace(right, wrong=given.of) if given.of else right).noted(bracket, NOTE, CLASS)
    if about is None or len(bracket.words) > 1:
        return _noted(bracket, about)
    return (Piece("sic", about[0], bracket.end, bracket.rend(CLASS), 0, bracket.end - about[1]),)


FORM = _form
