"""The close look at a document that may not fit: its faults, their places and words."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING
from xml.parsers import expat

from tei_edition import faults as ill_formed
from tei_edition import model, xmltext
from tei_edition.errors import MarkupError
from tei_edition.positions import Positions, path_text
from tei_edition.relaxng.matching import ids as ids_
from tei_edition.relaxng.matching.document import read
from tei_edition.relaxng.matching.faults import CODES
from tei_edition.relaxng.matching.walk import walk
from tei_edition.relaxng.messages.explain import told
from tei_edition.relaxng.messages.findings import Finding
from tei_edition.relaxng.messages.places import attribute_key, order, place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.relaxng.grammar.automaton import Automaton
    from tei_edition.relaxng.grammar.names import Name
    from tei_edition.relaxng.matching.document import Node
    from tei_edition.relaxng.matching.faults import Fault
    from tei_edition.xmltext import MarkupText


def at_bytes(automaton: Automaton, data: bytes, name: str, *, ids: bool) -> tuple[Finding, ...]:
    """Return what is wrong with the XML in *data*; that it is none is a finding too."""
    try:
        text = xmltext.read(data, name)
        return at_text(automaton, text, ids=ids)
    except MarkupError as error:
        return tuple(map(_of_markup, error.findings))


def at_text(automaton: Automaton, text: MarkupText, *, ids: bool) -> tuple[Finding, ...]:
    """Return what is wrong with *text*. Raises `MarkupError` for what is not read at all."""
    try:
        root = read(text.parsed)
    except expat.ExpatError as error:
        return tuple(map(_of_markup, ill_formed.explain(text, 0, str(error))))
    found = _faults(automaton, root, ids=ids)
    if not found:
        return ()
    positions = Positions.read(text)
    found.sort(key=lambda fault: order(positions, fault))
    return tuple(_finding(automaton, fault, text, place(positions, fault)) for fault in found)


def at_nodes(automaton: Automaton, root: Node, name: str, *, ids: bool) -> tuple[Finding, ...]:
    """Return what is wrong with the tree of *root*."""
    return tuple(_in_tree(automaton, fault, name) for fault in _faults(automaton, root, ids=ids))


def _faults(automaton: Automaton, root: Node, *, ids: bool) -> list[Fault]:
    seen: list[ids_.Seen] | None = [] if ids else None
    found = walk(automaton, root, seen)
    found += ids_.faults(seen or (), automaton.start, references=not found)
    if not found:
        return []
    common = Counter(_names(root))
    return [replace(fault, common=common) for fault in found]


def _names(root: Node) -> Iterator[Name]:
    """Yield the name of each element of the tree of *root*."""
    tasks = [root]
    while tasks:
        node = tasks.pop()
        yield node.name
        tasks.extend(item for item in node.items if not isinstance(item, str))


def _of_markup(found: model.Finding) -> Finding:
    """Return what is said of ill-formed XML as a finding of this package."""
    start, end = found.start or model.Position(1, 1), found.end or model.Position(0, 0)
    return Finding(found.path, start.line, start.column, found.code, found.message, found.advice, end_line=end.line, end_column=end.column)


def _in_tree(automaton: Automaton, fault: Fault, name: str) -> Finding:
    message, advice, expected, instead = told(automaton, fault)
    path, attribute, line = path_text(fault.path), attribute_key(fault.name), fault.node.line
    words = xmltext.sentence(message)
    return Finding(name, line, 0, CODES[fault.kind], words, advice, path, attribute, expected=expected, instead=instead)


def _finding(automaton: Automaton, fault: Fault, text: MarkupText, span: tuple[int, int]) -> Finding:
    start, end = (text.position(index) for index in span)
    message, advice, expected, instead = told(automaton, fault)
    return Finding(
        text.name,
        start.line,
        start.column,
        CODES[fault.kind],
        xmltext.sentence(message),
        advice,
        path_text(fault.path),
        attribute_key(fault.name),
        end.line,
        end.column,
        expected,
        instead,
    )
