"""The form of a grammar as text: two schemas that mean the same have the same."""

from __future__ import annotations

from dataclasses import dataclass, field

from tei_edition.relaxng.grammar.names import NameClass
from tei_edition.relaxng.grammar.patterns import (
    EMPTY,
    NOTHING,
    TEXT,
    Attribute,
    Choice,
    Data,
    Element,
    Grammar,
    Group,
    Interleave,
    OneOrMore,
    Pattern,
    Value,
    Words,
)

SIGNS = {Choice: " | ", Group: ", ", Interleave: " & "}


def shape(grammar: Grammar) -> list[str]:
    """Return a line for the start and for each element that it reaches, in the order in which they are reached."""
    shaping = _Shaping()
    lines = [f"start {shaping.of(grammar.start)}"]
    for number, element in enumerate(shaping.order):
        lines.append(f"#{number} {names(element.names)} {shaping.of(grammar.contents[element.number])}")
    return lines


@dataclass
class _Shaping:
    order: list[Element] = field(default_factory=list)
    numbers: dict[int, int] = field(default_factory=dict)
    known: dict[Pattern, str] = field(default_factory=lambda: {EMPTY: "empty", NOTHING: "notAllowed", TEXT: "text"})

    def of(self, pattern: Pattern) -> str:
        if pattern not in self.known:
            self.known[pattern] = self._combined(pattern) or self._leaf(pattern)
        return self.known[pattern]

    def _combined(self, pattern: Pattern) -> str:
        match pattern:
            case Choice(options=options):
                return f"({' | '.join(sorted(map(self.of, options)))})"
            case Group(parts=parts) | Interleave(parts=parts):
                return f"({SIGNS[type(pattern)].join(map(self.of, parts))})"
            case OneOrMore(inner=inner):
                return f"{self.of(inner)}+"
            case Words(inner=inner):
                return f"list{{{self.of(inner)}}}"
        return ""

    def _leaf(self, pattern: Pattern) -> str:
        match pattern:
            case Element():
                if pattern.number not in self.numbers:
                    self.numbers[pattern.number] = len(self.order)
                    self.order.append(pattern)
                return f"#{self.numbers[pattern.number]}"
            case Attribute(names=named, value=value):
                return f"@{names(named)}={{{self.of(value)}}}"
            case Value(text=text, type_=type_, library=library, namespaces=namespaces):
                return f"{library[-4:]}:{type_} {text!r} {dict(namespaces).get('')}"
            case Data(type_=type_, library=library, params=params, excluded=excluded):
                return f"{library[-4:]}:{type_}{params}-{self.of(excluded)}"
        raise ValueError(pattern)


def names(of: NameClass) -> str:
    """Return a class of names as text."""
    if of.options:
        return f"({'|'.join(map(names, of.options))})"
    if of.name:
        return f"{{{of.name[0]}}}{of.name[1]}"
    inner = names(of.excluded[0]) if of.excluded else ""
    return f"{{{of.namespace}}}*-{inner}"
