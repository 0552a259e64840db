"""
The missing part of a name beside the part that is written.

``[Yuri] Orlov`` is ``<persName><forename><supplied>Yuri</supplied></forename> <surname>Orlov</surname></persName>``; of a body or a
place it is ``<name><supplied>National</supplied> Security</name>``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition.model import Piece
from tei_edition.rules import Rank, form
from tei_edition.rules.blocks.speaker import person_id
from tei_edition.rules.bracket import Reading
from tei_edition.rules.brackets import role
from tei_edition.rules.grammar import acronym, capitalised, is_a, kin, last_word, proper
from tei_edition.rules.parts import SMALL

if TYPE_CHECKING:
    from tei_edition.rules.bracket import Bracket
    from tei_edition.rules.context import Context

RANK = Rank.NAME
TITLE = "a part of a name that the source leaves out"
MOST_WORDS = 4
BEFORE = r"(?P<small>(?:(?:[dD](?:e|a|i|u|el|ella|os|er)|[vV][ao]n|[lL][ae]|te[rn]|zu)\s+){0,2})"
"""Particles before a surname."""

NEXT = re.compile(BEFORE.join((r"\s?", r"(?P<name>[^\W\d_][\w'’-]*)(?P<rest>(?:\s+[^\W\d_a-z][\w'’-]*)*)")))

INITIALS = re.compile(r"(?:[^\W\d_a-z]\.){2,4}")
PARTICLES = frozenset({"es", "as", "os", "aux", "sur", "am", "an", "on"})
"""Words that stand small in the names of places."""


def read(bracket: Bracket, context: Context) -> Reading | None:
    """Read a bracket of names before or after a name; a script without capitals shows no name by its letters."""
    given = bracket.inner.split()
    if bracket.alone or bracket.nested or not 0 < len(given) <= MOST_WORDS or not _named(given, bracket.tongues):
        return None
    if all(map(INITIALS.fullmatch, given)) and re.match(r"\s+[^\W\d_A-Z]", bracket.after):
        return None
    if bracket.asked(role, context) or bracket.inner.upper() == bracket.inner.lower():
        return None
    match = NEXT.match(bracket.after)
    if match and proper(match["name"], bracket.tongues) and not _is_office(match["name"]) and not _is_office(given[-1]):
        return _before(bracket, match, given)
    return _after(bracket, given)


def _named(words: list[str], tongues: frozenset[str]) -> bool:
    """Tell whether *words* are parts of names, particles among them."""
    names = [
        word for word in words
        if proper(word.rstrip(","), tongues) or (capitalised(word) and word.casefold() in SMALL) or INITIALS.fullmatch(word)
    ]
    return bool(names) and all(word in names or word.casefold() in SMALL | PARTICLES for word in words) and not all(
        acronym(word) and "." not in word for word in words
    )


def _is_office(word: str) -> bool:
    """Tell whether *word* names an office or is a title."""
    return len(word.strip(".")) > 1 and is_a(word.removesuffix("'s").removesuffix("’s"), "office", "title")


def _before(bracket: Bracket, match: re.Match[str], given: list[str]) -> Reading:
    """Return the reading of a bracket that stands before the name in *match*."""
    surname = match["name"].removesuffix("'s").removesuffix("’s")
    start = bracket.end + match.start("small")
    surname = f"{match['small']}{surname}"
    end = start + len(surname)
    evidence = f"It holds nothing but capitalised names, and the name {surname!r} stands after it."
    if any(is_a(word, "body") for word in (*given, surname, *match["rest"].split())):
        return Reading("name", (Piece("name", bracket.start, end), bracket.piece("supplied")), evidence, "medium")
    pieces = (
        Piece("persName", bracket.start, end, (("ref", f"#{person_id(f'{bracket.inner} {surname}')}"),)),
        Piece("forename", bracket.start, bracket.end),
        bracket.piece("supplied"),
        Piece("surname", start, end),
    )
    return Reading("name", pieces, evidence, "medium")


def _after(bracket: Bracket, given: list[str]) -> Reading | None:
    """Return the reading of a bracket that stands after a name or an office, if one does."""
    word = last_word(bracket.before)
    parted = bracket.token and bracket.before[-1:].isspace() and not bracket.stopped
    small = given[0].islower() and given[0] not in PARTICLES
    body = is_a(given[-1], "body") and len(given) == 1
    if not bracket.token or not parted or small or (acronym(word) and not body):
        return None
    held = len(given) > 1 and _is_office(given[-1]) and proper(word, bracket.tongues) and not _is_office(word)
    if held or (_definite(bracket, word) and not body):
        return None
    joined = re.search(r"(?P<head>[^\W\d_a-z][\w'’-]+)\s+of\s+$", bracket.before)
    if joined and proper(joined["head"], bracket.tongues) and not _is_office(joined["head"]):
        evidence = f"It holds a name, and {joined[0].strip()!r} stands before it."
        return Reading("name", (bracket.piece("supplied", ("ana", "#name")),), evidence, "medium")
    if not proper(word, bracket.tongues) and not _is_office(word) and not (is_a(given[-1], "body") and capitalised(word)):
        return None
    evidence = f"It holds nothing but capitalised names, and {word!r} stands before it."
    start, end = bracket.token
    person = proper(word, bracket.tongues) and not _is_office(word) and not any(is_a(name, "body") for name in given)
    if person and _within(bracket, start) and start + len(word) == end:
        ref = ("ref", f"#{person_id(f'{word} {bracket.inner}')}")
        pieces = (
            Piece("persName", start, bracket.end, (ref,)), Piece("forename", start, end),
            Piece("surname", bracket.start, bracket.end), bracket.piece("supplied"),
        )
        return Reading("name", pieces, evidence, "medium")
    return Reading("name", (bracket.piece("supplied", ("ana", "#name")),), evidence, "medium")


def _definite(bracket: Bracket, word: str) -> bool:
    """Tell whether *word* ends a phrase of capitalised words with an article before them, which needs no name: "the Old Man"."""
    match = re.search(r"(?P<article>[^\W\d_]+)\s+(?:[^\W\d_a-z][\w'’-]+\s+){1,3}$", bracket.before)
    if match is None or match["article"].isupper() or _is_office(word):
        return False
    return kin(match["article"], bracket.tongues, "article", "determiner")


def _within(bracket: Bracket, start: int) -> bool:
    """Tell whether the word at *start* stands within its sentence, so that its capital says that it is a name."""
    before = bracket.source.text[bracket.paragraph.start : start].rstrip("\"'“‘„«( ")
    return bool(before) and before[-1] not in ".!?:…—"


def _form(bracket: Bracket, _context: Context, given: form.Given) -> tuple[Piece, ...]:
    """Return the elements of a name with the part that is given, of which the earlier is the forename; of a part alone without one."""
    if given.of is None:
        person = (Piece("persName", bracket.start, bracket.end),) if given.ref else ()
        return (*person, bracket.piece("supplied", ("ana", "#name")))
    (start, end), own = given.of, (bracket.start, bracket.end)
    part = bracket.source.text[start:end]
    earlier, later = sorted((own, (start, end)))
    whole = f"{bracket.inner} {part}" if earlier == own else f"{part} {bracket.inner}"
    person = (Piece("persName", earlier[0], later[1], (("ref", f"#{person_id(whole)}"),)),)
    first, last = Piece("forename", *earlier), Piece("surname", *later)
    return (*person, first, bracket.piece("supplied"), last) if earlier == own else (*person, first, last, bracket.piece("supplied"))


FORM = _form
