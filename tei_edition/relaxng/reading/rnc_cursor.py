"""Going through the tokens of the compact syntax: what comes next, names with their namespaces, and annotations."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tei_edition.relaxng.grammar.names import XML
from tei_edition.relaxng.reading.rnc_tokens import CompactSyntaxError, Token
from tei_edition.relaxng.reading.rng import ANNOTATIONS
from tei_edition.relaxng.reading.tree import RNG, Node

if TYPE_CHECKING:
    from tei_edition.relaxng.reading.tree import CompactText, Faults

XSD = "http://www.w3.org/2001/XMLSchema-datatypes"
XMLNS = "http://www.w3.org/2000/xmlns"
DEPTH = 100
"""The deepest nesting read, as everywhere."""


@dataclass
class Notes:
    """The annotations before a construct: *doc* its documentation, *default* the ``a:defaultValue``."""

    at: int
    doc: str = ""
    default: str | None = None
    found: bool = False


@dataclass
class Cursor:
    """
    A place in the *tokens* of a file, with what was declared before.

    *namespaces* are by prefix (``""``: the default one); None stands for the one that is inherited from the file that includes
    this one. *datatypes* are the libraries by prefix.
    """

    file: CompactText
    tokens: list[Token]
    base: str
    faults: Faults
    index: int = 0
    depth: int = 0
    namespaces: dict[str, str | None] = field(default_factory=lambda: {"": None, "xml": XML})
    datatypes: dict[str, str] = field(default_factory=lambda: {"xsd": XSD})

    @property
    def next(self) -> Token:
        """The token that comes next."""
        return self.tokens[self.index]

    def after(self, count: int = 1) -> Token:
        """Return the token *count* after the next one."""
        return self.tokens[min(self.index + count, len(self.tokens) - 1)]

    def take(self) -> Token:
        """Return the next token and pass it."""
        token = self.tokens[self.index]
        self.index = min(self.index + 1, len(self.tokens) - 1)
        return token

    def sees(self, *signs: str) -> bool:
        """Tell whether one of these *signs* comes next."""
        return self.next.kind == "sign" and self.next.text in signs

    def sees_word(self, *keywords: str) -> bool:
        """Tell whether one of these *keywords* comes next."""
        return self.next.kind == "keyword" and self.next.text in keywords

    def passes(self, *signs: str) -> bool:
        """Pass one of these *signs* if it comes next; tell whether it did."""
        if self.sees(*signs):
            self.take()
            return True
        return False

    def expect(self, sign: str, where: str) -> Token:
        """Pass the *sign* that must come next."""
        if not self.sees(sign):
            raise self.unexpected(f'"{sign}" must stand {where}')
        return self.take()

    def unexpected(self, wanted: str) -> CompactSyntaxError:
        """Return the error for the next token, where *wanted* tells what is expected."""
        return CompactSyntaxError(self.next.at, f"{self.next.shown} cannot stand here", f"{wanted[0].upper()}{wanted[1:]}.")

    def node(self, kind: str, at: int, **attributes: str) -> Node:
        """Return a construct that begins at *at*."""
        known = {prefix: uri or "" for prefix, uri in self.namespaces.items() if prefix and uri is not None}
        return Node(kind, at, self.file, attributes, known)

    def fault(self, at: int, code: str, message: str, advice: str) -> None:
        """Note a fault, and go on."""
        self.faults.put(self.file.name, self.file.position(at), code, message, advice)

    def identifier(self, what: str, *, keywords: bool = False) -> Token:
        """Pass an identifier, which may be a keyword if *keywords*."""
        if self.next.kind == "name" or (keywords and self.next.kind == "keyword"):
            return self.take()
        if self.next.kind == "keyword":
            raise self.unexpected(f'{what} must stand here; a keyword is written "\\{self.next.text}"')
        raise self.unexpected(f"{what} must stand here")

    def literal(self, what: str) -> str:
        """Pass a literal, whose segments ``~`` joins."""
        if self.next.kind != "literal":
            raise self.unexpected(f"{what} in quotes must stand here")
        text = self.take().text
        while self.passes("~"):
            if self.next.kind != "literal":
                raise self.unexpected('after "~" the literal goes on in quotes')
            text += self.take().text
        return text

    def namespace(self, prefix: str, at: int) -> str | None:
        """Return the namespace of *prefix* (None: inherited); a fault if there is none."""
        if prefix not in self.namespaces:
            advice = f'Declare it at the beginning: namespace {prefix} = "...".'
            self.fault(at, "schema-names", f'the prefix "{prefix}" is not declared', advice)
        return self.namespaces.get(prefix, "")

    def notes(self) -> Notes:
        """Pass the annotations that stand before a construct."""
        notes = Notes(self.next.at)
        while self.next.kind == "documentation":
            line = self.take().text.lstrip("#").strip()
            notes.doc = f"{notes.doc} {line}".strip()
            notes.found = True
        if self.passes("["):
            notes.found = True
            self._attributes(notes)
            while not self.passes("]"):
                self._element(notes)
        return notes

    def _attributes(self, notes: Notes | None) -> None:
        """Pass annotation attributes; *notes*: of RELAX NG itself, not of an annotation."""
        seen: set[tuple[str | None, str]] = set()
        while self.next.kind in {"name", "keyword", "prefixed"} and self.after().text == "=" and self.after().kind == "sign":
            token = self.take()
            prefix, _, local = token.text.rpartition(":")
            uri = self.namespace(prefix, token.at) if prefix else ""
            self.take()
            value = self.literal("the value of the annotation")
            if (uri, local) in seen:
                self.fault(token.at, "schema-syntax", f'the annotation "{token.text}" is there twice', "Take one of them out.")
            seen.add((uri, local))
            if local == "*" or uri == XMLNS or (not prefix and local == "xmlns"):
                self.fault(token.at, "schema-syntax", f'"{token.text}" cannot be an annotation', "Name an attribute.")
            elif notes is not None and uri in {"", RNG}:
                self.fault(token.at, "schema-syntax", f'the annotation "{token.text}" has no namespace of its own', "Give it a prefix.")
            if notes is not None and (uri, local) == (ANNOTATIONS, "defaultValue"):
                notes.default = value

    def _element(self, notes: Notes | None) -> None:
        """Pass an annotation element."""
        self.deeper()
        if self.next.kind not in {"name", "keyword", "prefixed"} or self.next.text.endswith(":*"):
            raise self.unexpected('an annotation, such as a:note [ "..." ], or "]" must stand here')
        token = self.take()
        prefix, _, local = token.text.rpartition(":")
        uri = self.namespace(prefix, token.at) if prefix else ""
        if notes is not None and uri == RNG:
            self.fault(token.at, "schema-syntax", f'"{token.text}" is in the namespace of RELAX NG', "Annotations have one of their own.")
        self.expect("[", f"after {token.text}")
        self._attributes(None)
        words: list[str] = []
        while not self.passes("]"):
            if self.next.kind == "literal":
                words.append(self.literal("text"))
            else:
                self._element(None)
        if notes is not None and (uri, local) == (ANNOTATIONS, "documentation"):
            notes.doc = " ".join((notes.doc, *"".join(words).split())).strip()
        self.depth -= 1

    def follow(self) -> str:
        """Pass the annotations that follow a pattern; return their documentation."""
        notes = Notes(self.next.at)
        while self.passes(">>"):
            self._element(notes)
        return notes.doc

    def loose_annotation(self) -> bool:
        """Pass an annotation that stands among definitions; tell whether there was one."""
        if self.next.kind in {"name", "prefixed"} and self.after().kind == "sign" and self.after().text == "[":
            self._element(Notes(0))
            return True
        return False

    def deeper(self) -> None:
        """Count one more level of nesting."""
        self.depth += 1
        if self.depth > DEPTH:
            raise CompactSyntaxError(self.next.at, "the schema is nested too deeply", f"No more than {DEPTH} levels are read.")
