"""
A quotation of which a bracket says that it stands in another language: ``"glasnost" [in Russian]`` has ``foreign xml:lang="ru"``.

Only a quotation has borders that the text shows; of other words nobody says how many are meant, and they are left alone.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from babel import Locale

from tei_edition import languages
from tei_edition.model import Piece

if TYPE_CHECKING:
    from tei_edition.rules.bracket import Bracket

NAMING = ("en", "de", "fr", "es", "it", "nl")
"""The languages in which names of languages are known."""

SPOKEN = (
    "en", "de", "fr", "es", "it", "pt", "nl", "ru", "uk", "pl", "cs", "sk", "sl", "hr", "sr", "bg", "ro", "hu", "el", "tr", "ar", "he",
    "fa", "zh", "ja", "ko", "vi", "la", "sv", "da", "fi", "nb", "sq", "hi", "ur",
)
"""The languages whose names are known."""

QUOTED = re.compile(r"[\"“„«‘'](?P<words>[^\"“”„«»‘’]{1,120})[\"”“»’']$")


def foreign(bracket: Bracket) -> tuple[Piece, ...]:
    """Return the `foreign` round the quotation before *bracket*, if *bracket* names a language; nothing where it does not."""
    code = next((_names()[word] for word in bracket.words if word in _names()), "") or _adverb(bracket)
    low = max(bracket.paragraph.start, bracket.start - 130)
    text = bracket.source.text[low : bracket.start]
    match = QUOTED.search(text.rstrip()) if code else None
    if match is None or "[" in match[0] or "]" in match[0] or "_" in match[0] or not text[-1:].isspace():
        return ()
    return (Piece("foreign", low + match.start("words"), low + match.end("words"), (("xml:lang", code),)),)


def _adverb(bracket: Bracket) -> str:
    """Return the code of the language that a word such as "по-русски" names, or nothing."""
    return next((code for code in ("ru", "en", "de", "fr") if bracket.folded in languages.words(f"tongue_{code}")), "")


@cache
def _names() -> dict[str, str]:
    """Return the codes of languages by their names, casefolded."""
    return {
        name.casefold(): code for naming in NAMING for code in SPOKEN if (name := Locale(naming).languages.get(code))
    }
