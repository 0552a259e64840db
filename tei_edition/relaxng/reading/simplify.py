"""From the tree of a schema to the patterns of the simple form (sections 4.12 to 4.21), checked as section 7 demands."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tei_edition.relaxng.grammar.patterns import EMPTY, NOTHING, TEXT, Data, Element, OneOrMore, Pattern, Value, Words
from tei_edition.relaxng.grammar.pool import Pool
from tei_edition.relaxng.reading import facts as facts_
from tei_edition.relaxng.reading import restrictions
from tei_edition.relaxng.reading.facts import Facts, Has

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tei_edition.relaxng.reading.scopes import Definition, Meaning
    from tei_edition.relaxng.reading.tree import Faults, Node

Built = tuple[Pattern, Facts]

DEPTH = 100
"""So deep groups, choices and interleaves are nested in each other, references followed, at the most."""

NOT_ALLOWED: Built = (NOTHING, Facts())
IS_EMPTY: Built = (EMPTY, Facts(Has.EMPTY))
IS_TEXT: Built = (TEXT, Facts(Has.TEXT, facts_.COMPLEX))


@dataclass
class Simplifying:
    """
    The making of patterns from what a schema means.

    Definitions are made before what refers to them, elements when something that is reached refers to them. *places* tells where
    attributes and leaves stand, *contents* what the elements reached hold, by their numbers.
    """

    meaning: Meaning
    faults: Faults
    pool: Pool = field(default_factory=Pool)
    nodes: list[Node] = field(default_factory=list)
    elements: dict[Node, Element] = field(default_factory=dict)
    contents: dict[int, Pattern] = field(default_factory=dict)
    made: dict[Definition, Built | None] = field(default_factory=dict)
    known: dict[tuple[str, tuple[Pattern, ...]], Built] = field(default_factory=dict)
    reached: set[Pattern] = field(default_factory=set)
    places: dict[Pattern, Node] = field(default_factory=dict)
    depths: dict[Pattern, int] = field(default_factory=dict)

    def start(self) -> Pattern:
        """Return what a document may be, and make the contents of all elements that it reaches."""
        self._define([(self.meaning.start.nodes[0], self.meaning.start)])
        pattern, facts = self.made[self.meaning.start] or NOT_ALLOWED
        self._report(restrictions.start(self.meaning.start.nodes[0].children[0], facts))
        todo = list(self._newly_reached(pattern))
        while todo:
            element = todo.pop()
            content = self._content(self.nodes[element.number])
            self.contents[element.number] = content
            todo.extend(self._newly_reached(content))
        return pattern

    def _content(self, node: Node) -> Pattern:
        self._define(self.meaning.references[node])
        pattern, facts = self._all("group", node.patterns())
        self._report(restrictions.content(facts))
        return pattern

    def _report(self, found: Iterable[facts_.Fault]) -> None:
        for fault in found:
            self.faults.add(fault.node, "schema-restriction", fault.message, fault.advice)

    def _newly_reached(self, pattern: Pattern) -> Iterator[Element]:
        """Yield the elements in *pattern* that were not reached before."""
        todo = [pattern]
        while todo:
            part = todo.pop()
            if part not in self.reached:
                self.reached.add(part)
                if isinstance(part, Element):
                    yield part
                else:
                    todo.extend(inner(part))

    def _define(self, references: list[tuple[Node, Definition]]) -> None:
        """Make the definitions that *references* mean, those they refer to first."""
        stack = [iter(references)]
        open_: list[Definition] = []
        while stack:
            node, definition = next(stack[-1], (None, None))
            if node is None or definition is None:
                stack.pop()
                if open_:
                    done = open_.pop()
                    self.made[done] = self._definition(done)
            elif definition not in self.made:
                self.made[definition] = None
                open_.append(definition)
                stack.append(iter(definition.references))
            elif definition in open_:
                message = f'"{definition.name}" refers to itself' if definition.name else "the start refers to itself"
                self.faults.add(node, "schema-reference", message, "A definition can hold itself only within an element.")

    def _definition(self, definition: Definition) -> Built:
        parts = [self._all("group", node.children) for node in definition.nodes]
        return parts[0] if len(parts) == 1 else self._joined(definition.combine, parts, definition.nodes)

    def _all(self, kind: str, nodes: list[Node]) -> Built:
        """Return what *nodes* are together: a ``group``, ``choice`` or ``interleave``."""
        if len(nodes) == 1:
            return self._built(nodes[0])
        return self._joined(kind, [self._built(node) for node in nodes], nodes)

    def _joined(self, kind: str, parts: list[Built], nodes: list[Node]) -> Built:
        key = (kind, tuple(pattern for pattern, _ in parts))
        found = self.known.get(key)
        if found is None or found[1].faults or found[1].mixed:
            found = self.known[key] = self._join(kind, parts, nodes)
            self._measure(found[0], nodes[0])
        return found

    def _measure(self, pattern: Pattern, node: Node) -> None:
        """Note how deep *pattern* is nested; deeper than `DEPTH` is a fault."""
        if pattern in self.depths:
            return
        inside = max(map(self._depth, inner(pattern)), default=0)
        if inside == DEPTH:
            self.faults.add(node, "schema-grammar", f"the definitions are nested more than {DEPTH} deep", "Let one hold many.")
        self.depths[pattern] = inside + 1

    def _depth(self, pattern: Pattern) -> int:
        """Return how deep *pattern* is nested; what repeats, or lists, another is as deep as that."""
        while isinstance(pattern, OneOrMore | Words):
            pattern = pattern.inner
        return self.depths.get(pattern, 0)

    def _join(self, kind: str, parts: list[Built], nodes: list[Node]) -> Built:
        patterns = [pattern for pattern, _ in parts]
        if kind == "choice":
            return self.pool.choice(patterns), restrictions.choice([facts for pattern, facts in parts if pattern is not NOTHING])
        make = self.pool.group if kind == "group" else self.pool.interleave
        if NOTHING in patterns:
            return NOT_ALLOWED
        kept = [(facts, node) for (pattern, facts), node in zip(parts, nodes, strict=True) if pattern is not EMPTY]
        if len(kept) < 2:  # noqa: PLR2004 - one alone is itself
            return (make(patterns), kept[0][0]) if kept else IS_EMPTY
        return make(patterns), restrictions.together(kind, kept)

    def _built(self, node: Node) -> Built:
        kind = node.kind
        if kind in {"ref", "parentRef", "grammar"}:
            return self.made.get(self.meaning.targets[node]) or NOT_ALLOWED
        if kind == "element":
            return self._element(node)
        if kind in {"group", "choice", "interleave"}:
            return self._all(kind, node.children)
        if kind in LEAVES:
            return LEAVES[kind]
        make = {"value": self._leaf, "data": self._leaf, "attribute": self._attribute}.get(kind, self._around)
        return make(node)

    def _around(self, node: Node) -> Built:
        """Return what a ``optional``, ``zeroOrMore``, ``oneOrMore``, ``mixed`` or ``list`` is."""
        kind = node.kind
        built = self._all("group", node.children)
        if kind in {"zeroOrMore", "oneOrMore"}:
            pattern, facts = built
            if pattern not in {NOTHING, EMPTY}:
                built = self.pool.one_or_more(pattern), restrictions.repeated(node, facts)
        if kind in {"zeroOrMore", "optional"}:
            return self._joined("choice", [built, IS_EMPTY], [node, node])
        if kind == "mixed":
            return self._joined("interleave", [built, IS_TEXT], [node, node])
        if kind == "list":
            pattern, facts = built
            return (self.pool.words(pattern), restrictions.in_list(node, facts)) if pattern is not NOTHING else NOT_ALLOWED
        return built

    def _element(self, node: Node) -> Built:
        found = self.elements.get(node)
        if found is None:
            found = self.elements[node] = self.pool.element(self.meaning.names[node], len(self.nodes), node.doc)
            self.nodes.append(node)
        return found, Facts(Has.ELEMENT, facts_.COMPLEX, element=found.names)

    def _attribute(self, node: Node) -> Built:
        parts = node.patterns()
        value, facts = self._all("group", parts) if parts else IS_TEXT
        if value is NOTHING:
            return NOT_ALLOWED
        names = self.meaning.names[node]
        pattern = self.pool.attribute(names, value, node.doc)
        self.places.setdefault(pattern, node)
        return pattern, restrictions.attribute(node, names, facts)

    def _leaf(self, node: Node) -> Built:
        leaf = self.meaning.leaves[node]
        if isinstance(leaf, Value):
            value = self.pool.value(leaf)
            self.places.setdefault(value, node)
            return value, Facts(Has.DATA, facts_.DATA)
        excluded = [child for child in node.children if child.kind == "except"]
        pattern, facts = self._all("choice", excluded[0].children) if excluded else NOT_ALLOWED
        data = Data(False, leaf.type_, leaf.library, leaf.params, pattern, leaf.doc)  # noqa: FBT003 - never nullable
        data = self.pool.data(data)
        self.places.setdefault(data, node)
        return data, restrictions.data(node, facts)


def inner(pattern: Pattern) -> tuple[Pattern, ...]:
    """Return the patterns directly in *pattern* that hold, or are, elements."""
    parts = getattr(pattern, "parts", None) or getattr(pattern, "options", None)
    if parts is not None:
        return tuple(parts)
    found = getattr(pattern, "inner", None)
    return () if found is None else (found,)


LEAVES: dict[str, Built] = {"text": IS_TEXT, "empty": IS_EMPTY, "notAllowed": NOT_ALLOWED}
