"""Reading a regular expression of XML Schema (part 2, appendix F)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tei_edition.relaxng.datatypes import charsets

if TYPE_CHECKING:
    from tei_edition.relaxng.datatypes.charsets import Charset

QUANTIFIER = re.compile(r"\{([0-9]+)(?:(,)([0-9]*))?\}")
ESCAPES = {"n": "\n", "r": "\r", "t": "\t", **{character: character for character in r"\|.?*+(){}-[]^"}}
DEPTH = 50
LONGEST = 9
"""More digits than this a quantifier has not: the number is as good as endless."""


class RegexError(ValueError):
    """An expression that is none; *advice* says what to do."""

    def __init__(self, message: str, advice: str = "") -> None:
        super().__init__(message)
        self.advice = advice


@dataclass(frozen=True, slots=True)
class Chars:
    """One of *chars*."""

    chars: Charset


@dataclass(frozen=True, slots=True)
class Sequence:
    """All of *parts*."""

    parts: tuple[Syntax, ...]


@dataclass(frozen=True, slots=True)
class Alternatives:
    """One of *options*."""

    options: tuple[Syntax, ...]


@dataclass(frozen=True, slots=True)
class Repeat:
    """*inner* from *low* to *high* times (None: without end)."""

    inner: Syntax
    low: int
    high: int | None


Syntax = Chars | Sequence | Alternatives | Repeat


def parse(text: str) -> Syntax:
    """Return the syntax of *text*. Raises `RegexError`."""
    reading = _Reading(text)
    syntax = reading.alternatives(0)
    if reading.next:
        raise RegexError(f"{reading.place()} closes nothing", r"Write \) for the character itself.")
    return syntax


class _Reading:
    """A place in the *text* of an expression."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.index = 0

    @property
    def next(self) -> str:
        """The next character; empty at the end."""
        return self.text[self.index : self.index + 1]

    def take(self) -> str:
        """Return the next character and pass it."""
        character = self.next
        self.index += 1
        return character

    def place(self) -> str:
        """Return the next character with its number, for a message."""
        return f'"{self.next}" (character {self.index + 1})' if self.next else "its end"

    def alternatives(self, depth: int) -> Syntax:
        """Read alternatives, up to the end or a closing parenthesis."""
        if depth > DEPTH:
            raise RegexError("it is nested too deeply")
        options = [self._branch(depth)]
        while self.next == "|":
            self.take()
            options.append(self._branch(depth))
        return options[0] if len(options) == 1 else Alternatives(tuple(options))

    def _branch(self, depth: int) -> Syntax:
        parts: list[Syntax] = []
        while self.next and self.next not in "|)":
            parts.append(self._quantified(self._atom(depth)))
        return parts[0] if len(parts) == 1 else Sequence(tuple(parts))

    def _quantified(self, atom: Syntax) -> Syntax:
        low, high = 1, 1
        limits: dict[str, tuple[int, int | None]] = {"?": (0, 1), "*": (0, None), "+": (1, None)}
        if self.next and self.next in limits:
            low, high_ = limits[self.take()]
            return Repeat(atom, low, high_)
        if self.next != "{":
            return atom
        match = QUANTIFIER.match(self.text, self.index)
        if not match:
            raise RegexError(f"{self.place()} begins no quantifier", r"Write {2}, {2,} or {2,3}; or \{ for the character itself.")
        self.index = match.end()
        low = _number(match[1])
        if not match[2]:
            return Repeat(atom, low, low)
        high = _number(match[3]) if match[3] else -1
        if match[3] and high < low:
            raise RegexError(f"{match[0]} has its greater number first")
        return Repeat(atom, low, high if match[3] else None)

    def _atom(self, depth: int) -> Syntax:
        character = self.next
        if character == "(":
            self.take()
            inside = self.alternatives(depth + 1)
            if self.take() != ")":
                raise RegexError('a "(" is not closed', r"Write \( for the character itself.")
            return inside
        if character == "[":
            return Chars(self._class(0))
        if character == "\\":
            return Chars(_set(self._escape()))
        if character == ".":
            self.take()
            return Chars(charsets.anything)
        if character in "?*+{}]":
            raise RegexError(f"{self.place()} cannot stand there", f"Write \\{character} for the character itself.")
        return Chars(charsets.single(self.take()))

    def _escape(self) -> str | Charset:
        """Read an escape: a character, or a set."""
        self.take()
        if self.next and self.next in ESCAPES:
            return ESCAPES[self.take()]
        if self.next in {"p", "P"}:
            return self._property()
        chars = charsets.KINDS.get(self.next.lower()) if self.next else None
        if chars is None:
            raise RegexError(f"\\ cannot stand before {self.place()}", "A character without meaning of its own stands without \\.")
        return chars if self.take().islower() else charsets.inverse(chars)

    def _property(self) -> Charset:
        inverse = self.take() == "P"
        match = re.compile(r"\{([A-Za-z0-9-]*)\}").match(self.text, self.index)
        chars = charsets.named(match[1]) if match else None
        if match is None or chars is None:
            what = f'"{match[1]}"' if match else self.place()
            raise RegexError(f"{what} is no category or block of Unicode", r"Write the likes of \p{Lu} or \p{IsGreek}.")
        self.index = match.end()
        return charsets.inverse(chars) if inverse else chars

    def _class(self, depth: int) -> Charset:
        """Read a class of characters in brackets."""
        if depth > DEPTH:
            raise RegexError("it is nested too deeply")
        self.take()
        negative = self.next == "^"
        if negative:
            self.take()
        found: list[Charset] = []
        while self.next != "]" and not self.text.startswith("-[", self.index):
            found.append(self._range(first=not found))
        if not found:
            raise RegexError(f"a class without characters ends at {self.place()}", "Put a character into the brackets.")
        chars = charsets.union(found)
        if negative:
            chars = charsets.inverse(chars)
        if self.take() == "-":
            chars = charsets.without(chars, self._class(depth + 1))
            if self.take() != "]":
                raise RegexError('after "-[...]" the class must end')
        return chars

    def _range(self, *, first: bool) -> Charset:
        """Read a character, a range or an escape in a class; a hyphen for itself stands at one of its ends only."""
        if self.next == "-" and not (first or self.text.startswith("-]", self.index)):
            raise RegexError(f"{self.place()} cannot stand there", r"Write \- for the character itself.")
        hyphen = self.next == "-"
        low = self._member()
        if hyphen or not isinstance(low, str) or self.next != "-" or self.text[self.index + 1 : self.index + 2] in {"]", "["}:
            return _set(low)
        self.take()
        high = self._member() if self.next != "-" else ""
        if not isinstance(high, str) or not high or high < low:
            raise RegexError(f"the range before {self.place()} does not go from a lower to a higher character")
        return charsets.between(low, high)

    def _member(self) -> str | Charset:
        if not self.next or self.next == "[":
            raise RegexError(f'{self.place()} cannot stand in a class that "[" begins', r"Write \[ for the character itself.")
        return self._escape() if self.next == "\\" else self.take()


def _set(member: str | Charset) -> Charset:
    return charsets.single(member) if isinstance(member, str) else member


def _number(digits: str) -> int:
    digits = digits.lstrip("0")
    return int(digits) if 0 < len(digits) <= LONGEST else (10**LONGEST if digits else 0)
