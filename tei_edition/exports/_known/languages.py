"""Languages as catalogues write them: codes of ISO 639 and of scripts (ISO 15924), from a tag of BCP 47."""

from __future__ import annotations

from dataclasses import dataclass

import langcodes
from babel import Locale

from tei_edition.encode.header import language_name

UNKNOWN = "und"


@dataclass(frozen=True, slots=True)
class Language:
    """
    A language: its *name* in English, *code* (ISO 639-2/B), *short* (ISO 639-1) and *script* (ISO 15924), each empty where there is none.

    A language that has only a code of ISO 639-3 has that.
    """

    name: str
    code: str
    short: str
    script: str


def language(tag: str) -> Language | None:
    """
    Return the language of *tag*; None where it is not known, or no language of the standards.

    The script is the tag's, else the one that the registry of BCP 47 says the language is always written in (``Suppress-Script``).

    >>> language("de")
    Language(name='German', code='ger', short='de', script='Latn')
    >>> language("grc").code, language("sr-Latn").script, language("sr").script, language("und"), language("x-own")
    ('grc', 'Latn', '', None, None)
    """
    try:
        read = langcodes.Language.get(tag)
        code = read.to_alpha3(variant="B") if read.language else ""
    except (ValueError, LookupError):
        return None
    if not code or not read.language or read.language == UNKNOWN or not read.language.isalpha():
        return None
    short = read.language if len(read.language) < len(code) else ""
    return Language(_name(tag, read.language), code, short, read.assume_script().script or "")


def _name(tag: str, code: str) -> str:
    """
    Return the name of the language of *tag* in English, with script and country where CLDR knows how they are written in it.

    >>> _name("de-CH", "de"), _name("grc", "grc"), _name("qaa", "qaa")
    ('German (Switzerland)', 'Ancient Greek', 'qaa')
    """
    whole = language_name(tag)
    return whole if whole != tag else str(Locale.parse("en").languages.get(code, tag))
