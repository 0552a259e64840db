"""
A part of a date, of a time of day or of a place that the source leaves out.

``[November] 6th`` is ``<date><supplied ana="#date-place">November</supplied></date> 6th``. ``[Washington, May 3,
1950?]`` in a paragraph by itself is ``<dateline><supplied cert="low" ana="#date-place">Washington, May 3, 1950</supplied></dateline>``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition import dates, languages
from tei_edition.model import Piece
from tei_edition.rules import Rank, form, wording
from tei_edition.rules.bracket import Reading
from tei_edition.rules.brackets import correction
from tei_edition.rules.completed import completed
from tei_edition.rules.grammar import capitalised, closed, first_word, is_a, last_word, proper
from tei_edition.rules.timed import timed

if TYPE_CHECKING:
    from tei_edition.rules.bracket import Bracket
    from tei_edition.rules.context import Context

RANK = Rank.OPENING
TITLE = "a part of a date or a place that the source leaves out"
FORM = form.plain("supplied", ("ana", "#date-place"), round_it="date")
CLASS = ("ana", "#date-place")
MOST_WORDS = 6
FEW = 3
CLOCKED = re.compile(r"\d{1,2}:\d\d")
YEAR = re.compile(r"(?:1[0-9]|20)\d\d(?:[-–]\d{2,4})?")
CLOCK = re.compile(r"\d{1,2}(?::\d\d|[.]\d\d)?|\d{3,4}")


def read(bracket: Bracket, context: Context) -> Reading | None:
    """Read a month, a day of the week, a year or a time of day."""
    undated = wording.opening(bracket, "undated", MOST_WORDS)
    if undated:
        return Reading("date-place", (bracket.piece("supplied", ("ana", "#date-place")),), undated.evidence, rank=Rank.OPENING)
    dated = _dateline(bracket)
    if dated:
        place = () if bracket.alone else (Piece("placeName", bracket.start, bracket.end),)
        return Reading("date-place", (*place, _supplied(bracket)), dated, rank=Rank.OPENING)
    if bracket.nested or bracket.alone or not 0 < len(bracket.words) <= MOST_WORDS:
        return None
    doubled = context.profile.doubled == "date-place" and bracket.width > 1
    evidence = "Its brackets are doubled: a date or a place, as the profile says." if doubled else _why(bracket)
    if not evidence or (not doubled and bracket.asked(correction, context)):
        return None
    rank = Rank.STYLE if doubled else Rank.LIKENESS
    clock = CLOCKED.search(bracket.inner) or any(is_a(word, "daytime") for word in bracket.words)
    pieces = (timed(bracket) if clock else completed(bracket), bracket.piece("supplied", ("ana", "#date-place")))
    return Reading("date-place", pieces, evidence, rank=rank)


def _supplied(bracket: Bracket) -> Piece:
    """Return the element of a dateline; a question mark at its end says that the editor doubts it, and is a part of the mark."""
    doubt = re.search(r"\s*\?\s*$", bracket.source.text[bracket.start + bracket.open : bracket.end - bracket.close])
    if doubt is None:
        return bracket.piece("supplied", CLASS)
    return Piece("supplied", bracket.start, bracket.end, bracket.rend(("cert", "low"), CLASS), bracket.open, bracket.close + len(doubt[0]))


def _dateline(bracket: Bracket) -> str:
    """Return the evidence that *bracket* is the dateline of a text, or the place before its date; nothing where it is not."""
    inner = bracket.inner.strip()
    bound = any(wording.opening(bracket, kind) for kind in ("circa", "earlier", "later"))
    if bracket.alone and len(bracket.words) <= MOST_WORDS and (capitalised(inner) or bound or inner[:1].isdigit()):
        if _undated(inner.rpartition(", ")[2]):
            return "It fills its paragraph with a place and says that there is no date."
        found = next(dates.find(inner), None)
        return "It fills its paragraph with a date and little else." if found and found.end >= len(inner.rstrip(" .?")) else ""
    if not capitalised(inner) or bracket.before.strip("_ ") or len(bracket.words) > FEW:
        return ""
    rest = bracket.after.lstrip(", ")
    parted = inner.endswith((",", ", den", ", le", ", the")) or bracket.after[:1] == ","
    at_once = next((found for found in dates.find(rest) if found.start == 0), None) or _undated(rest) or _day(rest)
    return "A date stands after it, at the head of a paragraph: the place." if parted and at_once else ""


def _day(text: str) -> bool:
    """Tell whether *text* begins with a month and a day of it."""
    match = re.match(r"(?P<month>[^\W\d_]+)\.?\s+\d{1,2}(?!\d)|\d{1,2}\.?\s+(?P<other>[^\W\d_]+)", text)
    return match is not None and (match["month"] or match["other"]).casefold() in languages.months()


def _undated(text: str) -> bool:
    """Tell whether *text* says at once that it has no date."""
    return re.match(languages.pattern("undated") + r"(?!\w)", text, re.IGNORECASE) is not None


def _why(bracket: Bracket) -> str:
    """Return the evidence, or nothing."""
    words = [word.strip(".") for word in bracket.words]
    last = last_word(bracket.before)
    if len(words) == 1 and bracket.inner.rstrip().endswith(".") and is_a(words[0], "title") and proper(first_word(bracket.after)):
        return ""
    named = len(words) > 1 and is_a(words[0], "preposition") and proper(last) and not YEAR.fullmatch(words[-1])
    if named or not all(_dates(word) for word in words):
        return ""
    month = next((word for word in words if _is_month(bracket, word)), "")
    day = next((word for word in words if word in languages.weekdays()), "")
    if month or day:
        return f"It holds {(month or day)!r} and nothing but parts of a date."
    return _number(bracket, words)


def _number(bracket: Bracket, words: list[str]) -> str:
    """Return the evidence that the numbers in *bracket* are a time of day, a year or a day, or nothing."""
    before = last_word(bracket.before).strip(".,").casefold()
    if re.search(r"\d{1,2}:\d\d", bracket.inner):
        return "It holds a time of day."
    time = next((word for word in bracket.words if is_a(word, "daytime")), "")
    if time and (CLOCK.search(bracket.before[-6:]) or CLOCK.search(bracket.inner)):
        return f"It holds {time!r}, a part of a time of day."
    if YEAR.search(bracket.inner) and len(words) <= 2:  # noqa: PLR2004 - a year with its preposition
        return "It holds a year."
    if before in languages.months() and re.fullmatch(r"\d{1,2}(?:st|nd|rd|th)?", words[0]):
        return f"It holds the day after the month {before!r}."
    after = first_word(re.sub(r"^\s*(?:of|de|di)\s", " ", bracket.after)).casefold()
    if after in languages.months() and re.fullmatch(r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?\.?", bracket.inner.strip()):
        return f"It holds the day before the month {after!r}."
    return ""


def _is_month(bracket: Bracket, word: str) -> bool:
    """Tell whether *word* is the name of a month, and not a small word that joins others, such as "may"."""
    return word in languages.months() and (word.capitalize() in bracket.inner or not closed(word, bracket.tongues))


def _dates(word: str) -> bool:
    """Tell whether *word* may stand in a date."""
    return (
        word in languages.months() or word in languages.weekdays() or re.fullmatch(r"\d+(?:st|nd|rd|th)?|[ap]\.?m", word) is not None
        or is_a(word, "preposition", "daytime", "article", "span", "zone")
    )
