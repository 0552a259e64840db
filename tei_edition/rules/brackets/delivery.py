"""
How, to whom or in which language the next words are said.

``Rusk: [to Colby] Is that so?`` is ``<stage type="delivery">to Colby</stage> Is that so?``; in a label it is ``<seg type="delivery">``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition.rules import Rank, form, wording
from tei_edition.rules.bracket import Reading
from tei_edition.rules.grammar import capitalised, closed, first_word, is_a, last_word, third_person

if TYPE_CHECKING:
    from tei_edition.model import Piece
    from tei_edition.rules.bracket import Bracket
    from tei_edition.rules.context import Context

RANK = Rank.FORM
TITLE = "how, to whom or in which language the next words are said"
MOST_WORDS = 12
FEW = 4
ADDRESSED = re.compile(r"(?:[Ss]peaking\s+)?(?:[Tt]o|[Àà]|[Zz]u|[Aa]n)\s+(?:the\s+|them|him|her|himself|all|[^\W\d_a-z])")
DOING = re.compile(r"\W*(?P<word>[^\W\d_]{3,}ing)(?!\w)")


def read(bracket: Bracket, context: Context) -> Reading | None:
    """Read a manner or an addressee in a speaker's label, at the start of a speech, or before the words that are said so."""
    if bracket.nested or not 0 < len(bracket.words) <= MOST_WORDS:
        return None
    place = bracket.in_label or bracket.spoken
    why, rank = _why(bracket, place=place), Rank.FORM if place else Rank.OPENING
    if not why and bracket.in_label and bracket.before.rstrip().endswith(":"):
        why = "It stands between a label and the colon after it."
    if not why:
        why, rank = _spoken_to(bracket, context) or _direction(bracket) or _saying(bracket), Rank.NAME
    if not why:
        return None
    piece = bracket.piece("seg" if bracket.labelled else "stage", ("type", "delivery"))
    return Reading("delivery", (piece,), why, rank=rank)


def _why(bracket: Bracket, *, place: bool) -> str:
    """Return the evidence, or nothing; *place* tells whether it stands at a speaker's label."""
    inner = bracket.inner.strip()
    addressed = ADDRESSED.match(inner)
    if addressed and (place or inner.endswith(":")) and (inner.endswith(":") or capitalised(inner[addressed.end() - 1 :]) or place):
        return f"It says to whom the words {'after it ' if not place else ''}are said."
    found = wording.opening(bracket, "delivery", MOST_WORDS)
    apart = bracket.apart_from_sentence and bracket.after.strip()
    act = not place and bracket.before.strip() and found and not inner.endswith(":") and third_person(found.words, bracket.tongues)
    if found and (place or apart) and not act and not inner.endswith(".") and not wording.opening(bracket, "vocal"):
        return f"It opens with {found.words!r} and stands where words are said."
    doing = DOING.match(inner)
    sound = inner.endswith(".") or wording.opening(bracket, "vocal")
    if doing and not is_a(doing["word"], "preposition", "office") and (place or apart) and not sound:
        return f"{doing['word']!r} says what the speaker does while the next words are said."
    return ""


def _spoken_to(bracket: Bracket, context: Context) -> str:
    """Return the evidence that *bracket* says to which of the speakers the words are said, or nothing."""
    if not ADDRESSED.match(bracket.inner) or not bracket.words or len(bracket.words) > FEW:
        return ""
    name = bracket.words[-1]
    known = any(label.split()[-1:] == [name] for label in context.lexicon.labels)
    return f"It says to whom the words are said: {name!r} is one of the speakers." if known else ""


def _saying(bracket: Bracket) -> str:
    """Return the evidence that *bracket* says what somebody does between that name and the word that tells of saying, or nothing."""
    doing, found = DOING.match(bracket.inner), wording.opening(bracket, "delivery", MOST_WORDS)
    word, named = first_word(bracket.after), capitalised(last_word(bracket.before)) and not bracket.stopped
    read = third_person(bracket.words[0], bracket.tongues) and re.match(r"\s*:?\s*[\"“„«]", bracket.after)
    if read and bracket.inner.strip()[:1].islower():
        return f"{bracket.words[0]!r} says what the speaker does, and what is quoted follows."
    says = is_a(word, "reporting") or (found and re.fullmatch(r"[a-z]+ed", word))
    if not (doing or found) or not bracket.inner.strip()[:1].islower() or not named or not says:
        return ""
    said = doing["word"] if doing else found.words if found else ""
    return f"{said!r} says what {last_word(bracket.before)!r} does who then speaks."


def _direction(bracket: Bracket) -> str:
    """Return the evidence that *bracket* stands between a label and a sentence that begins after it, or nothing."""
    if not bracket.spoken or not bracket.inner.strip()[:1].islower() or all(closed(word, bracket.tongues) for word in bracket.words):
        return ""
    after = bracket.after.lstrip(' \t\r\n"“„«‘')
    return "" if after and not capitalised(after) else "It stands small between a label and the first word of what is said."


def _form(bracket: Bracket, _context: Context, _given: form.Given) -> tuple[Piece, ...]:
    """Return the element of a manner: within a label a `seg`."""
    return (bracket.piece("seg" if bracket.labelled else "stage", ("type", "delivery")),)


FORM = _form
