"""
The language is not given by a tag that programs know: a subtag of BCP 47, such as en, de-AT, ru-Latn.

Browsers choose hyphenation, fonts and voices by it, and search engines the language of the search.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

import langcodes

from tei_edition.check.rules._survey import LANG, Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from tei_edition.check.rules._survey import Survey

CODE = "lang-tag"
SEVERITY = "error"
GUIDELINES = "section vi.1, Language Identification; att.global"
WRONG = '<p><foreign xml:lang="german">Ja</foreign></p>'
RIGHT = '<p><foreign xml:lang="de">Ja</foreign> <foreign xml:lang="ru-Latn">Da</foreign> <foreign xml:lang="und">Hm</foreign></p>'

FORM = re.compile(r"[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*")


def check(survey: Survey) -> Iterator[Fault]:
    """Yield the tags of languages that are none, of ``xml:lang`` and of the header's list of languages."""
    for element, attribute, value in survey.bearing(LANG):
        if value and not is_tag(value):
            yield _fault(element, attribute, value)
    for element in survey.called("language"):
        value = element.get("ident", "")
        if value and not is_tag(value):
            yield _fault(element, "ident", value)


def _fault(element: etree._Element, attribute: str, value: str) -> Fault:
    meant = value.replace("_", "-")
    certain = meant if is_tag(meant) else None
    example = f'"{certain}"' if certain else 'a tag of BCP 47, such as "en", "de-AT", "ru-Latn", or "und" where it is not known'
    return Fault(element, f"{value!r} is no language tag.", f"Write {example}.", attribute, "value", certain)


@cache
def is_tag(value: str) -> bool:
    """Tell whether *value* is a tag of BCP 47 whose parts are registered."""
    return bool(FORM.fullmatch(value)) and langcodes.tag_is_valid(value)
