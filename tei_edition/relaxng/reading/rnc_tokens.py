"""The words of the compact syntax: its characters, escapes and tokens."""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tei_edition.relaxng.datatypes.lexical import NCNAME, compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

KEYWORDS = frozenset(
    {
        *("attribute", "default", "datatypes", "div", "element", "empty", "external", "grammar", "include", "inherit", "list"),
        *("mixed", "namespace", "notAllowed", "parent", "start", "string", "text", "token"),
    }
)

ESCAPE = re.compile(r"\\x+\{(?:([0-9A-Fa-f]+)\})?")
NOT_OF_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
ESCAPED = str.maketrans({"\n": "\ufdd0", "\r": "\ufdd1"})
"""Line ends that were escapes end no line: they stand as characters that are none until they are in a literal."""

UNESCAPED = {value: chr(key) for key, value in ESCAPED.items() if isinstance(value, str)}

WORD = r'''(?s)(?P<blank>[ \t\r\n\ufdd0\ufdd1]+)
|(?P<documentation>\#\#[^\r\n]*)|\#[^\r\n]*
|(?P<literal>"""(?:"{0,2}[^"])*"""|\'\'\'(?:'{0,2}[^'])*\'\'\'|"(?!"")[^"\r\n]*"|'(?!'')[^'\r\n]*')
|(?P<prefixed>NCNAME:(?:NCNAME|\*))
|(?P<quoted>\\NCNAME)
|(?P<name>NCNAME)
|(?P<sign>\|=|&=|>>|[=,&|?*+{}()\[\]~-])'''


@dataclass(frozen=True, slots=True)
class Token:
    """
    A word: *kind* is what it is, *text* what it means, *at* where it begins.

    The kinds are ``name`` (no keyword), ``keyword``, ``prefixed`` (``a:b`` or ``a:*``), ``literal``, ``documentation``, ``sign``
    and ``end``.
    """

    kind: str
    text: str
    at: int

    @property
    def shown(self) -> str:
        """The token as it is named in a message."""
        return "the end of the file" if self.kind == "end" else f'"{self.text[:40]}"'


class CompactSyntaxError(Exception):
    """The syntax is broken at the place *at*."""

    def __init__(self, at: int, message: str, advice: str = "") -> None:
        super().__init__(message)
        self.at = at
        self.advice = advice


def tokens(text: str) -> Iterator[Token]:
    """Yield the tokens of *text*, an ``end`` last. Raises `CompactSyntaxError`."""
    plain, places = _unescaped(text)
    ill = NOT_OF_XML.search(plain)
    if ill:
        message = f"the character U+{ord(ill[0]):04X} cannot stand in a schema"
        raise CompactSyntaxError(places(ill.start()), message, "Take it out.")
    pattern = compiled(WORD.replace("NCNAME", NCNAME).replace("\n", ""))
    index = 0
    while index < len(plain):
        match = pattern.match(plain, index)
        if not match:
            raise _unknown(plain, index, places(index))
        index = match.end()
        token = _token(match, places(match.start()))
        if token:
            yield token
    yield Token("end", "", places(len(plain)))


def _token(match: re.Match[str], at: int) -> Token | None:
    kind, text = match.lastgroup, match[0]
    if kind is None or kind == "blank":
        return None
    if kind == "literal":
        return Token(kind, _literal(text), at)
    if kind == "quoted":
        return Token("name", text[1:], at)
    if kind == "name" and text in KEYWORDS:
        kind = "keyword"
    return Token(kind, text, at)


def _literal(text: str) -> str:
    """Return what a literal segment means."""
    width = 3 if text.startswith(('"""', "'''")) else 1
    text = text[width:-width].replace("\r\n", "\n").replace("\r", "\n")
    for escaped, character in UNESCAPED.items():
        text = text.replace(escaped, character)
    return text


def _unknown(text: str, index: int, at: int) -> CompactSyntaxError:
    character = text[index]
    if character in "\"'":
        return CompactSyntaxError(at, "a literal begins here that does not end", f"Write a {character} where it ends, in the same line.")
    return CompactSyntaxError(at, f'"{character}" cannot stand here', "Take it out.")


class _Places:
    """From places in a text without escapes to those in the text as it was written."""

    def __init__(self) -> None:
        self.plain: list[int] = [0]
        self.written: list[int] = [0]

    def __call__(self, index: int) -> int:
        number = bisect_right(self.plain, index) - 1
        return self.written[number] + index - self.plain[number]


def _unescaped(text: str) -> tuple[str, _Places]:
    """Return *text* with each escape as the character it stands for, and the places."""
    places = _Places()
    parts: list[str] = []
    length = last = 0
    for match in ESCAPE.finditer(text):
        if not match[1]:
            raise CompactSyntaxError(match.start(), "an escape begins here that does not end", r"Write the likes of \x{E4}.")
        code = min(int(match[1], 16), sys.maxunicode + 1)
        if code > sys.maxunicode or NOT_OF_XML.match(chr(code)):
            raise CompactSyntaxError(match.start(), f"{match[0]} is no character of XML", "Give the number of one.")
        parts += [text[last : match.start()], chr(code).translate(ESCAPED)]
        length += match.start() - last + 1
        last = match.end()
        places.plain.append(length)
        places.written.append(last)
    return "".join((*parts, text[last:])), places
