"""
What happened, told and not spoken: laughter, applause, somebody leaves.

``[Laughter.]`` is ``<vocal><desc>Laughter.</desc></vocal>``, ``[Applause.]`` is `kinesic`, ``[Mr. Rusk leaves.]`` is `incident`: never
words of the speech.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition.rules import Rank, form, wording
from tei_edition.rules.bracket import Reading
from tei_edition.rules.grammar import act, capitalised, closed, finite, first_word, is_a, personal, third_person

if TYPE_CHECKING:
    from tei_edition.model import Piece
    from tei_edition.rules.bracket import Bracket
    from tei_edition.rules.context import Context

RANK = Rank.OPENING
TITLE = "what happened, told by the note-taker or the editor"
MOST_WORDS = 9
LONGEST = 40
LONGEST_ALONE = 90
OTHER = ("heading", "source", "figure", "signature", "sic", "editor", "pointer", "omission", "missing", "illegible", "undated", "topic")
TITLED = re.compile(r"(?:[^\W\d_a-z][\w'’-]*\s*)+")
"""Capitalised words without a stop, as in a heading."""

KINDS = (("vocal", "vocal"), ("kinesic", "kinesic"))


def read(bracket: Bracket, context: Context) -> Reading | None:
    """Read a sound, a gesture or an act that is told."""
    if bracket.nested:
        return None
    found = wording.find(bracket, "event", MOST_WORDS) or wording.find(bracket, "vocal", MOST_WORDS) or wording.find(
        bracket, "kinesic", MOST_WORDS,
    )
    opens = found and (found.opens or capitalised(bracket.inner.strip()))
    entitled = found and not found.opens and bracket.alone and TITLED.fullmatch(bracket.inner.strip())
    if found and opens and not entitled and not _lacking(bracket) and not personal(bracket.inner, bracket.tongues):
        return Reading("event", bracket.described(_element(bracket)), found.evidence, rank=found.rank)
    staged = _staged(bracket) if context.staged or context.profile.apart == "event" else ""
    if staged:
        house = "this house's brackets tell" if context.profile.apart == "event" else "most brackets of this document tell"
        return Reading("event", bracket.described(_element(bracket)), f"{staged}, and {house} what happens.", "medium", Rank.LIKENESS)
    between = _between(bracket)
    if between:
        return Reading("event", bracket.described(_element(bracket)), between, "medium", Rank.NAME)
    told = _told(bracket) or _small(bracket)
    if told:
        return Reading("event", bracket.described(_element(bracket)), told, "medium", Rank.POSITION)
    return None


def _staged(bracket: Bracket) -> str:
    """Return how *bracket* stands apart from the text, so that it may tell what happens; nothing where it does not."""
    inner = bracket.inner.strip()
    other = any(wording.opening(bracket, kind) for kind in OTHER) or re.search(r"\?$", inner) or inner[:1].isdigit()
    if other or not 0 < len(bracket.words) <= MOST_WORDS * 2:
        return ""
    if bracket.alone:
        return "It fills a paragraph"
    rest = bracket.after.lstrip(' \t\r\n."”’»)')
    begins = not rest or capitalised(first_word(rest))
    if bracket.spoken or re.search(r"\s[–—-]\s*$", bracket.before) or (bracket.stopped and begins):
        return "It stands apart from the sentences"
    clause = is_a(bracket.words[0], "relative") and len(bracket.words) > 1
    if begins and clause and not capitalised(inner):
        return "Its clause ends a sentence without a stop"
    return ""


def _between(bracket: Bracket) -> str:
    """Return the evidence that *bracket* tells what a speaker does in the midst of speaking, or that talk fills a paragraph, or nothing."""
    inner, first = bracket.inner.strip(), first_word(bracket.after)
    if not bracket.words:
        return ""
    doing = third_person(bracket.words[0], bracket.tongues) and bracket.words[-1].endswith("ing") and inner[:1].islower()
    if doing and is_a(first, "subject_pronoun") and not bracket.wanted:
        return f"{bracket.words[0]!r} says what the speaker does, and a sentence begins after it."
    talk = wording.find(bracket, "talk", MOST_WORDS) if bracket.alone and bracket.paragraph.number > 1 else None
    own = len(talk.words.split()) + 1 if talk else 0
    early = talk and len(bracket.inner[: talk.end].split()) == own < len(bracket.words)
    return f"It fills a paragraph and speaks of {talk.words!r}." if talk and early else ""


def _small(bracket: Bracket) -> str:
    """Return the evidence that *bracket* stands small between two sentences, so that it is a part of neither."""
    small = bracket.inner.strip()[:1].islower() and bracket.before.strip() and not bracket.spoken
    rest = bracket.after.lstrip(' ."”’»)')
    between = re.search(r"[.!?…][\"”’»)]*\s+$", bracket.before) and (not rest or capitalised(rest))
    joins = all(closed(word, bracket.tongues) for word in bracket.words)
    return "It stands small between two sentences and is a part of neither." if small and between and not joins else ""


def _element(bracket: Bracket) -> str:
    """Return the element: for sounds of the voice, for gestures, or for all else."""
    return next((element for kind, element in KINDS if wording.opening(bracket, kind, MOST_WORDS)), "incident")


def _lacking(bracket: Bracket) -> bool:
    """Tell whether the sentence lacks a word here: one does not laugh after "the"."""
    verb = third_person(bracket.folded, bracket.tongues) and bracket.ends_phrase
    return bracket.wanted and bracket.inner.strip()[:1].islower() and not verb


def _told(bracket: Bracket) -> str:
    """Return the evidence that a sentence of its own tells in the third person what somebody did."""
    inner = bracket.inner.strip()
    longest = LONGEST_ALONE if bracket.alone else LONGEST
    alone = len(bracket.words) == 1 and bracket.before.strip() and third_person(bracket.folded, bracket.tongues)
    if not (alone or 1 < len(bracket.words) <= longest) or not (bracket.apart_from_sentence or bracket.spoken) or not capitalised(inner):
        return ""
    entitled = bracket.alone and TITLED.fullmatch(inner) and inner.split()[0].endswith(("ing", "ed"))
    if entitled or personal(inner, bracket.tongues) or re.search(r"[?]", inner):
        return ""
    done, record = act(inner, bracket.tongues), wording.find(bracket, "record", LONGEST)
    if re.match(r"[^\W\d_]+:", inner) or (record and done and record.end <= bracket.inner.find(done)):
        return ""
    told = wording.opening(bracket, "existential")
    if told and not record:
        return f"It is a sentence of its own and says that {told.words!r} something."
    return f"It is a sentence of its own that tells what happened: {done!r}." if done else _short(bracket)


def _short(bracket: Bracket) -> str:
    """Return the evidence that *bracket* fills a paragraph with a short sentence, or nothing."""
    other = any(wording.find(bracket, kind, LONGEST) for kind in ("record", "pointer", "figure", "signature"))
    if other or not bracket.alone or bracket.paragraph.number == 1 or len(bracket.words) > MOST_WORDS * 2:
        return ""
    verb = finite(bracket.inner.strip(), bracket.tongues)
    return f"It fills a paragraph with a short sentence that tells something: {verb!r}." if verb else ""


def _form(bracket: Bracket, _context: Context, _given: form.Given) -> tuple[Piece, ...]:
    """Return the elements of what happened: a sound, a gesture or anything else."""
    return bracket.described(_element(bracket))


FORM = _form
