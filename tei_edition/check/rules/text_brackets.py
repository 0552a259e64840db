"""
Square brackets stand as text, where markup could say what they mean.

If they are the document's own, nothing is to be done; say so with ``seg rend="brackets"``. If they hold an editor's words, a
reader of the plain text cannot tell these from the document's. The file is told once, at its first pair.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition.check.rules._survey import TEI, Fault, local
from tei_edition.check.rules.doubled_marks import MARKED, filled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from tei_edition.check.rules._survey import Survey

CODE = "text-brackets"
SEVERITY = "info"
GUIDELINES = "section 3.5, Simple Editorial Changes; section 11.3.3, Additions, Deletions, and Omissions"
WRONG = "<p>We [should] not bend.</p>"
RIGHT = '<p>We <supplied reason="subaudible">should</supplied> not bend, <seg rend="brackets">[as agreed]</seg>.</p>'

PAIR = re.compile(r"\[[^\[\]]*[^\W\d_][^\[\]]*\]")
"""A pair with a letter in it, within one stretch of text: ``[1]`` is a mark of a note."""

OWN = ("seg", "bibl", "biblStruct", "idno", "code", "eg", "egXML", "metamark", "pc", "formula", "ref", "desc")
"""Elements in which brackets are no editor's: a citation's, a program's, those marked as the document's own."""


def check(survey: Survey) -> Iterator[Fault]:
    """Yield one fault for the pairs of brackets in the text of the file."""
    found = [element for text in survey.root.iterfind(f"{TEI}text") for element in text.iter("*") if _has_pair(element)]
    if found:
        number = sum(_pairs(element) for element in found)
        what = "A pair of square brackets stands" if number == 1 else f"{number} pairs of square brackets stand"
        advice = "If they hold an editor's words, encode them (supplied, gap ...); the document's own are seg rend=\"brackets\"."
        yield Fault(found[0], f"{what} as text, the first here.", advice, part="text")


def _has_pair(element: etree._Element) -> bool:
    if not _pairs(element) or (local(element) in MARKED and filled(element)):
        return False
    return not any(local(one) in OWN for one in (element, *element.iterancestors()))


def _pairs(element: etree._Element) -> int:
    """Return how many pairs stand in the text directly in *element*."""
    parts = [element.text, *(child.tail for child in element)]
    return sum(len(PAIR.findall(part)) for part in parts if part and "[" in part)
