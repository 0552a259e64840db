"""What Word prints before the paragraphs of its lists (ECMA-376 part 1, section 17.9)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from tei_edition.ingest._docx_styles import W, attribute
from tei_edition.ingest._lists import BULLET, numeral

if TYPE_CHECKING:
    from tei_edition.ingest._docx_styles import Styles

FORMATS = {"decimal": "1", "decimalZero": "1", "lowerLetter": "a", "upperLetter": "A", "lowerRoman": "i", "upperRoman": "I"}
PLACE = re.compile(r"%([1-9])")


class Lists:
    """The lists of a document, and how far each is counted."""

    def __init__(self, root: Any) -> None:
        self._nums = {attribute(num, "numId"): num for num in (root.findall(f"{W}num") if root is not None else ())}
        self._kinds = {attribute(kind, "abstractNumId"): kind for kind in (root.findall(f"{W}abstractNum") if root is not None else ())}
        self._counts: dict[str, dict[int, int]] = {}

    def label(self, paragraph: Any, style: str, styles: Styles) -> str:
        """Return what is printed before *paragraph*, with a blank; nothing where it is in no list."""
        own = paragraph.find(f"{W}pPr/{W}numPr")
        styled = styles.paragraph(style, "numPr")
        number = attribute(own, "val", "numId") or attribute(styled, "val", "numId")
        num = self._nums.get(number)
        if num is None:
            return ""
        given = attribute(own, "val", "ilvl") or attribute(styled, "val", "ilvl") or "0"
        level = int(given) if given.isdigit() else 0
        return self._count(number, num, level)

    def _count(self, number: str, num: Any, level: int) -> str:
        """Count on, and return what is printed."""
        kind = attribute(num, "val", "abstractNumId")
        overridden = num.find(f"{W}lvlOverride/{W}startOverride") is not None
        counts = self._counts.setdefault(f"num {number}" if overridden else f"kind {kind}", {})
        for deeper in [one for one in counts if one > level]:
            del counts[deeper]
        for outer in range(level + 1):
            if outer not in counts:
                counts[outer] = self._start(num, kind, outer) - (outer == level)
        counts[level] += 1
        shown = self._shown(num, kind, level, counts)
        return f"{shown} " if shown else ""

    def _level(self, num: Any, kind: str, level: int) -> Any:
        """Return the definition of a level."""
        for override in num.findall(f"{W}lvlOverride"):
            own = override.find(f"{W}lvl")
            if attribute(override, "ilvl") == str(level) and own is not None:
                return own
        levels = self._kinds[kind].findall(f"{W}lvl") if kind in self._kinds else []
        return next((one for one in levels if attribute(one, "ilvl") == str(level)), None)

    def _start(self, num: Any, kind: str, level: int) -> int:
        """Return with which number a level begins."""
        for override in num.findall(f"{W}lvlOverride"):
            value = attribute(override, "val", "startOverride")
            if attribute(override, "ilvl") == str(level) and value.isdigit():
                return int(value)
        value = attribute(self._level(num, kind, level), "val", "start")
        return int(value) if value.isdigit() else 1

    def _shown(self, num: Any, kind: str, level: int, counts: dict[int, int]) -> str:
        """Return what is printed for the numbers *counts*."""
        definition = self._level(num, kind, level)
        if definition is None:
            return ""
        text = attribute(definition, "val", "lvlText")
        if attribute(definition, "val", "numFmt") == "bullet":
            return BULLET if text.strip() else ""
        return PLACE.sub(lambda found: self._numeral(num, kind, int(found[1]) - 1, counts), text)

    def _numeral(self, num: Any, kind: str, level: int, counts: dict[int, int]) -> str:
        """Return the number of a level as it is printed."""
        form = attribute(self._level(num, kind, level), "val", "numFmt")
        return "" if form == "none" else numeral(counts.get(level, 1), FORMATS.get(form, "1"))
