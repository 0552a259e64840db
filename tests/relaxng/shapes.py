"""The form of a grammar as text: two schemas that mean the same have the same."""

from __future__ import annotations

from functools import cache

from tei_edition.relaxng._names import NameClass
from tei_edition.relaxng._patterns import (
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


def shape(grammar: Grammar) -> list[str]:
    """Return a line for the start and for each element that it reaches, in the order in which they are reached."""
    numbers: dict[int, int] = {}
    order: list[Element] = []

    @cache
    def written(pattern: Pattern) -> str:
        match pattern:
            case Element():
                if pattern.number not in numbers:
                    numbers[pattern.number] = len(order)
                    order.append(pattern)
                return f"#{numbers[pattern.number]}"
            case Attribute(names=names, value=value):
                return f"@{names_(names)}={{{written(value)}}}"
            case Value(text=text, type_=type_, library=library, namespaces=namespaces):
                return f"{library[-4:]}:{type_} {text!r} {dict(namespaces).get('')}"
            case Data(type_=type_, library=library, params=params, excluded=excluded):
                return f"{library[-4:]}:{type_}{params}-{written(excluded)}"
            case Words(inner=inner):
                return f"list{{{written(inner)}}}"
            case OneOrMore(inner=inner):
                return f"{written(inner)}+"
            case Choice(options=options):
                return f"({' | '.join(sorted(map(written, options), key=lambda text: (text == 'empty', options_key(text))))})"
            case Group(parts=parts):
                return f"({', '.join(map(written, parts))})"
            case Interleave(parts=parts):
                return f"({' & '.join(map(written, parts))})"
        return {EMPTY: "empty", NOTHING: "notAllowed", TEXT: "text"}[pattern]

    lines = [f"start {written(grammar.start)}"]
    done = 0
    while done < len(order):
        element = order[done]
        lines.append(f"#{done} {names_(element.names)} {written(grammar.contents[element.number])}")
        done += 1
    return lines


def options_key(text: str) -> str:
    return text


def names_(names: NameClass) -> str:
    if names.options:
        return f"({'|'.join(map(names_, names.options))})"
    if names.name:
        return f"{{{names.name[0]}}}{names.name[1]}"
    inner = names_(names.excluded[0]) if names.excluded else ""
    return f"{{{names.namespace}}}*-{inner}"
