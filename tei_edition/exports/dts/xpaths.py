"""
The XPath of a TEI header, as lxml can run it.

`citeStructure` speaks XPath in which a name without a prefix is a name of the TEI (Guidelines, section 16.2.5.4: the syntax of
XSLT 3.0); XPath 1.0, which lxml has, takes it for a name in no namespace. Names are therefore given a prefix, by the rules by
which XPath 1.0 tells names from operators and functions (section 3.7). ``position()`` and ``last()`` outside of brackets speak of the
nodes that the structure finds, so they become variables.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from tei_edition.encode.weave import TEI

if TYPE_CHECKING:
    from collections.abc import Iterator

PREFIX = "tei-edition"
"""The prefix given to the names of the TEI."""

_TOKEN = re.compile(
    r"""(?P<space>\s+)|(?P<counted>(?:position|last)\s*\(\s*\))|(?P<literal>"[^"]*"|'[^']*'|\d+(?:\.\d*)?|\.\d+)"""
    r"""|(?P<name>[^\W\d][\w.\-]*(?::(?!:)(?:[^\W\d][\w.\-]*|\*))?)"""
    r"""|(?P<sign>::|\.\.|//|!=|<=|>=|[()\[\]@,/|+\-=<>*.$])""",
)
OPERATOR = "operator"
_OPERATORS = frozenset({"and", "or", "mod", "div"})
_BEFORE_NAME = frozenset({"", "@", "::", "(", "[", ",", "/", "//", "|", "+", "-", "=", "!=", "<", "<=", ">", ">=", "$", OPERATOR})
"""The signs, and operators, after which a name is no operator."""


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
    depth, before, axis = 0, "", ""
    for text, kind, rest in _tokens(expression):
        depth += (text == "[") - (text == "]")
        operand = before in _BEFORE_NAME
        shown, role = _name(text, before, axis, rest) if kind == "name" else (text, kind)
        if kind == "counted":
            shown, role = (f"${text.partition('(')[0].strip()}", "literal") if not depth and operand else (text, "literal")
        if role != "space":
            axis = text if role == "axis" else axis if text == "::" else ""
            before = text if kind == "sign" and text != "*" else _role(role, text, operand=operand)
        made.append(shown)
    return "".join(made)


def _tokens(expression: str) -> Iterator[tuple[str, str, str]]:
    """Give the tokens of *expression*: the text, what it is, and what follows. Raises `ValueError` for what is none."""
    at = 0
    while at < len(expression):
        token = _TOKEN.match(expression, at)
        if not token:
            raise ValueError(f"cannot read {expression[at:]!r}")
        at = token.end()
        yield token[0], str(token.lastgroup), expression[at:].lstrip()


def _role(kind: str, text: str, *, operand: bool) -> str:
    """Return what a token is to the next one: an operator, after which an *operand* is expected, or the end of an operand."""
    return OPERATOR if kind == OPERATOR or (text == "*" and not operand) else kind


def _name(name: str, before: str, axis: str, rest: str) -> tuple[str, str]:
    """Return *name*, with a prefix where it is an element's, and what it is."""
    if name in _OPERATORS and before not in _BEFORE_NAME:
        return name, OPERATOR
    if rest.startswith("::"):
        return name, "axis"
    plain = rest.startswith("(") or ":" in name or before in {"@", "$"} or (before == "::" and axis in {"attribute", "namespace"})
    return (name if plain else f"{PREFIX}:{name}"), "name"
