"""Whether a transcript is in the language that its edition states: by the script of its letters, and by its small words."""

from __future__ import annotations

import unicodedata
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from babel import Locale, UnknownLocaleError, localedata
from babel.core import get_global

from tei_edition import languages
from tei_edition.model import Finding, Position
from tei_edition.rules.grammar import tongues

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.model import Source

SCRIPTS = {
    "LATIN": "Latn", "CYRILLIC": "Cyrl", "GREEK": "Grek", "HEBREW": "Hebr", "ARABIC": "Arab", "ARMENIAN": "Armn", "GEORGIAN": "Geor",
    "DEVANAGARI": "Deva", "BENGALI": "Beng", "TAMIL": "Taml", "THAI": "Thai", "CJK": "Hani", "HIRAGANA": "Hira", "KATAKANA": "Kana",
    "HANGUL": "Hang", "ETHIOPIC": "Ethi", "KHMER": "Khmr", "TIBETAN": "Tibt",
}
"""The scripts (ISO 15924) by the first word of the Unicode names of their letters."""

PARTS = {"Jpan": {"Hani", "Hira", "Kana"}, "Kore": {"Hang", "Hani"}, "Hans": {"Hani"}, "Hant": {"Hani"}}
"""The scripts that are several together (ISO 15924)."""

FEWEST, FEWEST_WORDS = 40, 120
"""How many letters, and how many words, a text needs to be judged."""

SAMPLE = 100_000
ADVICE = "State its language in edition.toml, for this document under [documents], if the edition's is another."


def strange(source: Source, language: str) -> Iterator[Finding]:
    """Yield a warning where *source* is not in the *language* (BCP 47) that its edition states; none where it states none."""
    text = source.text[:SAMPLE]
    wanted = _scripts(language)
    found = Counter(script for letter, count in Counter(text).items() for script in [_script(letter)] * count if script)
    most = max(sorted(found), key=lambda script: found[script], default="")
    if not wanted or found[most] < FEWEST:
        return
    if most not in wanted and found[most] * 2 > found.total():
        said = f"most of its letters are {_name(most)}, but the edition states the language {language}."
    else:
        said = _other(text, language)
    if said:
        yield Finding(source.name, "language", said, ADVICE, Position(1, 1), severity="warning", excerpt=source.line(1)[:200])


def _other(text: str, language: str) -> str:
    """Say that the small words of *text* are those of another language, if it is one that is known, and so is *language*."""
    own, known = language.partition("-")[0].lower(), languages.codes()
    found = tongues(text) if own in known and len(text.split()) >= FEWEST_WORDS else frozenset()
    if len(found) != 1 or own in found:
        return ""
    names = [Locale(code).english_name for code in (*found, own)]
    return f"its small words are {names[0]} rather than {names[1]}, but the edition states the language {language}."


@cache
def _script(letter: str) -> str:
    """Return the script of *letter*; nothing for what is no letter, or of a script that is not known here."""
    return SCRIPTS.get(unicodedata.name(letter, "").partition(" ")[0], "") if letter.isalpha() else ""


def _scripts(language: str) -> frozenset[str]:
    """Return the scripts in which *language* is written; none where it is not known."""
    if language == "und":
        return frozenset()
    try:
        locale = Locale.parse(language, sep="-")
    except (ValueError, UnknownLocaleError):
        return frozenset()
    likely = str(get_global("likely_subtags").get(locale.language, ""))
    usual = {part for part in likely.split("_") if len(part) == 4}  # noqa: PLR2004 - as scripts are written
    also = {script for script in SCRIPTS.values() if localedata.exists(f"{locale.language}_{script}")}
    written = {locale.script} if locale.script else usual | also
    return frozenset(part for script in written for part in PARTS.get(script, {script}))


def _name(script: str) -> str:
    """Return the English name of a script."""
    return str(Locale("en").scripts.get(script, script))
