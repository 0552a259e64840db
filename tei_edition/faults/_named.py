"""The faults that expat names exactly: a tag that does not match, an entity that is not known, and their like."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING
from xml.parsers.expat import errors

from tei_edition.faults._fault import name_of, name_place
from tei_edition.xmlscan import ATTRIBUTE, TAG

if TYPE_CHECKING:
    from collections.abc import Callable

    from tei_edition.faults._fault import Fault
    from tei_edition.model import Finding
    from tei_edition.xmlscan import Node


LIKE = 0.75
"""Two names that are so much alike (`difflib`) may be one misspelt."""


def _mismatch(fault: Fault) -> Finding:
    tag = TAG.match(fault.text.data, fault.tag)
    written = fault.text.data[fault.index :].split(b">", 1)[0].strip().decode(errors="ignore")
    opened = fault.open[-1]
    name, line = name_of(fault.text, opened), fault.text.position(opened.start).line
    return fault.finding(
        "xml-mismatched-tag",
        f"</{written}> closes nothing: the element open here is <{name}>, from line {line}",
        _to_match(fault, written, name),
        *(tag.span() if tag else (fault.index, fault.index + 1)),
    )


def _to_match(fault: Fault, written: str, name: str) -> str:
    """Return what to do where ``</written>`` meets an element called *name* that is open."""
    last = fault.open[-1].children[-1:]
    if last and name_of(fault.text, last[0]) == name and _is_empty(fault, last[0]):
        return f"Perhaps <{name}/> before it was meant to be </{name}>."
    if written not in (name_of(fault.text, node) for node in fault.open) and not get_close_matches(written, [name], cutoff=LIKE):
        return f"No <{written}> is open: write <{written}> where it begins, or take </{written}> out."
    return f"Close <{name}> with </{name}> first, or correct one of the two names."


def _is_empty(fault: Fault, node: Node) -> bool:
    tag = TAG.match(fault.text.data, node.start)
    return tag is not None and tag[0].endswith(b"/>")


def _no_end(fault: Fault) -> Finding:
    if not fault.open:
        return fault.finding("xml-empty", "there is no element in the file", "Put the document into it, or take it away.", 0)
    opened = fault.open[-1]
    name, line = name_of(fault.text, opened), fault.text.position(opened.start).line
    return fault.finding(
        "xml-unclosed",
        f"the file ends, but <{name}> from line {line} is not closed",
        f"Write </{name}> where it ends; if the file was cut off, fetch it again.",
        *name_place(fault.text, opened),
    )


def _unclosed_token(fault: Fault) -> Finding:
    what, end = _token(fault.text.data, fault.index)
    message = f"{what} begins here and never ends"
    return fault.finding("xml-unclosed", message, f"Write {end} where it ends.", fault.index, fault.index + 1)


def _token(data: bytes, index: int) -> tuple[str, str]:
    for mark, what, end in (
        (b"<!--", "a comment", "-->"),
        (b"<?", "a processing instruction", "?>"),
        (b"<![CDATA[", "a CDATA section", "]]>"),
    ):
        if data.startswith(mark, index):
            return what, end
    return "a tag", ">"


def _unclosed_cdata(fault: Fault) -> Finding:
    start = fault.text.data.rfind(b"<![CDATA[")
    return fault.finding("xml-unclosed", "a CDATA section begins here and never ends", "Write ]]> where it ends.", start, start + 9)


def _twice(fault: Fault) -> Finding:
    match = ATTRIBUTE.match(fault.text.data, fault.index - 1)
    if not match:
        return fault.finding("xml-duplicate-attribute", "an attribute is given twice in this tag", "Keep one of the two.")
    name = match[1].decode(errors="ignore")
    return fault.finding(
        "xml-duplicate-attribute",
        f"the attribute {name} is given twice in one tag",
        "Keep one of the two.",
        *match.span(1),
    )


def _junk(fault: Fault) -> Finding:
    root = "the root element"
    what = "another element" if fault.here == "<" else "text"
    advice = f"Move it into {root}, or take it out: an XML file is one element, and all else is in it."
    return fault.finding("xml-after-root", f"{what} stands after the end of {root}", advice)


def _entity(fault: Fault) -> Finding:
    written = re.match(rb"&[^;]*;", fault.text.data[fault.index : fault.index + 80])
    name = written[0].decode(errors="ignore") if written else "&"
    advice = "Write the character itself (in UTF-8), or its number, such as &#160; for a no-break space."
    end = fault.index + len(name.encode())
    return fault.finding(
        "xml-entity",
        f"the entity {name} is not known: XML has only &amp; &lt; &gt; &quot; &apos;",
        advice,
        fault.index,
        end,
    )


def _number(fault: Fault) -> Finding:
    written = re.match(rb"&[^;]*;", fault.text.data[fault.index : fault.index + 80])
    name = written[0].decode(errors="ignore") if written else "&#"
    return fault.finding(
        "xml-character",
        f"{name} is no character that XML can hold",
        "Write the character that is meant, or take it out.",
        fault.index,
        fault.index + len(name.encode()),
    )


def _declaration(fault: Fault) -> Finding:
    advice = "Nothing may stand before it, not even an empty line or a blank."
    return fault.finding(
        "xml-declaration", "<?xml ...?> must be the very beginning of the file", advice, fault.index, fault.index + 5
    )


def _bad_declaration(fault: Fault) -> Finding:
    return fault.finding(
        "xml-declaration", "the first line is not as XML wants it", 'Write <?xml version="1.0" encoding="UTF-8"?>.'
    )


def _prefix(fault: Fault) -> Finding:
    tag = TAG.match(fault.text.data, fault.index)
    names = re.findall(rb"""(?:<|\s)([^\s=<>"':/]+):[^\s=<>"'/]+""", tag[0] if tag else b"")
    known = {
        b"xml",
        b"xmlns",
        *re.findall(rb"""xmlns:([^\s=]+)""", fault.text.data[: tag.end() if tag else fault.index]),
    }
    prefix = next((name for name in names if name not in known), b"").decode(errors="ignore")
    advice = f'Declare it in the first tag, xmlns:{prefix}="...", or take "{prefix}:" away.'
    return fault.finding("xml-prefix", f'the prefix "{prefix}:" is not declared', advice, *(tag.span() if tag else ()))


def _undeclared(fault: Fault) -> Finding:
    tag = TAG.match(fault.text.data, fault.index)
    match = re.search(rb"xmlns:[^\s=]+\s*=\s*(?:\"\"|'')", tag[0] if tag else b"")
    place = (fault.index + match.start(), fault.index + match.end()) if match else (fault.index, fault.index + 1)
    advice = "Write the address of the namespace, or take the declaration out."
    return fault.finding("xml-prefix", "a prefix is declared for no namespace", advice, *place)


BY_ERROR: dict[str, Callable[[Fault], Finding]] = {
    errors.XML_ERROR_TAG_MISMATCH: _mismatch,
    errors.XML_ERROR_NO_ELEMENTS: _no_end,
    errors.XML_ERROR_UNCLOSED_TOKEN: _unclosed_token,
    errors.XML_ERROR_UNCLOSED_CDATA_SECTION: _unclosed_cdata,
    errors.XML_ERROR_DUPLICATE_ATTRIBUTE: _twice,
    errors.XML_ERROR_JUNK_AFTER_DOC_ELEMENT: _junk,
    errors.XML_ERROR_UNDEFINED_ENTITY: _entity,
    errors.XML_ERROR_BAD_CHAR_REF: _number,
    errors.XML_ERROR_MISPLACED_XML_PI: _declaration,
    errors.XML_ERROR_XML_DECL: _bad_declaration,
    errors.XML_ERROR_UNBOUND_PREFIX: _prefix,
    errors.XML_ERROR_UNDECLARING_PREFIX: _undeclared,
}
