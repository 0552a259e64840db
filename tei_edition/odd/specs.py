"""Reading specifications: of the TEI's own source (``p5subset.xml``) or added by an ODD, to frozen values."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast, get_args

from tei_edition.odd.faults import fault
from tei_edition.odd.model import Attribute, Attributes, ListType, Specification, T, Usage, Value, ValueList

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Literal

    from lxml import etree

KINDS = {"elementSpec": "element", "classSpec": "class", "macroSpec": "macro", "dataSpec": "data"}
UNBOUNDED = "unbounded"


def local(element: etree._Element) -> str:
    """Return the local name of *element*; "" for a comment or an instruction."""
    return str(element.tag).rpartition("}")[2] if isinstance(element.tag, str) else ""


def source(root: etree._Element) -> dict[str, Specification]:
    """Return every specification under *root* by its name, in document order."""
    return {spec.ident: spec for spec in (specification(element) for element in root.iter(*(T + kind for kind in KINDS)))}


def specification(element: etree._Element) -> Specification:
    """Return the specification that *element* (``elementSpec``, ``classSpec``, ``macroSpec`` or ``dataSpec``) holds."""
    ident = required(element, "ident")
    kind = cast("Literal['element', 'class', 'macro', 'data']", KINDS[local(element)])
    return Specification(
        kind=kind,
        ident=ident,
        module=element.get("module", ""),
        name=alternative(element, ident),
        namespace=element.get("ns", ""),
        type=element.get("type", ""),
        classes=tuple(member.get("key", "") for member in element.iterfind(f"{T}classes/{T}memberOf") if not deleted(member)),
        content=element.find(T + "content"),
        attributes=attributes(element),
        description=description(element),
    )


def required(element: etree._Element, name: str) -> str:
    """Return the attribute *name* of *element*. Raises `MarkupError` where it is not given."""
    value = element.get(name)
    if not value:
        raise fault(element, "odd-attribute", f"{local(element)} has no @{name}.", "Say which one is meant.")
    return value


def alternative(element: etree._Element, ident: str) -> str:
    """Return the name that *element* is to have in documents: its ``altIdent``, else *ident*."""
    other = element.findtext(T + "altIdent")
    return other.strip() if other else ident


def deleted(element: etree._Element) -> bool:
    """Tell whether *element* says that what it names goes away."""
    return element.get("mode") == "delete"


def description(element: etree._Element) -> str:
    """Return what the first ``desc`` in *element* says, its blanks run together."""
    found = element.find(T + "desc")
    return "" if found is None else re.sub(r"\s+", " ", "".join(map(str, found.itertext()))).strip()


def attributes(element: etree._Element) -> Attributes:
    """Return what the ``attList`` of *element* declares, nested lists included."""
    definitions = list(element.iterfind(f"{T}attList//{T}attDef"))
    added = [d for d in definitions if d.get("mode", "add") in {"add", "replace"}]
    return Attributes(
        defined={required(d, "ident"): attribute(d) for d in added},
        changed={required(d, "ident"): (d,) for d in definitions if d.get("mode") == "change"},
        deleted=frozenset(required(d, "ident") for d in definitions if deleted(d)),
        choices=tuple(choices(element)),
        borrowed=tuple((r.get("class", ""), required(r, "name")) for r in element.iterfind(f"{T}attList//{T}attRef")),
    )


def choices(element: etree._Element) -> Iterator[tuple[str, ...]]:
    """Yield the names of attributes of which only one may be given (``attList org="choice"``)."""
    for group in element.iterfind(f"{T}attList//{T}attList[@org='choice']"):
        yield tuple(required(d, "ident") for d in group.iterfind(T + "attDef"))
    for group in element.iterfind(f"{T}attList[@org='choice']"):
        yield tuple(required(d, "ident") for d in group.iterfind(T + "attDef"))


def attribute(element: etree._Element) -> Attribute:
    """Return the attribute that the ``attDef`` *element* defines."""
    ident = required(element, "ident")
    datatype = element.find(T + "datatype")
    low, high = counts(datatype) if datatype is not None else (1, 1)
    return Attribute(
        ident=ident,
        name=alternative(element, ident),
        usage=usage(element),
        datatype=content_of(datatype),
        low=low,
        high=high,
        values=value_list(element.find(T + "valList")),
        namespace=element.get("ns", ""),
        description=description(element),
    )


def usage(element: etree._Element, default: Usage = "opt") -> Usage:
    """Return whether the attribute of *element* may, should or must be given."""
    found = element.get("usage", default)
    if found not in get_args(Usage):
        raise fault(element, "odd-usage", f'usage="{found}" is not known.', 'Write "opt", "rec" or "req".')
    return cast("Usage", found)


def content_of(element: etree._Element | None) -> etree._Element | None:
    """Return the first element in *element*, comments apart."""
    if element is None:
        return None
    return next((child for child in element if local(child)), None)


def counts(element: etree._Element) -> tuple[int, int | None]:
    """Return ``minOccurs`` and ``maxOccurs`` of *element*; None for ``unbounded``. Raises `MarkupError` for anything else."""
    low, high = element.get("minOccurs", "1"), element.get("maxOccurs", "1")
    if not low.isdecimal() or not (high == UNBOUNDED or high.isdecimal()):
        raise fault(element, "odd-count", f'minOccurs="{low}" maxOccurs="{high}" is not a count.', "Write whole numbers.")
    return int(low), None if high == UNBOUNDED else max(int(low), int(high))


def value_list(element: etree._Element | None) -> ValueList | None:
    """Return the list of values in *element*, or None where there is none or it is deleted."""
    if element is None or deleted(element):
        return None
    found = element.get("type", "open")
    if found not in get_args(ListType):
        raise fault(element, "odd-value-list", f'valList type="{found}" is not known.', 'Write "open", "semi" or "closed".')
    values = tuple(Value(item.get("ident", ""), description(item)) for item in listed_values(element))
    return ValueList(cast("ListType", found), values)


def listed_values(element: etree._Element) -> list[etree._Element]:
    """Return the ``valItem`` of the list *element* that are not deleted."""
    return [item for item in element.iterfind(T + "valItem") if not deleted(item)]
