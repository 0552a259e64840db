"""
What the minutes say after a speech, in no speaker's words: ``Recorded by A. Holm``, ``The meeting ended at 5.``, ``Decision: no``.

Who recorded and when the sitting ended stand in the last paragraphs; a decision or a vote, with a colon, may stand after any speech.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from tei_edition import languages
from tei_edition.alternatives import alternatives
from tei_edition.model import Piece, Span
from tei_edition.rules import Rank
from tei_edition.rules.documents import documents, first_label
from tei_edition.rules.parts import SMALL, is_capital

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tei_edition.model import Paragraph
    from tei_edition.rules.context import Context

RANK = Rank.WORDING
CLASS = "minuted"
AMONG = 6
LONGEST = 100
LONGEST_DECISION = 160
MOST_NAMES = 8
EARLY = 4
"""Among how many words at its beginning a line says what ended."""


def annotate(context: Context) -> Iterator[Span]:
    """Return the lines of the minutes that stand after the first speech of each document."""
    for paragraphs in documents(context.source):
        first = first_label(paragraphs, context.labelled)
        apart = context.labelled | frozenset(context.notes.values())
        free = [one for one in paragraphs if first is not None and one.start > first and one.start not in apart]
        last = _last(context, paragraphs)
        for paragraph in free:
            text = context.source.text[paragraph.start : paragraph.end]
            why = _decides(text) or (_closes(text) if paragraph in last else "")
            if why:
                whole = paragraph.start, paragraph.end
                yield Span(*whole, "block", CLASS, CLASS, why, "medium", pieces=(Piece("p", *whole),))


def _last(context: Context, paragraphs: Sequence[Paragraph]) -> Sequence[Paragraph]:
    """Return the last of *paragraphs*, up to the last speech."""
    speeches = [number for number, one in enumerate(paragraphs) if one.start in context.labelled]
    return paragraphs[max(len(paragraphs) - AMONG, speeches[-1] + 1 if speeches else 0) :]


def _decides(text: str) -> str:
    """Return the evidence that *text* states a decision or a vote, or nothing."""
    match = _decision().match(text) if len(text) <= LONGEST_DECISION else None
    return f"It opens with {match[0].rstrip(' :')!r} and a colon: what was decided, not what was said." if match else ""


def _closes(text: str) -> str:
    """Return the evidence that *text* says who recorded the talk, or that it ended; or nothing."""
    if len(text) > LONGEST or "\n" in text or re.search(r"[.?!]\s+\w{2,}\s+\w{2,}", text):
        return ""
    match = _recorded().match(text)
    if match and _is_names(text[match.end() :]):
        return f"It stands at the end and opens with {match[0].strip(' :')!r} before a name: who recorded it."
    return "It stands at the end and says that the sitting ended." if _ended(text) else ""


def _is_names(text: str) -> bool:
    """Tell whether *text* is made of names, perhaps with a date: no sentence."""
    words = re.findall(r"[^\W\d_][\w'’.-]*", text)
    return 0 < len(words) <= MOST_NAMES and is_capital(words[0]) and all(is_capital(word) or word.casefold() in SMALL for word in words)


def _ended(text: str) -> bool:
    """Tell whether *text* says that a sitting ended, in nobody's words."""
    if _myself().search(text) or re.search(r",\s+\D", text):
        return False
    timed = re.search(r"\d", text) is not None
    match = (_ends().search(text) if timed else _ends().match(text)) or _past().search(text)
    if not match:
        return False
    sitting = _sitting().search(text)
    place = min(match.start(), sitting.start()) if sitting else match.start()
    return len(text[:place].split()) < EARLY if sitting else timed and place == 0


@cache
def _decision() -> re.Pattern[str]:
    """Return the pattern of a word for a decision or a vote, with a colon."""
    return re.compile(rf"{languages.pattern('decision')}(?:\s+\w+)?\s*:\s*(?=\S)", re.IGNORECASE)


@cache
def _recorded() -> re.Pattern[str]:
    """Return the pattern of words that say who recorded, before a name; those that are an office need a colon."""
    by, office = languages.pattern("recorded_by"), languages.pattern("chairing")
    return re.compile(rf"\(?(?:{by}\s*(?::\s*|\s)|(?:{office})\s*:\s*)(?=\S)", re.IGNORECASE)


@cache
def _past() -> re.Pattern[str]:
    """Return the pattern of words that say that something has ended."""
    return _whole("ended")


@cache
def _ends() -> re.Pattern[str]:
    """Return the pattern of words that say that something ends, which a speaker may say as well."""
    return _whole("ends")


@cache
def _sitting() -> re.Pattern[str]:
    """Return the pattern of words for a sitting or a talk."""
    return _whole("sitting")


@cache
def _myself() -> re.Pattern[str]:
    """Return the pattern of words of those who speak of themselves."""
    words = languages.words("subject_pronoun") - languages.words_of("en", "preposition")
    return re.compile(rf"(?<!\w){alternatives(words)}(?!\w)", re.IGNORECASE)


def _whole(kind: str) -> re.Pattern[str]:
    """Return the pattern of the words of *kind*, as whole words."""
    return re.compile(rf"(?<!\w){languages.pattern(kind)}(?!\w)", re.IGNORECASE)
