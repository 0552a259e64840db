"""A grammar as plain lists, for JSON: each pattern once, after those it is made of; contents are unpacked as they are needed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, overload

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
    SourceFile,
    Value,
    Words,
)
from tei_edition.relaxng.messages.findings import Finding

if TYPE_CHECKING:
    from collections.abc import Callable

Row = list[Any]

_BASIC = (NOTHING, EMPTY, TEXT)


def pack(grammar: Grammar) -> dict[str, Any]:
    """Return *grammar* as what JSON can hold."""
    packing = _Packing()
    start = packing.number(grammar.start)
    contents = [packing.number(content) for content in grammar.contents]
    return {
        "files": [[file.path, file.sha256] for file in grammar.files],
        "ids": [[each.file, each.line, each.column, each.code, each.message, each.advice] for each in grammar.id_faults],
        "elements": [[_names(element.names), element.doc] for element in grammar.elements],
        "contents": contents,
        "start": start,
        "patterns": packing.rows,
    }


class _Packing:
    """The patterns packed so far: those that are `_BASIC` have the first numbers, without rows."""

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self.numbers: dict[Pattern, int] = {pattern: number for number, pattern in enumerate(_BASIC)}

    def number(self, pattern: Pattern) -> int:
        """Return the number of *pattern*, which is packed if it is new."""
        if pattern not in self.numbers:
            row = self._row(pattern)
            self.numbers[pattern] = len(_BASIC) + len(self.rows)
            self.rows.append(row)
        return self.numbers[pattern]

    def _row(self, pattern: Pattern) -> Row:
        match pattern:
            case Element(number=number):
                return ["e", number]
            case Attribute(names=names, value=value, doc=doc):
                return ["a", _names(names), self.number(value), doc]
            case Value(text=text, type_=type_, library=library, namespaces=namespaces, doc=doc):
                return ["v", text, type_, library, list(namespaces), doc]
            case Data(type_=type_, library=library, params=params, excluded=excluded, doc=doc):
                return ["d", type_, library, list(params), self.number(excluded), doc]
            case Words(inner=inner) | OneOrMore(inner=inner):
                return [_MARKS[type(pattern)], self.number(inner)]
            case Choice(options=parts) | Group(parts=parts) | Interleave(parts=parts):
                return [_MARKS[type(pattern)], [self.number(part) for part in parts]]
        raise TypeError(pattern)


_MARKS: dict[type[Pattern], str] = {Choice: "|", Group: ",", Interleave: "&", Words: "w", OneOrMore: "+"}


def _names(names: NameClass) -> Row:
    if names.options:
        return ["|", *map(_names, names.options)]
    if names.name:
        return ["=", *names.name]
    return ["*", names.namespace, *map(_names, names.excluded)]


def unpack(packed: dict[str, Any]) -> Grammar:
    """Return the grammar that `pack` made *packed* of. Raises `ValueError`, `KeyError`, `TypeError` or `IndexError` if none."""
    elements = tuple(Element(False, _class(names), number, doc) for number, (names, doc) in enumerate(packed["elements"]))  # noqa: FBT003
    patterns = _Unpacking(packed["patterns"], elements)
    files = tuple(SourceFile(path, sha256) for path, sha256 in packed["files"])
    ids = tuple(Finding(*row) for row in packed["ids"])
    return Grammar(patterns[packed["start"]], elements, _Contents(packed["contents"], patterns), files, ids)


class _Unpacking:
    """The patterns in *rows*, each made when it is asked for."""

    def __init__(self, rows: list[Row], elements: tuple[Element, ...]) -> None:
        self._rows = rows
        self._elements = elements
        self._made: dict[int, Pattern] = dict(enumerate(_BASIC))

    def __getitem__(self, number: int) -> Pattern:
        found = self._made.get(number)
        if found is None:
            kind, *row = self._rows[number - len(_BASIC)]
            found = self._made[number] = _MAKERS[kind](self, *row)
        return found

    def element(self, number: int) -> Pattern:
        """Return element *number*."""
        return self._elements[number]

    def attribute(self, names: Row, value: int, doc: str) -> Pattern:
        """Return an attribute."""
        return Attribute(False, _class(names), self[value], doc)  # noqa: FBT003 - never nullable

    def value(self, text: str, type_: str, library: str, namespaces: list[list[str]], doc: str) -> Pattern:
        """Return a value."""
        return Value(False, text, type_, library, _pairs(namespaces), doc)  # noqa: FBT003 - never nullable

    def data(self, type_: str, library: str, params: list[list[str]], excluded: int, doc: str) -> Pattern:
        """Return a datatype."""
        return Data(False, type_, library, _pairs(params), self[excluded], doc)  # noqa: FBT003 - never nullable

    def words(self, inner: int) -> Pattern:
        """Return a list."""
        return Words(False, self[inner])  # noqa: FBT003 - never nullable

    def one_or_more(self, inner: int) -> Pattern:
        """Return a pattern for once or more often."""
        return OneOrMore(self[inner].nullable, self[inner])

    def choice(self, numbers: list[int]) -> Pattern:
        """Return a choice."""
        parts = tuple(self[number] for number in numbers)
        return Choice(any(part.nullable for part in parts), parts)

    def group(self, numbers: list[int]) -> Pattern:
        """Return a group."""
        parts = tuple(self[number] for number in numbers)
        return Group(all(part.nullable for part in parts), parts)

    def interleave(self, numbers: list[int]) -> Pattern:
        """Return an interleave."""
        parts = tuple(self[number] for number in numbers)
        return Interleave(all(part.nullable for part in parts), parts)


_MAKERS: dict[str, Callable[..., Pattern]] = {
    "e": _Unpacking.element,
    "a": _Unpacking.attribute,
    "v": _Unpacking.value,
    "d": _Unpacking.data,
    "w": _Unpacking.words,
    "+": _Unpacking.one_or_more,
    "|": _Unpacking.choice,
    ",": _Unpacking.group,
    "&": _Unpacking.interleave,
}


class _Contents(Sequence[Pattern]):
    """The contents of elements: the patterns of these *numbers*."""

    def __init__(self, numbers: list[int], patterns: _Unpacking) -> None:
        self._numbers = numbers
        self._patterns = patterns

    def __len__(self) -> int:
        return len(self._numbers)

    @overload
    def __getitem__(self, index: int) -> Pattern: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Pattern]: ...

    def __getitem__(self, index: int | slice) -> Pattern | Sequence[Pattern]:
        if isinstance(index, slice):
            return [self._patterns[number] for number in self._numbers[index]]
        return self._patterns[self._numbers[index]]


def _pairs(rows: list[list[str]]) -> tuple[tuple[str, str], ...]:
    return tuple((key, value) for key, value in rows)


def _class(row: Row) -> NameClass:
    kind, *rest = row
    if kind == "|":
        return NameClass(options=tuple(map(_class, rest)))
    if kind == "*":
        return NameClass(namespace=rest[0], excluded=tuple(map(_class, rest[1:])))
    return NameClass(name=(rest[0], rest[1]))
