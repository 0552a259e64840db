"""XML of a platform, made of nested parts: a name, words or parts, attributes; what has nothing to say is left out."""

from __future__ import annotations

from typing import Any

from lxml import etree

XLINK = "http://www.w3.org/1999/xlink"
XML = "http://www.w3.org/XML/1998/namespace"
XSI = "http://www.w3.org/2001/XMLSchema-instance"


class Maker:
    """Makes elements of one *namespace*."""

    def __init__(self, namespace: str) -> None:
        self.namespace = namespace

    def root(self, name: str, nsmap: Any, /, **attributes: str) -> etree._Element:
        """Return an element with the prefixes of *nsmap* and nothing in it."""
        return etree.Element(f"{{{self.namespace}}}{name}", attributes, nsmap=nsmap)

    def add(self, parent: etree._Element, name: str, words: str = "", /, **attributes: str) -> etree._Element:
        """Add an element with *words* to *parent*, and return it; attributes without a value are left out."""
        element = etree.SubElement(parent, f"{{{self.namespace}}}{name}", {key: value for key, value in attributes.items() if value})
        element.text = words or None
        return element

    def say(self, parent: etree._Element, name: str, words: str, /, **attributes: str) -> None:
        """Add an element with *words* to *parent* if there are any."""
        if words:
            self.add(parent, name, words, **attributes)


def written(root: etree._Element, *, declaration: bool = True) -> bytes:
    """Return *root* as UTF-8, indented, with a line end after it."""
    etree.indent(root)
    head = b'<?xml version="1.0" encoding="UTF-8"?>\n' if declaration else b""
    return head + etree.tostring(root, encoding="UTF-8", xml_declaration=False) + b"\n"


def without_empty(root: etree._Element) -> etree._Element:
    """Return *root* without elements that hold nothing and have no attributes."""
    for element in reversed(list(root.iterdescendants())):
        parent = element.getparent()
        if parent is not None and not len(element) and not element.text and not element.attrib:
            parent.remove(element)
    return root
