"""Grammars made at random, small ones of few names, so that many of them break a restriction; and documents made from them."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random
from xml.sax.saxutils import escape, quoteattr

XSD = "http://www.w3.org/2001/XMLSchema-datatypes"
RNG = "http://relaxng.org/ns/structure/1.0"
NAMESPACES = ("", "u:1", "u:2")
LEAVES = ("text", "empty", "value", "data", "list", "notAllowed")
COMBINATIONS = ("group", "choice", "interleave", "optional", "zeroOrMore", "oneOrMore", "mixed")
SIGNS = {"group": ", ", "choice": " | ", "interleave": " & ", "optional": "?", "zeroOrMore": "*", "oneOrMore": "+"}
WORDS = ("x", "y", "1", "02", "1986")
DATA = (
    ("int", ()),
    ("int", (("minInclusive", "2"),)),
    ("token", ()),
    ("NMTOKEN", (("pattern", "[a-z]*"),)),
    ("gYear", ()),
)


@dataclass(frozen=True)
class Part:
    """A construct: *kind* as the XML syntax names it, *text* its name or value, with what else belongs to it."""

    kind: str
    parts: tuple[Part, ...] = ()
    text: str = ""
    namespace: str = ""
    params: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class RandomGrammar:
    """Definitions by name; that of the start is empty. *combined* are those in two parts, with how they are combined."""

    definitions: dict[str, tuple[Part, ...]]
    combined: dict[str, str]

    def xml(self) -> str:
        """Return it in the XML syntax."""
        inside = "".join(self._xml_of(name) for name in self.definitions)
        return f'<grammar xmlns="{RNG}" datatypeLibrary="{XSD}">{inside}</grammar>'

    def _xml_of(self, name: str) -> str:
        tag, named = ("define", f' name="{name}"') if name else ("start", "")
        combine = f' combine="{self.combined[name]}"' if name in self.combined else ""
        return "".join(f"<{tag}{named}{combine}>{xml(part)}</{tag}>" for part in self.definitions[name])

    def compact(self) -> str:
        """Return it in the compact syntax."""
        lines = [f'namespace p{number} = "{uri}"' for number, uri in enumerate(NAMESPACES)]
        for name, parts in self.definitions.items():
            sign = {"choice": "|=", "interleave": "&=", "": "="}[self.combined.get(name, "")]
            lines += [f"{name or 'start'} {sign} {compact(part)}" for part in parts]
        return "\n".join(lines)


def xml(part: Part) -> str:
    """Return *part* in the XML syntax."""
    kind, inside = part.kind, "".join(map(xml, part.parts))
    if kind in {"text", "empty", "notAllowed"}:
        return f"<{kind}/>"
    if kind == "ref":
        return f"<ref name={quoteattr(part.text)}/>"
    if kind == "name":
        return f"<name ns={quoteattr(part.namespace)}>{part.text}</name>"
    if kind == "value":
        return f"<value type={quoteattr(part.namespace or 'token')}>{escape(part.text)}</value>"
    if kind == "data":
        inside = "".join(f"<param name={quoteattr(name)}>{escape(text)}</param>" for name, text in part.params) + inside
        return f"<data type={quoteattr(part.text)}>{inside}</data>"
    namespace = f" ns={quoteattr(part.namespace)}" if kind == "nsName" else ""
    return f"<{kind}{namespace}>{inside}</{kind}>"


def compact(part: Part) -> str:
    """Return *part* in the compact syntax."""
    kind, parts = part.kind, part.parts
    if kind in {"element", "attribute"}:
        return f"{kind} {names(parts[0])} {{ {compact(parts[1]) if parts[1:] else 'text'} }}"
    if kind in {"list", "mixed"}:
        return f"{kind} {{ {compact(_grouped(parts))} }}"
    if kind in {"ref", "value", "data"}:
        return _compact_leaf(part)
    if kind in {"optional", "zeroOrMore", "oneOrMore"}:
        return f"({compact(_grouped(parts))}){SIGNS[kind]}"
    return f"({SIGNS[kind].join(map(compact, parts))})" if parts else kind


def _compact_leaf(part: Part) -> str:
    if part.kind == "ref":
        return part.text
    if part.kind == "value":
        return f'xsd:{part.namespace or "token"} "{part.text}"'
    params = "".join(f' {name} = "{text}"' for name, text in part.params)
    excluded = f" - ({compact(part.parts[0].parts[0])})" if part.parts else ""
    return f"xsd:{part.text}" + (f" {{{params} }}" if params else "") + excluded


def _grouped(parts: tuple[Part, ...]) -> Part:
    return parts[0] if len(parts) == 1 else Part("group", parts)


def names(part: Part) -> str:
    """Return a class of names in the compact syntax."""
    if part.kind == "name":
        return f"p{NAMESPACES.index(part.namespace)}:{part.text}"
    if part.kind == "choice":
        return f"({' | '.join(map(names, part.parts))})"
    base = "*" if part.kind == "anyName" else f"p{NAMESPACES.index(part.namespace)}:*"
    return f"({base} - ({' | '.join(map(names, part.parts[0].parts))}))" if part.parts else base


@dataclass
class Maker:
    """What makes grammars; *wild* is how often something is put where it may not stand."""

    random: Random
    wild: float = 0.05
    defined: list[str] = field(default_factory=list)

    def grammar(self) -> RandomGrammar:
        """Return a grammar."""
        self.defined = ["d1", "d2", "d3"][: self.random.randint(0, 3)]
        definitions = {name: (self.pattern(2),) for name in self.defined}
        combined = {}
        for name in self.defined:
            if self.random.random() < 0.3:
                combined[name] = self.random.choice(["choice", "interleave"])
                definitions[name] += (self.pattern(1),)
        start = self.element(3) if self.random.random() > self.wild else self.pattern(2)
        return RandomGrammar({"": (start,), **definitions}, combined)

    def element(self, depth: int) -> Part:
        """Return an element."""
        return Part("element", (self.names(2), self.pattern(depth - 1)))

    def names(self, depth: int) -> Part:
        """Return a class of names."""
        kind = self.random.choices(["name", "choice", "anyName", "nsName"], [9, 1, 1, 1])[0]
        if kind == "name" or depth == 0:
            return Part("name", text=self.random.choice("abc"), namespace=self.random.choice(NAMESPACES[:2]))
        if kind == "choice":
            return Part("choice", tuple(self.names(depth - 1) for _ in range(2)))
        excluded = ()
        if self.random.random() < 0.5:
            excluded = (Part("except", tuple(self.names(depth - 1) for _ in range(self.random.randint(1, 2)))),)
        return Part(kind, excluded, namespace=self.random.choice(NAMESPACES) if kind == "nsName" else "")

    def pattern(self, depth: int) -> Part:
        """Return a pattern."""
        roll = self.random.random()
        if self.defined and roll < 0.15:
            return Part("ref", text=self.random.choice(self.defined))
        if roll < 0.35:
            return self.attribute()
        if depth <= 0 or roll < 0.5:
            return self.leaf()
        if roll < 0.7:
            return self.element(depth)
        kind = self.random.choice(COMBINATIONS)
        return Part(kind, tuple(self.pattern(depth - 1) for _ in range(self.random.randint(1, 3))))

    def attribute(self) -> Part:
        """Return an attribute; one of any name is mostly repeated."""
        named = self.names(1)
        value = (self.pattern(1) if self.random.random() < self.wild else self.leaf(),) if self.random.random() < 0.6 else ()
        found = Part("attribute", (named, *value))
        return Part("zeroOrMore", (found,)) if named.kind != "name" and self.random.random() > self.wild else found

    def leaf(self) -> Part:
        """Return a pattern that holds no element."""
        kind = self.random.choices(LEAVES, [5, 4, 4, 3, 2, 1])[0]
        if kind == "value":
            return self.random.choice([Part("value", text=self.random.choice(WORDS)), Part("value", text="1", namespace="int")])
        if kind == "data":
            type_, params = self.random.choice(DATA)
            excluded = (Part("except", (self.value(),)),) if self.random.random() < 0.3 else ()
            return Part("data", excluded, text=type_, params=params)
        if kind == "list":
            inner = self.pattern(1) if self.random.random() < self.wild else self.value()
            return Part("list", (Part(self.random.choice(["oneOrMore", "optional", "group"]), (inner, self.value())),))
        return Part(kind)

    def value(self) -> Part:
        """Return a value, or a choice of two."""
        first = Part("value", text=self.random.choice(WORDS))
        second = Part("data", text=self.random.choice(DATA)[0])
        return self.random.choice([first, second, Part("choice", (first, second))])


@dataclass
class Content:
    """What stands in an element of a document."""

    attributes: dict[tuple[str, str], str] = field(default_factory=dict)
    children: list[str] = field(default_factory=list)


@dataclass
class Writer:
    """What makes documents that fit a grammar, more or less."""

    random: Random
    grammar: RandomGrammar

    def document(self) -> str:
        """Return a document; where the grammar allows none, one that does not fit."""
        content = Content()
        self.put(self.random.choice(self.grammar.definitions[""]), content, 5)
        return next((child for child in content.children if child.startswith("<")), "<none/>")

    def put(self, part: Part, into: Content, depth: int) -> None:
        """Put what fits *part* into an element."""
        kind = part.kind
        if kind == "element":
            into.children.append(self.element(part, depth) if depth > 0 else "")
        elif kind == "attribute":
            inside = Content()
            for each in part.parts[1:] or [Part("text")]:
                self.put(each, inside, 0)
            into.attributes[self.name(part.parts[0])] = " ".join(inside.children)
        elif kind == "ref":
            if depth > 0:
                for each in self.referred(part.text):
                    self.put(each, into, depth - 1)
        elif kind in {"text", "value", "data"}:
            into.children.append(part.text if kind == "value" else self.random.choice(("", *WORDS)))
        else:
            self.combination(part, into, depth)

    def referred(self, name: str) -> tuple[Part, ...]:
        """Return the parts of a definition that are to be put."""
        parts = self.grammar.definitions[name]
        return parts if self.grammar.combined.get(name) == "interleave" else (self.random.choice(parts),)

    def combination(self, part: Part, into: Content, depth: int) -> None:
        """Put what fits a combination."""
        kind, parts = part.kind, list(part.parts)
        if kind == "choice":
            parts = [self.random.choice(parts)]
        times = {"optional": (0, 1), "zeroOrMore": (0, 2), "oneOrMore": (1, 2)}.get(kind, (1, 1))
        start = len(into.children)
        for _ in range(self.random.randint(*times)):
            for each in parts:
                self.put(each, into, depth)
        if kind in {"interleave", "mixed"}:
            mixed = into.children[start:] + (["x"] if kind == "mixed" and self.random.random() < 0.5 else [])
            self.random.shuffle(mixed)
            into.children[start:] = mixed

    def element(self, part: Part, depth: int) -> str:
        """Return an element that fits *part*, with an accident at times."""
        content = Content()
        for each in part.parts[1:]:
            self.put(each, content, depth - 1)
        self.accident(content)
        namespace, local = self.name(part.parts[0])
        prefixes = {uri: f"n{number}" for number, uri in enumerate(sorted({uri for uri, _ in content.attributes} - {""}))}
        written = "".join(f' xmlns:{prefix}="{uri}"' for uri, prefix in prefixes.items())
        for (uri, name), value in content.attributes.items():
            written += f" {prefixes[uri] + ':' if uri else ''}{name}={quoteattr(value)}"
        return f'<{local} xmlns="{namespace}"{written}>{"".join(content.children)}</{local}>'

    def accident(self, content: Content) -> None:
        """Break something in one of eight elements."""
        if self.random.random() > 0.12:
            return
        what = self.random.randint(0, 3)
        if what == 0 and content.children:
            content.children.pop(self.random.randrange(len(content.children)))
        elif what == 1:
            content.children.insert(self.random.randint(0, len(content.children)), self.random.choice(["<a/>", "x", '<b xmlns="u:1"/>']))
        elif what == 2 and content.attributes:
            content.attributes.pop(self.random.choice(sorted(content.attributes)))
        else:
            content.attributes["", self.random.choice("abc")] = self.random.choice(WORDS)

    def name(self, part: Part) -> tuple[str, str]:
        """Return a name of a class of names, or nearly."""
        if part.kind == "name":
            return part.namespace, part.text
        if part.kind == "choice":
            return self.name(self.random.choice(part.parts))
        namespace = part.namespace if part.kind == "nsName" else self.random.choice(NAMESPACES)
        return namespace, self.random.choice("abcd")
