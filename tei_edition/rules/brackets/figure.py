"""
A picture, a map or a chart for which the bracket stands.

``[map of East Africa]`` is ``<figure><figDesc>map of East Africa</figDesc></figure>``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition.rules import Rank, form, wording
from tei_edition.rules.bracket import Reading
from tei_edition.rules.grammar import capitalised, finite, is_a, last_word

if TYPE_CHECKING:
    from tei_edition.rules.bracket import Bracket
    from tei_edition.rules.context import Context

RANK = Rank.OPENING
TITLE = "a picture, a map or a chart"
FORM = form.described("figure", desc="figDesc")
MOST_WORDS = 25
EARLY = 3


def read(bracket: Bracket, context: Context) -> Reading | None:
    """Read a bracket that names a picture, where the sentence lacks no such word."""
    pictured = re.fullmatch(r"[\w ]+[-_](?:image|drawing|photo|map|sketch)", bracket.inner.strip(), re.IGNORECASE)
    if pictured and bracket.width > 1:
        pieces = bracket.described("figure", desc="figDesc")
        return Reading("figure", pieces, f"Its brackets are doubled, and {bracket.inner!r} names a picture.")
    found = wording.find(bracket, "figure", MOST_WORDS)
    if bracket.nested or not found or bracket.before[-1:].isalpha():
        return None
    early = len(bracket.inner[: found.end].split()) <= EARLY
    described = context.profile.doubled == "description" and bracket.width > 1
    last = last_word(bracket.before)
    lacking = bracket.wanted or is_a(last, "conjunction") or (len(bracket.words) == 1 and last and not _apart(bracket, last))
    if not early or (lacking and not bracket.stopped and not described) or _told(bracket, found):
        return None
    return Reading("figure", bracket.described("figure", desc="figDesc"), found.evidence, rank=Rank.OPENING)


def _told(bracket: Bracket, found: wording.Found) -> bool:
    """
    Tell whether *bracket* is a sentence, whose verb is not the word for the picture itself: one can photograph.

    What stands after a colon is a caption, and a participle after the word says what is seen.
    """
    rest = bracket.inner[found.end :]
    if found.end and (re.match(r"\s*:", rest) or (bracket.alone and re.match(r"\s+\w+ing(?!\w)", rest))):
        return False
    verb = finite(bracket.inner, bracket.tongues)
    return bool(verb) and not is_a(verb, "figure")


def _apart(bracket: Bracket, last: str) -> bool:
    """Tell whether the one word of *bracket* stands after a name, a stop or nothing: the sentence is not about it."""
    return bracket.stopped or capitalised(last) or not bracket.before.strip()
