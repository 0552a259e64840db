"""
What the names in a schema stand for: classes of names, datatypes, and which definition a reference means.

Sections 4.8 to 4.11 and 4.16 to 4.18 of the specification: names get their namespaces, values their datatypes, and each
``grammar`` its definitions, of which those of one name are combined.
"""

from __future__ import annotations

import difflib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tei_edition.relaxng.datatypes import libraries
from tei_edition.relaxng.grammar.names import NameClass
from tei_edition.relaxng.grammar.patterns import Data, Value
from tei_edition.relaxng.reading.tree import NAMED, Node

if TYPE_CHECKING:
    from tei_edition.relaxng.grammar.names import Name
    from tei_edition.relaxng.reading.tree import Faults

XMLNS = "http://www.w3.org/2000/xmlns"
START = ""
"""The name under which a grammar's start is kept."""


@dataclass(eq=False, slots=True)
class Definition:
    """
    All that a grammar defines under one *name*; *nodes* are its definitions.

    *references* are the definitions it refers to where no element stands between, with the place of the reference.
    """

    name: str
    nodes: list[Node] = field(default_factory=list)
    references: list[tuple[Node, Definition]] = field(default_factory=list)

    @property
    def combine(self) -> str:
        """How its parts are combined."""
        return next((node.attributes["combine"].strip() for node in self.nodes if "combine" in node.attributes), "choice")


@dataclass(eq=False, slots=True)
class Scope:
    """The definitions of one ``grammar`` at *node* by their names; *parent* is the one in which it stands."""

    node: Node
    parent: Scope | None = None
    definitions: dict[str, Definition] = field(default_factory=dict)


@dataclass(frozen=True)
class Meaning:
    """
    What was found out of a schema.

    *names* are the classes of names of elements and attributes, *leaves* the patterns of ``data`` and ``value`` (without what a
    ``data`` excludes), *targets* what each ``ref``, ``parentRef`` and ``grammar`` stands for, *references* the definitions that
    an element's content refers to, *start* the whole.
    """

    start: Definition
    names: dict[Node, NameClass] = field(default_factory=dict)
    leaves: dict[Node, Data | Value] = field(default_factory=dict)
    targets: dict[Node, Definition] = field(default_factory=dict)
    references: dict[Node, list[tuple[Node, Definition]]] = field(default_factory=dict)


def resolve(root: Node, faults: Faults) -> Meaning:
    """Return what the names in the tree of *root* stand for; what stands for nothing is added to *faults*."""
    start = Definition(START, [Node("start", root.at, root.file, {}, root.namespaces, "", [root])])
    resolving = _Resolving(Meaning(start), faults)
    resolving.walk(root, "", None, start.references)
    resolving.bind()
    return resolving.meaning


@dataclass(frozen=True)
class _Resolving:
    meaning: Meaning
    faults: Faults
    scopes: list[Scope] = field(default_factory=list)
    pending: list[tuple[Node, Scope, list[tuple[Node, Definition]]]] = field(default_factory=list)

    def walk(self, node: Node, ns: str, scope: Scope | None, references: list[tuple[Node, Definition]]) -> None:
        """Resolve *node*, in which *ns* is inherited; *references* collects those of what it stands in."""
        ns = node.attributes.get("ns", ns)
        kind = node.kind
        if kind in NAMED:
            self.meaning.names[node] = self._names_of(node, ns)
            if kind == "element":
                references = self.meaning.references[node] = []
            for child in node.patterns():
                self.walk(child, ns, scope, references)
        elif kind in {"ref", "parentRef"}:
            self._reference(node, scope, references)
        elif kind in {"data", "value"}:
            self._leaf(node, ns, scope, references)
        elif kind == "grammar":
            self._grammar(node, ns, scope, references)
        else:
            for child in node.children:
                self.walk(child, ns, scope, references)

    def _reference(self, node: Node, scope: Scope | None, references: list[tuple[Node, Definition]]) -> None:
        wanted = scope.parent if scope and node.kind == "parentRef" else scope
        if wanted:
            self.pending.append((node, wanted, references))
        elif node.kind == "ref":
            self.faults.add(node, "schema-reference", f'<ref name="{node.name}"> stands in no <grammar>', "Only a grammar defines names.")
        else:
            message = f'<parentRef name="{node.name}"> does not stand in a grammar within a grammar'
            self.faults.add(node, "schema-reference", message, "It means what the grammar above defines.")

    def _leaf(self, node: Node, ns: str, scope: Scope | None, references: list[tuple[Node, Definition]]) -> None:
        """Resolve a ``data`` or ``value``."""
        if node.kind == "value":
            leaf: Data | Value = self._value(node, ns)
        else:
            params = tuple((child.name, child.text) for child in node.children if child.kind == "param")
            leaf = Data(type_=node.attributes["type"].strip(), library=node.library, params=params, doc=node.doc)
        self.meaning.leaves[node] = leaf
        for param, message, advice in libraries.faults(leaf):
            at = [child for child in node.children if child.kind == "param"][param] if param is not None else node
            self.faults.add(at, "schema-datatype", message, advice)
        for child in node.children:
            self.walk(child, ns, scope, references)

    def _value(self, node: Node, ns: str) -> Value:
        type_ = node.attributes.get("type")
        if type_ is None:
            return Value(text=node.text, doc=node.doc)
        type_ = type_.strip()
        named = libraries.needs_namespaces(node.library, type_)
        namespaces = tuple(sorted({**node.namespaces, "": ns}.items())) if named else ()
        return Value(text=node.text, type_=type_, library=node.library, namespaces=namespaces, doc=node.doc)

    def _grammar(self, node: Node, ns: str, outer: Scope | None, references: list[tuple[Node, Definition]]) -> None:
        scope = Scope(node, outer)
        self.scopes.append(scope)
        self._components(node, ns, scope)
        start = scope.definitions.get(START)
        if start is None:
            self.faults.add(node, "schema-grammar", "the grammar has no <start>", "Say which element is the outermost.")
            return
        self.meaning.targets[node] = start
        references.append((node, start))

    def _components(self, node: Node, ns: str, scope: Scope) -> None:
        for child in node.children:
            if child.kind == "div":
                self._components(child, child.attributes.get("ns", ns), scope)
                continue
            name = child.name if child.kind == "define" else START
            definition = scope.definitions.get(name)
            if definition is None:
                definition = scope.definitions[name] = Definition(name)
            definition.nodes.append(child)
            self.walk(child, ns, scope, definition.references)

    def bind(self) -> None:
        """Find what the references mean, and check how definitions are combined."""
        for node, scope, references in self.pending:
            definition = scope.definitions.get(node.name) if node.name != START else None
            if definition is None:
                near = difflib.get_close_matches(node.name, sorted(filter(None, scope.definitions)), 1)
                advice = f'Did you mean "{near[0]}"?' if near else "Define it, or take the reference out."
                self.faults.add(node, "schema-reference", f'nothing defines "{node.name}"', advice, "name")
            else:
                self.meaning.targets[node] = definition
                references.append((node, definition))
        for scope in self.scopes:
            for definition in scope.definitions.values():
                if len(definition.nodes) > 1:
                    self._combined(definition)

    def _combined(self, definition: Definition) -> None:
        what = f'"{definition.name}"' if definition.name else "the start"
        plain = [node for node in definition.nodes if "combine" not in node.attributes]
        for node in plain[1:]:
            line, _ = plain[0].file.position(plain[0].at)
            message = f"{what} is defined a second time, first in line {line} of {plain[0].file.name}"
            self.faults.add(node, "schema-grammar", message, 'Say how they are combined: combine="choice" or "interleave".')
        ways = [node for node in definition.nodes if "combine" in node.attributes]
        for node in ways[1:]:
            if node.attributes["combine"].strip() != ways[0].attributes["combine"].strip():
                message = f"{what} is combined in two ways"
                self.faults.add(node, "schema-grammar", message, f'Write combine="{ways[0].attributes["combine"].strip()}" everywhere.')

    def _names_of(self, node: Node, ns: str) -> NameClass:
        """Return the class of names of an element or attribute."""
        attribute = node.kind == "attribute"
        if "name" not in node.attributes:
            return self._names(node.children[0], ns, attribute=attribute)
        if attribute:
            ns = node.attributes.get("ns", "")
        return NameClass(self._name(node, node.name, ns, attribute=attribute))

    def _names(self, node: Node, ns: str, *, attribute: bool, within: str = "") -> NameClass:
        """Return the class of names *node* stands for; *within*: in the ``except`` of what."""
        ns = node.attributes.get("ns", ns)
        kind = node.kind
        if kind == "name":
            return NameClass(self._name(node, node.text.strip(" \t\n\r"), ns, attribute=attribute))
        if kind == "choice":
            options = tuple(self._names(child, ns, attribute=attribute, within=within) for child in node.children)
            return options[0] if len(options) == 1 else NameClass(options=options)
        if within and (kind == "anyName" or within == "nsName"):
            self.faults.add(node, "schema-names", f"{node} cannot be excluded from <{within}>", "Name what is excluded.")
        if kind == "nsName" and attribute:
            self._not_xmlns(node, ns)
        excluded = tuple(self._excluded(child, ns, attribute=attribute, within=kind) for child in node.children)
        return NameClass(namespace=ns if kind == "nsName" else None, excluded=excluded)

    def _excluded(self, node: Node, ns: str, *, attribute: bool, within: str) -> NameClass:
        ns = node.attributes.get("ns", ns)
        options = tuple(self._names(child, ns, attribute=attribute, within=within) for child in node.children)
        return options[0] if len(options) == 1 else NameClass(options=options)

    def _name(self, node: Node, written: str, ns: str, *, attribute: bool) -> Name:
        prefix, colon, local = written.rpartition(":")
        if colon:
            if prefix not in node.namespaces:
                self.faults.add(node, "schema-names", f'the prefix "{prefix}" is not declared', f'Declare it: xmlns:{prefix}="...".')
            ns = node.namespaces.get(prefix, "")
        if attribute:
            self._not_xmlns(node, ns)
            if not ns and local == "xmlns":
                self.faults.add(node, "schema-names", "an attribute cannot be called xmlns", "It declares a namespace.")
        return ns, local

    def _not_xmlns(self, node: Node, ns: str) -> None:
        if ns == XMLNS:
            self.faults.add(node, "schema-names", f'an attribute cannot be in the namespace "{XMLNS}"', "It is for declarations.")
