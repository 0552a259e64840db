"""What a specification becomes when an ODD changes it (``mode="change"``): only what the ODD names is replaced."""

from __future__ import annotations

from dataclasses import replace
from functools import reduce
from typing import TYPE_CHECKING

from tei_edition.odd.model import Attributes, T, ValueList
from tei_edition.odd.specs import attribute, deleted, specification, usage, value_list

if TYPE_CHECKING:
    from lxml import etree

    from tei_edition.odd.model import Attribute, Specification


def change(old: Specification, element: etree._Element) -> Specification:
    """Return *old* as the specification *element* of the ODD changes it."""
    new = specification(element)
    return replace(
        old,
        name=new.name if element.find(T + "altIdent") is not None else old.name,
        namespace=new.namespace or old.namespace,
        classes=memberships(old.classes, element.find(T + "classes")),
        content=old.content if new.content is None else new.content,
        attributes=merge(old.attributes, new.attributes),
        description=new.description,
    )


def memberships(old: tuple[str, ...], element: etree._Element | None) -> tuple[str, ...]:
    """Return the classes of *old* as ``classes`` changes them: by default all are replaced, with ``mode="change"`` some."""
    if element is None:
        return old
    members = [(member.get("key", ""), deleted(member)) for member in element.iterfind(T + "memberOf")]
    if element.get("mode", "replace") != "change":
        return tuple(key for key, gone in members if not gone)
    kept = [key for key in old if (key, True) not in members]
    return tuple(dict.fromkeys([*kept, *(key for key, gone in members if not gone)]))


def merge(old: Attributes, new: Attributes) -> Attributes:
    """
    Return *old* with the attributes that *new* adds, changes and deletes.

    A change of an attribute that *old* does not define itself is kept: it is meant for one that a class gives.
    """
    own = {name: definition for name, definition in old.defined.items() if name not in new.deleted}
    own |= {name: reduce(changed, elements, own[name]) for name, elements in new.changed.items() if name in own}
    kept = {name: elements for name, elements in old.changed.items() if name not in new.deleted | new.defined.keys()}
    later = {name: kept.get(name, ()) + elements for name, elements in new.changed.items() if name not in own}
    return Attributes(
        defined={**own, **new.defined},
        changed={**kept, **later},
        deleted=(old.deleted | new.deleted) - new.defined.keys(),
        choices=(*old.choices, *new.choices),
        borrowed=(*old.borrowed, *new.borrowed),
    )


def changed(old: Attribute, element: etree._Element) -> Attribute:
    """Return the attribute *old* as the ``attDef`` *element* changes it."""
    new = attribute(element)
    typed = new if new.datatype is not None else old
    return replace(
        old,
        name=new.name if element.find(T + "altIdent") is not None else old.name,
        usage=usage(element, old.usage),
        datatype=typed.datatype,
        low=typed.low,
        high=typed.high,
        values=values(old.values, element.find(T + "valList")),
        description=new.description or old.description,
    )


def values(old: ValueList | None, element: etree._Element | None) -> ValueList | None:
    """Return the list *old* as ``valList`` changes it: with ``mode="change"`` value by value, else as a whole."""
    if element is None:
        return old
    new = value_list(element)
    if new is None or old is None or element.get("mode") != "change":
        return new
    gone = {item.get("ident") for item in element if deleted(item)}
    known = {value.ident: value for value in old.values if value.ident not in gone}
    known |= {value.ident: value for value in new.values}
    return ValueList(new.type if element.get("type") else old.type, tuple(known.values()))
