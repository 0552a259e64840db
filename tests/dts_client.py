"""A client of DTS 1.0, written from its specification, RFC 6570 and RFC 3986 alone: it knows no file and no address but that of the entry."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urljoin
from urllib.request import urlopen

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterator

WRAPPER = "{https://w3id.org/api/dts#}wrapper"
RESERVED = ":/?#[]@!$&'()*+,;="
EXPRESSION = re.compile(r"\{([+;/?&]?)([\w,]+)\}")


def expand(template: str, **values: str | int) -> str:
    """Expand a URI template of the operators that the specification names, and ``+``; variables without a value are left out."""
    def one(match: re.Match[str]) -> str:
        operator, names = match[1], [name for name in match[2].split(",") if name in values]
        if not names:
            return ""
        safe = RESERVED if operator == "+" else ""
        coded = {name: quote(str(values[name]), safe=f"{safe}-._~%" if safe else "-._~") for name in names}
        if operator in {";", "?", "&"}:
            return operator + (";" if operator == ";" else "&").join(f"{name}={coded[name]}" for name in names)
        return ("/" if operator == "/" else "") + ("/" if operator == "/" else ",").join(coded.values())

    return EXPRESSION.sub(one, template)


@dataclass
class Client:
    """A client that begins at *entry*; *said* are all JSON answers by their addresses."""

    entry: str
    said: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.endpoints = self.json(self.entry)

    def json(self, address: str) -> Any:
        """Return the answer at *address*, which is relative to the entry."""
        whole = urljoin(self.entry, address)
        with urlopen(whole, timeout=10) as answer:
            self.said[whole] = json.load(answer)
        return self.said[whole]

    def collection(self, **values: str) -> Any:
        """Ask the Collection endpoint."""
        return self.json(expand(self.endpoints["collection"], **values))

    def navigation(self, resource: Any, **values: str | int) -> Any:
        """Ask the Navigation endpoint on a resource, by the template that it has itself."""
        return self.json(expand(resource["navigation"], **values))

    def document(self, resource: Any, **values: str) -> etree._Element:
        """Return the passage that the Document endpoint gives; the whole document where none is asked for."""
        with urlopen(expand(resource["document"], **values), timeout=10) as answer:
            root = etree.fromstring(answer.read())
        assert root.tag == "{http://www.tei-c.org/ns/1.0}TEI"
        return root.find(f".//{WRAPPER}") if "ref" in values else root

    def resources(self, collection: Any = None) -> Iterator[Any]:
        """Walk from the root to all resources."""
        for member in (collection or self.collection())["member"]:
            found = self.collection(id=member["@id"])
            if found["@type"] == "Resource":
                yield found
            else:
                yield from self.resources(found)

    def units(self, resource: Any, unit: Any = None, **tree: str) -> Iterator[Any]:
        """Walk the citation tree a level at a time, from above, in its order."""
        asked = {"ref": unit["identifier"]} if unit else {}
        above = unit["identifier"] if unit else None
        for one in self.navigation(resource, down=1, **asked, **tree)["member"]:
            if one["parent"] == above and one["identifier"] != above:
                yield one
                yield from self.units(resource, one, **tree)
