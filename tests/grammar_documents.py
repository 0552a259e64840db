"""Documents made at random from a grammar in its simple form, each valid by it."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from lxml import etree

from tei_edition.relaxng.datatypes.values import Values
from tei_edition.relaxng.grammar.names import XML
from tei_edition.relaxng.grammar.patterns import (
    EMPTY,
    TEXT,
    Attribute,
    Choice,
    Data,
    Element,
    Group,
    Interleave,
    OneOrMore,
    Value,
    Words,
)
from tei_edition.relaxng.grammar.pool import Pool

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_edition.relaxng.grammar.names import Name, NameClass
    from tei_edition.relaxng.grammar.patterns import Grammar, Pattern

DEEP = 10**6
SAMPLES = (
    *("x", "two words", "1", "1.5", "0", "-2", "true", "en", "1986-11-13", "1986", "1986-11", "--11", "--11-13", "---13", "10:30:00"),
    *("1986-11-13T10:30:00", "P1D", "#a", "http://example.org/a", "12cm", "4.9.0", "text/plain", "css", "@n", "/TEI", "a:b", "1/2", ""),
    *("AB", "0x1F", "U+0041", "m", "00", "iso8601", "-", ".", "*", "2.5", "12", "aaa", "aa", "abc", "a-b", "1x1", "deu", "Latn"),
)


class Making:
    """Makes documents by *grammar*; the same *seed* makes the same ones. *size* bounds about how many elements one has."""

    def __init__(self, grammar: Grammar, seed: int, size: int = 30) -> None:
        self.grammar = grammar
        self.random = random.Random(seed)
        self.size = size
        self.values = Values(Pool())
        self.left = self.ids = 0
        self.has_sample: dict[Pattern, bool] = {}
        self.depths = self._depths()

    def _depths(self) -> dict[int, int]:
        """Return for each element how many levels it needs at the least."""
        depths = dict.fromkeys(range(len(self.grammar.elements)), DEEP)
        changed = True
        while changed:
            changed = False
            for number in depths:
                depth = 1 + self._depth(self.grammar.contents[number], depths)
                if depth < depths[number]:
                    depths[number], changed = depth, True
        return depths

    def _depth(self, pattern: Pattern, depths: dict[int, int]) -> int:
        match pattern:
            case Element(number=number):
                return depths[number]
            case Choice(options=options):
                return min(self._depth(option, depths) for option in options)
            case Group(parts=parts) | Interleave(parts=parts):
                return max(self._depth(part, depths) for part in parts)
            case OneOrMore(inner=inner):
                return self._depth(inner, depths)
        text = pattern.value if isinstance(pattern, Attribute) else pattern
        if text not in self.has_sample:
            self.has_sample[text] = self.sample(text) is not None
        return 0 if self.has_sample[text] else DEEP

    def document(self) -> etree._Element:
        """Return one document."""
        self.left, self.ids = self.size, 0
        top = etree.Element("top")
        self._fill(top, self.grammar.start)
        return etree.fromstring(etree.tostring(top[0]))

    def _fill(self, parent: etree._Element, pattern: Pattern) -> None:
        match pattern:
            case Element(names=names, number=number):
                self.left -= 1
                child = etree.SubElement(parent, clark(self._name(names)))
                self._fill(child, self.grammar.contents[number])
            case Attribute(names=names, value=value):
                parent.set(clark(self._name(names)), self.sample(value) or "")
            case Choice() | Group() | Interleave() | OneOrMore():
                for part in self._parts(pattern):
                    self._fill(parent, part)
            case _:
                self._add(parent, self.sample(pattern) or "")

    def _parts(self, pattern: Pattern) -> list[Pattern]:
        """Return what stands for a combination, in this document."""
        match pattern:
            case Choice(options=options):
                return [self._chosen(options)]
            case Group(parts=parts):
                return list(parts)
            case Interleave(parts=parts):
                return self.random.sample(parts, len(parts))
            case OneOrMore(inner=inner):
                return [inner] * (1 if self.left < 0 else self.random.choice([1, 1, 2, 3]))
        raise TypeError(pattern)

    def _chosen(self, options: Sequence[Pattern]) -> Pattern:
        depths = [self._depth(option, self.depths) for option in options]
        if self.left < 0:
            return options[depths.index(min(depths))]
        return self.random.choice([option for option, depth in zip(options, depths, strict=True) if depth < DEEP])

    def _name(self, names: NameClass) -> Name:
        written = list(names.names())
        if written:
            return self.random.choice(written)
        tries = [(names.namespace or "urn:x", f"other{number}") for number in range(3)] + [("", "plain")]
        return next(name for name in tries if name in names)

    @staticmethod
    def _add(parent: etree._Element, text: str) -> None:
        if len(parent):
            parent[-1].tail = (parent[-1].tail or "") + text
        else:
            parent.text = (parent.text or "") + text

    def sample(self, pattern: Pattern) -> str | None:
        """Return a text that fits *pattern*, or None where none of the samples does."""
        match pattern:
            case Value(text=text):
                return text
            case Data():
                return self._of_type(pattern)
            case Choice(options=options):
                found = [text for text in map(self.sample, options) if text is not None]
                return self.random.choice(found) if found else None
            case Words(inner=inner):
                tries = [self.sample(inner) for _ in range(4)]
                return next((text for text in tries if text and self.values.fits(pattern, text, {"xml": XML})), None)
            case Group() | OneOrMore():
                parts = [self.sample(part) for part in self._parts(pattern)]
                return None if None in parts else " ".join(filter(None, parts))
        return {TEXT: "text", EMPTY: ""}.get(pattern)

    def _of_type(self, pattern: Data) -> str | None:
        if pattern.type_ == "ID":
            self.ids += 1
            return f"i{self.ids}"
        fits = self.values.fits
        fitting = [text for text in SAMPLES if pattern.type_[:5] != "IDREF" and fits(pattern, text, {"xml": XML})]
        return self.random.choice(fitting) if fitting else None


def clark(name: Name) -> str:
    """Return *name* as lxml writes it."""
    return f"{{{name[0]}}}{name[1]}" if name[0] else name[1]
