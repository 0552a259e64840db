"""One thing that a platform asks of a TEI file, as two paths: of which elements, and what must be there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from tei_edition.model import Severity

NAMESPACES = {"t": "http://www.tei-c.org/ns/1.0"}
ID = "{http://www.w3.org/XML/1998/namespace}id"
PREFIX = "ready"


@dataclass(frozen=True)
class Need:
    """
    At each element that the XPath *at* finds, the XPath *has* finds something, or holds; ``t:`` is TEI.

    A file that lacks it is not loaded, or not found again (*severity* error), or is loaded with a hole (warning). *advice* says what to
    write. In *has*, ``points-to(@who, 'person org')`` tells whether all pointers of a value lead to elements of this file so called.
    """

    name: str
    at: str
    has: str
    message: str
    advice: str
    severity: Severity = "error"

    def code(self, platform: str) -> str:
        """Return the code of its findings."""
        return f"{PREFIX}-{platform}-{self.name}"

    def explained(self, platform: str) -> str:
        """Return what the code means, for the *platform* of that title."""
        grave = "cannot use the file" if self.severity == "error" else "takes the file, with a hole"
        return f"{self.message} {platform} {grave}. {self.advice}"


ROOT = Need("root", "/*", "self::t:TEI", "This is no TEI document.", "The outermost element is TEI, in the namespace of TEI.")
LANGUAGE = Need(
    "language", "/t:TEI/t:text", "ancestor-or-self::*/@xml:lang",
    "The language of the text is not stated.", "Write xml:lang on text or TEI.", "warning",
)  # fmt: skip
"""What several platforms ask alike."""


class Paths:
    """Finds what XPaths find in one *tree*; ``points-to`` knows its ids."""

    def __init__(self, tree: etree._ElementTree) -> None:
        self.tree = tree
        self.kinds = {str(one.get(ID)): str(one.tag).rpartition("}")[2] for one in tree.iterfind(f".//*[@{ID}]")}

    def lacking(self, need: Need) -> Iterator[etree._Element]:
        """Yield the elements at which *need* is not met."""
        return (element for element in self._find(self.tree.getroot(), need.at) if not self._find(element, need.has))

    def _find(self, element: etree._Element, path: str) -> Any:
        return element.xpath(path, namespaces=NAMESPACES, extensions={(None, "points-to"): self._points_to})

    def _points_to(self, _: object, value: list[str], kinds: str) -> bool:
        """Tell whether each pointer of *value*, an attribute, leads to an element of one of *kinds* in this file."""
        found = {self.kinds.get(pointer[1:]) if pointer.startswith("#") else None for one in value for pointer in one.split()}
        return found.issubset(kinds.split())
