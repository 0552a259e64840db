"""
What is wrong with XML that cannot be read: the place from expat, the words for a person who edits by hand.

libxml2 says "EntityRef: expecting ';'" two characters after the ampersand; here the ampersand is shown and what to write.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.parsers.expat import errors

from tei_edition.faults import _ids, _named, _tokens
from tei_edition.faults._fault import Fault, name_place
from tei_edition.xmlscan import scan

if TYPE_CHECKING:
    from tei_edition.model import Finding
    from tei_edition.xmlscan import Scan
    from tei_edition.xmltext import MarkupText


def explain(text: MarkupText, depth: int, fallback: str) -> tuple[Finding, ...]:
    """
    Return what is wrong with *text*, which lxml refused: at least one finding.

    *depth* is the deepest nesting allowed, *fallback* what the parser said, for what only it finds wrong.
    """
    seen = scan(text.parsed)
    if seen.error:
        return (_ill_formed(text, seen),)
    deep = _ids.deeper_than(seen.document, depth)
    if deep:
        advice = "An element is probably not closed where it should be; look at the first lines that are nested so."
        return (text.finding("xml-depth", f"elements are nested more than {depth} deep", advice, *name_place(text, deep)),)
    found = tuple(_ids.faults(text, seen.document))
    return found or (text.finding("xml-syntax", f"this cannot be read as XML: {fallback}", "Mend it here.", 0),)


def _ill_formed(text: MarkupText, seen: Scan) -> Finding:
    """Return the finding for expat's error."""
    number = seen.error.code if seen.error else 0
    fault = Fault(text, seen.index, seen.open, bool(seen.document.children))
    special = _named.BY_ERROR.get(errors.messages.get(number, ""))
    if special:
        return special(fault)
    for reason in _tokens.REASONS:
        finding = reason(fault)
        if finding:
            return finding
    return fault.finding(
        "xml-syntax", f"{fault.here or 'the end of the file'} cannot stand here", "Look at what stands just before it."
    )
