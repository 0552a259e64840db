"""What expat calls an "invalid token": an ampersand alone, a value without quotation marks; the first reason that fits."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from tei_edition.model import Edit

if TYPE_CHECKING:
    from collections.abc import Callable

    from tei_edition.faults._fault import Fault
    from tei_edition.model import Finding

CONTROL = re.compile(rb"[\0-\x08\x0b\x0c\x0e-\x1f]|\xef\xbf[\xbe\xbf]")
AMPERSAND = re.compile(rb"&[^\s&;<>\"']*\Z")
IN_VALUE = re.compile(rb"""\A<[^\s<>"'/]+(?:\s+[^\s=<>"']+\s*=\s*(?:"[^"]*"|'[^']*'))*\s+([^\s=<>"']+)\s*=\s*(["'])""")
NO_VALUE = re.compile(rb"""\s([^\s=<>"'/]+)\s*\Z""")
CURLY = "“”„‟«»‘’‚‹›″"
CURLY_MARK = "|".join(CURLY)
CURLY_VALUE = re.compile(rf"""(?:{CURLY_MARK})((?:(?!{CURLY_MARK})[^<>"'=])*)(?:{CURLY_MARK})(?=[\s/>?])""".encode())
SWALLOWED = re.compile(rb"""\s([^\s=<>"'/]+)\s*=\s*"[^"=<>]*\s([^\s=<>"'/]+)\s*="\Z""")
"""A value that ends with the name of the next attribute: its own closing quotation mark is missing."""

BARE_VALUE = re.compile(rb"""([^\s<>"'=&]+)(?=\s|/?>)""")


def _control(fault: Fault) -> Finding | None:
    if not CONTROL.match(fault.text.data, fault.index):
        return None
    message = f"there is a control character (U+{ord(fault.here):04X}), which XML cannot hold"
    return fault.finding("xml-character", message, "Delete it; it shows as nothing or as a box in most editors.")


def _ampersand(fault: Fault) -> Finding | None:
    match = AMPERSAND.search(fault.text.data, max(0, fault.index - 80), fault.index)
    if not match:
        return None
    if match[0].startswith(b"&#"):
        return fault.finding(
            "xml-character",
            f"{match[0].decode(errors='ignore')} is no character number",
            "Write it as &#160; or &#xA0;.",
            *match.span(),
        )
    place = (match.start(), match.start() + 1)
    found = fault.finding("xml-ampersand", "an ampersand stands alone", "Write &amp; for it.", *place)
    return replace(found, edits=(Edit(*place, "&amp;"),))


def _before_root(fault: Fault) -> Finding | None:
    if fault.began or fault.fragment:
        return None
    return fault.finding(
        "xml-before-root",
        "text stands before the first tag",
        "An XML file begins with <; take out what stands before it.",
        0,
        1,
    )


def _value(fault: Fault) -> Finding | None:
    """``<`` in a value: the closing quote was forgotten where the value holds a line end or a ``>``."""
    match = IN_VALUE.match(fault.fragment) if fault.here == "<" else None
    if not match or match[2] in fault.fragment[match.end() :]:
        return None
    name, start = match[1].decode(errors="ignore"), fault.tag + match.end(2)
    if b">" in fault.fragment[match.end() :] or b"\n" in fault.fragment[match.end() :]:
        return fault.finding(
            "xml-quotes",
            f"the value of {name} has no closing quotation mark",
            f"Write {match[2].decode(errors='ignore')} where it ends.",
            start - 1,
            start,
        )
    return fault.finding("xml-less-than", f"< stands in the value of {name}", "Write &lt; for it.")


def _less_than(fault: Fault) -> Finding | None:
    if fault.fragment != b"<":
        return None
    if fault.here == "/" and not fault.open:
        name = fault.text.data[fault.index + 1 :].split(b">", 1)[0].decode(errors="ignore")
        message = f"</{name}> closes an element, but none is open"
        return fault.finding(
            "xml-mismatched-tag", message, "Take it out, or write the tag that opens it.", fault.tag, fault.index + 1
        )
    advice = "Write &lt; if the character is meant; a tag has its name right after the <."
    return fault.finding("xml-less-than", "< stands alone: no name of an element follows it", advice, fault.tag, fault.tag + 1)


def _end_tag(fault: Fault) -> Finding | None:
    if not fault.fragment.startswith(b"</"):
        return None
    message = "this end tag is not as XML wants it"
    return fault.finding("xml-tag", message, "Write </name> and nothing else in it.", fault.tag, fault.index + 1)


def _comment(fault: Fault) -> Finding | None:
    start = fault.text.data.rfind(b"<!--", 0, fault.index)
    if start < 0 or fault.text.data.find(b"-->", start, fault.index) >= 0 or not fault.text.data.startswith(b"--", fault.index - 2):
        return None
    return fault.finding("xml-comment", "-- stands in a comment", "Write - or a dash for it.", fault.index - 2, fault.index)


def _cdata_end(fault: Fault) -> Finding | None:
    if not fault.text.data.startswith(b"]]>", fault.index - 2):
        return None
    return fault.finding("xml-cdata-end", "]]> stands in the text", "Write ]]&gt; for it.", fault.index - 2, fault.index + 1)


def _doctype(fault: Fault) -> Finding | None:
    if not fault.fragment.startswith(b"<!"):
        return None
    return fault.finding(
        "xml-declaration", "<! does not begin anything that may stand here", "Take it out.", fault.tag, fault.tag + 2
    )


def _no_quotes(fault: Fault) -> Finding | None:
    if not fault.fragment.rstrip().endswith(b"="):
        return None
    name = re.split(rb"\s", fault.fragment.rstrip(b"= \t\r\n"))[-1].decode(errors="ignore")
    if fault.here in CURLY:
        message = f"the value of {name} stands in typographic quotation marks ({fault.here})"
        found = fault.finding("xml-quotes", message, 'Write " before and after the value; word processors change it.')
        return replace(found, edits=_quoted(fault, CURLY_VALUE))
    found = fault.finding("xml-quotes", f"the value of {name} stands without quotation marks", f'Write {name}="...".')
    return replace(found, edits=_quoted(fault, BARE_VALUE))


def _quoted(fault: Fault, form: re.Pattern[bytes]) -> tuple[Edit, ...]:
    """Return the edits that put the value at the fault between straight quotation marks; none where its end is not certain."""
    match = form.match(fault.text.data, fault.index)
    if not match:
        return ()
    begin, end = match.span(1)
    return Edit(match.start(), begin, '"'), Edit(end, match.end(), '"')


def _unclosed_tag(fault: Fault) -> Finding | None:
    if fault.here != "<" or b">" in fault.fragment:
        return None
    return fault.finding("xml-tag", "a tag begins inside another tag", "Write > where the first one ends.", fault.tag, fault.index)


def _no_value(fault: Fault) -> Finding | None:
    match = NO_VALUE.search(fault.fragment)
    if not match or b">" in fault.fragment.replace(b"->", b""):
        return None
    name = match[1].decode(errors="ignore")
    start = fault.tag + match.start(1)
    return fault.finding(
        "xml-value",
        f"the attribute {name} has no value",
        f'Write {name}="...", or take it out.',
        start,
        start + len(match[1]),
    )


def _no_blank(fault: Fault) -> Finding | None:
    if not fault.fragment.endswith((b'"', b"'")):
        return None
    swallowed = SWALLOWED.search(fault.fragment)
    if swallowed:
        name, next_ = (part.decode(errors="ignore") for part in swallowed.groups())
        start = fault.tag + swallowed.start(1)
        message = f"the value of {name} has no closing quotation mark, and runs on to {next_}="
        return fault.finding("xml-quotes", message, f'Write " where it ends, before {next_}.', start, start + len(name.encode()))
    if not fault.here.isalpha() and fault.here not in "_:":
        return fault.finding("xml-tag", f"{fault.here} cannot stand in a tag", "Take it out: between two attributes stands a blank.")
    return fault.finding("xml-blank", "a blank is missing between two attributes", "Write a blank before this one.")


REASONS: tuple[Callable[[Fault], Finding | None], ...] = (
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
