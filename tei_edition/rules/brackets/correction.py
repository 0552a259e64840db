"""
The right reading beside a wrong one.

``June 17 [11], 1947`` is ``June <choice><sic>17</sic><corr>11</corr></choice>, 1947``. A number corrects a number, a word one that is
like it; where the house sets corrections in italics, an italic word corrects the one before it.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from tei_edition import languages
from tei_edition.rules import Rank, form, wording
from tei_edition.rules.bracket import WINDOW, Reading
from tei_edition.rules.brackets import expansion
from tei_edition.rules.grammar import last_word
from tei_edition.rules.likeness import LEAST, ORDINAL, alike, number

if TYPE_CHECKING:
    from tei_edition.rules.bracket import Bracket
    from tei_edition.rules.context import Context

RANK = Rank.OPENING
TITLE = "the right reading beside a wrong one"
FORM = form.beside("sic", "corr")
MOST_WORDS = 4


def read(bracket: Bracket, context: Context) -> Reading | None:
    """Read a bracket that can only stand in the place of what is before it."""
    if bracket.token is None or bracket.nested or bracket.opens or bracket.in_label:
        return None
    phrase = _phrase(bracket) if bracket.width > 1 else None
    if phrase:
        wrong = bracket.source.text[phrase[0] : phrase[1]]
        return Reading("correction", bracket.beside("sic", "corr", before=phrase), f"Its brackets are doubled, and it is like {wrong!r}.")
    evidence, rank = _why(bracket, context)
    if not evidence:
        return None
    found = wording.opening(bracket, "recte", MOST_WORDS + 2)
    pieces = bracket.beside("sic", "corr")
    return Reading("correction", pieces, evidence, "high" if found or bracket.italic else "medium", rank)


def _why(bracket: Bracket, context: Context) -> tuple[str, Rank]:
    """Return the evidence and its kind; the evidence is empty where there is none."""
    few = len(bracket.words) <= MOST_WORDS
    found = wording.opening(bracket, "recte", MOST_WORDS + 2)
    if found and len(bracket.words) > len(found.words.split()):
        return found.evidence, Rank.OPENING
    if context.profile.doubled == "correction" and bracket.width > 1 and few:
        return "Its brackets are doubled: the right form, as the profile says.", Rank.STYLE
    if bracket.italic and context.profile.italics == "correction" and few and not bracket.stopped:
        return "It is italic and stands after a word: this house sets corrections so.", Rank.STYLE
    like = "" if expansion.read(bracket, context) else alike(bracket)
    if like and not bracket.stopped:
        return like, Rank.LIKENESS
    return _number(bracket, context), Rank.LIKENESS


def _phrase(bracket: Bracket) -> tuple[int, int] | None:
    """Return the range of as many words before *bracket* as it holds, if they are like its own."""
    before = bracket.source.text[max(bracket.paragraph.start, bracket.start - WINDOW) : bracket.start]
    match = re.search(rf"(?:[^\s\[\]]+\s+){{{len(bracket.words)}}}$", before) if len(bracket.words) > 1 else None
    if match is None or SequenceMatcher(None, match[0].strip().casefold(), bracket.inner.casefold(), autojunk=False).ratio() < LEAST:
        return None
    start = bracket.start - len(match[0])
    return start, start + len(match[0].rstrip())


def _number(bracket: Bracket, context: Context) -> str:
    """Return the evidence that a number corrects a number, or a date a date."""
    inner, before = bracket.inner.strip(" ,."), bracket.before
    wrong = number(before)
    if not wrong or not bracket.before[-1:].isspace():
        return ""
    year = re.fullmatch(r"[12]\d{3}", inner) and len(wrong.rstrip("stndrh")) < 3  # noqa: PLR2004 - a year after a day
    if ORDINAL.fullmatch(inner) and not year and inner not in context.notes and not before.endswith("."):
        return f"A number stands straight after the number {wrong!r}: it corrects it."
    month, _, day = inner.partition(" ")
    if re.search(r"\d(?:st|nd|rd|th)$", wrong) and last_word(before[: before.rfind(wrong)]).casefold() in languages.words("determiner"):
        return ""
    named = month.casefold().strip(".") in languages.months() and re.fullmatch(r"\d{1,2}(?:st|nd|rd|th)?", day)
    other = last_word(before[: before.rfind(wrong)]).casefold().strip(".") in languages.months()
    return f"A date stands straight after the date that ends with {wrong!r}: it corrects it." if named and other else ""
