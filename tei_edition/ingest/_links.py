"""Which links of an HTML page are marks of notes: those to a place that holds the link back."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

HOLDERS = frozenset({"li", "p", "div", "aside", "dd", "section", "td"})
MARK = frozenset({"doc-noteref", "noteref"})
NEAR = 3
"""How many elements may stand round a mark, one of which bears its name."""


@dataclass(frozen=True)
class Notes:
    """*marks* lead from a link to the key of its note, *bodies* from a key to the element, *backs* are the links back; by identity."""

    marks: dict[int, str] = field(default_factory=dict)
    bodies: dict[int, str] = field(default_factory=dict)
    elements: dict[str, Any] = field(default_factory=dict)
    backs: set[int] = field(default_factory=set)


def find(body: Any) -> Notes:
    """Return the notes of the page whose ``body`` is *body*, in the order of their marks."""
    notes = Notes()
    places: dict[str | None, Any] = {}
    for node in body.css("[id], a[name]"):
        for name in (node.attributes.get("id"), node.attributes.get("name")):
            places.setdefault(name, node)
    for link in body.css('a[href^="#"]'):
        holder = _holder(places.get((link.attributes.get("href") or "#")[1:]))
        if holder is None or link.mem_id in notes.backs or _inside(link, holder, notes):
            continue
        backs = [back for back in holder.css('a[href^="#"]') if (back.attributes.get("href") or "")[1:] in _names(link)]
        role = {link.attributes.get("role"), link.attributes.get("epub:type")}
        if backs or role & MARK:
            key = notes.bodies.setdefault(holder.mem_id, f"note{len(notes.bodies) + 1}")
            notes.marks[link.mem_id] = key
            notes.elements[key] = holder
            notes.backs.update(back.mem_id for back in backs)
    return notes


def _holder(target: Any) -> Any:
    """Return the block that a link to *target* leads to: a paragraph alone in its own named division stands for that."""
    node = target
    while node is not None and node.tag not in HOLDERS:
        node = node.parent
    parent = node.parent if node is not None else None
    if node is not None and node.tag == "p" and parent is not None and parent.tag in {"div", "aside", "li"} and parent.attributes.get("id"):
        return parent
    return node


def _inside(link: Any, holder: Any, notes: Notes) -> bool:
    """Tell whether *link* stands in *holder* or in a note: it leads nowhere else, or back."""
    node = link
    while node is not None:
        if node.mem_id == holder.mem_id or node.mem_id in notes.bodies:
            return True
        node = node.parent
    return False


def _names(link: Any) -> set[str]:
    """Return the names under which *link* can be led back to: its own, and those of what stands close round it or in it."""
    found: set[str] = set()
    node = link
    for _ in range(NEAR):
        if node is not None and (node is link or node.tag in {"sup", "span", "a", "cite"}):
            found |= {value for name in ("id", "name") if (value := node.attributes.get(name))}
            node = node.parent
    return found | {value for inner in link.css("[id]") if (value := inner.attributes.get("id"))}
