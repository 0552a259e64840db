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
from tei_edition.rules.grammar import closed, first_word, is_a, last_word
from tei_edition.rules.likeness import LEAST, ORDINAL, alike, number
from tei_edition.rules.stated import stated

if TYPE_CHECKING:
    from tei_edition.rules.bracket import Bracket
    from tei_edition.rules.context import Context

RANK = Rank.OPENING
TITLE = "the right reading beside a wrong one"
FORM = form.beside("sic", "corr")
MOST_WORDS = 4
FORMS = (r"\d{1,2}:\d\d", r"\([^\W_]{1,3}\)", r"[$£€¥]\s?\d[\d.,]*", r"\d[\d.,]*\s?%", r"\d+[–-]\d+")
"""A time of day, a number or a letter in parentheses, an amount of money, a share, a stretch."""

NEARLY = 0.8
DAY = re.compile(r"\d{1,2}\.")


def read(bracket: Bracket, context: Context) -> Reading | None:
    """Read a bracket that can only stand in the place of what is before it."""
    if bracket.token is None or bracket.nested or bracket.opens or bracket.in_label:
        return None
    phrase = _phrase(bracket)
    if phrase:
        wrong = bracket.source.text[phrase[0] : phrase[1]]
        why = f"{'Its brackets are doubled, and it' if bracket.width > 1 else 'It'} is like {wrong!r}."
        pieces = bracket.beside("sic", "corr", before=phrase)
        return Reading("correction", pieces, why, *(("high", Rank.OPENING) if bracket.width > 1 else ("medium", Rank.LIKENESS)))
    counted = _counted(bracket)
    if counted:
        wrong = bracket.source.text[counted[0] : counted[1]]
        why = f"A number in words stands straight after the number {wrong!r}: it corrects it."
        return Reading("correction", bracket.beside("sic", "corr", before=counted), why, "medium", Rank.LIKENESS)
    found = wording.opening(bracket, "recte", MOST_WORDS + 2)
    right = stated(bracket, 0, bracket.token) if found else None
    if found and right:
        return Reading("correction", right.pieces(bracket), found.evidence, rank=Rank.OPENING)
    evidence, rank = _why(bracket, context)
    if not evidence:
        return None
    return Reading("correction", bracket.beside("sic", "corr"), evidence, "high" if found or bracket.italic else "medium", rank)


def _why(bracket: Bracket, context: Context) -> tuple[str, Rank]:
    """Return the evidence and its kind; the evidence is empty where there is none."""
    few = len(bracket.words) <= MOST_WORDS
    if context.profile.doubled == "correction" and bracket.width > 1 and few:
        return "Its brackets are doubled: the right form, as the profile says.", Rank.STYLE
    dated = bracket.folded in languages.months() and closed(last_word(bracket.before), bracket.tongues)
    if bracket.italic and context.profile.italics == "correction" and few and not bracket.stopped and not dated:
        return "It is italic and stands after a word: this house sets corrections so.", Rank.STYLE
    same = _same(bracket)
    if same:
        return same, Rank.TOUCH
    like = "" if bracket.asked(expansion, context) else alike(bracket)
    if like and not bracket.stopped:
        return like, Rank.LIKENESS
    return _number(bracket, context), Rank.LIKENESS


def _counted(bracket: Bracket) -> tuple[int, int] | None:
    """Return the range of the number in words before *bracket*, if it holds another one in words."""
    inner = re.findall(r"[^\W\d_]+", bracket.inner)
    if not inner or bracket.width > 1 or not bracket.before[-1:].isspace() or not all(map(_numeral, inner)):
        return None
    start = end = bracket.start - len(bracket.before) + len(bracket.before.rstrip())
    for match in reversed(list(re.finditer(r"[^\W\d_]+[\s-]*", bracket.before))):
        if not _numeral(match[0].strip(" -\r\n\t")) or bracket.start - len(bracket.before) + match.end() < start:
            break
        start = bracket.start - len(bracket.before) + match.start()
    return (start, end) if start < end and bracket.source.text[start:end] == bracket.before.rstrip()[start - end :] else None


def _numeral(word: str) -> bool:
    """Tell whether *word* is a number in words, and no article."""
    folded = word.casefold()
    return (folded in languages.numbers() or folded in languages.words("tens")) and not is_a(folded, "article")


def _same(bracket: Bracket) -> str:
    """Return the evidence that *bracket* holds a day of the week, a month, a time or a count of the kind that stands before it."""
    inner, word = bracket.inner.strip(), last_word(bracket.before)
    for kind, names in (("day of the week", languages.weekdays()), ("month", languages.months())):
        if inner.casefold() in names and word.casefold() in names and (word[0].isupper() == inner[0].isupper()):
            return f"Two names of a {kind} cannot follow each other: it corrects {word!r}."
    before = bracket.before.rstrip()
    for shape in FORMS:
        wrong = re.search(rf"(?<![\w.:]){shape}$", before) if re.fullmatch(shape, inner) else None
        if wrong and not bracket.stopped:
            return f"It has the form of {wrong[0]!r} before it: it corrects it."
    day = re.search(r"(?<![\w.])\d{1,2}\.$", before) if DAY.fullmatch(inner) else None
    month = first_word(bracket.after).casefold() in languages.months()
    return f"A day stands after the day {day[0]!r} and before a month: it corrects it." if day and month else ""


def _phrase(bracket: Bracket) -> tuple[int, int] | None:
    """Return the range of as many words before *bracket* as it holds, if they are like its own."""
    before = bracket.source.text[max(bracket.paragraph.start, bracket.start - WINDOW) : bracket.start]
    match = re.search(rf"(?:[^\s\[\]]+\s+){{{len(bracket.words)}}}$", before) if len(bracket.words) > 1 else None
    if match is None:
        return None
    wrong, right = match[0].split(), bracket.inner.split()
    least = LEAST if bracket.width > 1 else NEARLY
    if bracket.width == 1 and (len(right) != len(wrong) or [word[0].isupper() for word in wrong] != [word[0].isupper() for word in right]):
        return None
    if wrong != right and [word for word in wrong if not word[0].isdigit()] == [word for word in right if not word[0].isdigit()]:
        start = bracket.start - len(match[0])
        return start, start + len(match[0].rstrip())
    if wrong == right or SequenceMatcher(None, match[0].strip().casefold(), bracket.inner.casefold(), autojunk=False).ratio() < least:
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
