"""The very characters at which a fault stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.relaxng.grammar.names import XML

if TYPE_CHECKING:
    from tei_edition.positions import Part, Positions
    from tei_edition.relaxng.grammar.names import Name
    from tei_edition.relaxng.matching.faults import Fault


def place(positions: Positions, fault: Fault) -> tuple[int, int]:
    """Return where the characters at *fault* begin and end, as indexes (see `Positions.indexes`)."""
    match fault.kind:
        case "text":
            return positions.text_after(fault.path, fault.gap)
        case "attribute" | "beside":
            return positions.indexes(fault.path, attribute_key(fault.name), "name")
        case "value" | "id-twice" | "id-missing":
            return positions.indexes(fault.path, attribute_key(fault.name), "value")
    part: Part = {"content": "text", "incomplete": "end"}.get(fault.kind, "name")  # type: ignore[assignment] # of these three
    return positions.indexes(fault.path, part=part)


def order(positions: Positions, fault: Fault) -> int:
    """Return where *fault* is known from on: what is missing in a tag, from the tag's end."""
    return positions.indexes(fault.path)[1] if fault.kind == "missing" else place(positions, fault)[0]


def attribute_key(name: Name) -> str:
    """Return *name* as `Positions` looks an attribute up."""
    if name[0] == XML:
        return f"xml:{name[1]}"
    return f"{{{name[0]}}}{name[1]}" if name[0] else name[1]
