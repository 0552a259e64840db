"""
The characters of an XML file, and where each of them stands.

The encoding is found by XML's own rules (XML 1.0, appendix F): byte order mark, then declaration, then UTF-8. What the
parsers get is always UTF-8, so that lxml and expat read the very same characters; a DOCTYPE is blanked out for them, and
one that declares anything is refused: nothing is ever defined, fetched or expanded from outside.
"""

from __future__ import annotations

import codecs
import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from tei_edition.bom import MARKS
from tei_edition.errors import MarkupError
from tei_edition.model import Finding, Position

CONTINUATION = bytes(range(0x80, 0xC0))
"""The bytes of UTF-8 that do not begin a character."""

STEP = 4096
"""Code points are counted once for every so many bytes; between two counts a place is found by counting on."""

BEGINNINGS = ((b"<\0\0\0", "utf-32-le"), (b"\0\0\0<", "utf-32-be"), (b"<\0", "utf-16-le"), (b"\0<", "utf-16-be"))
OTHER_FORMATS = (
    (b"PK\x03\x04", "a packed file, such as one of Word"),
    (b"%PDF", "a PDF"),
    (b"{\\rtf", "a file in RTF"),
)
NOT_OF_XML = frozenset(
    {"utf-7", "unicode-escape", "unicode_escape", "raw-unicode-escape", "raw_unicode_escape", "idna", "punycode"}
)

LINE_END = re.compile(rb"\r\n|\n|\r")
ENCODING = re.compile(rb"""\s*<\?xml\s[^>]*?encoding\s*=\s*["']([^"']*)["']""")
UTF_16 = re.compile(rb"(?i:utf-?(16|32)([lb]e)?|(iso-10646-)?ucs-?[24])")
"""Names of encodings in which the first line could not have been read byte by byte: the file says so wrongly."""

VERSION = re.compile(rb"""<\?xml\s+version\s*=\s*["'](?!1\.0["'])([^"']*)["']""")
BEFORE_DOCTYPE = re.compile(rb"(?:\s+|<!--.*?-->|<\?.*?\?>)*", re.DOTALL)
DOCTYPE = re.compile(rb"""<!DOCTYPE(?:[^>\["']|"[^"]*"|'[^']*')*""")
EMPTY_SUBSET = re.compile(rb"\[\s*\]\s*>|>")
NOT_NEW_LINE = re.compile(rb"[^\r\n]")


@dataclass(frozen=True)
class MarkupText:
    """
    An XML file as read: *data* are its characters as UTF-8 without a byte order mark, *name* is its name for messages.

    A place in it is an index into *data*; `position` turns it into line and column (code points).
    """

    name: str
    data: bytes
    encoding: str = "utf-8"

    @cached_property
    def line_starts(self) -> tuple[int, ...]:
        """The index at which each line begins."""
        return (0, *(match.end() for match in LINE_END.finditer(self.data)))

    @cached_property
    def _counts(self) -> tuple[int, ...]:
        """How many code points stand before each multiple of `STEP`."""
        counts = [0]
        for start in range(0, len(self.data), STEP):
            counts.append(counts[-1] + len(self.data[start : start + STEP].translate(None, CONTINUATION)))
        return tuple(counts)

    @cached_property
    def _lines(self) -> dict[int, str]:
        return {}

    def _offset(self, index: int) -> int:
        """Return how many code points stand before *index*."""
        step = index // STEP
        return self._counts[step] + len(self.data[step * STEP : index].translate(None, CONTINUATION))

    def position(self, index: int) -> Position:
        """Return the line and column of *index*, both from 1, the column in code points."""
        line = bisect_right(self.line_starts, index)
        return Position(line, self._offset(index) - self._offset(self.line_starts[line - 1]) + 1)

    def index(self, position: Position) -> int:
        """Return the index of *position*, the inverse of `position`."""
        return self.line_starts[position.line - 1] + len(self.line(position.line)[: position.column - 1].encode())

    def line(self, number: int) -> str:
        """Return line *number* (from 1), without its end."""
        if number not in self._lines:
            start = self.line_starts[number - 1]
            match = LINE_END.search(self.data, start)
            self._lines[number] = self.data[start : match.start() if match else len(self.data)].decode()
        return self._lines[number]

    def finding(self, code: str, message: str, advice: str, start: int, end: int | None = None) -> Finding:
        """Return an error at *start* (to *end*, exclusive), with its line as excerpt."""
        place = self.position(start)
        stop = self.position(end) if end is not None else None
        return Finding(self.name, code, sentence(message), advice, place, stop, excerpt=self.line(place.line))

    def error(self, code: str, message: str, advice: str, start: int, end: int | None = None) -> MarkupError:
        """Return an error to raise, made of `finding`."""
        finding = self.finding(code, message, advice, start, end)
        return MarkupError(str(finding), (finding,))

    @cached_property
    def parsed(self) -> bytes:
        """
        The bytes for a parser: as long as *data*, with blanks for the DOCTYPE.

        Raises `MarkupError` where the DOCTYPE declares anything, or the file is not XML 1.0.
        """
        version = VERSION.match(self.data)
        if version:
            raise self.error(
                "xml-version",
                f"this is XML {version[1].decode()}, which is not read here",
                'Write version="1.0" in the first line.',
                *version.span(1),
            )
        return self._without_doctype()

    def _without_doctype(self) -> bytes:
        start = _end_of(BEFORE_DOCTYPE, self.data)
        match = DOCTYPE.match(self.data, start)
        if not match:
            return self.data
        end = EMPTY_SUBSET.match(self.data, match.end())
        if not end:
            raise self.error(
                "xml-doctype",
                "the DOCTYPE declares entities or other things of its own, which are not read here",
                "Write the characters themselves (UTF-8) instead of entities, and take the DOCTYPE out.",
                *match.span(),
            )
        return self.data[:start] + NOT_NEW_LINE.sub(b" ", self.data[start : end.end()]) + self.data[end.end() :]


def read(data: bytes, name: str) -> MarkupText:
    """Return the characters of the XML in *data*. Raises `MarkupError` for a file that is empty or is not text."""
    if not data.strip():
        raise _whole(name, "xml-empty", "the file is empty", "Put the document into it, or take it away.")
    for beginning, what in OTHER_FORMATS:
        if data.startswith(beginning):
            raise _whole(name, "xml-other-format", f"this is {what}, not XML", "Give the XML file (its name often ends in .xml).")
    encoding, content, declared = _encoding(data)
    if declared and UTF_16.fullmatch(encoding.encode()):
        message = f"the first line says {encoding}, but the file is not in it"
        raise _whole(name, "xml-encoding", message, "Write UTF-8 there, if that is how the file is saved.")
    try:
        text = content.decode(_known(encoding))
        return MarkupText(name, text.removeprefix("\ufeff").encode(), encoding)
    except UnicodeDecodeError as error:
        raise _not_text(name, content, encoding, declared=declared, error=error) from None
    except (LookupError, UnicodeError):
        advice = "Name the true one, or save the file as UTF-8 and leave the name out."
        raise _whole(name, "xml-encoding", f'the first line names an encoding that is not known: "{encoding}"', advice) from None


def sentence(words: str) -> str:
    """
    Return *words* with a stop at the end.

    >>> sentence("a tag begins here"), sentence("It may be: p.")
    ('a tag begins here.', 'It may be: p.')
    """
    return words if words.endswith((".", "!", "?")) else f"{words}."


def _end_of(pattern: re.Pattern[bytes], data: bytes) -> int:
    match = pattern.match(data)
    return match.end() if match else 0


def _known(encoding: str) -> str:
    """Return the name Python has for *encoding*; raise `LookupError` for one that is not an encoding of text files."""
    name = codecs.lookup(encoding).name
    if name in NOT_OF_XML:
        raise LookupError(name)
    return name


def _encoding(data: bytes) -> tuple[str, bytes, bool]:
    """Return the encoding, the bytes after a byte order mark, and whether the declaration named it."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return encoding, data[len(mark) :], False
    for beginning, encoding in BEGINNINGS:
        if data.startswith(beginning):
            return encoding, data, False
    declaration = ENCODING.match(data[:1000])
    if declaration:
        return declaration[1].decode("latin-1"), data, True
    return "utf-8", data, False


def _whole(name: str, code: str, message: str, advice: str) -> MarkupError:
    finding = Finding(name, code, sentence(message), advice, Position(1, 1))
    return MarkupError(str(finding), (finding,))


def _not_text(name: str, content: bytes, encoding: str, *, declared: bool, error: UnicodeDecodeError) -> MarkupError:
    """Return the error for bytes that are not text in *encoding*."""
    before = MarkupText(name, content[: error.start].decode(encoding, "replace").encode())
    place = before.position(len(before.data))
    says = "the first line says it is" if declared else "it must be where the first line names no other encoding"
    message = f"the byte 0x{content[error.start]:02X} is not {encoding.upper()}, which {says}"
    advice = 'Save the file as UTF-8, or name its true encoding in the first line: <?xml version="1.0" encoding="windows-1252"?>.'
    rest = content[error.start : error.start + 200].decode(encoding, "replace").splitlines() or [""]
    excerpt = before.line(place.line) + rest[0]
    finding = Finding(name, "xml-encoding", sentence(message), advice, place, excerpt=excerpt)
    return MarkupError(str(finding), (finding,))
