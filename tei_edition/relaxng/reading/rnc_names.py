"""Classes of names in the compact syntax."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tei_edition.relaxng.reading.rnc_cursor import Cursor
    from tei_edition.relaxng.reading.tree import Node


def put_namespace(node: Node, uri: str | None) -> None:
    """Let *uri* be the namespace of *node*; None: it is inherited."""
    if uri is not None:
        node.attributes["ns"] = uri


def name_class(cursor: Cursor, *, attribute: bool) -> Node:
    """Pass a class of names, of an *attribute* or else an element, and return it."""
    cursor.deeper()
    cursor.notes()
    alone = not cursor.sees("(")
    first = _annotated(cursor, attribute=attribute)
    if alone and first.kind in {"anyName", "nsName"} and cursor.passes("-"):
        excluded = cursor.node("except", cursor.next.at)
        excluded.children.append(_annotated(cursor, attribute=attribute))
        first.children.append(excluded)
    elif cursor.sees("|"):
        choice = cursor.node("choice", first.at)
        choice.children.append(first)
        while cursor.passes("|"):
            choice.children.append(_annotated(cursor, attribute=attribute))
        first = choice
    if cursor.sees("-", "|"):
        raise cursor.unexpected("only * and the likes of a:* can exclude names, and in a choice they stand in ( )")
    cursor.depth -= 1
    return first


def _annotated(cursor: Cursor, *, attribute: bool) -> Node:
    """Pass a simple class of names with its annotations."""
    cursor.notes()
    node = _simple(cursor, attribute=attribute)
    cursor.follow()
    return node


def _simple(cursor: Cursor, *, attribute: bool) -> Node:
    token = cursor.next
    if cursor.passes("("):
        inside = name_class(cursor, attribute=attribute)
        cursor.expect(")", "at the end of what ( begins")
        return inside
    if cursor.passes("*"):
        return cursor.node("anyName", token.at)
    if token.kind == "prefixed":
        cursor.take()
        prefix, _, local = token.text.rpartition(":")
        node = cursor.node("nsName" if local == "*" else "name", token.at)
        put_namespace(node, cursor.namespace(prefix, token.at))
        node.text = "" if local == "*" else local
        return node
    node = cursor.node("name", token.at)
    node.text = cursor.identifier("a name", keywords=True).text
    put_namespace(node, "" if attribute else cursor.namespaces[""])
    return node
