"""Documents made at random from a RELAX NG grammar (one file, as the ODD compiler writes it), each valid by it."""

from __future__ import annotations

import random
from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from pathlib import Path

RNG = "http://relaxng.org/ns/structure/1.0"
R = f"{{{RNG}}}"
DEEP = 10**6
ENOUGH = 12
VALUES = (
    *(
        "x",
        "two words",
        "1",
        "1.5",
        "0",
        "0.5",
        "-2",
        "true",
        "unknown",
        "en",
        "1986-11-13",
        "1986",
        "1986-11",
        "--11",
        "--11-13",
        "---13",
        "1986-11-13T10:30:00",
        "10:30:00",
        "P1D",
        "PT5S",
    ),
    *("#a", "http://example.org/a", "12cm", "1,1", "4.9.0", "text/plain", "css", "@xml:id", "/TEI", "a:b", "+1", "1/2", "regular"),
)


class Walk:
    """Makes documents from the grammar in the file *path*; the same *seed* makes the same ones."""

    def __init__(self, path: Path, seed: int) -> None:
        self.grammar = etree.parse(path).getroot()
        self.random = random.Random(seed)
        self.used: Counter[str] = Counter()
        self.ids = 0
        self.made = self.begun = 0
        self._values: dict[bytes, list[str]] = {}

    @cached_property
    def definitions(self) -> dict[str, etree._Element]:
        return {define.get("name", ""): define for define in self.grammar.iter(R + "define")}

    @cached_property
    def depths(self) -> dict[str, int]:
        """How many elements deep each definition is at least."""
        depths: dict[str, int] = dict.fromkeys(self.definitions, DEEP)
        while True:
            found = {name: self.depth(define, depths) for name, define in self.definitions.items()}
            if found == depths:
                return depths
            depths = found

    @cached_property
    def least(self) -> dict[etree._Element, int]:
        """How many elements deep every pattern is at least."""
        return {pattern: self.depth(pattern, self.depths) for pattern in self.grammar.iter(etree.Element)}

    def depth(self, pattern: etree._Element, depths: dict[str, int]) -> int:
        name = pattern.tag.removeprefix(R)
        if name in {"optional", "zeroOrMore", "attribute", "empty", "text", "data", "value", "list", "notAllowed"}:
            return DEEP if name == "notAllowed" else 0
        if name == "ref":
            return depths[pattern.get("name", "")]
        inner = [self.depth(child, depths) for child in pattern if child.tag.startswith(R)]
        lowest = min(inner, default=0) if name == "choice" else max(inner, default=0)
        return min(DEEP, lowest + (name == "element"))

    def document(self) -> etree._Element:
        """Return a new document."""
        self.ids = self.made = self.begun = 0
        holder = etree.Element("holder")
        self.put(self.grammar.find(R + "start"), holder, 0)
        return holder[0]

    def put(self, pattern: etree._Element, parent: etree._Element, level: int) -> None:
        """Add something that *pattern* allows to *parent*."""
        name = pattern.tag.removeprefix(R) if pattern.tag.startswith(R) else ""
        if name in {"start", "define", "group"}:
            for child in pattern:
                self.put(child, parent, level)
        elif name:
            getattr(self, f"put_{name.lower()}")(pattern, parent, level)

    def put_ref(self, pattern: etree._Element, parent: etree._Element, level: int) -> None:
        self.used[pattern.get("name", "")] += 1
        self.put(self.definitions[pattern.get("name", "")], parent, level)

    def put_choice(self, pattern: etree._Element, parent: etree._Element, level: int) -> None:
        """Choose what was used least so far; deep down, what is shortest."""
        parts = [child for child in pattern if child.tag.startswith(R)]
        if self._tired(level):
            least = min(self.least[child] for child in parts)
            parts = [child for child in parts if self.least[child] == least]
        self.random.shuffle(parts)
        self.put(min(parts, key=self._use), parent, level)

    def _use(self, pattern: etree._Element) -> int:
        return min(
            (self.used[ref.get("name", "")] for ref in pattern.iter(R + "ref")),
            default=self.used["#text"] if pattern.tag == R + "text" else 0,
        )

    def put_optional(self, pattern: etree._Element, parent: etree._Element, level: int) -> None:
        if self._wanted(pattern, level) and self.random.random() < (0.9 if self._rare(pattern) else 0.3):
            self.put(pattern[0], parent, level)

    def put_zeroormore(self, pattern: etree._Element, parent: etree._Element, level: int) -> None:
        for _ in range(self.random.randint(int(self._rare(pattern)), 2) if self._wanted(pattern, level) else 0):
            self.put(pattern[0], parent, level)

    def _rare(self, pattern: etree._Element) -> bool:
        """Tell whether *pattern* leads to an element that was hardly used so far."""
        names = [ref.get("name", "") for ref in pattern.iter(R + "ref")]
        return any(self.used[name] < 10 and self.depths[name] > 0 for name in names)

    def put_oneormore(self, pattern: etree._Element, parent: etree._Element, level: int) -> None:
        for _ in range(self.random.randint(1, 2) if self._wanted(pattern, level) else 1):
            self.put(pattern[0], parent, level)

    def _wanted(self, pattern: etree._Element, level: int) -> bool:
        depth = self.least[pattern[0]]
        return depth == 0 or (depth < DEEP and not self._tired(level))

    def _tired(self, level: int) -> bool:
        """Tell whether the document is deep enough, or its present part large enough, to come to an end."""
        return level > 7 or self.made - self.begun > ENOUGH

    def put_element(self, pattern: etree._Element, parent: etree._Element, level: int) -> None:
        namespace = pattern.get("ns") or self.grammar.get("ns", "")
        self.made += 1
        if level <= 3:
            self.begun = self.made
        child = etree.SubElement(parent, f"{{{namespace}}}{pattern.get('name')}", nsmap={None: namespace})
        for part in pattern:
            self.put(part, child, level + 1)
        if level <= 3:
            self.begun = self.made

    def put_attribute(self, pattern: etree._Element, parent: etree._Element, level: int) -> None:
        name = pattern.get("name", "").replace("xml:", "{http://www.w3.org/XML/1998/namespace}")
        parent.set(name, " ".join(self.values(pattern)))

    def values(self, pattern: etree._Element) -> list[str]:
        """Return the words of a value that *pattern* allows."""
        name = pattern.tag.removeprefix(R)
        if name == "ref":
            return self.values(self.definitions[pattern.get("name", "")])
        if name == "choice":
            return self.values(self.random.choice([child for child in pattern if child.tag.startswith(R)]))
        if name == "value":
            return [pattern.text] if pattern.text else []
        if name == "data":
            return [self.datum(pattern)]
        if name in {"text", "empty"}:
            return ["some words"] if name == "text" else []
        times = {"optional": (0, 1), "zeroOrMore": (0, 2), "oneOrMore": (1, 2)}.get(name, (1, 1))
        parts = [child for child in pattern if child.tag.startswith(R)]
        return [word for _ in range(self.random.randint(*times)) for child in parts for word in self.values(child)]

    def datum(self, pattern: etree._Element) -> str:
        """Return a value of the datatype *pattern*."""
        if pattern.get("type") == "ID":
            self.ids += 1
            return f"i{self.ids}"
        key = etree.tostring(pattern, with_tail=False)
        if key not in self._values:
            text = f'<element name="x" xmlns="{RNG}" datatypeLibrary="{self.grammar.get("datatypeLibrary")}"/>'
            schema = etree.fromstring(text)
            schema.append(etree.fromstring(key))
            one = etree.RelaxNG(schema)
            self._values[key] = [value for value in VALUES if one.validate(_holding(value))]
        return self.random.choice(self._values[key])

    def put_text(self, _pattern: etree._Element, parent: etree._Element, level: int) -> None:
        self.used["#text"] += 1
        if len(parent):
            parent[-1].tail = (parent[-1].tail or "") + "words "
        else:
            parent.text = (parent.text or "") + "words "

    def put_value(self, pattern: etree._Element, parent: etree._Element, level: int) -> None:
        parent.text = pattern.text

    def put_data(self, pattern: etree._Element, parent: etree._Element, level: int) -> None:
        parent.text = self.datum(pattern)

    def put_empty(self, _pattern: etree._Element, parent: etree._Element, level: int) -> None:
        """Add nothing."""


def _holding(value: str) -> etree._Element:
    element = etree.Element("x")
    element.text = value
    return element
