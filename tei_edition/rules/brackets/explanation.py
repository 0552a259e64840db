"""
A gloss on what stands before it: the sentence is whole without it.

``out of the country [abroad]`` is ``out of the country <supplied reason="explanation">abroad</supplied>``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition.rules import Rank, form, wording
from tei_edition.rules.bracket import Reading
from tei_edition.rules.grammar import (
    ADJECTIVE,
    ADVERB,
    NOUN,
    acronym,
    capitalised,
    closed,
    counted,
    is_a,
    kin,
    last_word,
    proper,
)
from tei_edition.rules.parts import SMALL

if TYPE_CHECKING:
    from tei_edition.model import Piece
    from tei_edition.rules.bracket import Bracket
    from tei_edition.rules.context import Context

RANK = Rank.OPENING
TITLE = "an explanation of what stands before"
LONG = 4
LONGEST = 40
NAMED = re.compile(r"(?:[^\W\d_a-z][\w'’.-]*[\s,]*)+")
"""Nothing but capitalised words."""

TERM = re.compile(r"[\"“„«‘](?:[^\W\d_][\w'’-]*\s?){1,2}[\"”“»’],?\s+$")
"""One or two words in quotation marks."""

QUOTE = re.compile(r"\w[.!?]?[\"”»’]\s+$")
HELD = re.compile(r"(?P<article>[^\W\d_]+)\s+(?P<office>[^\W\d_]+)\s+(?P<of>[^\W\d_]+)\s+(?:[^\W\d_][\w'’-]*\s+){1,3}$")
PLACES = frozenset({"here", "there"})
POSSESSIVE = frozenset({"her"})
"""Pronouns that may also say whose a thing is."""

CLAUSE = frozenset({"that", "daß", "dass", "что", "que", "che", "że", "že", "dat"})
"""Words that open a clause which says of what kind the thing before it is."""

DEMONSTRATIVE = frozenset({
    "this", "that", "these", "those", "his", "her", "its", "their", "dieser", "diese", "dieses", "jener", "to", "ten", "ta", "это", "тот",
    "cela", "ceci", "ce", "dit", "dat", "questo", "quello", "esto", "eso", "se", "si", "sich", "men", "man", "on",
})


def read(bracket: Bracket, _context: Context) -> Reading | None:
    """Read a bracket that says the thing before it in other words."""
    sign = wording.opening(bracket, "namely")
    if sign and len(bracket.words) > len(sign.words.split()) and _breaks(bracket, sign):
        return Reading("explanation", _pieces(bracket), sign.evidence, rank=Rank.OPENING)
    if bracket.alone or not 0 < len(bracket.words) <= LONGEST or bracket.stopped:
        return None
    found = wording.opening(bracket, "gloss", LONGEST)
    if found and len(bracket.words) > len(found.words.split()):
        return Reading("explanation", _pieces(bracket), found.evidence, rank=Rank.OPENING)
    why = _why(bracket)
    return Reading("explanation", _pieces(bracket), why, "medium", Rank.POSITION) if why else None


def _breaks(bracket: Bracket, sign: wording.Found) -> bool:
    """Tell whether *sign* is set off, or is one that need not be: "that is" may go on with the sentence, "i.e." may not."""
    return not is_a(sign.words, "namely_or_verb") or re.match(r"\s*[,:;–—-]", bracket.inner[sign.end :]) is not None


def _pieces(bracket: Bracket) -> tuple[Piece, ...]:
    """Return the elements: a note for a long gloss."""
    if len(bracket.words) > LONG * 2:
        return (bracket.piece("note", ("type", "gloss")),)
    return (bracket.piece("supplied", ("reason", "explanation")),)


def _why(bracket: Bracket) -> str:
    """Return the evidence, or nothing."""
    before = last_word(bracket.before)
    folded = before.casefold()
    inner = bracket.inner.strip()
    stop = re.match(r"\s*[.,;:!?)—”\"]", bracket.after + ".") is not None
    quoted = re.match(r"[\"“‘'«„]", inner) is not None
    if quoted and re.search(r"\w[\"”’'»“]\s+$", bracket.before):
        return "It quotes what the quotation before it means."
    said = QUOTE.search(bracket.before) and kin(bracket.words[0], bracket.tongues, "article") and len(bracket.words) > 1
    if said or (TERM.search(bracket.before) and not all(closed(word, bracket.tongues) for word in bracket.words)):
        return f"It says what the {'quotation' if said else 'term in quotation marks'} before it is or means."
    if not folded or not bracket.before[-1:].isspace():
        return ""
    if bracket.folded and is_a(bracket.folded, "adverb") and stop and folded != "not":
        return f"An adverb stands after {before!r} and before a stop: the phrase before it is complete."
    other = _said(bracket, before, quoted=quoted) or _pronoun(bracket, before)
    return other or _known(bracket, before) or _apposition(bracket, before, stop=stop)


def _said(bracket: Bracket, before: str, *, quoted: bool) -> str:
    """Return the evidence in how *bracket* opens and ends that it says what *before* is, or nothing."""
    words = bracket.words
    if (is_a(words[0], "relative") and len(words) >= LONG - 1) or (words[0] in CLAUSE and len(words) > LONG):
        return f"It opens with {words[0]!r} and says more of {before!r}."
    if quoted and not closed(before, bracket.tongues):
        return f"It quotes what {before!r} is called."
    if len(words) > 1 and words[-1] == before.casefold() and not closed(before, bracket.tongues):
        return f"It ends with {before!r}, the word before it, and says of what kind."
    return ""


def _pronoun(bracket: Bracket, before: str) -> str:
    """Return the evidence that *bracket* says whom or what the pronoun *before* means, or nothing."""
    first = bracket.words[0]
    if not re.match(r"[\"“„«‘']?[^\W\d_]", bracket.inner.strip()):
        return ""
    pronoun = kin(before, bracket.tongues, "pronoun") or before.casefold() in PLACES | POSSESSIVE
    if not pronoun or before.casefold() in DEMONSTRATIVE - POSSESSIVE:
        return ""
    if before.casefold() in POSSESSIVE and not (bracket.ends_phrase and capitalised(bracket.inner.strip())):
        return ""
    verb = is_a(before, "subject_pronoun") and len(bracket.words) == 1 and bracket.inner.strip()[:1].islower()
    earlier = re.findall(r"[\w'’-]+", bracket.before)[-2:-1]
    asked = is_a(before, "subject_pronoun") and any(kin(word, bracket.tongues, "auxiliary") for word in earlier)
    verb = verb or (asked and bracket.inner.strip()[:1].islower() and not kin(first, bracket.tongues, "article", "determiner"))
    where = before.casefold() in PLACES and kin(first, bracket.tongues, "preposition")
    article = kin(first, bracket.tongues, "article", "determiner") and len(bracket.words) > 1
    noun = where or article or not closed(first, bracket.tongues)
    return f"The pronoun {before!r} stands before it, and it says who or what is meant." if noun and not verb else ""


def _known(bracket: Bracket, before: str) -> str:
    """Return the evidence that *bracket* gives the name of what an acronym or a phrase with its article means, or nothing."""
    parts = re.findall(r"[^\s,]+", bracket.inner)
    named = all(proper(part, bracket.tongues) or kin(part, bracket.tongues, "conjunction", "article") or _particle(part) for part in parts)
    shown = any(is_a(word, "demonstrative") for word in re.findall(r"[\w'’-]+", bracket.before)[-3:-1])
    named = named and not kin(parts[0], bracket.tongues, "conjunction")
    held = named and _office(bracket)
    if held:
        return f"A name stands after {held!r}: it says who holds that office."
    if not named or not any(capitalised(part) for part in parts) or not (shown or bracket.ends_phrase):
        return "" if not (named and acronym(before) and len(parts) > 1) else f"A name stands after {before!r}: it says what that is."
    noun = not closed(before, bracket.tongues) and not ADVERB.match(before)
    phrase = re.findall(r"[\w'’-]+", bracket.before)[-4:-1]
    definite = shown or any(kin(word, bracket.tongues, "article", "determiner") or re.search(r"['’]s$", word) for word in phrase)
    return f"A name stands after the phrase that ends with {before!r}: it says who or what is meant." if noun and definite else ""


def _office(bracket: Bracket) -> str:
    """Return the office with its article and what it is of that ends before *bracket*, or nothing."""
    match = HELD.search(bracket.before)
    if match is None or not kin(match["article"], bracket.tongues, "article") or not is_a(match["office"], "office"):
        return ""
    return match[0].strip() if kin(match["of"], bracket.tongues, "office_of") else ""


def _particle(word: str) -> bool:
    """Tell whether *word* is a particle of a name, such as De, with a capital."""
    return capitalised(word) and word.casefold() in SMALL


def _apposition(bracket: Bracket, before: str, *, stop: bool) -> str:
    """Return the evidence that *bracket* names what *before* names, or nothing."""
    words, inner = bracket.words, bracket.inner.strip()
    if closed(before, bracket.tongues) or ADJECTIVE.match(before) or is_a(words[0], "conjunction"):
        return ""
    if kin(words[0], bracket.tongues, "article", "determiner") and len(words) > 1:
        return f"A noun with its article stands after {before!r}: another name for it."
    office = proper(before, bracket.tongues) and any(is_a(word, "office") for word in words) and len(words) > 1
    if office and (capitalised(inner) or not kin(words[0], bracket.tongues, "preposition")):
        return f"An office stands after the name {before!r}: it says who that is."
    phrase = any(is_a(word, "preposition") for word in words[1:-1]) and inner[:1].islower()
    foreign = phrase and (proper(before, bracket.tongues) or before.isdigit())
    if len(words) >= LONG - foreign and not closed(words[0], bracket.tongues):
        return f"It holds {counted(len(words), 'word')} after the noun {before!r}, and they are no part of the sentence."
    named = stop and proper(before, bracket.tongues) and 1 < len(words) < LONG and inner[-1:].islower() and not NAMED.fullmatch(inner)
    nouns = named or (stop and (NOUN.match(words[-1]) or NOUN.match(before)) and not closed(words[0], bracket.tongues))
    if nouns and len(words) < LONG and (named or not capitalised(inner)):
        return f"A noun stands after the noun {before!r} and before a stop."
    return ""


def _form(bracket: Bracket, _context: Context, _given: form.Given) -> tuple[Piece, ...]:
    """Return the element of a gloss."""
    return _pieces(bracket)


FORM = _form
