"""
Letters that are lost, a dot for each.

``w[..]d`` is ``w<gap reason="lost" unit="char" quantity="2"><desc>..</desc></gap>d``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition.rules import Rank, form
from tei_edition.rules.bracket import Reading

if TYPE_CHECKING:
    from tei_edition.model import Piece
    from tei_edition.rules.bracket import Bracket
    from tei_edition.rules.context import Context

RANK = Rank.FORM
TITLE = "lost letters, a dot for each"
DOTS = re.compile(r"\s*(?:[.·]\s*)+|\s*…\s*")
SEVERAL = re.compile(r"\s*(?:[.·]\s*){2,}|\s*…\s*")
COUNTED = re.compile(r"\s*[.](?P<n>\d+)\s*")
DASHES = re.compile(r"\s*[—–-](?:\s*[—–-])+\s*")


def read(bracket: Bracket, context: Context) -> Reading | None:
    """Read dots alone where the house counts letters by them, or dots within a word."""
    counted = COUNTED.fullmatch(bracket.inner) if context.profile.dots == "lost" else None
    if context.profile.dots == "lost" and DASHES.fullmatch(bracket.inner):
        pieces = bracket.described("gap", ("reason", "lost"))
        return Reading("lost-letters", pieces, "It holds dashes alone: nobody knows how many are lost.")
    dots, doubt = re.subn(r"\?\s*$", "", bracket.inner)
    within = (bracket.before[-1:].isalpha() and len(dots) > 1) or (bracket.after[:1].isalpha() and not (doubt and len(dots) == 1))
    if not counted and (not DOTS.fullmatch(dots) or not (context.profile.dots == "lost" or within)):
        return None
    count = counted["n"] if counted else str(len(re.findall(r"[.·]", bracket.inner.replace("…", "..."))))
    cert = (("cert", "low"),) if doubt else ()
    pieces = bracket.described("gap", ("reason", "lost"), ("unit", "char"), ("quantity", count), *cert)
    return Reading("lost-letters", pieces, "It holds dots alone, one for each letter." if not counted else "It counts the lost letters.")


def _form(bracket: Bracket, _context: Context, given: form.Given) -> tuple[Piece, ...]:
    """Return the gap with the number of letters that is given, or of the dots in the bracket."""
    dots = len(re.findall(r"[.·]", bracket.inner.replace("…", "...")))
    if not dots and not form.SIZES & dict(given.attributes).keys():
        raise form.Lacking('a dot for each letter in it, or attributes = { quantity = "3" }')
    count = (("quantity", str(dots)),) if dots else ()
    return bracket.described("gap", ("reason", "lost"), ("unit", "char"), *count)


FORM = _form
