"""
A title or an office that the source leaves out, or whose office it is.

``[Soviet] Ambassador`` is ``<roleName><supplied>Soviet</supplied> Ambassador</roleName>``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition import languages
from tei_edition.model import Piece
from tei_edition.rules import Rank, form
from tei_edition.rules.bracket import Reading
from tei_edition.rules.grammar import capitalised, closed, is_a, kin, last_word, proper
from tei_edition.rules.parts import is_role

if TYPE_CHECKING:
    from tei_edition.rules.bracket import Bracket
    from tei_edition.rules.context import Context

RANK = Rank.NAME
TITLE = "a title or an office that the source leaves out"
FORM = form.plain("supplied", round_it="roleName")
NEXT = re.compile(r"\s(?P<names>[^\W\d_a-z][\w'’-]*(?:\s+[^\W\d_a-z][\w'’-]*){0,2})")
ABBREVIATED = re.compile(r"[^\W\d_a-z][^\W\d_]{2,}\.(?:[ -]?[^\W\d_a-z][^\W\d_]+\.)*")
"""An abbreviation with a capital, or several: a title where a name stands after it."""

NEAR = 80
OF_NAMES = frozenset({"de", "von", "van", "di", "da"})
"""Words that may stand in a name as in an office."""

MOST_WORDS = 8
FEW = 3
LONG = 9


def read(bracket: Bracket, _context: Context) -> Reading | None:
    """Read an office before a name, whose office it is before an office, or the rest of an office after its first word."""
    match = NEXT.match(bracket.after)
    words = re.findall(r"[\w'’-]+\.?", bracket.inner)
    if bracket.alone or bracket.nested or not 0 < len(words) <= MOST_WORDS:
        return None
    of = _of(bracket, words)
    if of is not None:
        held = bracket.source.text[of : bracket.start].rstrip()
        pieces = (Piece("roleName", of, bracket.end), bracket.piece("supplied"))
        return Reading("role", pieces, f"The office {held!r} stands before it, and it says of what.", "medium")
    if not match:
        return None
    names = match["names"].split()
    if proper(names[0], bracket.tongues) and _held(bracket.inner.strip(), words):
        pieces = (Piece("roleName", bracket.start, bracket.end), bracket.piece("supplied"))
        short = ABBREVIATED.fullmatch(bracket.inner.strip()) and not is_a(words[0], "title", "office")
        what = "an abbreviation with a capital" if short else "an office"
        why = f"It holds {what}, {bracket.inner!r}, and the name {names[0]!r} stands after it."
        return Reading("role", pieces, why, "medium" if short else "high")
    office = next((at for at, name in enumerate(names) if is_a(name, "office")), None)
    if office is not None and capitalised(bracket.inner) and len(words) <= FEW and all(proper(word, bracket.tongues) for word in words):
        end = bracket.end + [name.end() for name in re.finditer(r"[\w'’-]+", bracket.after)][office]
        pieces = (Piece("roleName", bracket.start, end), bracket.piece("supplied"))
        return Reading("role", pieces, f"The office {names[office]!r} stands after it, and it says of what.", "medium")
    return None


def _of(bracket: Bracket, words: list[str]) -> int | None:
    """Return where the office before *bracket* begins, if it says of what that is: "Secretary [of State]"; None where it does not."""
    kind = kin(words[0], bracket.tongues, "office_of") and any(capitalised(word) for word in words[1:])
    last = last_word(bracket.before)
    if is_a(last, "rank_title") and len(words) == 2 and words[0].casefold() in OF_NAMES:  # noqa: PLR2004 - "de Lattre"
        return None
    if not kind or not bracket.before[-1:].isspace() or not _is_office(last, bracket.tongues):
        return None
    start = bracket.start
    low = max(bracket.paragraph.start, bracket.start - NEAR)
    for match in reversed(list(re.finditer(r"[\w'’-]+\s+", bracket.source.text[low : bracket.start]))):
        at = low + match.start()
        if low + match.end() != start or not _is_office(match[0].strip(), bracket.tongues):
            break
        start = at
    return start if start < bracket.start else None


def _is_office(word: str, tongues: frozenset[str]) -> bool:
    """Tell whether *word* is an office: with a capital in English, where it is a common noun without one."""
    return (is_a(word, "office") or is_role(word.casefold())) and (capitalised(word) or "en" not in tongues)


def _held(inner: str, words: list[str]) -> bool:
    """Tell whether *words* name an office, with or without a part of a name after it."""
    noun = words[1].casefold() if len(words) == 2 and is_a(words[0], "article") and words[0].islower() else ""  # noqa: PLR2004 - with an article
    if noun and (is_role(noun) or is_role(f"{noun}r")):
        return True
    if ABBREVIATED.fullmatch(inner) and not _is_forename(inner):
        return True
    small = len(words) <= FEW and is_a(words[0], "office") and all(is_a(word, "office") or closed(word) for word in words)
    known = [word for word in words if len(word.strip(".")) > 1 and (is_a(word, "office", "title") or _compound(word))]
    other = len(words) > 1 and is_a(words[0], "pronoun", "conjunction") and not is_a(words[0], "article")
    return (capitalised(words[0]) or small) and bool(known) and not other


def _is_forename(inner: str) -> bool:
    """Tell whether *inner* is a short form of a forename or of a month."""
    word = inner.rstrip(".").casefold()
    return is_a(word, "short_forename") or word in languages.months()


def _compound(word: str) -> bool:
    """Tell whether *word* is a long one that ends with an office: "Finanzminister"."""
    return len(word) > LONG and capitalised(word) and is_role(word.casefold())
