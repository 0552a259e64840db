"""
An element that is for words has none.

Something was deleted or never written; a reader sees a hole, and a program an empty heading or name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.check.rules._survey import Fault, local

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.check.rules._survey import Survey

CODE = "empty-element"
SEVERITY = "warning"
GUIDELINES = "section 3, Elements Available in All TEI Documents"
WRONG = "<p>We <supplied/> agree.</p>"
RIGHT = '<p>We <gap reason="illegible"/> agree.</p>'

FOR_WORDS = (
    "p", "head", "ab", "l", "note", "quote", "q", "said", "speaker", "stage", "supplied", "unclear", "hi", "emph", "foreign", "item",
    "persName", "placeName", "orgName", "surname", "forename", "roleName", "title", "author", "editor", "publisher", "desc", "label",
)  # fmt: skip
POINTS = frozenset({"ref", "key", "target", "copyOf", "sameAs", "facs", "ana", "corresp", "nil"})
"""With one of these an empty element still says something."""


def check(survey: Survey) -> Iterator[Fault]:
    """Yield the empty elements."""
    for element in survey.called(*FOR_WORDS):
        if not len(element) and not (element.text or "").strip() and not POINTS.intersection(element.attrib):
            if element.text:
                advice = "Write what belongs into it, or take its tags away and leave the blank."
                yield Fault(element, f"<{local(element)}> holds nothing but a blank.", advice)
            else:
                yield Fault(element, f"<{local(element)}> is empty.", "Write what belongs into it, or take it away.")
