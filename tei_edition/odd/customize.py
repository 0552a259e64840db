"""
From an ODD's ``schemaSpec`` and the TEI's source to the schema it means: what is chosen, then what is changed.

Modules, elements, classes, macros and datatypes are chosen by ``moduleRef`` (``include``, ``except``), ``elementRef``,
``classRef``, ``macroRef``, ``dataRef``; ``specGrpRef`` stands for the group it points at. TEI Guidelines, section
*Personalization and Customization*.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tei_edition.odd.changes import change
from tei_edition.odd.faults import fault
from tei_edition.odd.model import TEI, Schema, T
from tei_edition.odd.specs import KINDS, local, required, specification

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml import etree

    from tei_edition.odd.model import Specification

XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
CHOOSERS = {"elementRef": "element", "classRef": "class", "macroRef": "macro", "dataRef": "data"}
PASSED_OVER = frozenset({"", "altIdent", "equiv", "gloss", "desc", "defaultVal", "listRef", "exemplum", "remarks"})


@dataclass
class Choice:
    """What has been chosen so far: names from the source, and what the ODD adds, changes and binds."""

    source: Mapping[str, Specification]
    names: set[str] = field(default_factory=set)
    specifications: dict[str, Specification] = field(default_factory=dict)
    constraints: list[tuple[str, etree._Element]] = field(default_factory=list)

    def add(self, names: Iterator[str]) -> None:
        """Choose *names* from the source, unless the ODD has already said something of them."""
        for name in names:
            self.specifications.setdefault(name, self.source[name])


def customize(schema: etree._Element, source: Mapping[str, Specification], edition: str = "") -> Schema:
    """
    Return what ``schemaSpec`` *schema* makes of *source*.

    Raises `MarkupError` at the ODD's line for a module, an element or an attribute that does not exist, or what is not read.
    """
    choice = Choice(source)
    statements = [statement for statement in expand(schema) if local(statement) not in PASSED_OVER]
    for statement in statements:
        if local(statement) == "moduleRef" or local(statement) in CHOOSERS:
            choose(choice, statement)
    for statement in statements:
        apply(choice, statement)
    order = {ident: number for number, ident in enumerate(source)}
    ordered = sorted(choice.specifications.items(), key=lambda item: order.get(item[0], len(order)))
    return Schema(
        ident=required(schema, "ident"),
        start=tuple(schema.get("start", "TEI").split()),
        namespace=schema.get("ns", TEI),
        specifications=dict(ordered),
        constraints=tuple(choice.constraints),
        edition=edition,
    )


def expand(parent: etree._Element) -> Iterator[etree._Element]:
    """Yield the statements of *parent*, with each ``specGrpRef`` replaced by those of its group."""
    for child in parent:
        if local(child) == "specGrpRef":
            yield from expand(group(child))
        elif local(child) == "specGrp":
            yield from expand(child)
        else:
            yield child


def group(reference: etree._Element) -> etree._Element:
    """Return the ``specGrp`` that *reference* points at, in the same file."""
    target = required(reference, "target").removeprefix("#")
    for found in reference.getroottree().iter(T + "specGrp"):
        if found.get(XML_ID) == target and reference not in found.iter(T + "specGrpRef"):
            return found
    raise fault(reference, "odd-group", f'There is no specGrp xml:id="{target}" in this file.', "Point at one that is there.")


def choose(choice: Choice, statement: etree._Element) -> None:
    """Add what a ``moduleRef``, ``elementRef``, ``classRef``, ``macroRef`` or ``dataRef`` names."""
    key = required(statement, "key")
    if local(statement) == "moduleRef":
        choice.add(iter(module(choice.source, statement, key)))
        return
    found = choice.source.get(key)
    if found is None or found.kind != CHOOSERS[local(statement)]:
        raise fault(statement, "odd-unknown", f"The TEI has no {CHOOSERS[local(statement)]} {key}.", "Check the name.")
    choice.add(iter([key]))


def module(source: Mapping[str, Specification], statement: etree._Element, key: str) -> list[str]:
    """Return the names of what the module *key* gives: its classes, macros, datatypes, and the elements wanted."""
    members = {ident: spec for ident, spec in source.items() if spec.module == key}
    if not members:
        raise fault(statement, "odd-module", f"The TEI has no module {key}.", "Check the name.")
    wanted, unwanted = listed(statement, "include"), listed(statement, "except")
    strangers = [name for name in wanted + unwanted if name not in members]
    if strangers:
        message = f"The module {key} has no element {', '.join(strangers)}."
        raise fault(statement, "odd-element", message, "Check the name, or name it at its own module.")
    chosen = set(wanted) if statement.get("include") is not None else set(members) - set(unwanted)
    return [ident for ident, spec in members.items() if spec.kind != "element" or ident in chosen]


def listed(statement: etree._Element, name: str) -> list[str]:
    """Return the names in the attribute *name* of *statement*."""
    return statement.get(name, "").split()


def apply(choice: Choice, statement: etree._Element) -> None:
    """Do what a specification or a constraint of the ODD says."""
    kind = local(statement)
    if kind in KINDS:
        specify(choice, statement)
    elif kind == "constraintSpec":
        choice.constraints.append(("", statement))
    elif kind not in CHOOSERS and kind != "moduleRef":
        raise fault(statement, "odd-statement", f"{kind} is not understood in a schemaSpec.", "Take it out.")


def specify(choice: Choice, statement: etree._Element) -> None:
    """Add, change, replace or delete what ``elementSpec``, ``classSpec``, ``macroSpec`` or ``dataSpec`` is about."""
    ident, mode = required(statement, "ident"), statement.get("mode", "add")
    old = choice.specifications.get(ident)
    if mode in {"change", "delete"} and old is None:
        advice = "Include it first (moduleRef), or take this away."
        raise fault(statement, "odd-absent", f"{ident} is not in the schema, so it cannot be {mode}d.", advice)
    if mode == "delete":
        del choice.specifications[ident]
        return
    new = specification(statement)
    choice.specifications[ident] = change(old, statement) if old and mode == "change" else new
    bound = new.ident if new.kind == "element" else ""
    choice.constraints += [(bound, found) for found in statement.iter(T + "constraintSpec") if found.get("mode") != "delete"]
