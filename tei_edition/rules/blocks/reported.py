"""
Reported speech in minutes: ``Mr. Holm said that ...``, where the profile asks for it.

What is reported is `said` with ``direct="false"`` and whom it is reported of. It runs from the word after the verb to the next sentence
that opens in this way, or to the end of the paragraph.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from tei_edition import languages
from tei_edition.model import Piece, Span
from tei_edition.rules import Rank, attendance
from tei_edition.rules.blocks.speaker import person_id
from tei_edition.rules.parts import WORDS, is_role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.model import Paragraph
    from tei_edition.rules.context import Context

RANK = Rank.WORDING
CLASS = "reported"
MOST_WORDS = 7
"""How many words may name whose speech is reported."""


def annotate(context: Context) -> Iterator[Span]:
    """Return each stretch of reported speech."""
    if context.profile.reported != "said":
        return
    for paragraph in context.source.paragraphs:
        yield from _reported(context, paragraph)


def _reported(context: Context, paragraph: Paragraph) -> Iterator[Span]:
    """Return the reported speech of *paragraph*."""
    text = context.source.text
    if paragraph.start in context.labelled:
        return
    found = [match for match in _opening().finditer(text, paragraph.start, paragraph.end) if _is_somebody(match["who"])]
    if not found or found[0].start() != paragraph.start:
        return
    whole = paragraph.start, paragraph.end
    said = "It opens with somebody's name and a verb of saying."
    yield Span(*whole, "block", CLASS, CLASS, said, "medium", pieces=(Piece("p", *whole),))
    ends = [*(match.start() for match in found[1:]), paragraph.end]
    for match, end in zip(found, ends, strict=True):
        start, stop = match.end(), match.end() + len(text[match.end() : end].rstrip())
        if start < stop:
            who = (("who", f"#{_person(context, match['who'])}"), ("direct", "false"))
            why = f"It is what {match['who']!r} {match['verb']!r}."
            yield Span(start, stop, "style", "said", CLASS, why, "medium", who, (Piece("said", start, stop, who),))
            name, ref = match.span("who"), (("ref", who[0][1]),)
            yield Span(*name, "name", "reporter", CLASS, why, attributes=ref, pieces=(Piece("persName", *name, ref),))


def _is_somebody(name: str) -> bool:
    """Tell whether *name*, before a verb of saying, is somebody's: a title, an office, or capitals."""
    words = WORDS.findall(name)
    folded = [word.casefold() for word in words]
    if not 0 < len(words) <= MOST_WORDS:
        return False
    if any(word in languages.words("title") | languages.words("honorific") or is_role(word) for word in folded):
        return len(words) > 1 or is_role(folded[0])
    return all(word[0].isupper() for word in words) and folded[0] not in languages.words("function") | languages.words("pronoun")


def _person(context: Context, name: str) -> str:
    """Return the id of whose speech is reported: the one of those listed, else by the name as printed."""
    source = context.source
    listed = attendance.present(attendance.rolls(source))
    words = tuple(WORDS.findall(name.casefold()))
    attendee = attendance.find(words, source, listed)
    return person_id(attendee.printed(source) if attendee else " ".join(name.split()))


@cache
def _opening() -> re.Pattern[str]:
    """Return the pattern of who reports what, at the head of a paragraph or a sentence."""
    verb = rf"(?P<verb>(?i:{languages.pattern('reporting')}))"
    that = rf"(?:\s*,)?\s+(?=(?i:{languages.pattern('reported_that')})(?!\w))"
    return re.compile(rf"(?<![^\s])(?<![a-zа-я0-9,;]\s)(?P<who>[^\W\d_][^\n:;!?()\[\]]{{1,70}}?)\s+{verb}{that}")
