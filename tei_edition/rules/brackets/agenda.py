"""
The number, letter or name of an item, which the source leaves out.

``[2.] Political matters.`` is ``<label type="agenda">2.</label> Political matters.``
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition import languages
from tei_edition.rules import Rank, form
from tei_edition.rules.bracket import Reading
from tei_edition.rules.grammar import capitalised

if TYPE_CHECKING:
    from tei_edition.rules.bracket import Bracket
    from tei_edition.rules.context import Context

RANK = Rank.FORM
TITLE = "the number, letter or name of an item"
FORM = form.plain("label", ("type", "agenda"))
COUNT = re.compile(r"\(?(?:\d{1,3}|[^\W\d_]|[IVX]{1,5}|[ivx]{1,5})(?:[.)]|\.\))")
BARE = re.compile(r"\d{1,3}|[^\W\d_]|[IVX]{1,5}")
NAMED = re.compile(r"(?:\d{1,3}|[A-Z]|[IVX]{1,5})[.)]\s+\S(?:.*:|[^.!?]{0,80})", re.DOTALL)

TITLED = re.compile(r"(?:\d{1,3}|[A-Z]|[IVX]{1,5})[.)]\s+[^\W\d_a-z][^.!?]{0,80}:")
"""The number and the name of an item with a colon, which the text of the item may follow."""

ITEM = re.compile(rf"(?P<word>{languages.pattern('item')})\s*(?:\d{{1,3}}|[IVX]{{1,5}}|[A-Z])[.):]?", re.IGNORECASE)


def read(bracket: Bracket, context: Context) -> Reading | None:
    """Read a number with its stop at the start of a paragraph, alone or with the name of the item and a colon."""
    inner = bracket.inner.strip()
    if not _opens(bracket) or inner in context.notes or (context.notes and inner.isdigit()):
        return None
    piece = bracket.piece("label", ("type", "agenda"))
    stopped = COUNT.fullmatch(inner) or (BARE.fullmatch(inner) and re.match(r"[.)]\s", bracket.after)) or (
        inner.isdigit() and re.match(r"\s+[^\W\d_a-z]", bracket.after)
    )
    item = ITEM.fullmatch(inner)
    if item and bracket.after.strip():
        return Reading("agenda", (piece,), f"It opens the paragraph with {item['word']!r} and a number.")
    if stopped and bracket.after.strip():
        return Reading("agenda", (piece,), "It opens the paragraph with a number or a letter and a stop.")
    if TITLED.fullmatch(inner) and capitalised(bracket.after.lstrip()):
        return Reading("agenda", (piece,), "It opens the paragraph with the number and the name of an item and a colon.")
    if NAMED.fullmatch(inner) and bracket.alone:
        return Reading("agenda", (piece,), "It fills its paragraph with the number and the name of an item.")
    return None


def _opens(bracket: Bracket) -> bool:
    """Tell whether *bracket* opens its paragraph, or stands after its printed number and before a stop."""
    stopped = bracket.after.startswith(".") or bracket.inner.rstrip().endswith((".", ")"))
    second = re.fullmatch(r"\W*(?:\d{1,3}|[^\W\d_])\W*", bracket.before) and stopped
    return not bracket.before.strip("_ ") or bool(second)
