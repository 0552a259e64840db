"""Reading ``decisions.toml`` strictly: every fault is told with its line and column, in one run."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from tei_edition import registry, toml
from tei_edition.decisions.decision import CERTAINTIES, FIELDS, TABLE, Decision, Place
from tei_edition.errors import SettingsError
from tei_edition.model import Position
from tei_edition.rules import brackets
from tei_edition.rules.blocks.speaker import person_id
from tei_edition.strict import Reader, suggestion

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from pathlib import Path

    from tei_edition.toml import Route, Settings

SUBJECTS = (("as", "of", "attributes"), ("bracket",), ("speaker", "who"), ("name",), ("date",))
"""The keys that belong together; keys of two groups in one decision contradict each other. *ref* goes with the first alone."""

POINTER = re.compile(r"#[^\W\d][\w.-]*")
_WORD, _NUMBER = re.compile(r"[A-Za-z][\w.-]*"), re.compile(r"\d{1,6}(?:\.\d{1,3})?")
ATTRIBUTES = {
    **dict.fromkeys(("reason", "type", "subtype", "unit", "place"), _WORD), **dict.fromkeys(("quantity", "atLeast", "atMost"), _NUMBER),
    "n": re.compile(r"\S.*"), "cert": re.compile("|".join(CERTAINTIES)),
}
"""The attributes that a decision can give, and what each may be."""


def read(path: Path, documents: Collection[str], people: Collection[str] = ()) -> tuple[Decision, ...]:
    """
    Return the decisions in the file at *path*, of an edition whose transcripts are *documents*.

    *people* are those whom the edition's settings name: who decides can be named by the id of one. Raises `SettingsError` with the
    place of every fault.
    """
    return of(toml.read(path), documents, people)


def of(settings: Settings, documents: Collection[str], people: Collection[str] = ()) -> tuple[Decision, ...]:
    """Return the decisions in a file that is read; otherwise as `read`."""
    reader = Reader(settings)
    found = [_decision(reader, number, table, documents) for number, table in enumerate(_tables(reader))]
    if reader.findings:
        raise SettingsError.at(*sorted(reader.findings, key=lambda finding: finding.start or Position(0, 0)))
    names = {person_id(name): name for name in people}
    return tuple(replace(one, resp=names.get(one.resp.removeprefix("#"), one.resp)) for one in found if one)


def _tables(reader: Reader) -> Iterator[Mapping[str, Any]]:
    """Yield the tables of the file; anything else in it is a fault."""
    for key in reader.settings.data:
        if key != TABLE:
            reader.fault((key,), f'unknown key "{key}".', f"Each decision stands under a line [[{TABLE}]] of its own.")
    tables = reader.settings.data.get(TABLE, [])
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        reader.fault((TABLE,), f'"{TABLE}" must be a table of its own for each decision.', f"Write [[{TABLE}]], with two brackets.")
        return
    yield from tables


def _decision(reader: Reader, number: int, table: Mapping[str, Any], documents: Collection[str]) -> Decision | None:
    """Return one decision; None with faults where it has some."""
    route: Route = (TABLE, number)
    before = len(reader.findings)
    values = reader.table(table, FIELDS, route)
    if len(reader.findings) == before:
        _check_document(reader, route, values, documents)
        _check_said(reader, route, values)
        _check_values(reader, route, values)
    if len(reader.findings) > before:
        return None
    found = reader.settings.finding((*route, "quote"), "", value=True)
    head = reader.settings.finding(route, "")
    place = Place(found.path, found.start or Position(1, 1), found.excerpt, head.start.line if head.start else 1)
    attributes = tuple(values.pop("attributes", {}).items())
    return Decision(as_=values.pop("as", ""), attributes=attributes, place=place, **values)


def _check_document(reader: Reader, route: Route, values: Mapping[str, Any], documents: Collection[str]) -> None:
    """Refuse a document that is not there."""
    name = values["document"]
    if name not in documents:
        advice = suggestion(name, documents) if documents else ""
        reader.fault((*route, "document"), f'there is no transcript "{name}".', advice, value=True)


def _check_said(reader: Reader, route: Route, values: Mapping[str, Any]) -> None:
    """Refuse a decision that says nothing, two things at once, or a part without what it belongs to."""
    groups = [group for group in SUBJECTS if any(key in values for key in group)]
    if not groups and "ref" not in values:
        keys = "as (a bracket's class), speaker or who (a label), ref or name (a name), bracket, date"
        reader.fault(route, "nothing is decided here.", f"Say one of {keys}.")
    if len(groups) > 1 or ("ref" in values and groups and groups[0] != SUBJECTS[0]):
        told = sorted(key for key in values if key == "ref" or any(key in group for group in SUBJECTS))
        reader.fault(route, f"two things are decided at once: {', '.join(told)}.", "Make two decisions of it, or take one out.")
    for key in ("of", "attributes"):
        if key in values and "as" not in values:
            reader.fault((*route, key), f'"{key}" needs the class of the bracket.', 'Add a line such as: as = "correction"')
    if values.get("speaker") is False and "who" in values:
        reader.fault((*route, "who"), "who speaks is said of what is no speaker's label.", "Take one of the two lines out.")
    for key in ("before", "after"):
        if values.get("every") and key in values:
            reader.fault((*route, key), f'"{key}" tells one place from others, but every one is meant.', "Take one of the two lines out.")


def _check_values(reader: Reader, route: Route, values: Mapping[str, Any]) -> None:
    """Refuse an unknown class, a pointer that is none, and attributes that no decision gives."""
    class_, known = values.get("as"), classes()
    if class_ and class_ not in known:
        reader.fault((*route, "as"), f'there is no class "{class_}" of brackets.', suggestion(class_, known), value=True)
    for key in ("who", "ref"):
        value = values.get(key, "")
        if value.startswith("#") and not POINTER.fullmatch(value):
            reader.fault((*route, key), f'"{value}" is no id.', 'Write a name, or # and an id such as "#yuri-orlov".', value=True)
    for name, value in values.get("attributes", {}).items():
        if name not in ATTRIBUTES:
            reader.fault((*route, "attributes", name), f'no decision gives the attribute "{name}".', suggestion(name, ATTRIBUTES))
        elif not ATTRIBUTES[name].fullmatch(value):
            reader.fault((*route, "attributes", name), f'"{name}" cannot be "{value}".', f"It must match {ATTRIBUTES[name].pattern}",
                         value=True)


def classes() -> tuple[str, ...]:
    """Return the classes that a decision can give to a bracket, in order: those whose rule has a form."""
    modules = registry.modules(brackets)
    return tuple(name.replace("_", "-") for name, module in modules.items() if hasattr(module, "FORM"))
