"""What may stand where in the XML syntax (section 3 of the specification)."""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING

from tei_edition.relaxng.datatypes.lexical import is_ncname, is_qname
from tei_edition.relaxng.reading.tree import NAMED

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tei_edition.relaxng.reading.tree import Faults, Node

NAMES = frozenset({"name", "anyName", "nsName", "choice"})
PATTERNS = frozenset(
    {
        *("element", "attribute", "group", "interleave", "choice", "optional", "zeroOrMore", "oneOrMore", "list", "mixed"),
        *("ref", "parentRef", "empty", "value", "data", "notAllowed", "externalRef", "grammar", "text"),
    }
)
INCLUDED = frozenset({"start", "define", "div"})
COMPONENTS = INCLUDED | {"include"}
CONTENTS: dict[str, frozenset[str]] = {
    **dict.fromkeys(("element", "attribute", "group", "interleave", "choice", "optional", "zeroOrMore", "oneOrMore"), PATTERNS),
    **dict.fromkeys(("list", "mixed", "start", "define"), PATTERNS),
    **dict.fromkeys(("ref", "parentRef", "empty", "notAllowed", "externalRef", "text", "name", "value", "param"), frozenset()),
    **dict.fromkeys(("anyName", "nsName"), frozenset({"except"})),
    "data": frozenset({"param", "except"}),
    "grammar": COMPONENTS,
    "div": COMPONENTS,
    "include": INCLUDED,
    "except": PATTERNS,
}
"""The elements that may stand in each, but for classes of names."""

FILLED = frozenset({"group", "interleave", "choice", "optional", "zeroOrMore", "oneOrMore", "list", "mixed", "start", "define", "except"})
"""Those that must hold something."""

ATTRIBUTES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "element": ((), ("name",)),
    "attribute": ((), ("name",)),
    "ref": (("name",), ()),
    "parentRef": (("name",), ()),
    "value": ((), ("type",)),
    "data": (("type",), ()),
    "param": (("name",), ()),
    "externalRef": (("href",), ()),
    "include": (("href",), ()),
    "define": (("name",), ("combine",)),
    "start": ((), ("combine",)),
}
"""The attributes each must and may have, besides ``ns`` and ``datatypeLibrary``."""

EVERYWHERE = frozenset({"ns", "datatypeLibrary"})
LIBRARY = re.compile(r"(?:[A-Za-z][A-Za-z0-9+.-]*:(?:[^\s#%<>\"{}|\\^`]|%[0-9A-Fa-f]{2})+)?")
"""A URI, absolute and without fragment, or nothing."""


def check(root: Node, faults: Faults) -> None:
    """Add to *faults* what in the tree of *root* breaks the syntax."""
    _one(root, PATTERNS, faults, names=False)
    todo = [(root, False)]
    while todo:
        node, in_names = todo.pop()
        if node.kind in CONTENTS:
            _attributes(node, faults)
            in_names = in_names or node.kind in {"anyName", "nsName"}
            todo.extend(_children(node, faults, in_names=in_names))


def _one(node: Node, allowed: Iterable[str], faults: Faults, *, names: bool) -> None:
    if node.kind not in allowed:
        what = "a class of names" if names else "a pattern"
        near = difflib.get_close_matches(node.kind, sorted(allowed), 1)
        advice = f"Did you mean <{near[0]}>?" if near else ""
        known = node.kind in CONTENTS
        message = f"{node} cannot stand here, where {what} is expected" if known else f"{node} is not an element of RELAX NG"
        faults.add(node, "schema-syntax", message, advice)


def _children(node: Node, faults: Faults, *, in_names: bool) -> list[tuple[Node, bool]]:
    """Check the children of *node*; return each with whether it stands in a class of names."""
    children = node.children
    if in_names:
        allowed = NAMES if node.kind in {"choice", "except"} else CONTENTS[node.kind]
        for child in children:
            _one(child, allowed, faults, names=True)
    elif node.kind in NAMED and "name" not in node.attributes:
        if not children or children[0].kind not in NAMES:
            faults.add(node, "schema-syntax", f"{node} has no name", f'Write <{node.kind} name="...">.')
            children = [node, *children]
        for child in children[1:]:
            _one(child, PATTERNS, faults, names=False)
    else:
        for child in children:
            _among(node, child, faults)
    _number(node, faults)
    named = node.kind in NAMED and "name" not in node.attributes
    return [(child, in_names or (named and not index)) for index, child in enumerate(node.children)]


def _among(node: Node, child: Node, faults: Faults) -> None:
    allowed = CONTENTS[node.kind]
    if child.kind in allowed:
        return
    if allowed is PATTERNS:
        _one(child, allowed, faults, names=False)
        return
    what = f"It may hold {', '.join(f'<{name}>' for name in sorted(allowed))}." if allowed else "It is empty."
    faults.add(child, "schema-syntax", f"{child} cannot stand in {node}", what)


def _number(node: Node, faults: Faults) -> None:
    """Check how many children *node* has."""
    kind, count = node.kind, len(node.patterns())
    if (kind in FILLED or kind == "element") and not count:
        advice = "Write <empty/> in it if it is to hold nothing." if kind == "element" else "Put a pattern into it."
        faults.add(node, "schema-syntax", f"{node} is empty", advice)
    if kind in {"start", "attribute"} and count > 1:
        faults.add(node.patterns()[1], "schema-syntax", f"{node} holds more than one pattern", "Put them into a <group> or <choice>.")
    if kind == "data":
        for before, after in zip(node.children, node.children[1:], strict=False):
            if before.kind == "except":
                message = f"{after} cannot follow <except>, the last in a <data>"
                faults.add(after, "schema-syntax", message, "Make one <except> of several; parameters stand before it.")
    if kind in {"anyName", "nsName"} and count > 1:
        faults.add(node.children[1], "schema-syntax", f"{node} holds more than one <except>", "Make one of them.")


def _attributes(node: Node, faults: Faults) -> None:
    needed, allowed = ATTRIBUTES.get(node.kind, ((), ()))
    for name in needed:
        if name not in node.attributes:
            faults.add(node, "schema-syntax", f"{node} lacks the attribute {name}", f'Write <{node.kind} {name}="...">.')
    for name, value in node.attributes.items():
        if name in EVERYWHERE:
            if name == "datatypeLibrary" and not LIBRARY.fullmatch(value):
                advice = "It is an absolute URI without fragment, or empty."
                faults.add(node, "schema-syntax", f'"{value}" cannot name a datatype library', advice, name)
        elif name in needed or name in allowed:
            _value(node, name, value.strip(" \t\n\r"), faults)
        elif name != "base":
            faults.add(node, "schema-syntax", f"{node} has no attribute {name}", "Take it out.", name)
    if node.kind == "name" and not is_qname(node.text.strip(" \t\n\r")):
        faults.add(node, "schema-syntax", f'"{node.text}" is not a name', "A name begins with a letter and holds no blanks.")


def _value(node: Node, name: str, value: str, faults: Faults) -> None:
    if name == "combine" and value not in {"choice", "interleave"}:
        faults.add(node, "schema-syntax", f'combine="{value}" is neither "choice" nor "interleave"', "Write one of them.", name)
    elif name in {"name", "type"} and not (is_qname if node.kind in NAMED else is_ncname)(value):
        faults.add(node, "schema-syntax", f'"{value}" is not a name', "A name begins with a letter and holds no blanks.", name)
    elif name == "href" and "#" in value:
        faults.add(node, "schema-reference", f'"{value}" names a part of a file', "Name the whole file, without #.", name)
