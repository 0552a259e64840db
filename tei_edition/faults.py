"""
What is wrong with XML that cannot be read: the place from expat, the words for a person who edits by hand.

libxml2 says "EntityRef: expecting ';'" two characters after the ampersand; here the ampersand is shown and what to write.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.parsers.expat import errors

from tei_edition.positions import ATTRIBUTE, NAME, TAG, Node, Scan, scan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.model import Finding
    from tei_edition.xmltext import MarkupText

CONTROL = re.compile(rb"[\0-\x08\x0b\x0c\x0e-\x1f]|\xef\xbf[\xbe\xbf]")
AMPERSAND = re.compile(rb"&[^\s&;<>\"']*\Z")
IN_VALUE = re.compile(rb"""\A<[^\s<>"'/]+(?:\s+[^\s=<>"']+\s*=\s*(?:"[^"]*"|'[^']*'))*\s+([^\s=<>"']+)\s*=\s*(["'])""")
NO_VALUE = re.compile(rb"""\s([^\s=<>"'/]+)\s*\Z""")
CURLY = "“”„‟«»‘’‚‹›″"
XML_ID = re.compile(r"[^\W\d][\w.\-·]*")


@dataclass(frozen=True, slots=True)
class _Fault:
    """Where parsing stopped: *index*, the *fragment* from the last ``<`` before it, and the elements open there."""

    text: MarkupText
    index: int
    open: tuple[Node, ...]
    began: bool

    @property
    def tag(self) -> int:
        """The index of the last ``<`` before the place, or -1."""
        return self.text.data.rfind(b"<", 0, self.index)

    @property
    def fragment(self) -> bytes:
        """What stands from the last ``<`` to the place."""
        return self.text.data[self.tag : self.index] if self.tag >= 0 else b""

    @property
    def here(self) -> str:
        """The character at the place, or nothing at the end."""
        return self.text.data[self.index : self.index + 4].decode(errors="ignore")[:1]

    def finding(self, code: str, message: str, advice: str, start: int | None = None, end: int | None = None) -> Finding:
        """Return the finding, by default at the character where parsing stopped."""
        if start is None:
            start, end = self.index, self.index + len(self.here.encode())
        return self.text.finding(code, message, advice, start, end)


def explain(text: MarkupText, depth: int, fallback: str) -> tuple[Finding, ...]:
    """
    Return what is wrong with *text*, which lxml refused: at least one finding.

    *depth* is the deepest nesting allowed, *fallback* what the parser said, for what only it finds wrong.
    """
    seen = scan(text.parsed)
    if seen.error:
        return (_ill_formed(text, seen),)
    deep = _too_deep(seen.document, depth)
    if deep:
        advice = "An element is probably not closed where it should be; look at the first lines that are nested so."
        return (text.finding("xml-depth", f"elements are nested more than {depth} deep", advice, *_name(text, deep)),)
    found = tuple(_ids(text, seen.document))
    return found or (text.finding("xml-syntax", f"this cannot be read as XML: {fallback}", "Mend it here.", 0),)


def _ill_formed(text: MarkupText, seen: Scan) -> Finding:
    """Return the finding for expat's error."""
    number = seen.error.code if seen.error else 0
    fault = _Fault(text, seen.index, seen.open, bool(seen.document.children))
    special = _BY_ERROR.get(errors.messages.get(number, ""))
    if special:
        return special(fault)
    for reason in _REASONS:
        finding = reason(fault)
        if finding:
            return finding
    return fault.finding(
        "xml-syntax", f"{fault.here or 'the end of the file'} cannot stand here", "Look at what stands just before it."
    )


def _name(text: MarkupText, node: Node) -> tuple[int, int]:
    match = NAME.match(text.data, node.start)
    return match.span() if match else (node.start, node.start + 1)


def _called(text: MarkupText, node: Node) -> str:
    """Return the name of *node* as written."""
    start, end = _name(text, node)
    return text.data[start + 1 : end].decode()


# What expat names exactly


def _mismatch(fault: _Fault) -> Finding:
    tag = TAG.match(fault.text.data, fault.tag)
    written = fault.text.data[fault.index :].split(b">", 1)[0].strip().decode()
    opened = fault.open[-1]
    name, line = _called(fault.text, opened), fault.text.position(opened.start).line
    return fault.finding(
        "xml-mismatched-tag",
        f"</{written}> closes nothing: the element open here is <{name}>, from line {line}",
        f"Close <{name}> with </{name}> first, or correct one of the two names.",
        *(tag.span() if tag else (fault.index, fault.index + 1)),
    )


def _no_end(fault: _Fault) -> Finding:
    if not fault.open:
        return fault.finding("xml-empty", "there is no element in the file", "Put the document into it, or take it away.", 0)
    opened = fault.open[-1]
    name, line = _called(fault.text, opened), fault.text.position(opened.start).line
    return fault.finding(
        "xml-unclosed",
        f"the file ends, but <{name}> from line {line} is not closed",
        f"Write </{name}> where it ends; if the file was cut off, fetch it again.",
        *_name(fault.text, opened),
    )


def _unclosed_token(fault: _Fault) -> Finding:
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


def _unclosed_cdata(fault: _Fault) -> Finding:
    start = fault.text.data.rfind(b"<![CDATA[")
    return fault.finding("xml-unclosed", "a CDATA section begins here and never ends", "Write ]]> where it ends.", start, start + 9)


def _twice(fault: _Fault) -> Finding:
    match = ATTRIBUTE.match(fault.text.data, fault.index - 1)
    if not match:
        return fault.finding("xml-duplicate-attribute", "an attribute is given twice in this tag", "Keep one of the two.")
    name = match[1].decode()
    return fault.finding(
        "xml-duplicate-attribute",
        f"the attribute {name} is given twice in one tag",
        "Keep one of the two.",
        *match.span(1),
    )


def _junk(fault: _Fault) -> Finding:
    root = "the root element"
    what = "another element" if fault.here == "<" else "text"
    advice = f"Move it into {root}, or take it out: an XML file is one element, and all else is in it."
    return fault.finding("xml-after-root", f"{what} stands after the end of {root}", advice)


def _entity(fault: _Fault) -> Finding:
    written = re.match(rb"&[^;]*;", fault.text.data[fault.index : fault.index + 80])
    name = written[0].decode() if written else "&"
    advice = "Write the character itself (in UTF-8), or its number, such as &#160; for a no-break space."
    end = fault.index + len(name.encode())
    return fault.finding(
        "xml-entity",
        f"the entity {name} is not known: XML has only &amp; &lt; &gt; &quot; &apos;",
        advice,
        fault.index,
        end,
    )


def _number(fault: _Fault) -> Finding:
    written = re.match(rb"&[^;]*;", fault.text.data[fault.index : fault.index + 80])
    name = written[0].decode() if written else "&#"
    return fault.finding(
        "xml-character",
        f"{name} is no character that XML can hold",
        "Write the character that is meant, or take it out.",
        fault.index,
        fault.index + len(name.encode()),
    )


def _declaration(fault: _Fault) -> Finding:
    advice = "Nothing may stand before it, not even an empty line or a blank."
    return fault.finding(
        "xml-declaration", "<?xml ...?> must be the very beginning of the file", advice, fault.index, fault.index + 5
    )


def _bad_declaration(fault: _Fault) -> Finding:
    return fault.finding(
        "xml-declaration", "the first line is not as XML wants it", 'Write <?xml version="1.0" encoding="UTF-8"?>.'
    )


def _prefix(fault: _Fault) -> Finding:
    tag = TAG.match(fault.text.data, fault.index)
    names = re.findall(rb"""(?:<|\s)([^\s=<>"':/]+):[^\s=<>"'/]+""", tag[0] if tag else b"")
    known = {
        b"xml",
        b"xmlns",
        *re.findall(rb"""xmlns:([^\s=]+)""", fault.text.data[: tag.end() if tag else fault.index]),
    }
    prefix = next((name for name in names if name not in known), b"").decode()
    advice = f'Declare it in the first tag, xmlns:{prefix}="...", or take "{prefix}:" away.'
    return fault.finding("xml-prefix", f'the prefix "{prefix}:" is not declared', advice, *(tag.span() if tag else ()))


_BY_ERROR = {
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
}


# What expat calls "invalid token": the first reason that fits


def _control(fault: _Fault) -> Finding | None:
    if not CONTROL.match(fault.text.data, fault.index):
        return None
    message = f"there is a control character (U+{ord(fault.here):04X}), which XML cannot hold"
    return fault.finding("xml-character", message, "Delete it; it shows as nothing or as a box in most editors.")


def _ampersand(fault: _Fault) -> Finding | None:
    match = AMPERSAND.search(fault.text.data, max(0, fault.index - 80), fault.index)
    if not match:
        return None
    if match[0].startswith(b"&#"):
        return fault.finding(
            "xml-character",
            f"{match[0].decode()} is no character number",
            "Write it as &#160; or &#xA0;.",
            *match.span(),
        )
    return fault.finding("xml-ampersand", "an ampersand stands alone", "Write &amp; for it.", match.start(), match.start() + 1)


def _before_root(fault: _Fault) -> Finding | None:
    if fault.began or fault.fragment:
        return None
    return fault.finding(
        "xml-before-root",
        "text stands before the first tag",
        "An XML file begins with <; take out what stands before it.",
        0,
        1,
    )


def _value(fault: _Fault) -> Finding | None:
    """``<`` in a value: the closing quote was forgotten where the value holds a line end or a ``>``."""
    match = IN_VALUE.match(fault.fragment) if fault.here == "<" else None
    if not match or match[2] in fault.fragment[match.end() :]:
        return None
    name, start = match[1].decode(), fault.tag + match.end(2)
    if b">" in fault.fragment[match.end() :] or b"\n" in fault.fragment[match.end() :]:
        return fault.finding(
            "xml-quotes",
            f"the value of {name} has no closing quotation mark",
            f"Write {match[2].decode()} where it ends.",
            start - 1,
            start,
        )
    return fault.finding("xml-less-than", f"< stands in the value of {name}", "Write &lt; for it.")


def _less_than(fault: _Fault) -> Finding | None:
    if fault.fragment != b"<":
        return None
    if fault.here == "/" and not fault.open:
        name = fault.text.data[fault.index + 1 :].split(b">", 1)[0].decode()
        message = f"</{name}> closes an element, but none is open"
        return fault.finding(
            "xml-mismatched-tag", message, "Take it out, or write the tag that opens it.", fault.tag, fault.index + 1
        )
    advice = "Write &lt; if the character is meant; a tag has its name right after the <."
    return fault.finding("xml-less-than", "< stands alone: no name of an element follows it", advice, fault.tag, fault.tag + 1)


def _end_tag(fault: _Fault) -> Finding | None:
    if not fault.fragment.startswith(b"</"):
        return None
    message = "this end tag is not as XML wants it"
    return fault.finding("xml-tag", message, "Write </name> and nothing else in it.", fault.tag, fault.index + 1)


def _comment(fault: _Fault) -> Finding | None:
    start = fault.text.data.rfind(b"<!--", 0, fault.index)
    if start < 0 or fault.text.data.find(b"-->", start, fault.index) >= 0 or not fault.text.data.startswith(b"--", fault.index - 2):
        return None
    return fault.finding("xml-comment", "-- stands in a comment", "Write - or a dash for it.", fault.index - 2, fault.index)


def _cdata_end(fault: _Fault) -> Finding | None:
    if not fault.text.data.startswith(b"]]>", fault.index - 2):
        return None
    return fault.finding("xml-cdata-end", "]]> stands in the text", "Write ]]&gt; for it.", fault.index - 2, fault.index + 1)


def _doctype(fault: _Fault) -> Finding | None:
    if not fault.fragment.startswith(b"<!"):
        return None
    return fault.finding(
        "xml-declaration", "<! does not begin anything that may stand here", "Take it out.", fault.tag, fault.tag + 2
    )


def _no_quotes(fault: _Fault) -> Finding | None:
    if not fault.fragment.rstrip().endswith(b"="):
        return None
    name = re.split(rb"\s", fault.fragment.rstrip(b"= \t\r\n"))[-1].decode()
    if fault.here in CURLY:
        message = f"the value of {name} stands in typographic quotation marks ({fault.here})"
        return fault.finding("xml-quotes", message, 'Write " before and after the value; word processors change it.')
    return fault.finding("xml-quotes", f"the value of {name} stands without quotation marks", f'Write {name}="...".')


def _unclosed_tag(fault: _Fault) -> Finding | None:
    if fault.here != "<" or b">" in fault.fragment:
        return None
    return fault.finding("xml-tag", "a tag begins inside another tag", "Write > where the first one ends.", fault.tag, fault.index)


def _no_value(fault: _Fault) -> Finding | None:
    match = NO_VALUE.search(fault.fragment)
    if not match or b">" in fault.fragment.replace(b"->", b""):
        return None
    name = match[1].decode()
    start = fault.tag + match.start(1)
    return fault.finding(
        "xml-value",
        f"the attribute {name} has no value",
        f'Write {name}="...", or take it out.',
        start,
        start + len(match[1]),
    )


def _no_blank(fault: _Fault) -> Finding | None:
    if not fault.fragment.endswith((b'"', b"'")):
        return None
    return fault.finding("xml-blank", "a blank is missing between two attributes", "Write a blank before this one.")


_REASONS = (
    _control,
    _ampersand,
    _before_root,
    _value,
    _less_than,
    _end_tag,
    _comment,
    _cdata_end,
    _doctype,
    _no_quotes,
    _unclosed_tag,
    _no_value,
    _no_blank,
)


# What only libxml2 refuses


def _walk(root: Node) -> Iterator[tuple[Node, int]]:
    """Yield every element below *root* in document order, with its depth (1: the root element)."""
    stack = [(child, 1) for child in reversed(root.children)]
    while stack:
        node, depth = stack.pop()
        yield node, depth
        stack.extend((child, depth + 1) for child in reversed(node.children))


def _too_deep(document: Node, depth: int) -> Node | None:
    return next((node for node, deep in _walk(document) if deep > depth), None)


def _ids(text: MarkupText, document: Node) -> Iterator[Finding]:
    """Yield a finding for each ``xml:id`` that is given again or is not a name."""
    first: dict[str, int] = {}
    for node, _ in _walk(document):
        tag = TAG.match(text.data, node.start)
        for match in ATTRIBUTE.finditer(text.data, node.start, tag.end() if tag else node.start):
            if match[1] == b"xml:id":
                number = 2 if match[2] is not None else 3
                value = " ".join(match[number].decode().split())
                yield from _id(text, value, match.span(number), first)


def _id(text: MarkupText, value: str, place: tuple[int, int], first: dict[str, int]) -> Iterator[Finding]:
    if not XML_ID.fullmatch(value):
        advice = "Begin it with a letter or _, and use letters, digits, - _ and . only."
        yield text.finding("xml-id", f'xml:id="{value}" is not a name', advice, *place)
    elif value in first:
        line = text.position(first[value]).line
        yield text.finding(
            "xml-duplicate-id",
            f'xml:id="{value}" is given a second time; the first is in line {line}',
            "Give one of the two another id.",
            *place,
        )
    else:
        first[value] = place[0]
