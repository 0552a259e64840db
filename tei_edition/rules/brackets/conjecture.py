"""
A reading that the editor doubts.

``[for?]`` is ``<unclear cert="low">for</unclear>``, or `supplied` where the profile's house restores; the mark says the doubt.
``[?]`` alone says that what stands before it is in doubt: it is
``<unclear cert="low"><metamark function="doubt">?</metamark></unclear>``, or the word before it is `unclear` where the house says so.
After a wrong word it is ``<choice><sic>talk</sic><corr cert="low">task</corr></choice>``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition.model import Piece
from tei_edition.rules import Rank, form
from tei_edition.rules.bracket import Reading
from tei_edition.rules.likeness import alike

if TYPE_CHECKING:
    from tei_edition.rules.bracket import Bracket
    from tei_edition.rules.context import Context

RANK = Rank.DOUBT
TITLE = "a reading that the editor doubts"
MOST_WORDS = 8
LEADING = re.compile(r"\?\s?\w[^?]*")
CERT = ("cert", "low")
CLASS = ("ana", "#conjecture")


def read(bracket: Bracket, context: Context) -> Reading | None:
    """Read a few words that end in a question mark, or a question mark alone after a word."""
    inner = bracket.inner.rstrip(' ."”')
    if bracket.nested or not (inner.endswith("?") or LEADING.fullmatch(inner)) or len(bracket.words) > MOST_WORDS:
        return None
    if inner.strip("? ") and not unread(bracket):
        return _guess(bracket, context)
    if bracket.token is None or inner.strip() != "?":
        return None
    start, end = bracket.token
    why = f"A question mark alone stands after {bracket.source.text[start:end]!r}."
    if context.profile.doubt == "word":
        return Reading("conjecture", (Piece("unclear", start, bracket.end, (CERT, CLASS), 0, bracket.end - end),), why)
    mark = Piece("metamark", bracket.start + bracket.open, bracket.end - bracket.close, (("function", "doubt"),))
    return Reading("conjecture", (bracket.piece("unclear", CERT, CLASS), mark), why)


def _guess(bracket: Bracket, context: Context) -> Reading | None:
    """Return the reading of words that end in a question mark."""
    if bracket.alone and len(bracket.words) > 2:  # noqa: PLR2004 - a question that fills a paragraph is a question
        return None
    text = bracket.source.text[bracket.start + bracket.open : bracket.end - bracket.close]
    doubt, lead = len(text) - len(text.rstrip("? ")), len(text) - len(text.lstrip("? "))
    wrong = bracket.italic and context.profile.italics == "correction" and bracket.token and not bracket.opens
    if wrong or (bracket.token and alike(bracket)):
        why = "It is italic and" if wrong else "It is like the word before it, and"
        return Reading("conjecture", bracket.beside("sic", "corr", CERT, doubt=doubt), f"{why} ends in a question mark.")
    opening, closing = bracket.open + lead, bracket.close + doubt
    reason = (("reason", "lost"),) if context.profile.plain == "lost" else ()
    piece = Piece(context.profile.conjecture, bracket.start, bracket.end, bracket.rend(*reason, CERT, CLASS), opening, closing)
    return Reading("conjecture", (piece,), f"It {'opens with' if lead else 'ends in'} a question mark.")


def counts(bracket: Bracket) -> int:
    """
    Return how many words a bracket of question marks or dashes alone counts: ``[???]`` is three, ``[_ _]`` two.

    One question mark alone counts nothing.
    """
    marks = re.sub(r"\s", "", bracket.source.text[bracket.start + bracket.width : bracket.end - bracket.width])
    return len(marks) if len(marks) > 1 and set(marks) in ({"?"}, {"_"}, {"-"}, {"–"}, {"—"}) else 0


def unread(bracket: Bracket) -> bool:
    """
    Tell whether *bracket* holds question marks with dots or dashes that stand for something that was not read.

    One mark of punctuation with a question mark, ``[,?]``, is doubtful punctuation.
    """
    marks = re.sub(r"\s", "", bracket.source.text[bracket.start + bracket.width : bracket.end - bracket.width])
    rest = marks.replace("?", "")
    several = len(rest) > 1 or rest == "…" or len(marks) - len(rest) > 1
    return "?" in marks and set(rest) <= set(".·…-–—_") and several and not counts(bracket)


def _form(bracket: Bracket, context: Context, _given: form.Given) -> tuple[Piece, ...]:
    """Return the element of a reading that somebody says is doubtful, though it has no question mark."""
    return (bracket.piece(context.profile.conjecture, CERT, CLASS),)


FORM = _form
