"""
Schematron compiled to one XSLT 3.0 package that reports in SVRL.

Each pattern is a mode: its rules are templates, and the first of them that matches a node has it. Offered are the nodes whose
names the rules end in (see `offered`), or else every node of the document, attributes included. A finding is a ``svrl:failed-assert`` or
``svrl:successful-report`` with

* ``id``: that of the assertion,
* ``role``: that of the assertion, else of its rule, else ``error``,
* ``location``: what XPath's ``path()`` gives for the rule's context, always in the form
  ``/Q{http://www.tei-c.org/ns/1.0}TEI[1]/Q{http://www.tei-c.org/ns/1.0}text[1]/@who``; a text node ends in ``/text()[2]``,
* ``svrl:text``: the message.

To keep reports short ``svrl:fired-rule`` is written only before findings. Read are ``ns``, ``let`` (of schema and rule),
``pattern``, ``rule``, ``assert``, ``report`` and, in messages, ``value-of``, ``name``, ``emph``, ``dir``, ``span``; XSLT's own
``key`` and ``function`` too. Anything else is refused. ISO/IEC 19757-3.
"""

from __future__ import annotations

import copy
import re
from typing import TYPE_CHECKING

from lxml import etree

from tei_edition import xml
from tei_edition.odd.faults import fault
from tei_edition.odd.model import S
from tei_edition.odd.specs import local, required

if TYPE_CHECKING:
    from collections.abc import Iterable

XSL_URI = "http://www.w3.org/1999/XSL/Transform"
X = f"{{{XSL_URI}}}"
SVRL_URI = "http://purl.oclc.org/dsdl/svrl"
V = f"{{{SVRL_URI}}}"
OWN_URI = "https://tei-edition.org/ns/schematron"
BINDINGS = frozenset({"xslt2", "xslt3", "xpath2", "xpath3", "xpath31"})
SILENT = frozenset({"", "title", "p"})
FOUND = "own:found"

STEP = re.compile(r"@?(?:[\w.-]+:)?(?:[\w.-]+|\*)|text\(\)")
"""A last step by which nodes can be found: a name of elements or attributes, or text."""

PIECE = re.compile(r"\"[^\"]*\"|'[^']*'|.", re.DOTALL)
"""A string of XPath, or one other character."""


def compile_schematron(schematron: bytes, name: str) -> bytes:
    """
    Return the stylesheet that checks a document by the rules of *schematron*; *name* stands for the file in messages.

    Raises `MarkupError` at the line of what is not read, or is missing.
    """
    tree = xml.parse_bytes(schematron, name)
    tree.docinfo.URL = name
    schema = tree.getroot()
    binding = schema.get("queryBinding", "xslt")
    if schema.tag != S + "schema" or binding not in BINDINGS:
        advice = 'Write a sch:schema with queryBinding="xslt3".'
        raise fault(schema, "sch-schema", f'This is not Schematron for XPath 2 or 3 (queryBinding="{binding}").', advice)
    package = Package(schema, name).written()
    etree.indent(package, space=" ")
    said = "".join(f"<!--{comment.text}-->\n" for comment in reversed(list(schema.itersiblings(etree.Comment, preceding=True))))
    body = etree.tostring(package, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{said}{body}\n'.encode()


class Package:
    """Writes the stylesheet of one *schema*."""

    def __init__(self, schema: etree._Element, name: str) -> None:
        self.schema = schema
        self.namespaces = {required(ns, "prefix"): required(ns, "uri") for ns in schema.iterfind(S + "ns")}
        known = {"xsl": XSL_URI, "svrl": SVRL_URI, "own": OWN_URI, "xs": "http://www.w3.org/2001/XMLSchema"}
        self.root = etree.Element(X + "package", nsmap={**self.namespaces, **known})
        attributes = {"name": f"{OWN_URI}/{name}", "package-version": "1.0", "version": "3.0", "declared-modes": "yes"}
        for key, value in {**attributes, "exclude-result-prefixes": "#all"}.items():
            self.root.set(key, value)

    def written(self) -> etree._Element:
        """Return the whole stylesheet."""
        _xsl(self.root, "output", method="xml", encoding="UTF-8", indent="no")
        _xsl(self.root, "mode", **{"on-no-match": "fail"})
        patterns = self._declarations()
        main = _xsl(self.root, "template", match="/", **{"as": "element(svrl:schematron-output)"})
        output = etree.SubElement(main, V + "schematron-output")
        output.set("title", _braces(self.schema.findtext(S + "title") or ""))
        for prefix, uri in self.namespaces.items():
            etree.SubElement(output, V + "ns-prefix-in-attribute-values", prefix=prefix, uri=uri)
        for number, pattern in enumerate(patterns, start=1):
            self._pattern(pattern, pattern.get("id") or f"pattern-{number}", output)
        return self.root

    def _declarations(self) -> list[etree._Element]:
        """Write what holds for the whole schema; return its patterns."""
        patterns = []
        for child in self.schema:
            if local(child) == "pattern":
                patterns.append(child)
            elif local(child) == "let":
                _variable(child, self.root)
            elif child.tag in {X + "function", X + "key"}:
                self.root.append(_copy(child))
            elif local(child) != "ns":
                _refuse(child)
        return patterns

    def _pattern(self, pattern: etree._Element, ident: str, output: etree._Element) -> None:
        """Write the mode of *pattern*, its rules, and the call of it."""
        rules = [child for child in pattern if local(child) == "rule" or _refuse(child)]
        nodes = offered([required(rule, "context") for rule in rules])
        _xsl(self.root, "mode", name=ident, **{"on-no-match": "deep-skip" if nodes else "shallow-skip"})
        etree.SubElement(output, V + "active-pattern", id=ident)
        _xsl(output, "apply-templates", select=nodes or ".", mode=ident)
        for number, rule in enumerate(rules):
            self._rule(rule, ident, len(rules) - number, walks=not nodes)

    def _rule(self, rule: etree._Element, mode: str, priority: int, *, walks: bool) -> None:
        """Write *rule* as a template; after its assertions it *walks* on to the nodes below, where every node is offered."""
        context = required(rule, "context")
        attributes = {"match": context, "mode": mode, "priority": str(priority), "as": "element()*"}
        template = _xsl(self.root, "template", **attributes)
        assertions = [child for child in rule if local(child) in {"assert", "report"}]
        for child in rule:
            if local(child) == "let":
                _variable(child, template)
            elif child not in assertions:
                _refuse(child)
        found = _xsl(template, "variable", name=FOUND, **{"as": "element()*"})
        for assertion in assertions:
            _assertion(assertion, rule.get("role", "error"), found)
        written = _xsl(template, "if", test=f"exists(${FOUND})")
        etree.SubElement(written, V + "fired-rule", context=_braces(context))
        _xsl(written, "sequence", select=f"${FOUND}")
        if walks:
            _xsl(template, "apply-templates", select="@*, node()", mode=mode)


def offered(contexts: Iterable[str]) -> str | None:
    """
    Return the path to all nodes that can fit *contexts*, by the names they end in; nothing where one of them ends in no name.

    >>> offered(["tei:sp[tei:p | tei:note]/@who", "/tei:TEI | text()"])
    '//@who | //tei:TEI | //text()'
    >>> offered(["tei:sp", "key('mark', 'a')"])
    """
    steps = [path.rpartition("/")[2].strip() for context in contexts for path in _without_predicates(context).split("|")]
    return " | ".join(f"//{step}" for step in dict.fromkeys(steps)) if steps and all(map(STEP.fullmatch, steps)) else None


def _without_predicates(context: str) -> str:
    """Return *context* without what stands in square brackets; a bracket in a string is none."""
    kept, depth = [], 0
    for piece in PIECE.findall(context):
        depth += (piece == "[") - (piece == "]")
        if not depth and piece != "]":
            kept.append(piece)
    return "".join(kept)


def _assertion(assertion: etree._Element, role: str, parent: etree._Element) -> None:
    """Write one ``assert`` or ``report``."""
    test, positive = required(assertion, "test"), local(assertion) == "assert"
    when = _xsl(parent, "if", test=f"not({test})" if positive else test)
    result = etree.SubElement(when, V + ("failed-assert" if positive else "successful-report"))
    result.set("location", "{path()}")
    for name, value in (("test", test), ("id", assertion.get("id")), ("role", assertion.get("role", role))):
        if value:
            result.set(name, _braces(value))
    _message(assertion, etree.SubElement(result, V + "text"))


def _message(assertion: etree._Element, text: etree._Element) -> None:
    """Write the words of *assertion*, blanks run together and trimmed at the ends."""
    parts = list(_parts(assertion))
    for position, (kind, value) in enumerate(parts):
        if kind == "text":
            words = re.sub(r"\s+", " ", value)
            words = words.lstrip() if position == 0 else words
            words = words.rstrip() if position == len(parts) - 1 else words
            if words:
                _xsl(text, "text").text = words
        else:
            _xsl(text, "value-of", select=value)


def _parts(element: etree._Element) -> Iterable[tuple[str, str]]:
    """Yield the text of *element* and the expressions in it."""
    if element.text:
        yield "text", element.text
    for child in element:
        if local(child) == "value-of":
            yield "select", required(child, "select")
        elif local(child) == "name":
            yield "select", f"name({child.get('path', '.')})"
        elif local(child) in {"emph", "dir", "span"}:
            yield from _parts(child)
        elif local(child):
            _refuse(child)
        if child.tail:
            yield "text", child.tail


def _variable(let: etree._Element, parent: etree._Element) -> None:
    """Write ``sch:let`` as a variable."""
    _xsl(parent, "variable", name=required(let, "name"), select=required(let, "value"), **{"as": "item()*"})


def _refuse(element: etree._Element) -> bool:
    """Raise `MarkupError` for *element*, unless it says nothing; then return False."""
    if local(element) in SILENT:
        return False
    message = f"{local(element)} is not read here."
    raise fault(element, "sch-unread", message, "Write the rule with pattern, rule, let, assert and report.")


def _xsl(parent: etree._Element, kind: str, /, **attributes: str) -> etree._Element:
    return etree.SubElement(parent, X + kind, attrib=attributes)


def _copy(element: etree._Element) -> etree._Element:
    copied = copy.deepcopy(element)
    copied.tail = None
    return copied


def _braces(value: str) -> str:
    """Return *value* so that an attribute value template gives it back."""
    return value.replace("{", "{{").replace("}", "}}")
