"""
The XPath of a TEI header, as lxml can run it.

`citeStructure` speaks XPath in which a name without a prefix is a name of the TEI (Guidelines, section 16.2.5.4: the syntax of
XSLT 3.0); XPath 1.0, which lxml has, takes it for a name in no namespace. Names are therefore given a prefix, by the rules by
which XPath 1.0 tells names from operators and functions (section 3.7). ``position()`` and ``last()`` outside of brackets speak of the
nodes that the structure finds, so they become variables.
"""

from __future__ import annotations

import re

from lxml import etree

from tei_edition.encode.weave import TEI

PREFIX = "tei-edition"
"""The prefix given to the names of the TEI."""

_TOKEN = re.compile(
    r"""(?P<space>\s+)|(?P<literal>"[^"]*"|'[^']*'|\d+(?:\.\d*)?|\.\d+)|(?P<name>[^\W\d][\w.\-]*(?::(?!:)(?:[^\W\d][\w.\-]*|\*))?)"""
    r"""|(?P<sign>::|\.\.|//|!=|<=|>=|[()\[\]@,/|+\-=<>*.$])""",
)
_COUNTED = re.compile(r"(position|last)\s*\(\s*\)")
_OPERATORS = frozenset({"and", "or", "mod", "div"})
_BEFORE_NAME = frozenset({"", "@", "::", "(", "[", ",", "/", "//", "|", "+", "-", "=", "!=", "<", "<=", ">", ">=", "$"})
"""The signs after which a name is no operator."""


def compiled(expression: str, owner: etree._Element) -> etree.XPath:
    """
    Return *expression* of the element *owner*, to be run with the variables ``position`` and ``last``.

    Raises `ValueError` where it is no XPath 1.0.
    """
    known = {prefix: uri for prefix, uri in owner.nsmap.items() if prefix}
    try:
        return etree.XPath(prefixed(expression), namespaces={**known, PREFIX: TEI}, regexp=False, smart_strings=True)
    except etree.XPathSyntaxError as error:
        raise ValueError(str(error)) from error


def prefixed(expression: str) -> str:
    """
    Return *expression* with a prefix before each name of an element that has none.

    >>> prefixed("//body/div[@n='div'][div]/p[position() = 1]").replace(PREFIX, "t")
    "//t:body/t:div[@n='div'][t:div]/t:p[position() = 1]"
    >>> prefixed("count(a) div 2 * position()").replace(PREFIX, "t")
    'count(t:a) div 2 * $position'
    >>> prefixed("child::l/attribute::n | xml:id | self::node()").replace(PREFIX, "t")
    'child::t:l/attribute::n | xml:id | self::node()'
    """
    made: list[str] = []
    at, depth, before, axis = 0, 0, "", ""
    while at < len(expression):
        counted = _COUNTED.match(expression, at)
        if counted and not depth and before in _BEFORE_NAME | {"op"}:
            made.append(f"${counted[1]}")
            at, before = counted.end(), "literal"
            continue
        token = _TOKEN.match(expression, at)
        if not token:
            raise ValueError(f"cannot read {expression[at:]!r}")
        at, text, kind = token.end(), token[0], str(token.lastgroup)
        depth += (text == "[") - (text == "]")
        if kind == "name":
            text, kind = _name(text, before, axis, expression[at:].lstrip())
            axis = token[0] if kind == "axis" else ""
        if kind != "space":
            before = text if kind == "sign" and text != "*" else _role(kind, text, before)
        made.append(text)
    return "".join(made)


def _role(kind: str, text: str, before: str) -> str:
    """Return what a token is to the next one: an operator, or the end of an operand."""
    operator = kind == "op" or (text == "*" and before not in _BEFORE_NAME | {"op"})
    return "op" if operator else kind


def _name(name: str, before: str, axis: str, rest: str) -> tuple[str, str]:
    """Return *name*, with a prefix where it is an element's, and what it is."""
    if name in _OPERATORS and before not in _BEFORE_NAME | {"op"}:
        return name, "op"
    if rest.startswith("::"):
        return name, "axis"
    plain = rest.startswith("(") or ":" in name or before in {"@", "$"} or (before == "::" and axis in {"attribute", "namespace"})
    return (name if plain else f"{PREFIX}:{name}"), "name"
