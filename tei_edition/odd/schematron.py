"""
The Schematron of an ODD: its own ``constraintSpec``, in the ODD's order, each a pattern named as the constraint is.

The constraints of the TEI's own specifications are not repeated: an ODD says itself which rules its house has.
"""

from __future__ import annotations

import copy
import re
from typing import TYPE_CHECKING

from lxml import etree

from tei_edition.odd.faults import fault
from tei_edition.odd.model import SCH, TEI, S, T
from tei_edition.odd.specs import local, required

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tei_edition.odd.model import Schema

DECLARATIONS = frozenset({"ns", "let"})
ASSERTIONS = (S + "assert", S + "report")
XSL = "{http://www.w3.org/1999/XSL/Transform}"


def write_schematron(schema: Schema, title: str, comment: str) -> bytes:
    """
    Return the constraints of *schema* as an ISO Schematron file (``queryBinding="xslt3"``), with *comment* before its root.

    Raises `MarkupError` for a constraint without a name, or two of the same.
    """
    root = etree.fromstring(f'<schema xmlns="{SCH}" queryBinding="xslt3"/>')
    etree.SubElement(root, S + "title").text = title
    etree.SubElement(root, S + "ns", prefix="tei", uri=TEI)
    constraints = [item for item in schema.constraints if item[1].get("scheme", "schematron") == "schematron"]
    _unique(constraint for _, constraint in constraints)
    for _, constraint in constraints:
        _declare(constraint, root)
    for bound, constraint in constraints:
        _pattern(bound, constraint, root)
    etree.cleanup_namespaces(root, keep_ns_prefixes=_prefixes(root))
    for assertion in root.iter(*ASSERTIONS):
        _tidy(assertion)
    _indent(root, 1)
    body = etree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<!-- {comment} -->\n{body}\n'.encode()


def _unique(constraints: Iterable[etree._Element]) -> None:
    seen: set[str] = set()
    for constraint in constraints:
        ident = required(constraint, "ident")
        if ident in seen:
            raise fault(constraint, "odd-constraint", f"There are two constraints named {ident}.", "Name one of them anew.")
        seen.add(ident)


def _declare(constraint: etree._Element, root: etree._Element) -> None:
    """Copy declarations that hold for the whole schema: namespaces, variables, keys and functions."""
    known = {ns.get("prefix") for ns in root.iterfind(S + "ns")}
    for element in constraint.iterfind(f"{T}constraint/*"):
        if element.tag == S + "ns" and element.get("prefix") in known:
            continue
        if (element.tag.startswith(S) and local(element) in DECLARATIONS) or element.tag.startswith(XSL):
            root.append(_copy(element))


def _pattern(bound: str, constraint: etree._Element, root: etree._Element) -> None:
    """Write the rules of *constraint* as a pattern; bare assertions are about the element *bound*."""
    ident = required(constraint, "ident")
    pattern = etree.Element(S + "pattern", id=ident)
    bare = [copied for copied in map(_copy, constraint.iterfind(f"{T}constraint/*")) if local(copied) in {"assert", "report"}]
    for found in constraint.iterfind(f"{T}constraint/*"):
        if local(found) == "pattern":
            pattern.extend(map(_copy, found))
        elif local(found) == "rule":
            pattern.append(_copy(found))
    if bare:
        if not bound:
            raise fault(constraint, "odd-constraint", f"The constraint {ident} says nothing of its context.", "Write a sch:rule.")
        etree.SubElement(pattern, S + "rule", context=f"tei:{bound}").extend(bare)
    if len(pattern):
        _name(pattern, ident)
        root.append(pattern)


def _name(pattern: etree._Element, ident: str) -> None:
    """Give every assertion without an id that of its constraint, with a number from the second on."""
    for number, assertion in enumerate(pattern.iter(*ASSERTIONS), start=1):
        if assertion.get("id") is None:
            assertion.set("id", ident if number == 1 else f"{ident}-{number}")


def _tidy(assertion: etree._Element) -> None:
    """Run the blanks of a message together, and trim it."""
    for element in assertion.iter():
        if element is not assertion:
            element.tail = re.sub(r"\s+", " ", element.tail or "")
        element.text = re.sub(r"\s+", " ", element.text) if element.text else None
    assertion.text = (assertion.text or "").lstrip() or None
    if len(assertion):
        assertion[-1].tail = (assertion[-1].tail or "").rstrip()
    elif assertion.text:
        assertion.text = assertion.text.rstrip()


def _indent(element: etree._Element, level: int) -> None:
    """Indent the elements in *element*, but leave messages and foreign elements as they are."""
    if not len(element) or element.tag in ASSERTIONS or not str(element.tag).startswith(S):
        return
    element.text = "\n" + " " * level
    for child in element:
        _indent(child, level + 1)
        child.tail = "\n" + " " * level
    element[-1].tail = "\n" + " " * (level - 1)


def _copy(element: etree._Element) -> etree._Element:
    copied = copy.deepcopy(element)
    copied.tail = None
    return copied


def _prefixes(root: etree._Element) -> list[str]:
    """Return the prefixes of *root*'s namespace declarations that its expressions may use."""
    return [prefix for ns in root.iterfind(S + "ns") if (prefix := ns.get("prefix"))]
