"""
An abbreviation that the editor writes out, inside the word or after it.

``R[eview] G[roup]`` is ``<expan>R<ex>eview</ex></expan> <expan>G<ex>roup</ex></expan>``; ``MBFR [mutual and balanced force
reductions]`` is ``<choice><abbr>MBFR</abbr><expan>mutual ...</expan></choice>``. The stop of an abbreviation, ``Secy[.]``, is
``<abbr>Secy<am><supplied reason="omitted" ana="#expansion">.</supplied></am></abbr>``.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from tei_edition.model import Piece
from tei_edition.rules import Rank, form
from tei_edition.rules.bracket import Reading
from tei_edition.rules.grammar import acronym, capitalised, closed, first_word, is_a

if TYPE_CHECKING:
    from tei_edition.rules.bracket import Bracket
    from tei_edition.rules.context import Context

RANK = Rank.TOUCH
TITLE = "an abbreviation that is written out"
LETTERS = re.compile(r"[^\W\d_]+[.'’]?")
SHORT = 3
NEAR = 24
MISSPELT = 0.75
"""How like each other a word with a vowel and its correction are, which is no abbreviation: "kild [killed]"."""

JOINED = re.compile(r"(?<!\w)(?P<abbr>[A-Z]\.?(?:\s?&\s?[A-Z]\.?){1,2})\s+$")
"""Initials that a sign joins: ``B & O``."""

SMALL = frozenset({"of", "the", "and", "for", "in", "on", "to", "de", "und", "der", "des", "et", "la"})


def read(bracket: Bracket, _context: Context) -> Reading | None:
    """Read letters that make an abbreviation a word, or words whose initials are the abbreviation before."""
    if bracket.nested or bracket.token is None:
        return None
    start, end = bracket.token
    if end == bracket.start:
        return _inside(bracket, start) or _stop(bracket, start)
    joined = JOINED.search(bracket.source.text, max(bracket.paragraph.start, bracket.start - NEAR), bracket.start)
    if joined and (why := _initials(bracket, re.sub(r"\W", "", joined[0]))):
        return Reading("expansion", bracket.beside("abbr", "expan", before=joined.span("abbr")), why, rank=Rank.LIKENESS)
    initials = _initials(bracket, bracket.source.text[start:end])
    return Reading("expansion", bracket.beside("abbr", "expan"), initials, rank=Rank.LIKENESS) if initials else None


def _inside(bracket: Bracket, start: int) -> Reading | None:
    """Return the reading of letters that touch the abbreviation before them."""
    stem = bracket.source.text[start : bracket.start].lstrip("\"'“‘(—-/")
    inner = bracket.inner
    if not LETTERS.fullmatch(inner) or not inner[0].islower() or not stem[:1].isalpha() or bracket.open > bracket.width:
        return None
    initial = len(stem.rstrip(".")) == 1 and stem[0].isupper()
    ending = is_a(inner, "ending") or (inner[0] == stem[-1] and is_a(inner[1:], "ending"))
    whole = closed(stem + inner, bracket.tongues) or is_a(stem + inner, "reflexive")
    if not initial and (ending or whole or len(inner) < 3 or bracket.after[:1].isalpha()):  # noqa: PLR2004
        return None
    expan = Piece("expan", bracket.start - len(stem), bracket.end)
    ex = Piece("ex", bracket.start, bracket.end, (), bracket.open, bracket.close)
    what = f"the initial {stem!r}" if initial else f"the shortened word {stem!r}"
    return Reading("expansion", (expan, ex), f"It writes out {what}.", "high" if initial else "medium")


def _stop(bracket: Bracket, start: int) -> Reading | None:
    """Return the reading of a full stop within a sentence, or after a title: that of the abbreviation before it."""
    word = bracket.source.text[start : bracket.start].lstrip("\"'“‘(—-/")
    if bracket.inner != "." or not re.fullmatch(r"(?:[^\W\d_]+[./'’-]?)*[^\W\d_]", word):
        return None
    rest = bracket.after.lstrip(" \t\r\n\"'”’)")
    goes_on = rest[:1].islower() or rest[:1] in {",", ";", ":"}
    titled = is_a(word, "title") and capitalised(word) and bool(rest) and not closed(first_word(rest), bracket.tongues)
    if not goes_on and not titled:
        return None
    begin = bracket.start - len(word)
    supplied = bracket.piece("supplied", ("reason", "omitted"), ("ana", "#expansion"))
    pieces = Piece("abbr", begin, bracket.end), Piece("am", bracket.start, bracket.end), supplied
    why = f"The sentence goes on after it: {word!r} is an abbreviation." if goes_on else f"It stands after the title {word!r}."
    return Reading("expansion", pieces, why, "high", Rank.FORM)


def _initials(bracket: Bracket, token: str) -> str:
    """Return the evidence that the words in *bracket* begin with the letters of the acronym *token*."""
    token = re.sub(r"(?<=[^\W\d_a-z])['’]?s$", "", token)
    letters = re.sub(r"[\W\d_]", "", token)
    words = [word for word in re.findall(r"[^\W_][\w'’]*", bracket.inner) if word.casefold() not in SMALL]
    if len(words) == 1 and _skeleton(token, words[0], bracket):
        return f"It begins as {token!r} does and has its letters in their order."
    parts = re.findall(r"[^\W\d_a-z][^\W\d_A-Z]+", token)
    begun = [part for part, word in zip(parts, words, strict=False) if word.startswith(part)]
    if len(parts) > 1 and "".join(parts) == token and begun == parts:
        return f"Its words begin as the parts of {token!r} do."
    if not acronym(token) or not words or (len(words) < 2 and len(letters) < 3):  # noqa: PLR2004
        return ""
    first = "".join(part[0] for word in re.findall(r"[^\W_][\w'’]*", bracket.inner) for part in [word]).casefold()
    short = "".join(word[0] for word in words).casefold()
    wanted = letters.casefold()
    if wanted in {first, short} or (wanted[0] == short[0] and len(words) > 1 and _within(wanted, bracket.inner.casefold())):
        return f"Its words begin with the letters of {token!r}."
    return ""


def _skeleton(token: str, word: str, bracket: Bracket) -> bool:
    """Tell whether *token* is *word* with its vowels and more left out: ``dept`` of ``department``."""
    short, full = token.casefold().rstrip(".").replace("/", ""), word.casefold()
    if token.endswith(".") and 1 < len(short) < len(full) and full.startswith(short) and token[0].isupper() == word[0].isupper():
        return True
    if closed(short, bracket.tongues) or not short.isalpha() or full.startswith(short) or len(full) < len(short) + 1:
        return False
    like = SequenceMatcher(None, short, full, autojunk=False).ratio()
    if re.search(r"[aeiouyäöü]", short) and like >= MISSPELT and not token.endswith("."):
        return False
    few = "/" in token or len(re.findall(r"[aeiou]", short)) <= (len(short) > SHORT)
    return few and short[0] == full[0] and _within(short, full)


def _within(letters: str, text: str) -> bool:
    """Tell whether *letters* stand in *text* in their order, each first in a word or after one that is."""
    at = 0
    for letter in letters:
        at = text.find(letter, at) + 1
        if not at:
            return False
    return True


def _form(bracket: Bracket, _context: Context, given: form.Given) -> tuple[Piece, ...]:
    """Return the elements of an abbreviation and what it stands for: in one word, or side by side."""
    about = form.before(bracket, given)
    if about is None or bracket.nested:
        raise form.Lacking("an abbreviation before it, and no bracket within it")
    if about[1] < bracket.start:
        return bracket.beside("abbr", "expan", before=about)
    return Piece("expan", about[0], bracket.end), Piece("ex", bracket.start, bracket.end, (), bracket.open, bracket.close)


FORM = _form
