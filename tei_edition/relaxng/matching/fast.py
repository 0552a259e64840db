"""
The fast way: a document that fits is passed through without building anything, its tags taken as they are written.

A start tag is looked at once for each state in which it stands; after that its bytes lead to the next state. expat has told
before that the document is well-formed. Whatever is out of the ordinary, a fault or a namespace declared below the root, is
only doubted here (`Doubt`): then the document is walked over as a tree, which decides.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple
from xml.parsers import expat

from tei_edition.relaxng.datatypes.values import BLANK
from tei_edition.relaxng.grammar import steps
from tei_edition.relaxng.grammar.names import XML
from tei_edition.relaxng.matching import tags
from tei_edition.relaxng.matching.ids import Ids, clash, of_tag

if TYPE_CHECKING:
    from tei_edition.relaxng.grammar.automaton import Automaton, State
    from tei_edition.relaxng.grammar.names import Name

LIMIT = 50_000
"""So many tags are remembered, over all states."""

CONTEXTS = 16
"""So many sets of namespaces, as root elements declare them, are remembered."""

_PASSED_OVER = re.compile(rb"<!--.*?-->|<\?.*?\?>", re.DOTALL)
_TAG = re.compile(rb"""([^\s/]+)((?:\s+[^\s=]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(/?)""")
_ATTRIBUTE = re.compile(rb"""([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_REFERENCE = re.compile(r"&(?:#x([0-9a-fA-F]+)|#([0-9]+)|(lt|gt|amp|quot|apos));")
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"', "apos": "'"}
_LINE_ENDS = re.compile(r"\r\n?")
_BLANK = re.compile(r"[\t\n]")


class Doubt(Exception):  # noqa: N818 - it is none: the document may be without fault
    """The document has to be looked at more closely."""


class Entry(NamedTuple):
    """
    What a tag leads to: *inner* inside its element, *after* behind it, and what it gives for the check of *ids*.

    Without *inner* the tag is the end of the element that is open: then *after* is None if its start tag told it.
    For an empty element *inner* is `NOWHERE`.
    """

    inner: Table | None
    after: Table | None
    ids: Ids | None = None


class Table(dict[bytes, Entry]):  # what is asked for is made: see __missing__
    """
    The tags that were seen in *state*, each with its `Entry`.

    *exact*: it matters which text there is. *text* is where text leads to, as far as that is known.
    """

    __slots__ = ("context", "exact", "state", "text")

    def __init__(self, context: Context, state: State) -> None:
        super().__init__()
        self.context = context
        self.state = state
        self.exact = state.has_values
        self.text: Table | None = None

    def __missing__(self, tag: bytes) -> Entry:
        entry = self._end() if tag.startswith(b"/") else self.context.entry(self.state, tag)
        if self.context.size < LIMIT:
            self.context.size += 1
            self[tag] = entry
        return entry

    def _end(self) -> Entry:
        state = _without_text(self.state)
        if not state.ends:
            raise Doubt
        return Entry(None, self.context.table(state.ended()) if steps.is_after(state.pattern) else None)

    def after_text(self, text: bytes) -> Table:
        """Return where *text* leads to, which is not blank or matters. Raises `Doubt`."""
        plain = _plain(text)
        found = self.context.table(self.state.after_text(plain, self.context.namespaces))
        if not self.exact and plain.strip(BLANK):
            self.text = found
        return found


class Context:
    """The tables of *automaton* for documents whose root declares these *namespaces*."""

    def __init__(self, automaton: Automaton, namespaces: dict[str, str]) -> None:
        self.automaton = automaton
        self.namespaces = namespaces
        self.size = 0
        self._tables: dict[State, Table] = {}

    def table(self, state: State | None) -> Table:
        """Return the table of *state*. Raises `Doubt` where there is none."""
        if state is None:
            raise Doubt
        found = self._tables.get(state)
        if found is None:
            found = self._tables[state] = Table(self, state)
        return found

    def entry(self, state: State, tag: bytes) -> Entry:
        """Return what the start tag *tag* (without its angle brackets) leads to in *state*. Raises `Doubt`."""
        name, values, closed = _parsed(tag)
        attributes = {self._name(key, ""): value for key, value in values.items()}
        step = state.step(self._name(name, self.namespaces.get("", "")))
        inner = tags.after(attributes, self.namespaces, step.inner) if step else None
        if not step or not inner:
            raise Doubt
        ids = of_tag(step.inner, attributes, self.namespaces)
        if not closed:
            return Entry(self.table(inner), self.table(step.after) if step.after else None, ids)
        inner = _without_text(inner)
        if not inner.ends:
            raise Doubt
        return Entry(NOWHERE, self.table(step.after or inner.ended()), ids)

    def _name(self, written: str, default: str) -> Name:
        prefix, colon, local = written.rpartition(":")
        if written == "xmlns" or prefix == "xmlns":
            raise Doubt
        return (self.namespaces[prefix], local) if colon else (default, local)


NOWHERE = Table.__new__(Table)
"""What is inside an empty element."""


class Fast:
    """The fast way with *automaton*."""

    def __init__(self, automaton: Automaton) -> None:
        self.automaton = automaton
        self._contexts: dict[tuple[tuple[str, str], ...], Context] = {}
        self._roots: dict[bytes, Entry] = {}

    def fits(self, data: bytes, *, ids: bool = True) -> bool:
        """Tell whether *data* (UTF-8 without DOCTYPE) surely fits; *ids*: the ids in it as well. False: it may yet."""
        try:
            expat.ParserCreate("utf-8", "\x01").Parse(data, True)  # noqa: FBT003 - expat's own signature
            seen = self._pass(data)
        except (expat.ExpatError, Doubt):
            return False
        return not ids or not clash(seen)

    def _pass(self, data: bytes) -> list[Ids]:
        """Pass through *data*, and return what its tags give for the check of ids. Raises `Doubt`."""
        if b"<![CDATA[" in data:
            raise Doubt
        pieces = iter(_PASSED_OVER.sub(b"", data).split(b"<"))
        next(pieces)
        tag, _, text = next(pieces).partition(b">")
        inner, after, given = self._root(tag)
        if inner is None or inner is NOWHERE:
            return [given] if given else []
        seen = [given] if given else []
        present, nowhere, stack = inner, NOWHERE, [after]
        push, pop = stack.append, stack.pop
        if text and (present.exact or not text.isspace()):
            present = present.after_text(text) if present.text is None else present.text
        for piece in pieces:
            tag, _, text = piece.partition(b">")
            inner, after, given = present[tag]
            if inner is None:
                known = pop()
                present = known if known is not None else after  # type: ignore[assignment] # one of the two is there
            elif inner is nowhere:
                present = after  # type: ignore[assignment] # it is there
            else:
                push(after)
                present = inner
            if text and (present.exact or not text.isspace()):
                present = present.after_text(text) if present.text is None else present.text
            if given:
                seen.append(given)
        return seen

    def _root(self, tag: bytes) -> Entry:
        """Return what the root's *tag* leads to. Raises `Doubt`."""
        found = self._roots.get(tag)
        if found is None:
            name, values, closed = _parsed(tag)
            spaces = {"xml": XML} | {key.partition(":")[2]: value for key, value in values.items() if _declares(key)}
            context = self._context(spaces)
            rest = b"".join(match[0] for match in _ATTRIBUTES_OF.finditer(tag) if not _declares(match[1].decode()))
            found = context.entry(self.automaton.start, name.encode() + rest + (b"/" if closed else b""))
            if len(self._roots) >= CONTEXTS:
                self._roots.clear()
            self._roots[tag] = found
        return found

    def _context(self, namespaces: dict[str, str]) -> Context:
        key = tuple(sorted(namespaces.items()))
        if key not in self._contexts:
            if len(self._contexts) >= CONTEXTS:
                self.forget()
            self._contexts[key] = Context(self.automaton, namespaces)
        return self._contexts[key]

    def forget(self) -> None:
        """Forget all tables."""
        self._contexts.clear()
        self._roots.clear()


_ATTRIBUTES_OF = re.compile(rb"""\s+([^\s=]+)\s*=\s*(?:"[^"]*"|'[^']*')""")


def _declares(key: str) -> bool:
    return key == "xmlns" or key.startswith("xmlns:")


def _parsed(tag: bytes) -> tuple[str, dict[str, str], bool]:
    """Return name and attributes of a start *tag*, and whether it is of an empty element. Raises `Doubt`."""
    match = _TAG.fullmatch(tag)
    if not match:
        raise Doubt
    found = _ATTRIBUTE.findall(match[2])
    values = {key.decode(): _normalized(double or single) for key, double, single in found}
    return match[1].decode(), values, bool(match[3])


def _normalized(value: bytes) -> str:
    """Return the *value* of an attribute as XML has it read."""
    return _resolved(_BLANK.sub(" ", _LINE_ENDS.sub("\n", value.decode())))


def _plain(text: bytes) -> str:
    return _resolved(_LINE_ENDS.sub("\n", text.decode()))


def _resolved(text: str) -> str:
    return _REFERENCE.sub(_character, text) if "&" in text else text


def _character(match: re.Match[str]) -> str:
    if match[3]:
        return _NAMED[match[3]]
    return chr(int(match[1], 16) if match[1] else int(match[2]))


def _without_text(state: State) -> State:
    """Return where *state* leads to if the element has no text at all."""
    if state.has_values and not state.ends:
        return state.after_text("", {}) or state
    return state
