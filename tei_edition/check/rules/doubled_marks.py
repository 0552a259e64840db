"""
The marks of an intervention stand as text in the element that says the same.

``<supplied>`` means the brackets already: a page that shows them shows ``[[x]]``, and one without marks shows ``[x]``. Marks are
declared once, as a ``rendition`` in the header, or drawn by the stylesheet.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.check.rules._survey import Fault, local

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from tei_edition.check.rules._survey import Survey

CODE = "doubled-marks"
SEVERITY = "warning"
GUIDELINES = "section 11.3.3, Additions, Deletions, and Omissions; section 2.3.4, The Tagging Declaration"
WRONG = "<p>We <supplied>[should]</supplied> not bend.</p>"
RIGHT = "<p>We <supplied>should</supplied> not bend.</p>"

MARKED = ("supplied", "unclear", "corr", "reg", "ex", "surplus", "figDesc", "desc")
"""Elements that are an editor's act, or describe one."""

DESCRIBED = ("gap", "incident", "kinesic", "vocal", "figure", "space", "pause", "shift")
"""Elements whose ``desc`` describes an act, not a thing of the header."""

PAIRS = {"[": "]", "{": "}", "⟦": "⟧", "⟨": "⟩"}


def check(survey: Survey) -> Iterator[Fault]:
    """Yield each element of an intervention that one pair of marks fills."""
    for element in survey.called(*MARKED):
        mark = filled(element)
        if mark and (local(element) != "desc" or _describes(element)):
            advice = "Take the marks out of the text; a rendition in the header, or the stylesheet, shows them."
            yield Fault(element, f"{mark}{PAIRS[mark]} stand in <{local(element)}>, which means them already.", advice)


def filled(element: etree._Element) -> str:
    """Return the opening mark of the one pair that fills *element*, or nothing."""
    first = (element.text or "").lstrip()[:1]
    last = ((element[-1].tail if len(element) else element.text) or "").rstrip()[-1:]
    if first not in PAIRS or last != PAIRS[first]:
        return ""
    return first if _closes_last(str(element.xpath("string()")).strip(), first) else ""


def _describes(element: etree._Element) -> bool:
    """Tell whether *element* stands in what it describes."""
    parent = element.getparent()
    return parent is not None and local(parent) in DESCRIBED


def _closes_last(text: str, mark: str) -> bool:
    """Tell whether the first mark of *text* closes with its last character, not before."""
    depth = 0
    for place, character in enumerate(text, 1):
        depth += (character == mark) - (character == PAIRS[mark])
        if depth == 0:
            return place == len(text)
    return False
