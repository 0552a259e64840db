"""Reading a schema in the compact syntax (RELAX NG Compact Syntax, OASIS 2002; ISO/IEC 19757-2, annex C), one file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.bom import MARKS
from tei_edition.relaxng.grammar.names import XML
from tei_edition.relaxng.reading.rnc_cursor import XMLNS, Cursor
from tei_edition.relaxng.reading.rnc_names import name_class, put_namespace
from tei_edition.relaxng.reading.rnc_tokens import CompactSyntaxError, tokens
from tei_edition.relaxng.reading.tree import CompactText, Faults, Node

if TYPE_CHECKING:
    from collections.abc import Callable

    from tei_edition.relaxng.reading.rnc_cursor import Notes

ASSIGNMENTS = {"=": "", "|=": "choice", "&=": "interleave"}
OPERATORS = {",": "group", "|": "choice", "&": "interleave"}
REPETITIONS = {"?": "optional", "*": "zeroOrMore", "+": "oneOrMore"}


def read(data: bytes, name: str, base: str, faults: Faults) -> Node | None:
    """Return the tree of the schema in *data*, which *base* (a URI) names; None with a fault where the syntax is broken."""
    text = _decoded(data, name, faults)
    if text is None:
        return None
    file = CompactText(name, text)
    try:
        return _Parser(Cursor(file, list(tokens(text)), base, faults)).top()
    except CompactSyntaxError as error:
        faults.put(name, file.position(error.at), "schema-syntax", str(error), error.advice)
        return None


def _decoded(data: bytes, name: str, faults: Faults) -> str | None:
    mark, encoding = next(((mark, encoding) for mark, encoding in MARKS if data.startswith(mark)), (b"", "utf-8"))
    try:
        return data[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        before = CompactText(name, data[len(mark) : len(mark) + error.start].decode(encoding, "replace"))
        place = before.position(len(before.text))
        faults.put(name, place, "schema-encoding", f"a byte here is not {encoding.upper()}", "Save the file as UTF-8.")
        return None


class _Parser:
    """The grammar of the syntax, one method a rule."""

    def __init__(self, cursor: Cursor) -> None:
        self.cursor = cursor

    def top(self) -> Node:
        """Read a whole file: declarations, then a pattern or the content of a grammar."""
        cursor = self.cursor
        while cursor.sees_word("namespace", "default", "datatypes"):
            self._declaration()
        grammar = cursor.node("grammar", cursor.next.at)
        if self._is_grammar():
            self._components(grammar, included=False)
            if cursor.next.kind != "end":
                raise cursor.unexpected("a definition must stand here")
            return grammar
        pattern = self._pattern()
        if cursor.next.kind != "end":
            raise cursor.unexpected("the file must end here, for it holds one pattern")
        return pattern

    def _declaration(self) -> None:
        cursor = self.cursor
        kind = cursor.take()
        default = kind.text == "default"
        if default:
            if not cursor.sees_word("namespace"):
                raise cursor.unexpected('"namespace" must stand after "default"')
            cursor.take()
        prefix = cursor.next
        if not default or not cursor.sees("="):
            prefix = cursor.identifier("a prefix", keywords=True)
        cursor.expect("=", "before what is declared")
        if kind.text == "datatypes":
            cursor.datatypes[prefix.text] = cursor.literal("the URI of the datatypes")
            return
        uri: str | None = None
        if cursor.sees_word("inherit"):
            cursor.take()
        else:
            uri = cursor.literal("the namespace")
        names = [""] if default else []
        if prefix.text != "=":
            names.append(prefix.text)
        for name in names:
            self._namespace(name, prefix.at, uri)

    def _namespace(self, prefix: str, at: int, uri: str | None) -> None:
        cursor = self.cursor
        if prefix == "xmlns" or uri == XMLNS or (prefix and (prefix == "xml") != (uri == XML)):
            cursor.fault(at, "schema-names", f'"{prefix}" cannot be declared so', "xml and xmlns have their own meaning in XML.")
        cursor.namespaces[prefix] = uri

    def _is_grammar(self) -> bool:
        """Tell whether definitions follow, not a pattern; the annotations before them are looked over."""
        cursor = self.cursor
        start = cursor.index, len(cursor.faults.found)
        cursor.notes()
        token, after = cursor.next, cursor.after()
        cursor.index = start[0]
        for key in list(cursor.faults.found)[start[1] :]:
            del cursor.faults.found[key]
        if token.kind == "end" or (token.kind == "keyword" and token.text in {"start", "div", "include"}):
            return True
        return token.kind in {"name", "prefixed"} and after.kind == "sign" and after.text in {*ASSIGNMENTS, "["}

    def _components(self, parent: Node, *, included: bool) -> None:
        """Read what stands in a grammar, up to what can be none of it."""
        cursor = self.cursor
        while True:
            if cursor.loose_annotation():
                continue
            notes = cursor.notes()
            if cursor.sees_word("div"):
                self._div(parent, included=included)
            elif cursor.sees_word("include") and not included:
                self._include(parent)
            elif cursor.sees_word("start") or cursor.next.kind == "name":
                self._definition(parent)
            elif notes.found:
                raise cursor.unexpected("a definition must stand after its annotation")
            else:
                return

    def _div(self, parent: Node, *, included: bool) -> None:
        div = self.cursor.node("div", self.cursor.take().at)
        parent.children.append(div)
        self._braces("div", lambda: self._components(div, included=included))

    def _definition(self, parent: Node) -> None:
        cursor = self.cursor
        token = cursor.take()
        if not cursor.sees(*ASSIGNMENTS):
            raise cursor.unexpected(f'"=", "|=" or "&=" must stand after {token.text}')
        combine = ASSIGNMENTS[cursor.take().text]
        node = cursor.node("define", token.at, name=token.text) if token.kind == "name" else cursor.node("start", token.at)
        if combine:
            node.attributes["combine"] = combine
        node.children.append(self._pattern())
        parent.children.append(node)

    def _include(self, parent: Node) -> None:
        cursor = self.cursor
        node = self._reference("include", cursor.take().at)
        if cursor.sees("{"):
            self._braces("include", lambda: self._components(node, included=True))
        parent.children.append(node)

    def _reference(self, kind: str, at: int) -> Node:
        """Read the rest of an ``include`` or ``external``."""
        cursor = self.cursor
        node = cursor.node(kind, at, href=cursor.literal("the name of a file"), base=cursor.base)
        prefix = ""
        if cursor.sees_word("inherit"):
            cursor.take()
            cursor.expect("=", 'after "inherit"')
            prefix = cursor.identifier("a prefix", keywords=True).text
        put_namespace(node, cursor.namespace(prefix, at))
        return node

    def _braces(self, what: str, inside: Callable[[], None]) -> None:
        self.cursor.expect("{", f"after {what}")
        self.cursor.deeper()
        inside()
        self.cursor.depth -= 1
        self.cursor.expect("}", f"at the end of {what}")

    def _pattern(self) -> Node:
        """Read a pattern: particles that one operator joins."""
        cursor = self.cursor
        cursor.deeper()
        first = self._particle()
        if cursor.sees(*OPERATORS):
            sign = cursor.next.text
            joined = cursor.node(OPERATORS[sign], first.at)
            joined.children.append(first)
            while cursor.passes(sign):
                joined.children.append(self._particle())
            if cursor.sees(*OPERATORS):
                raise cursor.unexpected(f'"{sign}" and "{cursor.next.text}" are told apart by ( )')
            first = joined
        cursor.depth -= 1
        return first

    def _particle(self) -> Node:
        """Read a pattern with its annotations and repetition."""
        cursor = self.cursor
        node = self._annotated()
        node.doc = f"{node.doc} {cursor.follow()}".strip()
        if cursor.sees(*REPETITIONS):
            repeated = cursor.node(REPETITIONS[cursor.take().text], node.at)
            repeated.children.append(node)
            cursor.follow()
            return repeated
        return node

    def _annotated(self) -> Node:
        notes = self.cursor.notes()
        return self._noted(self._primary(), notes)

    def _noted(self, node: Node, notes: Notes) -> Node:
        node.doc = notes.doc or node.doc
        node.default = notes.default if notes.default is not None else node.default
        return node

    def _primary(self) -> Node:
        cursor = self.cursor
        token = cursor.next
        if token.kind == "keyword":
            return self._keyword()
        if token.kind == "literal":
            return self._value(cursor.node("value", token.at))
        if token.kind == "prefixed" and not token.text.endswith(":*"):
            return self._datatype()
        if token.kind == "name":
            return cursor.node("ref", token.at, name=cursor.take().text)
        if cursor.passes("("):
            inside = self._pattern()
            cursor.expect(")", "at the end of what ( begins")
            return inside
        raise cursor.unexpected("a pattern must stand here")

    def _keyword(self) -> Node:
        cursor = self.cursor
        word, at = cursor.next.text, cursor.next.at
        if word in {"string", "token"}:
            return self._datatype()
        if word in {"empty", "text", "notAllowed"}:
            cursor.take()
            return cursor.node(word, at)
        if word in {"element", "attribute", "list", "mixed"}:
            return self._braced()
        if word == "grammar":
            node = cursor.node("grammar", cursor.take().at)
            self._braces("grammar", lambda: self._components(node, included=False))
            return node
        if word == "parent":
            cursor.take()
            return cursor.node("parentRef", at, name=cursor.identifier("the name of a definition").text)
        if word == "external":
            cursor.take()
            return self._reference("externalRef", at)
        raise cursor.unexpected(f'a pattern must stand here; a name that is a keyword is written "\\{word}"')

    def _braced(self) -> Node:
        cursor = self.cursor
        token = cursor.take()
        node = cursor.node(token.text, token.at)
        if token.text in {"element", "attribute"}:
            node.children.append(name_class(cursor, attribute=token.text == "attribute"))
        self._braces(token.text, lambda: node.children.append(self._pattern()))
        return node

    def _datatype(self) -> Node:
        """Read a datatype with its value, or with parameters and what it excludes."""
        cursor = self.cursor
        token = cursor.take()
        prefix, _, type_ = token.text.rpartition(":")
        library = cursor.datatypes.get(prefix, "")
        if prefix and prefix not in cursor.datatypes:
            advice = f'Declare them at the beginning: datatypes {prefix} = "...".'
            cursor.fault(token.at, "schema-datatype", f'the datatypes "{prefix}" are not declared', advice)
        node = cursor.node("data", token.at, type=type_)
        node.library = library
        if cursor.next.kind == "literal":
            node.kind = "value"
            return self._value(node)
        if cursor.passes("{"):
            while not cursor.passes("}"):
                node.children.append(self._param())
        if cursor.passes("-"):
            excluded = cursor.node("except", cursor.next.at)
            excluded.children.append(self._annotated())
            node.children.append(excluded)
        return node

    def _param(self) -> Node:
        cursor = self.cursor
        cursor.notes()
        token = cursor.identifier('a parameter or "}"', keywords=True)
        cursor.expect("=", f"after {token.text}")
        param = cursor.node("param", token.at, name=token.text)
        param.text = cursor.literal("the value of the parameter")
        return param

    def _value(self, node: Node) -> Node:
        node.text = self.cursor.literal("a value")
        put_namespace(node, self.cursor.namespaces[""])
        return node
