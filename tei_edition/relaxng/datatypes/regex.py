"""
The regular expressions of XML Schema (part 2, appendix F): read, and matched in time that grows with the text only.

An expression is matched by its derivatives (Brzozowski 1964): what is left of it after a character is an expression again. Each is
made once and remembers where each character led, so that there is nothing to go back to, whatever the expression.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tei_edition.relaxng.datatypes.regex_syntax import Alternatives, Chars, RegexError, Repeat, Sequence, parse

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable

    from tei_edition.relaxng.datatypes.charsets import Charset
    from tei_edition.relaxng.datatypes.regex_syntax import Syntax

__all__ = ["RegexError", "regex"]

LIMIT = 10_000
"""So many expressions are kept; then all is made anew."""


@dataclass(eq=False, slots=True)
class Expression:
    """
    What a text may still be. *nullable*: it may end here; *steps* is where the characters met so far lead.

    One of *chars*; or *parts* one after the other; or one of *options*; or *inner* from *low* to *high* times (None: without end).
    """

    nullable: bool = False
    chars: Charset | None = None
    parts: tuple[Expression, ...] = ()
    options: tuple[Expression, ...] = ()
    inner: Expression | None = None
    low: int = 0
    high: int | None = None
    steps: dict[str, Expression] = field(default_factory=dict)


NOTHING = Expression()
EMPTY = Expression(nullable=True)


def regex(text: str) -> Callable[[str], bool]:
    """Return a function that tells whether a text as a whole matches. Raises `RegexError`."""
    return _Matcher(parse(text))


class _Matcher:
    def __init__(self, syntax: Syntax) -> None:
        self.syntax = syntax
        self.made: dict[Hashable, Expression] = {}
        self.start = self._built(syntax)

    def __call__(self, text: str) -> bool:
        if len(self.made) > LIMIT:
            self.made.clear()
            self.start = self._built(self.syntax)
        expression = self.start
        for character in text:
            step = expression.steps.get(character)
            if step is None:
                step = expression.steps[character] = self._step(expression, character)
            expression = step
            if expression is NOTHING:
                return False
        return expression.nullable

    def _built(self, syntax: Syntax) -> Expression:
        match syntax:
            case Chars(chars=chars):
                return self._one(("chars", id(chars)), lambda: Expression(chars=chars))
            case Sequence(parts=parts):
                return self._sequence([self._built(part) for part in parts])
            case Alternatives(options=options):
                return self._choice([self._built(option) for option in options])
            case Repeat(inner=inner, low=low, high=high):
                return self._repeat(self._built(inner), low, high)

    def _one(self, key: Hashable, make: Callable[[], Expression]) -> Expression:
        found = self.made.get(key)
        if found is None:
            found = self.made[key] = make()
        return found

    def _step(self, expression: Expression, character: str) -> Expression:
        """Return what is left of *expression* after *character*."""
        if expression.chars is not None:
            return EMPTY if expression.chars(character) else NOTHING
        if expression.inner is not None:
            low, high = max(expression.low - 1, 0), expression.high and expression.high - 1
            rest = self._repeat(expression.inner, low, high)
            return self._sequence([self._step(expression.inner, character), rest])
        if expression.options:
            return self._choice(self._step(option, character) for option in expression.options)
        found = []
        for index, part in enumerate(expression.parts):
            found.append(self._sequence([self._step(part, character), *expression.parts[index + 1 :]]))
            if not part.nullable:
                break
        return self._choice(found)

    def _sequence(self, parts: list[Expression]) -> Expression:
        flat: list[Expression] = []
        for part in parts:
            if part is NOTHING:
                return NOTHING
            flat.extend(part.parts or ([] if part is EMPTY else [part]))
        if len(flat) < 2:  # noqa: PLR2004 - one alone is itself
            return flat[0] if flat else EMPTY
        whole = tuple(flat)
        return self._one(("parts", whole), lambda: Expression(all(part.nullable for part in whole), parts=whole))

    def _choice(self, options: Iterable[Expression]) -> Expression:
        flat: dict[Expression, None] = {}
        for option in options:
            flat.update(dict.fromkeys(option.options or (option,)))
        flat.pop(NOTHING, None)
        if len(flat) < 2:  # noqa: PLR2004 - of one there is no choice
            return next(iter(flat), NOTHING)
        chosen = tuple(flat)
        nullable = any(option.nullable for option in chosen)
        return self._one(("options", frozenset(flat)), lambda: Expression(nullable, options=chosen))

    def _repeat(self, inner: Expression, low: int, high: int | None) -> Expression:
        if high == 0 or inner is EMPTY:
            return EMPTY
        if inner is NOTHING:
            return NOTHING if low else EMPTY
        if low == high == 1:
            return inner
        low = 0 if inner.nullable else low
        return self._one(("repeat", inner, low, high), lambda: Expression(not low, inner=inner, low=low, high=high))
