"""What can be cited of a document: citation trees of DTS 1.0, their structures and their units."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml import etree

    from tei_edition.exports.dts.passages import Span


@dataclass(frozen=True, slots=True)
class Datum:
    """A statement about a unit: the *value* of a *property* (an IRI), in *language* (BCP 47; empty where none is stated)."""

    property: str
    value: str
    language: str


@dataclass(frozen=True, slots=True)
class Structure:
    """A `citeStructure`: the *kind* of its units, how they are found and named, what is said of them, and the *parts* within."""

    kind: str
    match: etree.XPath
    use: etree.XPath
    delimiter: str
    data: tuple[tuple[str, etree.XPath], ...]
    parts: tuple[Structure, ...]


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit that can be cited: by *identifier*, at *level* (from 1), within *parent* (None at the top), of a *kind*, with its *parts*."""

    identifier: str
    level: int
    parent: str | None
    kind: str
    span: Span
    data: tuple[Datum, ...]
    parts: tuple[Unit, ...]

    def walk(self) -> Iterator[Unit]:
        """Give this unit and all below it, in the document's order."""
        yield self
        for part in self.parts:
            yield from part.walk()


@dataclass(frozen=True)
class Tree:
    """A citation tree: its *name* (empty for the default), its *structures*, and the units at its *top*."""

    name: str
    structures: tuple[Structure, ...]
    top: tuple[Unit, ...]

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        """All units, in the document's order."""
        return tuple(unit for one in self.top for unit in one.walk())

    @cached_property
    def named(self) -> Mapping[str, Unit]:
        """All units by their identifiers."""
        return {unit.identifier: unit for unit in self.units}

    @cached_property
    def order(self) -> Mapping[str, int]:
        """Where each unit stands among all, from 0."""
        return {unit.identifier: number for number, unit in enumerate(self.units)}

    @property
    def depth(self) -> int:
        """How many levels there are."""
        return max((unit.level for unit in self.units), default=0)

    def siblings(self, unit: Unit) -> tuple[Unit, ...]:
        """Return the units that have the parent of *unit*, itself among them."""
        return self.top if unit.parent is None else self.named[unit.parent].parts
