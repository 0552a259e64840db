"""
A signature, a seal, a stamp or a mark on the paper; the name of who signed.

``[signed]`` is ``<note type="mark">signed</note>``, ``[Seal]`` is ``<stamp>Seal</stamp>``, a name at the foot is ``<supplied
ana="#signature-mark">``, in a paragraph by itself ``<signed><supplied ana="#signature-mark">``.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from tei_edition import languages
from tei_edition.rules import Rank, form, wording
from tei_edition.rules.bracket import Reading
from tei_edition.rules.grammar import first_word, is_a, proper
from tei_edition.rules.signing import is_name, signatures

if TYPE_CHECKING:
    from tei_edition.rules.bracket import Bracket
    from tei_edition.rules.context import Context

RANK = Rank.FORM
TITLE = "a signature, a seal or a mark on the paper"
FORM = form.plain("note", ("type", "mark"))
MOST_WORDS = 7
MOST_NAMES = 8
NAMES = re.compile(r"(?:[^\W\d_a-z][\w'’-]*\.?(?:,?\s+(?:and\s+)?)?){1,8}")
TICKS = ("x", "X", "✓", "√")
INITIALS = re.compile(r"(?:[A-Z]\.?\s?){2,4}")


def read(bracket: Bracket, _context: Context) -> Reading | None:
    """Read a word for a signature or a seal, initials beside a box to tick, and a name at the foot."""
    found = wording.find(bracket, "signature", MOST_WORDS)
    if found and (found.opens or found.end >= len(bracket.inner.rstrip(" .")) or _verb(bracket, found.end)):
        return Reading("signature-mark", (bracket.piece("note", ("type", "mark")),), found.evidence, rank=found.rank)
    stamp = wording.find(bracket, "stamp", MOST_WORDS)
    if stamp and (bracket.alone or bracket.stopped or bracket.apart_from_sentence) and not bracket.wanted:
        return Reading("signature-mark", (bracket.piece("stamp"),), stamp.evidence, rank=stamp.rank)
    why = _named(bracket)
    if why:
        return Reading("signature-mark", (bracket.piece("supplied", ("ana", "#signature-mark")),), why, "medium", Rank.NAME)
    why = _signed(bracket)
    if not why:
        return None
    inner = bracket.inner.strip()
    rank = Rank.LIKENESS if inner in TICKS else Rank.NAME if INITIALS.fullmatch(inner) else Rank.POSITION
    return Reading("signature-mark", (bracket.piece("supplied", ("ana", "#signature-mark")),), why, "medium", rank)


def _verb(bracket: Bracket, end: int) -> bool:
    """Tell whether the word that ends at *end* says who did it or to what: it is a verb."""
    return re.search(r"\bby\b", bracket.inner) is not None or is_a(first_word(bracket.inner[end:]), "article", "determiner")


def _named(bracket: Bracket) -> str:
    """Return the evidence that *bracket* is a name at the foot, with a word for a signature before it or without, or nothing."""
    if bracket.whole and bracket.start in signatures(bracket.source):
        return "A name fills the last paragraph of the text: who signed."
    if is_name(f"[{bracket.inner}]") and _marked().fullmatch(bracket.before.strip()) and not bracket.after.strip(" ."):
        return "A word for a signature opens the paragraph, and a name in brackets ends it: who signed."
    return ""


def _signed(bracket: Bracket) -> str:
    """Return the evidence that *bracket* names who signed, or nothing."""
    inner = bracket.inner.strip()
    if (INITIALS.fullmatch(inner) or inner in TICKS) and _boxed(bracket):
        return f"The initials {inner!r} stand beside a box to tick."
    if INITIALS.fullmatch(inner) and bracket.alone:
        return f"The initials {inner!r} fill a paragraph."
    if bracket.opens and bracket.folded in {"s", "/s/"} and proper(first_word(bracket.after), bracket.tongues):
        return "An s that stands for signed opens the paragraph, and a name follows."
    names = re.findall(r"[^\s,]+", inner)
    named = NAMES.fullmatch(inner) and all(proper(name.strip(".") or "x", bracket.tongues) or name == "and" for name in names)
    if not named or len(names) > MOST_NAMES or bracket.after.strip(" ."):
        return ""
    if (inner.endswith(".") or len(names) == 1) and bracket.before.strip() and bracket.stopped and not bracket.spoken:
        return "Names with a stop of their own stand after the last sentence of the paragraph: who signed."
    return ""


def _boxed(bracket: Bracket) -> bool:
    """Tell whether a box to tick stands beside *bracket*."""
    before, after = bracket.before.split()[-2:], bracket.after.split()[:2]
    return any(is_a(" ".join(words), "approval") for words in (before, before[-1:], after, after[:1]) if words)


@cache
def _marked() -> re.Pattern[str]:
    """Return the pattern of a word for a signature, in brackets or not, with a colon or not."""
    return re.compile(rf"[\[(]?\s*{languages.pattern('signing')}\s*[\])]?\s*:?", re.IGNORECASE)
